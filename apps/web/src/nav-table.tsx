import {
  BellOutlined,
  CarryOutOutlined,
  DashboardOutlined,
  FileSearchOutlined,
  ClockCircleOutlined,
  FileTextOutlined,
  FlagOutlined,
  FormOutlined,
  ImportOutlined,
  InboxOutlined,
  MailOutlined,
  ProfileOutlined,
  SafetyCertificateOutlined,
  SolutionOutlined,
  SyncOutlined,
  TeamOutlined,
} from '@ant-design/icons';
import type { ReactNode } from 'react';
import type { Permission } from '@xiaohao/domain';
import type { PageTextKey } from '@xiaohao/messages';

/** One page of the navigation: where it is, who may open it, how it is called. */
export interface NavRow {
  path: string;
  /** Any of these opens it. */
  permissions: readonly Permission[];
  label: PageTextKey;
  icon: ReactNode;
  group?: 'system';
}

export const navTable: readonly NavRow[] = [
  { path: '/', permissions: ['ticket.read'], label: 'nav.workbench', icon: <CarryOutOutlined /> },
  { path: '/tickets', permissions: ['ticket.read'], label: 'nav.ledger', icon: <ProfileOutlined /> },
  { path: '/look-backs', permissions: ['ticket.read'], label: 'nav.lookBacks', icon: <FileSearchOutlined /> },
  { path: '/sources', permissions: ['ticket.read'], label: 'nav.sources', icon: <InboxOutlined /> },
  { path: '/campaigns', permissions: ['ticket.read'], label: 'campaign.title', icon: <FlagOutlined /> },
  { path: '/imports', permissions: ['import.run'], label: 'nav.imports', icon: <ImportOutlined /> },
  {
    path: '/reminders',
    permissions: ['reminder.read', 'delivery.read'],
    label: 'nav.reminders',
    icon: <BellOutlined />,
  },
  { path: '/filing', permissions: ['indicator.read'], label: 'nav.filing', icon: <FormOutlined /> },
  { path: '/reports', permissions: ['report.read'], label: 'nav.reports', icon: <FileTextOutlined /> },
  { path: '/dashboard', permissions: ['dashboard.read'], label: 'nav.dashboard', icon: <DashboardOutlined /> },
  {
    path: '/system/people',
    permissions: ['people.read'],
    label: 'nav.people',
    icon: <TeamOutlined />,
    group: 'system',
  },
  {
    path: '/system/deadlines',
    permissions: ['deadline.edit'],
    label: 'deadlines.title',
    icon: <ClockCircleOutlined />,
    group: 'system',
  },
  { path: '/system/jobs', permissions: ['jobs.read'], label: 'nav.jobs', icon: <SyncOutlined />, group: 'system' },
  {
    path: '/system/roots',
    permissions: ['audit.verify'],
    label: 'nav.roots',
    icon: <SafetyCertificateOutlined />,
    group: 'system',
  },
  {
    path: '/system/rights',
    permissions: ['audit.verify'],
    label: 'nav.rights',
    icon: <SolutionOutlined />,
    group: 'system',
  },
  { path: '/system/mails', permissions: ['mail.read'], label: 'nav.mails', icon: <MailOutlined />, group: 'system' },
];

export function mayOpen(page: { permissions?: readonly Permission[] }, held: readonly string[]): boolean {
  return !page.permissions || page.permissions.some((permission) => held.includes(permission));
}

/** The first page a person may open; administrators and statistics clerks have no workbench. */
export function firstPage(held: readonly string[]): string {
  return navTable.find((row) => mayOpen(row, held))?.path ?? '/messages';
}
