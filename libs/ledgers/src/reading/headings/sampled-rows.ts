import { textOf, type Grid } from '../grid.js';
import type { Header } from './header.js';

/** So many rows tell what a column holds. */
const mostSampled = 200;

/** Rows below the header that are looked at to tell what its columns hold. */
export function sampledRows(grid: Grid, { rows }: Header): number[] {
  return grid.rowNumbers.filter((row) => row > rows.at(-1)!).slice(0, mostSampled);
}

/** What stands there in a column, a cell merged over several rows once. */
export function textsBelow(grid: Grid, header: Header, { column }: { column: number }): string[] {
  return sampledRows(grid, header)
    .map((row) => textOf(grid.own(row, column)))
    .filter((text) => text !== '');
}
