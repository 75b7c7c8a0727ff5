import type { LedgerColumn } from '../headings/columns.js';
import { textOf, type Grid } from '../grid.js';
import { isHeadWord } from '../headings/head-words.js';
import { ownCells } from './row-kinds.js';

/**
 * The second line of a header whose cells are not merged: words of headings alone. A row that only lacks its title stays
 * one, and is held for a person.
 */
export function isRestOfHeader(grid: Grid, row: number, { columns }: { columns: readonly LedgerColumn[] }): boolean {
  const cells = ownCells(grid, row);
  const isNumbered = columns.some(
    ({ meaning, column }) => (meaning === 'seq' || meaning === 'theirNo') && textOf(grid.shown(row, column)) !== '',
  );
  return cells.length > 0 && !isNumbered && cells.every(({ text }) => isHeadWord(text));
}
