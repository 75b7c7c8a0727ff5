import { tickedChoices } from '@xiaohao/domain';
import { meantBy } from './colour-legend.js';
import type { LedgerColumn } from '../headings/columns.js';
import type { ColumnMeaning } from '../headings/column-meanings.js';
import { withParts } from './labelled-cells.js';
import { withLabelsAbove } from './told-above.js';
import type { RawCell, RawRow, RawTicket } from '../rows/raw-row.js';

const tick = /^(√|✓|✔|☑|●|■|★|是|有|[vVyY])+$/;
const noTick = /^(×|✗|✘|[xX]|否|无|□|☐|○|[/\\—–-])+$/;
const number = /^\d+(\.\d+)?$/;

/** The ticket with its labelled cells in parts, and its ticks and colours in words; each says where it stands. */
export function spelledOut(raw: RawTicket, columns: readonly LedgerColumn[]): RawTicket {
  const parted = withTickedChoices(withLabelsAbove(withParts(raw, columns), columns), columns);
  const short = columns.filter(({ tick: word, legend }) => word || legend).filter(({ meaning }) => told.has(meaning));
  return short.length === 0 ? parted : { ...parted, rows: parted.rows.map((row) => withWords(row, short)) };
}

const told = new Set<ColumnMeaning>(['status', 'struckOff', 'rectifyKind']);

/** Where a cell prints what may be said, to be ticked. */
const chosenFrom = new Set<ColumnMeaning>([...told, 'level', 'deadline']);

/** □已完成 □整改中: the cells of a ticket that print choices of which none is ticked. */
export function untickedCells(raw: RawTicket, columns: readonly LedgerColumn[]): RawCell[] {
  const cells = columns.flatMap(({ meaning, letters }) =>
    chosenFrom.has(meaning) ? raw.rows.flatMap(({ cells }) => cells[letters] ?? []) : [],
  );
  return cells.filter(({ text }, at) => {
    const isAgain = cells.findIndex((one) => one.at === cells[at]!.at) < at;
    return !isAgain && tickedChoices(text)?.length === 0;
  });
}

/** ☑已完成 □整改中: of the choices those that are ticked; where none is, the cell says nothing. */
function withTickedChoices(raw: RawTicket, columns: readonly LedgerColumn[]): RawTicket {
  const open = columns.filter(({ meaning }) => chosenFrom.has(meaning));
  const choices = (row: RawRow) =>
    open.flatMap(({ letters }) => {
      const ticked = tickedChoices(row.cells[letters]?.text ?? '');
      return ticked ? { letters, ticked } : [];
    });
  if (!raw.rows.some((row) => choices(row).length > 0)) return raw;
  const rows = raw.rows.map((row) => {
    const cells: Record<string, RawCell> = { ...row.cells };
    for (const { letters, ticked } of choices(row)) {
      const { at, own } = cells[letters]!;
      if (ticked.length === 0) delete cells[letters];
      else cells[letters] = { at, own, text: ticked.join('、') };
    }
    return { ...row, cells };
  });
  return { ...raw, rows };
}

function withWords({ row, cells }: RawRow, columns: readonly LedgerColumn[]): RawRow {
  const all: Record<string, RawCell> = { ...cells };
  for (const column of columns) {
    const cell = cells[column.letters];
    if (!cell || cell.text === '') continue;
    const text = wordsOf(cell.text, column);
    if (text === null) delete all[column.letters];
    else if (text !== cell.text) all[column.letters] = { at: cell.at, own: cell.own, text };
  }
  return { row, cells: all };
}

/** The cell in words; null where it says that its heading does not hold. */
function wordsOf(text: string, { meaning, tick: word, legend }: LedgerColumn): string | null {
  if (legend) return meantBy(text, legend) ?? text;
  const plain = text.replace(/\s/g, '');
  if (noTick.test(plain)) return null;
  if (tick.test(plain)) return word!;
  // What is written instead of a tick, 6月20日 under 已整改, is said of that state; under a kind it is the deadline.
  return meaning === 'status' && !number.test(plain) ? `${word}（${text.replace(/^[√✓✔☑]\s*/, '')}）` : text;
}
