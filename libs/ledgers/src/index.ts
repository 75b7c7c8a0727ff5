export { columnMeanings, type ColumnMeaning } from './reading/headings/column-meanings.js';
export { ImportJobs } from './imports/import-jobs.service.js';
export type { ImportCounts, ImportStatus } from './imports/import-record.js';
export { ImportPages, type RowsAsked } from './imports/import-pages.service.js';
export { ImportService, ledgerLimitBytes, type ImportStart } from './imports/import.service.js';
export type { ImportEdit } from './imports/import-edits.js';
export type { ImportSummaryView, ImportView } from './imports/import-view.js';
export { exportLedger, type ExportRequest, type LedgerFile } from './exports/ledger-export.js';
export { exportLookBack } from './exports/look-back-export.js';
export { layoutChoices } from './exports/layout-fields.js';
export { isHouseLayout, ledgerLayoutNames, type LedgerLayoutName } from './exports/ledger-layout.js';
export { readLedger } from './reading/ledger-reader.js';
export { LedgerReader, ledgerReader } from './reading/thread-reader.js';
export { LedgersModule } from './ledgers.module.js';
export {
  decisions,
  rowChoices,
  findingCodes,
  sheetFindingCodes,
  type ColumnFates,
  type Decision,
  type RowChoice,
  type Finding,
  type FindingCode,
  type IgnoredRow,
  type Preview,
  type PreviewDeadline,
  type PreviewSheet,
  type PreviewStatus,
  type PreviewTicket,
  type SheetFacts,
} from './reading/preview.js';
export type { OwnColumn, OwnForm } from './exports/own-form.js';
export type { OwnLayout } from './exports/own-layout.queries.js';
export {
  layoutLimitBytes,
  OwnLayoutService,
  type LayoutReading,
  type LayoutUpload,
} from './exports/own-layout.service.js';
export type { ReadingOptions } from './reading/reading-options.js';
