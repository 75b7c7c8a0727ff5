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
