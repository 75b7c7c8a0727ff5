export { builtInTemplates, usualPeriodOf, type BuiltInTemplate } from './built-in-templates.js';
export { figureDefinitions } from './figure-definition.js';
export { figureMeaning } from './figure-meaning.js';
export { listFields, listNames } from './list-blocks.queries.js';
export type { ReportCheck } from './report-checks.js';
export type { ContentBlock, ContentRun } from './report-content.js';
export type { ReportRequest } from './report-request.js';
export { ReportTemplateService, seedReportTemplates, type ReportTemplateRow } from './report-template.service.js';
export { TemplateKeepingService } from './template-keeping.service.js';
export { templateActions, type KeptTemplate } from './template-keeping.queries.js';
export { reportWordTable } from './report-words.js';
export type {
  FigureTicket,
  FigureTickets,
  ReportFigure,
  ReportRow,
  ReportStatus,
  ReportView,
} from './report.queries.js';
export type { ComparedFigure, ReportComparison } from './report-comparison.js';
export { EvidencePackService } from './evidence-pack.service.js';
export { ReportOverrideService } from './report-override.service.js';
export { ReportPdfService } from './report-pdf.service.js';
export { ReportSettlingService } from './report-settling.service.js';
export { ReportService } from './report.service.js';
export { ReportsModule } from './reports.module.js';
export { settledInstant } from './settled-instant.js';
export { getDashboard, type Dashboard } from './dashboard.js';
export { listPart, type DashboardPart, type DashboardTicket } from './dashboard-part.queries.js';
export { listCardTickets, type DashboardCard } from './dashboard-cards.js';
export { SlowAnswers } from './slow-answers.js';
export { dashboardLights } from './dashboard.queries.js';
export type { DashboardQuestion } from './dashboard-tickets.js';
export {
  learnReport,
  likelyBindings,
  templateOfReport,
  type LearnedPlace,
  type LearnedReport,
} from './template-learning.js';
export { FormerReportService, type Binding, type FormerReport } from './former-report.service.js';
export type { DecisionChange, Decisions, FormerReportRow } from './former-report.queries.js';
export { figureOf, FigureBook } from './definitions/figure-book.js';
export {
  FigureDefinitionService,
  type FigureVersion,
  type OwnFigureView,
  type PreviewRequest,
} from './definitions/figure-definition.service.js';
export type { FigureDraft } from './definitions/figure-draft.js';
