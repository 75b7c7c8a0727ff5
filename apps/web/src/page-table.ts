import type { ComponentType } from 'react';
import type { Permission } from '@xiaohao/domain';
import { navTable } from './nav-table.js';

type Load = () => Promise<ComponentType>;

/** One page: where it is, who may open it, how it is fetched. */
export interface PageRow {
  path: string;
  /** Any of these opens it; none = everybody signed in. */
  permissions?: readonly Permission[];
  load: Load;
  /** Pages drawn inside this one; `''` is its first. */
  inside?: readonly { path: string; load: Load }[];
}

/** The permissions of the page in the navigation that the path begins with. */
const as = (path: string) => navTable.find((row) => row.path === path)!.permissions;

export const pages: readonly PageRow[] = [
  {
    path: '/',
    permissions: as('/'),
    load: () => import('./pages/workbench/workbench-page.js').then((page) => page.WorkbenchPage),
  },
  {
    path: '/tickets',
    permissions: as('/tickets'),
    load: () => import('./pages/ledger/ledger-page.js').then((page) => page.LedgerPage),
  },
  {
    path: '/tickets/on-day',
    permissions: ['dashboard.read'],
    load: () => import('./pages/ledger/day-page.js').then((page) => page.DayPage),
  },
  {
    path: '/tickets/:id',
    permissions: as('/tickets'),
    load: () => import('./pages/ticket/ticket-page.js').then((page) => page.TicketPage),
  },
  {
    path: '/ledger-layouts',
    permissions: ['ticket.export'],
    load: () => import('./pages/ledger-layouts/layouts-page.js').then((page) => page.LayoutsPage),
  },
  {
    path: '/checks',
    permissions: ['ticket.act'],
    load: () => import('./pages/checks/checks-page.js').then((page) => page.ChecksPage),
  },
  {
    path: '/look-backs',
    permissions: as('/look-backs'),
    load: () => import('./pages/look-backs/look-backs-page.js').then((page) => page.LookBacksPage),
  },
  {
    path: '/look-backs/statistics',
    permissions: as('/look-backs'),
    load: () => import('./pages/look-backs/statistics-page.js').then((page) => page.StatisticsPage),
  },
  {
    path: '/look-backs/:id',
    permissions: as('/look-backs'),
    load: () => import('./pages/look-backs/look-back-page.js').then((page) => page.LookBackPage),
  },
  {
    path: '/sources',
    permissions: as('/sources'),
    load: () => import('./pages/sources/sources-page.js').then((page) => page.SourcesPage),
  },
  {
    path: '/campaigns',
    permissions: as('/campaigns'),
    load: () => import('./pages/campaigns/campaigns-page.js').then((page) => page.CampaignsPage),
  },
  {
    path: '/imports',
    permissions: as('/imports'),
    load: () => import('./pages/imports/imports-page.js').then((page) => page.ImportsPage),
  },
  {
    path: '/imports/:id',
    permissions: as('/imports'),
    load: () => import('./pages/imports/import-page.js').then((page) => page.ImportPage),
  },
  {
    path: '/reminders',
    permissions: as('/reminders'),
    load: () => import('./pages/reminders/reminders-page.js').then((page) => page.RemindersPage),
    inside: [
      { path: '', load: () => import('./pages/reminders/calendar-tab.js').then((page) => page.CalendarTab) },
      { path: 'log', load: () => import('./pages/reminders/log-tab.js').then((page) => page.LogTab) },
      { path: 'rules', load: () => import('./pages/reminders/rules-tab.js').then((page) => page.RulesTab) },
    ],
  },
  {
    path: '/filing',
    permissions: as('/filing'),
    load: () => import('./pages/filing/filing-page.js').then((page) => page.FilingPage),
  },
  {
    path: '/filing/upload',
    permissions: ['indicator.file'],
    load: () => import('./pages/filing/upload-page.js').then((page) => page.UploadPage),
  },
  {
    path: '/filing/duties',
    permissions: ['indicator.define'],
    load: () => import('./pages/filing/duties-page.js').then((page) => page.DutiesPage),
  },
  {
    path: '/filing/review',
    permissions: ['indicator.accept'],
    load: () => import('./pages/filing/review-page.js').then((page) => page.ReviewPage),
  },
  {
    path: '/reports',
    permissions: as('/reports'),
    load: () => import('./pages/reports/reports-page.js').then((page) => page.ReportsPage),
  },
  {
    path: '/reports/figures',
    permissions: as('/reports'),
    load: () => import('./pages/figures/figures-page.js').then((page) => page.FiguresPage),
  },
  {
    path: '/reports/figures/new',
    permissions: ['figure.edit'],
    load: () => import('./pages/figures/new-figure-page.js').then((page) => page.NewFigurePage),
  },
  {
    path: '/reports/figures/:key',
    permissions: as('/reports'),
    load: () => import('./pages/figures/figure-page.js').then((page) => page.FigurePage),
  },
  {
    path: '/reports/figures/:key/edit',
    permissions: ['figure.edit'],
    load: () => import('./pages/figures/edit-figure-page.js').then((page) => page.EditFigurePage),
  },
  {
    path: '/reports/templates',
    permissions: as('/reports'),
    load: () => import('./pages/report-templates/templates-page.js').then((page) => page.TemplatesPage),
  },
  {
    path: '/reports/learn',
    permissions: ['report.build'],
    load: () => import('./pages/reports/learn-page.js').then((page) => page.LearnPage),
  },
  {
    path: '/reports/learn/:id',
    permissions: ['report.build'],
    load: () => import('./pages/reports/binding-page.js').then((page) => page.BindingPage),
  },
  {
    path: '/reports/:id',
    permissions: as('/reports'),
    load: () => import('./pages/reports/report-page.js').then((page) => page.ReportPage),
  },
  {
    path: '/reports/:id/circular',
    permissions: as('/reports'),
    load: () => import('./pages/reports/circular-page.js').then((page) => page.CircularPage),
  },
  {
    path: '/reports/:id/compare/:otherId',
    permissions: as('/reports'),
    load: () => import('./pages/reports/compare-page.js').then((page) => page.ComparePage),
  },
  {
    path: '/dashboard',
    permissions: as('/dashboard'),
    load: () => import('./pages/dashboard/dashboard-page.js').then((page) => page.DashboardPage),
  },
  {
    path: '/system/people',
    permissions: as('/system/people'),
    load: () => import('./pages/system/people-page.js').then((page) => page.PeoplePage),
  },
  {
    path: '/system/deadlines',
    permissions: as('/system/deadlines'),
    load: () => import('./pages/system/deadlines-page.js').then((page) => page.DeadlinesPage),
  },
  {
    path: '/system/jobs',
    permissions: as('/system/jobs'),
    load: () => import('./pages/system/jobs-page.js').then((page) => page.JobsPage),
  },
  {
    path: '/system/mails',
    permissions: as('/system/mails'),
    load: () => import('./pages/system/mails-page.js').then((page) => page.MailsPage),
  },
  {
    path: '/system/roots',
    permissions: as('/system/roots'),
    load: () => import('./pages/system/roots-page.js').then((page) => page.RootsPage),
  },
  // In the navigation of those who audit; whoever wants to know their own rights comes from their own page.
  { path: '/system/rights', load: () => import('./pages/system/rights-page.js').then((page) => page.RightsPage) },
  { path: '/messages', load: () => import('./pages/messages/messages-page.js').then((page) => page.MessagesPage) },
  { path: '/me', load: () => import('./pages/me/me-page.js').then((page) => page.MePage) },
];
