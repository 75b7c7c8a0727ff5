export type { BureauValue, Filing } from './bureau-value.js';
export { countFiguresToFile, listBureauValues, listIndicators, type IndicatorRow } from './filing.queries.js';
export { seedIndicators } from './indicator-seed.js';
export { IndicatorService, type IndicatorSheetRow, type NewFiling, type NewIndicator } from './indicator.service.js';
export { IndicatorsModule } from './indicators.module.js';
export {
  findParametersKnownAt,
  ParameterService,
  type ParameterChange,
  type ParameterView,
} from './parameter.service.js';
export { parameterTable } from './parameter-table.js';
