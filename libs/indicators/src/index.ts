export type { BureauValue, Filing } from './bureau-value.js';
export {
  countFiguresToFile,
  listBureauValues,
  listIndicators,
  type BureauValues,
  type IndicatorRow,
} from './filing.queries.js';
export { FilingDutyService, type DutyChange, type FilingDuty, type FilingPlan } from './filing-duty.service.js';
export { filingFileLimitBytes, FilingSheetService, type FilingPreview } from './filing-sheet.service.js';
export type { JudgedRow, RowEffect, RowFinding } from './filing-judgement.js';
export {
  filingRoles,
  FilingService,
  type FilingDecisionInput,
  type FilingInput,
  type NewFiling,
} from './filing.service.js';
export { seedIndicators } from './indicator-seed.js';
export { IndicatorService, type IndicatorSheetRow, type NewIndicator } from './indicator.service.js';
export { IndicatorsModule } from './indicators.module.js';
export { listMissingFilings, type MissingFiling, type MissingFilings } from './missing-filings.queries.js';
export { findFilingDays, MissingFilingsService } from './missing-filings.service.js';
export {
  findParametersKnownAt,
  ParameterService,
  type ParameterChange,
  type ParameterView,
} from './parameter.service.js';
export { parameterTable } from './parameter-table.js';
export type { FilingEvent, StatedFiling } from './stated-filing.queries.js';
