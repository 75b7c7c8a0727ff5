export {
  type Archive,
  type ArchiveLimits,
  archiveLimits,
  fileKind,
  type FileKind,
  openArchive,
} from './archive-guard.js';
export {
  cellAddress,
  type CellRange,
  columnLetters,
  columnNumber,
  parseCellAddress,
  parseRange,
  rangeAddress,
} from './cell-address.js';
export { readWorkbook, type ReadWorkbookOptions } from './workbook-reader.js';
export {
  type Cell,
  cellAt,
  type Sheet,
  type SheetRow,
  type SheetVisibility,
  type Workbook,
  type WorkbookLimits,
  workbookLimits,
} from './workbook.js';
export { writeWorkbook, type WriteWorkbookOptions } from './workbook-writer.js';
export type { CellContent, PrintLayout, RowInput, SheetLayout } from './sheet-layout.js';
export type { Look } from './workbook-looks.js';
