import {
  BarChartOutlined,
  BellOutlined,
  CarryOutOutlined,
  FileTextOutlined,
  FormOutlined,
  ImportOutlined,
  MailOutlined,
  ProfileOutlined,
  SyncOutlined,
  TeamOutlined,
} from '@ant-design/icons';
import type { ComponentType, ReactNode } from 'react';
import type { Permission } from '@xiaohao/domain';
import type { PageTextKey } from '@xiaohao/messages';

/** One page: where it is, who may open it, how it is called in the navigation, how it is fetched. */
export interface PageRow {
  path: string;
  /** Any of these opens it; none = everybody signed in. */
  permissions?: readonly Permission[];
  nav?: { label: PageTextKey; icon: ReactNode; group?: 'system' };
  load: () => Promise<ComponentType>;
  /** Pages drawn inside this one; `''` is its first. */
  inside?: readonly { path: string; load: () => Promise<ComponentType> }[];
}

export const pages: readonly PageRow[] = [
  {
    path: '/',
    permissions: ['ticket.read'],
    nav: { label: 'nav.workbench', icon: <CarryOutOutlined /> },
    load: () => import('./pages/workbench/workbench-page.js').then((page) => page.WorkbenchPage),
  },
  {
    path: '/tickets',
    permissions: ['ticket.read'],
    nav: { label: 'nav.ledger', icon: <ProfileOutlined /> },
    load: () => import('./pages/ledger/ledger-page.js').then((page) => page.LedgerPage),
  },
  {
    path: '/tickets/:id',
    permissions: ['ticket.read'],
    load: () => import('./pages/ticket/ticket-page.js').then((page) => page.TicketPage),
  },
  {
    path: '/imports',
    permissions: ['import.run'],
    nav: { label: 'nav.imports', icon: <ImportOutlined /> },
    load: () => import('./pages/imports/imports-page.js').then((page) => page.ImportsPage),
  },
  {
    path: '/imports/:id',
    permissions: ['import.run'],
    load: () => import('./pages/imports/import-page.js').then((page) => page.ImportPage),
  },
  {
    path: '/reminders',
    permissions: ['reminder.read', 'delivery.read'],
    nav: { label: 'nav.reminders', icon: <BellOutlined /> },
    load: () => import('./pages/reminders/reminders-page.js').then((page) => page.RemindersPage),
    inside: [
      { path: '', load: () => import('./pages/reminders/calendar-tab.js').then((page) => page.CalendarTab) },
      { path: 'log', load: () => import('./pages/reminders/log-tab.js').then((page) => page.LogTab) },
      { path: 'rules', load: () => import('./pages/reminders/rules-tab.js').then((page) => page.RulesTab) },
    ],
  },
  {
    path: '/system/people',
    permissions: ['people.read'],
    nav: { label: 'nav.people', icon: <TeamOutlined />, group: 'system' },
    load: () => import('./pages/system/people-page.js').then((page) => page.PeoplePage),
  },
  {
    path: '/system/jobs',
    permissions: ['jobs.read'],
    nav: { label: 'nav.jobs', icon: <SyncOutlined />, group: 'system' },
    load: () => import('./pages/system/jobs-page.js').then((page) => page.JobsPage),
  },
  {
    path: '/system/mails',
    permissions: ['mail.read'],
    nav: { label: 'nav.mails', icon: <MailOutlined />, group: 'system' },
    load: () => import('./pages/system/mails-page.js').then((page) => page.MailsPage),
  },
  {
    path: '/messages',
    load: () => import('./pages/messages/messages-page.js').then((page) => page.MessagesPage),
  },
  { path: '/me', load: () => import('./pages/me/me-page.js').then((page) => page.MePage) },
];

/** The first page of the navigation that a person may open; administrators and statistics clerks have no workbench. */
export function firstPage(permissions: readonly string[]): string {
  return pages.find((page) => page.nav && mayOpen(page, permissions))?.path ?? '/messages';
}

export function mayOpen(page: PageRow, permissions: readonly string[]): boolean {
  return !page.permissions || page.permissions.some((permission) => permissions.includes(permission));
}
