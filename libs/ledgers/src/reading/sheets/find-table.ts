import type { Sheet } from '@xiaohao/documents';
import { withChosenMeanings, type LedgerColumn } from '../headings/columns.js';
import type { Grid } from '../grid.js';
import { findHeader, readHeader, type Header } from '../headings/header.js';
import { headOf } from './no-header.js';
import type { SheetChoice } from '../reading-options.js';
import { skippedAtSight, skippedByColumns, skippedWithoutHeader, skipText, type SkipReason } from './sheet-role.js';
import { columnsUnder } from '../rows/sheet-tables.js';
import type { StoredSheet } from '../stored-reading.js';

/** A header and the columns under it. */
export interface Table {
  header: Header;
  columns: LedgerColumn[];
}

/** The header of a sheet and its columns, or why it is left out. */
export function findTable(sheet: Sheet, grid: Grid, choice: SheetChoice): Table | SkipReason {
  const skipped = skippedUnasked(sheet, grid, choice);
  if (skipped) return skipped;
  const header = choice.headerRows ? readHeader(grid, choice.headerRows) : findHeader(grid);
  if (!header) return skippedWithoutHeader(grid);
  const isWanted = choice.read === 'yes' || choice.headerRows !== undefined;
  const columns = withChosenMeanings(columnsUnder(grid, header, isWanted), choice.columns ?? {});
  return skippedByColumns(header, columns, choice.read === 'yes') ?? { header, columns };
}

/** A person who points at a header, or has it read, knows the sheet better than its name does. */
export function skippedUnasked(sheet: Sheet, grid: Grid, { read, headerRows }: SheetChoice): SkipReason | null {
  const skipped = skippedAtSight(sheet, grid);
  return skipped === 'empty' || !(read === 'yes' || headerRows) ? skipped : null;
}

export function skippedSheet(grid: Grid, reason: SkipReason): StoredSheet {
  const nothing = { headerRows: [], columns: {}, facts: null, read: [] };
  const pointable = reason === 'noHeader' || reason === 'noTitle';
  return { name: grid.name, role: 'skipped', why: skipText(reason), ...nothing, head: headOf(grid), pointable };
}
