export { builtInTemplates, usualPeriodOf, type BuiltInTemplate } from './templates/built-in-templates.js';
export { figureDefinitions } from './figures/figure-definition.js';
export { figureMeaning } from './figures/figure-meaning.js';
export { listFields, listNames } from './building/list-blocks.queries.js';
export type { ReportCheck } from './issuing/report-checks.js';
export type { ContentBlock, ContentRun } from './building/report-content.js';
export type { ReportRequest } from './building/report-request.js';
export {
  ReportTemplateService,
  seedReportTemplates,
  type ReportTemplateRow,
} from './templates/report-template.service.js';
export { TemplateKeepingService } from './templates/template-keeping.service.js';
export { templateActions, type KeptTemplate } from './templates/template-keeping.queries.js';
export { reportWordTable } from './building/report-words.js';
export type { FigureTicket, ReportFigure, ReportRow, ReportStatus, ReportView } from './report.queries.js';
export type { FigureTickets, KnownTicket } from './figure-tickets.queries.js';
export type { ComparedFigure, ReportComparison } from './comparing/report-comparison.js';
export { circularOutcomes, type ReconciledCircular } from './comparing/reconcile-circular.js';
export { EvidencePackService } from './issuing/evidence-pack.service.js';
export { ReportOverrideService } from './issuing/report-override.service.js';
export { ReportPdfService } from './issuing/report-pdf.service.js';
export { countToFinalize } from './issuing/waiting-reports.queries.js';
export { ReportSettlingService } from './issuing/report-settling.service.js';
export { ReportService } from './report.service.js';
export { ReportsModule } from './reports.module.js';
export { settledInstant } from './figures/settled-instant.js';
export { getDashboard, type Dashboard } from './dashboard/dashboard.js';
export { listPart, type DashboardPart, type DashboardTicket } from './dashboard/dashboard-part.queries.js';
export { listCardTickets, type DashboardCard } from './dashboard/dashboard-cards.js';
export { SlowAnswers } from './dashboard/slow-answers.js';
export { dashboardLights } from './dashboard/dashboard.queries.js';
export type { DashboardQuestion } from './dashboard/dashboard-tickets.js';
export type { LearnedPlace } from './templates/learned-place.js';
export { learnReport, likelyBindings, type LearnedReport } from './templates/template-learning.js';
export { templateOfReport } from './templates/learned-template.js';
export { FormerReportService, type FormerReport } from './templates/former-report.service.js';
export { formerReportReader, leftReaderOf, templateMakerOf } from './templates/former-report-reader.js';
export { makeTemplate } from './templates/former-report-template.js';
export { readLeft } from './templates/template-left.js';
export { readFormerReport, type Binding } from './templates/former-report-reading.js';
export type { DecisionChange, Decisions, FormerReportRow } from './templates/former-report.queries.js';
export { figureOf, FigureBook } from './figures/definitions/figure-book.js';
export {
  FigureDefinitionService,
  type FigureVersion,
  type OwnFigureView,
  type PreviewRequest,
} from './figures/definitions/figure-definition.service.js';
export type { FigureDraft } from './figures/definitions/figure-draft.js';
