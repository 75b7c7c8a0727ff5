export { columnMeanings, type ColumnMeaning } from './heading-synonyms.js';
export { ImportJobs } from './import-jobs.service.js';
export type { ImportCounts, ImportStatus } from './import-record.js';
export { ImportPages, type RowsAsked } from './import-pages.service.js';
export { ImportService, ledgerLimitBytes, type ImportStart } from './import.service.js';
export type { ImportEdit } from './import-edits.js';
export type { ImportSummaryView, ImportView } from './import-view.js';
export { exportLedger, type ExportRequest, type LedgerFile } from './ledger-export.js';
export { exportLookBack } from './look-back-export.js';
export { isHouseLayout, ledgerLayoutNames, type LedgerLayoutName } from './ledger-layout.js';
export { readLedger } from './ledger-reader.js';
export { LedgersModule } from './ledgers.module.js';
export {
  decisions,
  findingCodes,
  type Decision,
  type Finding,
  type FindingCode,
  type IgnoredRow,
  type Preview,
  type PreviewDeadline,
  type PreviewSheet,
  type PreviewStatus,
  type PreviewTicket,
  type SheetFacts,
} from './preview.js';
export type { OwnColumn, OwnForm } from './own-form.js';
export type { OwnLayout } from './own-layout.queries.js';
export { layoutLimitBytes, OwnLayoutService, type LayoutReading, type LayoutUpload } from './own-layout.service.js';
export type { ReadingOptions } from './reading-options.js';
