import { parseCellAddress, type SheetNote } from '@xiaohao/documents';
import { importMarkWords, sheetLookWords } from '@xiaohao/messages';
import type { Grid } from '../grid.js';
import { withheldSign } from '../headings/reporter.js';
import { firstNamed, shortened, type SheetFinding } from '../preview.js';
import type { RawTicket } from '../rows/raw-row.js';
import { sheetFinding } from './sheet-findings.js';
import type { StoredSheet } from '../stored-reading.js';
import { columnsAt } from '../rows/table-columns.js';

/** Fills `RRGGBB` of what is to be put right and of what is to be confirmed in a ledger that goes back to its writer. */
export const markColours = { must: 'FFC7CE', confirm: 'FFEB9C' } as const;

/** What lies on a sheet beside its texts and is not read: pictures, notes, and colours of blank cells. Each is said once. */
export function looksUnread(grid: Grid, sheet: StoredSheet, tickets: readonly RawTicket[]): SheetFinding[] {
  const pictures = picturesFinding(grid, sheet.headerRows.at(-1) ?? 0);
  return [...pictures, ...notesFinding(grid, sheet), ...fillsFinding(grid, sheet, tickets)];
}

const rowsNamed = 8;

/** What lies above the table is a stamp or an emblem. */
function picturesFinding({ pictures }: Grid, headerRow: number): SheetFinding[] {
  const beside = pictures.filter(({ row }) => row === null || row > headerRow);
  if (beside.length === 0) return [];
  const rows = [...new Set(beside.flatMap(({ row }) => row ?? []))].sort((a, b) => a - b);
  const named = firstNamed(rows, rowsNamed, sheetLookWords.moreRows);
  const where = rows.length > 0 ? sheetLookWords.rows[0].replace('{rows}', named) : sheetLookWords.elsewhere[0];
  return [sheetFinding('picturesOnSheet', '', '', { count: String(beside.length), rows: where })];
}

type Light = 'red' | 'yellow' | 'green';
const lights: readonly Light[] = ['red', 'yellow', 'green'];

function fillsFinding(grid: Grid, sheet: StoredSheet, tickets: readonly RawTicket[]): SheetFinding[] {
  const counts = { red: 0, yellow: 0, green: 0 };
  const rows = tickets.flatMap((ticket) => ticket.rows.map(({ row }) => row));
  const byColumn = new Map<number, (Light | null)[]>();
  for (const row of rows) {
    for (const { column, part, above } of columnsAt(sheet, row)) {
      if (part !== undefined || above !== undefined) continue;
      if (!byColumn.has(column)) byColumn.set(column, []);
      byColumn.get(column)!.push(lightOf(grid.bareFill(row, column)));
    }
  }
  // A column in one colour from top to bottom is decoration.
  for (const found of byColumn.values()) {
    if (new Set(found).size > 1) for (const light of found) if (light) counts[light] += 1;
  }
  const present = lights.filter((light) => counts[light] > 0);
  if (present.length === 0) return [];
  const colours = present.map((light) => `${sheetLookWords[light][0]} ${counts[light]}`).join('、');
  const count = String(present.reduce((sum, light) => sum + counts[light], 0));
  return [sheetFinding('fillsUnread', '', '', { count, colours })];
}

/** So many notes are quoted, and so much of each. */
const notesQuoted = 8;
const signsQuoted = 20;

/**
 * What others wrote on cells is no text of theirs: it is said once a sheet, without what we put there ourselves and without
 * what a note on a reporter's cell says.
 */
export function notesFinding({ notes }: Grid, sheet: StoredSheet): SheetFinding[] {
  const told = notes.flatMap((note) => {
    const text = ownWords(note);
    return text === '' ? [] : { cell: note.cell, text: isSealed(note.cell, sheet) ? withheldSign : text };
  });
  const [first] = told;
  if (!first) return [];
  const quoted = told.map(({ cell, text }) => `${cell}“${shortened(text, signsQuoted)}”`);
  const notesTold = firstNamed(quoted, notesQuoted, sheetLookWords.moreNotes);
  return [sheetFinding('notesUnread', '', first.text, { count: String(told.length), notes: notesTold })];
}

/** The cell of a form, or any cell in a column of the table or of a later one. */
function isSealed(cell: string, sheet: StoredSheet): boolean {
  const place = parseCellAddress(cell);
  if (!place) return false;
  const columns = [...columnsAt(sheet, place.row), ...sheet.read];
  return columns.some(
    ({ sealed, letters, column, above }) =>
      sealed && above === undefined && (/\d/.test(letters) ? letters === cell : column === place.column),
  );
}

/** Whoever writes a note begins it with their name; our marks stand below what others wrote. */
function ownWords({ author, text }: SheetNote): string {
  if (author === importMarkWords.author[0]) return '';
  const marks = [importMarkWords.must[0], importMarkWords.confirm[0]].map((mark) => text.indexOf(mark));
  const end = Math.min(text.length, ...marks.filter((at) => at >= 0));
  const words = text.slice(0, end).replace(/\s+/g, ' ').trim();
  return author !== '' && /^[:：]/.test(words.slice(author.length)) && words.startsWith(author)
    ? words.slice(author.length + 1).trim()
    : words;
}

/** The light a colour would be taken for; null for grey, blue, white and tints that only part the rows. */
export function lightOf(fill: string | null): Light | null {
  // Our own marks say nothing when the ledger returns.
  if (fill === null || Object.values<string>(markColours).includes(fill)) return null;
  const [red, green, blue] = [0, 2, 4].map((at) => parseInt(fill.slice(at, at + 2), 16)) as [number, number, number];
  const [low, high] = [Math.min(red, green, blue), Math.max(red, green, blue)];
  const isPale = high - low < leastColour;
  if (isPale || blue === high) return null;
  if (red === high && green < red * 0.65) return blue > green * 1.6 ? null : 'red';
  return red > green * 0.85 ? 'yellow' : 'green';
}

/** Between the strongest and the weakest part of red, green and blue. */
const leastColour = 40;
