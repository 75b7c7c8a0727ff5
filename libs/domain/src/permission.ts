import type { Role } from './role.js';

export const permissions = [
  'ticket.read',
  'ticket.create',
  'ticket.edit',
  'ticket.act',
  'ticket.export',
  'look_back.run',
  'source.edit',
  'campaign.edit',
  'deadline.edit',
  'import.run',
  'reminder.read',
  'reminder.edit',
  'delivery.read',
  'report.read',
  'report.build',
  'report.finalize',
  'report.withdraw',
  'dashboard.read',
  'indicator.read',
  'indicator.file',
  'indicator.accept',
  'indicator.define',
  'parameter.edit',
  'people.read',
  'people.edit',
  'token.create',
  'jobs.read',
  'mail.read',
  'audit.verify',
] as const;

export type Permission = (typeof permissions)[number];

const everybodyWithTickets = ['ticket.read', 'ticket.act', 'ticket.export', 'people.read'] as const;
const coordinator = [
  ...everybodyWithTickets,
  'ticket.create',
  'ticket.edit',
  'look_back.run',
  'source.edit',
  'campaign.edit',
  'deadline.edit',
  'import.run',
  'reminder.read',
  'delivery.read',
  'report.read',
  'dashboard.read',
  'token.create',
] as const;

/** Role → what it may do. Flat: no role inherits another; which tickets it sees is the visibility predicate's matter. */
export const permissionTable: Readonly<Record<Role, readonly Permission[]>> = {
  admin: [
    'people.read',
    'people.edit',
    'token.create',
    'jobs.read',
    'mail.read',
    'delivery.read',
    'reminder.edit',
    'parameter.edit',
    'audit.verify',
  ],
  chief: [
    ...everybodyWithTickets,
    'reminder.read',
    'delivery.read',
    'report.read',
    'report.build',
    'report.finalize',
    'report.withdraw',
    'dashboard.read',
  ],
  deputy: [...everybodyWithTickets, 'reminder.read', 'delivery.read', 'report.read', 'dashboard.read'],
  inspection: [...coordinator, 'report.build'],
  liaison: [
    ...everybodyWithTickets,
    'look_back.run',
    'reminder.read',
    'delivery.read',
    'report.read',
    'dashboard.read',
  ],
  supervision: [...coordinator, 'reminder.edit', 'report.build'],
  safety: coordinator,
  office: [
    'ticket.read',
    'ticket.export',
    'people.read',
    'report.read',
    'report.build',
    'dashboard.read',
    'indicator.read',
    'indicator.file',
    'indicator.accept',
    'indicator.define',
    'parameter.edit',
    'token.create',
  ],
  head: [...everybodyWithTickets, 'indicator.read', 'indicator.file', 'report.read', 'dashboard.read'],
  handler: [...everybodyWithTickets],
  clerk: [...everybodyWithTickets, 'ticket.create', 'ticket.edit', 'import.run', 'indicator.read', 'indicator.file'],
  stats: ['indicator.read', 'indicator.file', 'indicator.accept', 'indicator.define', 'people.read', 'token.create'],
  auditor: [
    'ticket.read',
    'ticket.export',
    'people.read',
    'report.read',
    'dashboard.read',
    'delivery.read',
    'reminder.read',
    'audit.verify',
    'token.create',
  ],
};

/** Whether any of the roles a person holds today grants the permission. */
export function mayDo(held: readonly Role[], permission: Permission): boolean {
  return held.some((role) => permissionTable[role].includes(permission));
}
