import { cellAddress, type Cell } from '@xiaohao/documents';
import type { Day } from '@xiaohao/domain';
import type { LedgerColumn } from '../headings/columns.js';
import { textOf, type Grid } from '../grid.js';
import { withheldSign, withheldText } from '../headings/reporter.js';

/** A cell as the row shows it, small enough to keep with the row until it is committed. */
export interface RawCell {
  /** Where it stands; for a merged area the area's first cell. */
  at: string;
  text: string;
  value?: number;
  numberFormat?: string;
  day?: Day;
  /** `kept`: the result of a formula stored in the file; `lost`: a formula without one; `image`: it shows a picture. */
  formula?: 'kept' | 'lost' | 'image';
  /** The value stands in this very row, not in a merged area that began above it. */
  own: boolean;
}

export interface RawRow {
  row: number;
  /** By column letters. */
  cells: Record<string, RawCell>;
}

/** Another row of the sheet that bears the same number, or says nearly the same: its row, and what they share. */
export interface Twin {
  row: number;
  shared: string;
}

export interface Twins {
  number?: Twin;
  theirNo?: Twin;
  words?: Twin;
  /** On a sheet before this one: the same number and nearly the same words. */
  before?: Twin & { sheet: string };
}

/** The rows of one ticket, and what stood above them. */
export interface RawTicket {
  rows: RawRow[];
  /** Section heading, or the item cell of a row above that was left blank here. */
  itemAbove: string | null;
  /** Other rows of the sheet it may be mistaken for. */
  twins?: Twins;
}

export function rawRowOf(grid: Grid, row: number, columns: readonly LedgerColumn[]): RawRow {
  const cells: Record<string, RawCell> = {};
  for (const { column, letters, sealed } of columns) {
    const origin = grid.originOf(row, column);
    const cell = grid.own(origin.row, origin.column);
    if (cell === null) continue;
    const raw = rawCellAt(cell, cellAddress(origin.row, origin.column), origin.row === row);
    cells[letters] = sealed ? withheld(raw) : raw;
  }
  return { row, cells };
}

/** The cells of a column, each once however many rows show it: those of a merged area follow each other. */
export function cellsUnder(letters: string, tickets: readonly RawTicket[]): RawCell[] {
  const found: RawCell[] = [];
  eachCell(letters, tickets, (cell) => found.push(cell));
  return found;
}

/** How many of them say something, and how many show a picture. */
export function countCells(letters: string, tickets: readonly RawTicket[]): { filled: number; images: number } {
  const count = { filled: 0, images: 0 };
  eachCell(letters, tickets, ({ text, formula }) => {
    if (text !== '') count.filled += 1;
    if (formula === 'image') count.images += 1;
  });
  return count;
}

function eachCell(letters: string, tickets: readonly RawTicket[], take: (cell: RawCell) => void): void {
  let last: string | null = null;
  for (const { rows } of tickets) {
    for (const { cells } of rows) {
      const cell = cells[letters];
      if (!cell || cell.at === last) continue;
      take(cell);
      last = cell.at;
    }
  }
}

/** Of a cell that names a reporter only that it says something is kept. */
export function withheld({ at, own }: RawCell): RawCell {
  return { at, text: withheldSign, own };
}

const pictureFormula = /^(_xlfn\.)?(DISPIMG|IMAGE)\(/i;

export function rawCellAt(cell: Cell, at: string, own: boolean): RawCell {
  const raw: RawCell = { at, text: textOf(cell), own };
  if (typeof cell.value === 'number') raw.value = cell.value;
  if (cell.numberFormat !== null) raw.numberFormat = cell.numberFormat;
  if (cell.day !== null) raw.day = cell.day;
  if (cell.formula === null) return raw;
  // As WPS puts a picture into a cell; what it stores beside is no text.
  if (pictureFormula.test(cell.formula)) return { at, text: '', own, formula: 'image' };
  raw.formula = cell.value === null ? 'lost' : 'kept';
  return raw;
}

/** A cell as a person typed it into the preview; control characters are no text. */
export function typedCell(at: string, text: string, own: boolean): RawCell {
  return { at, text: withheldText(typedText(text)), own };
}

export function typedText(text: string): string {
  return text.replace(/[\0-\x08\x0b-\x1f]/g, '').trim();
}
