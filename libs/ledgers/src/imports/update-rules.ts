import type { TicketStatus } from '@xiaohao/domain';
import type { updateHolds } from '@xiaohao/messages';
import type { ColumnMeaning } from '../reading/headings/column-meanings.js';
import type { PreviewStatus } from '../reading/preview.js';

/** Why something a file says is left to a person; the words stand in the catalogue. */
export type UpdateHold = keyof typeof updateHolds;

export const updateFields = [
  'title',
  'description',
  'theirNo',
  'industry',
  'site',
  'town',
  'level',
  'measures',
  'leader',
  'leadUnit',
  'supportUnits',
  'persons',
  'handler',
  'deadline',
  'status',
  'progress',
  'progressPercent',
  'outcomes',
  'remark',
  'item',
  'source',
  'kind',
  'kindFacts',
  'rectifyKind',
  'raisedOn',
  'assignedOn',
  'closedOn',
  'details',
] as const;
export type UpdateField = (typeof updateFields)[number];

interface UpdateRule {
  /** Columns that speak of it. */
  meanings: readonly ColumnMeaning[];
  /** Where a file may change it: `open`: until the ticket is struck off or cancelled. */
  where: 'open' | readonly TicketStatus[];
  /** What is said where it may not. */
  otherwise: UpdateHold;
}

const open = { where: 'open', otherwise: 'updateEnded' } as const;

/**
 * What an imported file may change of a ticket that is in the ledger already. An import does what its importer may do on
 * the ticket's page by correcting it, and no more: whatever moves a ticket along, names another unit for it or gives it
 * more time has steps and approvals of its own and is left to a person.
 */
export const updateRules: Readonly<Record<UpdateField, UpdateRule>> = {
  title: { meanings: ['title'], ...open },
  description: { meanings: ['description'], ...open },
  theirNo: { meanings: ['theirNo'], ...open },
  industry: { meanings: ['industry'], ...open },
  site: { meanings: ['site'], ...open },
  town: { meanings: ['town'], ...open },
  // The level decides who reviews and accepts.
  level: {
    meanings: ['level'],
    where: ['draft', 'assigned', 'in_progress', 'ongoing', 'suspended'],
    otherwise: 'updateUnderReview',
  },
  measures: { meanings: ['measures'], ...open },
  leader: { meanings: ['leader'], ...open },
  leadUnit: { meanings: ['leadUnit'], where: ['draft'], otherwise: 'updateLeadUnit' },
  supportUnits: { meanings: ['supportUnits', 'leadUnit'], ...open },
  persons: { meanings: ['persons'], ...open },
  // The flow says who passes a ticket on, and where.
  handler: { meanings: ['persons'], ...open },
  // Also where the ticket has no deadline yet, whatever its status.
  deadline: { meanings: ['deadline'], where: ['draft'], otherwise: 'updateDeadline' },
  status: { meanings: ['struckOff', 'status', 'struckOffOn', 'progress'], where: [], otherwise: 'updateStatus' },
  progress: { meanings: ['progress', 'struckOff'], where: ['in_progress', 'ongoing'], otherwise: 'updateProgress' },
  progressPercent: {
    meanings: ['progressPercent', 'progress'],
    where: ['in_progress', 'ongoing'],
    otherwise: 'updateProgress',
  },
  outcomes: { meanings: [], ...open },
  remark: { meanings: ['remark'], ...open },
  item: { meanings: ['item'], where: [], otherwise: 'updatePlace' },
  source: { meanings: ['source', 'details'], where: [], otherwise: 'updatePlace' },
  kind: { meanings: ['ignored'], where: [], otherwise: 'updatePlace' },
  kindFacts: { meanings: ['ignored'], where: [], otherwise: 'updateKindFacts' },
  rectifyKind: { meanings: ['rectifyKind'], where: [], otherwise: 'updateRectifyKind' },
  raisedOn: { meanings: ['raisedOn'], where: [], otherwise: 'updateDates' },
  assignedOn: { meanings: ['assignedOn'], where: [], otherwise: 'updateDates' },
  // Also where 复查合格 is told with its day.
  closedOn: {
    meanings: ['struckOffOn', 'reviewedOn', 'completedOn', 'struckOff', 'status', 'progress'],
    where: [],
    otherwise: 'updateDates',
  },
  details: { meanings: ['details'], ...open },
};

/** What a file may say of a ticket in these statuses without saying anything else than we know. */
export const agreeingStatuses: Readonly<Record<PreviewStatus, 'any' | readonly TicketStatus[]>> = {
  not_started: ['draft', 'assigned'],
  in_progress: ['assigned', 'in_progress', 'dept_review', 'pending_review', 'pending_acceptance', 'suspended'],
  completed: ['dept_review', 'pending_review', 'pending_acceptance'],
  closed: ['closed'],
  ongoing: ['ongoing'],
  unknown: 'any',
};

/** Why the rules leave this to a person where the ticket stands; null where a file may change it. */
export function heldBack(field: UpdateField, status: TicketStatus): UpdateHold | null {
  if (status === 'closed' || status === 'cancelled') return 'updateEnded';
  const { where, otherwise } = updateRules[field];
  return where === 'open' || where.includes(status) ? null : otherwise;
}
