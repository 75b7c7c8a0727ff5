import type { AnyLevel, TicketStatus } from '@xiaohao/domain';
import type { Label } from './labels.js';
import { comparisonTexts } from './pages-comparison.js';
import { figureTexts } from './pages-figures.js';
import { dashboardTexts } from './pages-dashboard.js';
import { filingTexts } from './pages-filing.js';
import { governanceTexts } from './pages-governance.js';
import { importReadingTexts } from './pages-import-reading.js';
import { importTexts } from './pages-import.js';
import { kindTexts } from './pages-kinds.js';
import { layoutTexts } from './pages-layouts.js';
import { ledgerTexts } from './pages-ledger.js';
import { peopleTexts } from './pages-people.js';
import { reportPdfTexts } from './pages-report-pdf.js';
import { reportTexts } from './pages-report.js';
import { templateTexts } from './pages-templates.js';
import { rightsTexts } from './pages-rights.js';
import { shellTexts } from './pages-shell.js';
import { staffingTexts } from './pages-staffing.js';
import { signInTexts } from './pages-sign-in.js';
import { ticketTexts } from './pages-ticket.js';
import { workTexts } from './pages-work.js';

/** Every text of the pages, by key; `{places}` are filled by the page. */
export const pageTexts = {
  ...shellTexts,
  ...signInTexts,
  ...ledgerTexts,
  ...layoutTexts,
  ...kindTexts,
  ...ticketTexts,
  ...governanceTexts,
  ...importTexts,
  ...importReadingTexts,
  ...workTexts,
  ...reportTexts,
  ...templateTexts,
  ...reportPdfTexts,
  ...filingTexts,
  ...comparisonTexts,
  ...figureTexts,
  ...peopleTexts,
  ...staffingTexts,
  ...dashboardTexts,
  ...rightsTexts,
} as const;

export type PageTextKey = keyof typeof pageTexts;

/** The stages of a ticket's way as steps; the date under a step is the day it was reached. */
export const chainLabels: Readonly<Record<TicketStatus, Label>> = {
  draft: ['立项', 'Registered'],
  assigned: ['交办', 'Assigned'],
  in_progress: ['签收办理', 'Signed, in work'],
  dept_review: ['科室审核', 'Section review'],
  pending_review: ['分管审核', 'Deputy review'],
  pending_acceptance: ['验收', 'Acceptance'],
  closed: ['销号', 'Struck off'],
  ongoing: ['长期坚持', 'Kept up'],
  suspended: ['挂起', 'Suspended'],
  cancelled: ['撤销', 'Cancelled'],
};

export const levelLabels = {
  general: ['一般', 'General'],
  larger: ['较大', 'Larger'],
  major: ['重大', 'Major'],
  extreme: ['特别重大', 'Extreme'],
} as const satisfies Record<AnyLevel, Label>;
