import type { EntityManager } from 'typeorm';
import { execute, liveSignalSql, SqlParameters } from '@xiaohao/database';
import { JobQueue } from '@xiaohao/jobs';
import { stoodInFor, type Actor } from '@xiaohao/org';
import { eventSql, nextEvent } from '../chain/event-chain.js';
import type { LockedTicket } from './lock-ticket.js';
import { dutiesOf } from '../reading/ticket-duties.js';

/** Columns a change may set; the map is the whitelist and the translation. */
export const ticketColumns = {
  title: 'title',
  description: 'description',
  status: 'status',
  level: 'level',
  sourceId: 'source_id',
  itemId: 'item_id',
  campaignId: 'campaign_id',
  parentId: 'parent_id',
  theirNo: 'their_no',
  industry: 'industry',
  site: 'site',
  town: 'town',
  leadUnitId: 'lead_unit_id',
  leaderId: 'leader_id',
  leaderName: 'leader_name',
  handlerId: 'handler_id',
  submitterId: 'submitter_id',
  submittedByHead: 'submitted_by_head',
  confidential: 'confidential',
  deadlineKind: 'deadline_kind',
  dueOn: 'due_on',
  originalDueOn: 'original_due_on',
  deadlineOngoing: 'deadline_ongoing',
  deadlineRaw: 'deadline_raw',
  deadlineRule: 'deadline_rule',
  statutoryDeadline: 'statutory_deadline',
  raisedOn: 'raised_on',
  occurredOn: 'occurred_on',
  assignedOn: 'assigned_on',
  signedOn: 'signed_on',
  submittedOn: 'submitted_on',
  closedOn: 'closed_on',
  acceptedOn: 'accepted_on',
  closedOnTime: 'closed_on_time',
  reviewOn: 'review_on',
  reviewMonths: 'review_months',
  cancelRequestedBy: 'cancel_requested_by',
  cancelRequestedOn: 'cancel_requested_on',
  cancelReason: 'cancel_reason',
  completion: 'completion',
  result: 'result',
  progressPercent: 'progress_percent',
  latestProgress: 'latest_progress',
  latestProgressOn: 'latest_progress_on',
  round: 'round',
  extensionCount: 'extension_count',
  extensionPending: 'extension_pending',
  details: 'details',
} as const;

export type TicketPatch = { [Field in keyof typeof ticketColumns]?: unknown };

export interface TicketChange {
  action: string;
  patch: TicketPatch;
  payload: Record<string, unknown>;
  tell: boolean;
  /** Whether it may be done as this one; tells what was done on the strength of a stand-in's post. Default: taking part. */
  mayAs?: (as: Actor) => boolean;
}

/**
 * Writes a change of a locked ticket: the row with its next version, the event that tells it, the live signal and,
 * where somebody is to be told, the job that does so (no queue: nobody is). One statement in the caller's transaction.
 */
export async function saveTicket(
  tx: EntityManager,
  actor: Actor,
  ticket: LockedTicket,
  change: TicketChange,
  jobs: JobQueue | null,
  at: Date,
): Promise<void> {
  const mayAs = change.mayAs ?? ((as: Actor) => dutiesOf(as, ticket).has('participant'));
  const actingFor = stoodInFor(actor, mayAs) ?? undefined;
  const event = nextEvent(ticket.id, ticket, actor, change.action, { ...change.payload, actingFor }, at);
  const params = new SqlParameters([ticket.id, event.seq, event.hash, at]);
  const settings = Object.entries(change.patch).map(
    ([field, value]) => `${ticketColumns[field as keyof typeof ticketColumns]} = ${params.add(value)}`,
  );
  const written = [eventSql(params, event)];
  if (change.tell && jobs) {
    written.push(jobs.rowSql(params, 'ticket.changed', { ticketId: ticket.id, seq: event.seq }));
  }
  await execute(
    tx,
    `with ${written.map((row, at) => `written${at} as (${row})`).join(', ')}
     update ticket set ${[...settings, 'version = version + 1', 'event_count = $2', 'event_head = $3', 'updated_at = $4'].join(', ')}
     where id = $1 returning ${liveSignalSql(params, { type: 'ticket', id: ticket.id })}`,
    params.values,
  );
}
