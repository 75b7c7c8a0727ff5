import { columnLetters } from '@xiaohao/documents';
import { sheetColumnWords } from '@xiaohao/messages';
import type { LedgerColumn } from './columns.js';
import { textOf, type Grid } from './grid.js';
import type { Header } from './header.js';
import type { RawTicket } from './raw-row.js';

/** Columns that are filled below a header without a heading of their own: kept as text. */
export function unheadedColumns(grid: Grid, header: Header, columns: readonly LedgerColumn[]): LedgerColumn[] {
  const [top, last] = [header.rows[0]!, header.rows.at(-1)!];
  const headed = new Set(columns.map(({ column }) => column));
  const below = grid.rowNumbers.filter((row) => row > last);
  const found: LedgerColumn[] = [];
  for (let column = 1; column <= grid.lastColumn; column += 1) {
    if (headed.has(column) || !below.some((row) => grid.own(row, column) !== null)) continue;
    const letters = columnLetters(column);
    // The second of two columns below one head merged over both.
    const head = textOf(grid.shown(top, column)).replace(/\s+/g, '');
    const words = sheetColumnWords[head === '' ? 'unheaded' : 'shared'][0];
    const heading = words.replace('{letters}', letters).replace('{head}', () => head);
    found.push({ column, letters, meaning: 'details', heading, unit: null, strength: 0 });
  }
  return found;
}

/** Filled in a row of a ticket; what only notes and signatures stand in is none of the table. */
export function isFilled({ letters }: LedgerColumn, tickets: readonly RawTicket[]): boolean {
  return tickets.some(({ rows }) => rows.some(({ cells }) => (cells[letters]?.text ?? '') !== ''));
}
