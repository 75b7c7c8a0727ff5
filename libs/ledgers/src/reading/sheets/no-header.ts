import { cellAddress } from '@xiaohao/documents';
import { AppError } from '@xiaohao/errors';
import type { Grid } from '../grid.js';
import type { StoredSheet } from '../stored-reading.js';
import type { HeadRow } from '../preview.js';
import { ownCells } from '../rows/row-kinds.js';

/** To point at the header in; the message names the first few. */
const shownRows = 20;
const toldRows = 5;
const shownCells = 12;

/** The first rows of a sheet. */
export function headOf(grid: Grid): HeadRow[] {
  return grid.rowNumbers.slice(0, shownRows).map((row) => ({
    row,
    cells: ownCells(grid, row)
      .slice(0, shownCells)
      .map(({ column, text }) => ({ cell: cellAddress(row, column), text: text.slice(0, 60) })),
  }));
}

/** Nothing in the workbook reads as a ledger; the first rows are named so that a person sees what we saw. */
export function noHeader(sheets: readonly Pick<StoredSheet, 'name' | 'why'>[], grid: Grid | undefined): AppError {
  const rows = grid ? headOf(grid) : [];
  const told = rows.slice(0, toldRows);
  const head = told.map(({ row, cells }) => `${row}：${cells.map(({ text }) => text).join('｜')}`).join('；');
  return new AppError('noHeader', {
    head: head || '（无内容）',
    sheet: grid?.name ?? null,
    rows,
    sheets: sheets.map(({ name, why }) => ({ name, why })),
  });
}
