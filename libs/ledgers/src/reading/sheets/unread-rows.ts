import { cellAddress } from '@xiaohao/documents';
import type { Grid } from '../grid.js';
import type { Header } from '../headings/header.js';
import type { SheetFinding } from '../preview.js';
import { ownCells } from '../rows/row-kinds.js';
import { sheetFinding } from './sheet-findings.js';

/** Titles and lines such as 填报单位 … 填报时间 … have fewer filled cells. */
const leastCells = 4;

/** Rows above the header that are filled like a table's: of another table, or of a header nobody knows. */
export function unreadRowsAbove(grid: Grid, header: Header): SheetFinding[] {
  const first = header.rows[0]!;
  const isFilled = (row: number) => {
    const filled = ownCells(grid, row).length;
    return filled >= leastCells && filled * 2 >= header.headings.length;
  };
  const rows = grid.rowNumbers.filter((row) => row < first && isFilled(row));
  if (rows.length === 0) return [];
  const [from, to] = [rows[0]!, rows.at(-1)!];
  const { column, text } = ownCells(grid, from)[0]!;
  const told = from === to ? String(from) : `${from}–${to}`;
  return [sheetFinding('rowsUnread', cellAddress(from, column), text, { rows: told, header: String(first) })];
}
