import type { Cell, Sheet, SheetNote } from '@xiaohao/documents';
import { columnLetters } from '@xiaohao/documents';
import { matchHeading, plainHeading } from '../headings/heading.js';
import {
  namesReporter,
  reachedBy,
  tellsReach,
  withheldReach,
  withheldSign,
  withheldText,
} from '../headings/reporter.js';

type Row = Sheet['rows'][number];

/**
 * The sheet without what labels tell of who reported (举报人：…), wherever they stand: in lines above and between rows, in
 * cells of a table, in forms, beside their label. Columns headed so are sealed by their heading: see `reporterColumns`.
 */
export function withoutReporters(sheet: Sheet): Sheet {
  const withheld = new Set<string>();
  let named: number | null = null;
  const rows = sheet.rows.map((row) => {
    const goesOn = named === row.number - 1 && tellsReach(firstText(row));
    if (!goesOn && !row.cells.some((cell) => cell && namesReporter(cell.text))) return row;
    named = row.number;
    const cells = withoutReporter(row.cells);
    for (const [at, cell] of cells.entries()) {
      if (cell !== row.cells[at]) withheld.add(`${columnLetters(at + 1)}${row.number}`);
    }
    return { ...row, cells };
  });
  const notes = sheet.notes?.map((note) => (withheld.has(note.cell) ? { ...note, text: withheldSign } : ownNote(note)));
  return { ...sheet, rows, ...(notes && { notes }) };
}

const firstText = ({ cells }: Row) => cells.find((cell) => cell && cell.text.trim() !== '')?.text.trim() ?? '';

const ownNote = (note: SheetNote): SheetNote => ({ ...note, text: withheldText(note.text) });

/** A label alone in its cell speaks for the cells behind it, as far as the next label. */
function withoutReporter(cells: Row['cells']): Row['cells'] {
  let awaits = false;
  return cells.map((cell) => {
    const text = cell?.text.trim() ?? '';
    if (!cell || text === '') return cell;
    const isOurs = namesReporter(text) || tellsReach(text);
    if (isOurs) awaits = /[:：]$/.test(text);
    else if (awaits && isLabel(text)) awaits = false;
    const told = namesReporter(text) ? withheldText(text) : isOurs ? withheldReach(text) : awaits ? withheldSign : text;
    return told === text ? cell : withheldCell(cell, told);
  });
}

const isLabel = (text: string) =>
  /^[\u4e00-\u9fff]{2,10}[:：]/.test(text) || matchHeading(text) !== null || reachedBy.test(plainHeading(text));

function withheldCell(cell: Cell, text: string): Cell {
  return { ...cell, value: text, text, day: null, formula: null, numberFormat: null };
}
