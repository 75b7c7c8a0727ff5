import { columnLetters } from '@xiaohao/documents';
import { sheetColumnWords } from '@xiaohao/messages';
import type { LedgerColumn } from '../headings/columns.js';
import { textOf, type Grid } from '../grid.js';
import type { Header } from '../headings/header.js';
import { rawRowOf } from './raw-row.js';
import type { TicketRows } from './ticket-rows.js';

/** The rows of a sheet with what stands in columns that have no heading of their own: kept as text. */
export function withUnheaded(grid: Grid, header: Header, read: TicketRows): TicketRows {
  const { tickets, columns, tables } = read;
  // Those of a later table have headings of their own.
  const ends = tables[1]?.begins ?? Infinity;
  const rows = tickets.flatMap((ticket) => ticket.rows).filter(({ row }) => row < ends);
  const headed = new Set(columns.filter(({ column }) => column <= grid.lastColumn).map(({ letters }) => letters));
  const added: LedgerColumn[] = [];
  for (let column = 1; column <= grid.lastColumn; column += 1) {
    const letters = columnLetters(column);
    if (headed.has(letters) || !rows.some(({ row }) => textOf(grid.own(row, column)) !== '')) continue;
    added.push({
      column,
      letters,
      meaning: 'details',
      heading: headingOf(grid, header, column),
      unit: null,
      strength: 0,
    });
  }
  if (added.length === 0) return read;
  for (const row of rows) Object.assign(row.cells, rawRowOf(grid, row.row, added).cells);
  const places = Object.fromEntries(added.map(({ letters, heading }) => [letters, { at: letters, heading }]));
  return {
    ...read,
    columns: [...columns, ...added].sort((a, b) => a.column - b.column),
    tables: tables.map((table, at) => (at === 0 ? { ...table, columns: { ...table.columns, ...places } } : table)),
  };
}

/** The second of two columns below one head merged over both bears its name. */
function headingOf(grid: Grid, { rows }: Header, column: number): string {
  const head = textOf(grid.shown(rows[0]!, column)).replace(/\s+/g, '');
  const words = sheetColumnWords[head === '' ? 'unheaded' : 'shared'][0];
  return words.replace('{letters}', columnLetters(column)).replace('{head}', () => head);
}
