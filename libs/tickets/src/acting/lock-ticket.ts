import type { EntityManager } from 'typeorm';
import { AppError } from '@xiaohao/errors';
import type { Day, Details, TicketFacts, TicketKind, TicketStatus } from '@xiaohao/domain';
import type { Actor } from '@xiaohao/org';
import type { DutyFacts } from '../reading/ticket-duties.js';
import { lockVisible } from './lock-visible.js';

/** A sub-task still to be done: neither struck off, nor accepted and kept up, nor cancelled. */
export const openChildSql = `c.status not in ('closed','cancelled') and c.accepted_on is null`;

/** A ticket held FOR UPDATE until the transaction ends, with all the rules look at. */
export interface LockedTicket extends TicketFacts, DutyFacts {
  readonly id: string;
  readonly no: string;
  readonly kind: TicketKind;
  readonly level: string | null;
  readonly status: TicketStatus;
  readonly handlerId: string | null;
  readonly submitterId: string | null;
  readonly title: string;
  readonly sourceId: string | null;
  readonly confidential: boolean;
  readonly dueOn: Day | null;
  readonly originalDueOn: Day | null;
  readonly raisedOn: Day;
  readonly assignedOn: Day | null;
  readonly submittedOn: Day | null;
  readonly closedOn: Day | null;
  readonly reviewMonths: number | null;
  /** The last day the law allows at most; null where it names none. */
  readonly latestDueOn: Day | null;
  /** The rule its deadline was taken from, in words. */
  readonly deadlineBasis: string | null;
  readonly occurredOn: Day | null;
  readonly parentId: string | null;
  readonly campaignId: string | null;
  readonly childCount: number;
  readonly details: Details;
  readonly round: number;
  readonly version: number;
  readonly eventCount: number;
  readonly eventHead: string;
}

/**
 * Locks the ticket for a change by this actor. What the actor may not see does not exist: 404.
 * A version that is not the present one is refused before anything else is looked at: 409.
 */
export async function lockTicket(
  tx: EntityManager,
  actor: Actor,
  id: string,
  version: number | null,
): Promise<LockedTicket> {
  const [ticket] = await lockVisible<LockedTicket>(tx, actor, [id], lockedColumns);
  if (!ticket) throw new AppError('notFound', { what: '事项' });
  if (version !== null && version !== ticket.version) {
    throw new AppError('stale', { version: ticket.version, status: ticket.status });
  }
  return ticket;
}

const lockedColumns = `t.id, t.no, t.kind, t.level, t.status, t.title, t.source_id as "sourceId", t.confidential, t.deadline_kind as "deadlineKind",
       t.deadline_ongoing as "deadlineOngoing", t.due_on as "dueOn", t.original_due_on as "originalDueOn",
       t.raised_on as "raisedOn", t.assigned_on as "assignedOn", t.submitted_on as "submittedOn",
       t.closed_on as "closedOn", t.lead_unit_id as "leadUnitId", t.leader_id as "leaderId",
       t.handler_id as "handlerId", t.submitter_id as "submitterId", t.submitted_by_head as "submittedByHead",
       t.extension_pending as "extensionPending",
       (select x.requested_by from extension x where x.ticket_id = t.id and x.decision is null limit 1) as "extensionRequestedBy",
       t.extension_count as "grantedExtensionCount",
       t.statutory_deadline as "statutoryDeadline", t.cancel_requested_by as "cancelRequestedBy",
       t.review_months as "reviewMonths", (t.deadline_rule->>'latestOn')::date as "latestDueOn",
       t.deadline_rule->>'sentence' as "deadlineBasis", t.round, t.version,
       t.event_count as "eventCount", t.event_head as "eventHead", t.occurred_on as "occurredOn", t.parent_id as "parentId",
       t.campaign_id as "campaignId", t.details,
       exists (select 1 from unit u where u.id = t.lead_unit_id and u.closed_on is null) as "leadUnitOpen",
       (select count(*)::int from ticket c where c.parent_id = t.id) as "childCount",
       (select count(*)::int from ticket c where c.parent_id = t.id and ${openChildSql}) as "openChildCount",
       (select count(*)::int from evidence e where e.ticket_id = t.id and e.round = t.round and e.on_site) as "onSiteCount",
       (select count(*)::int from evidence e where e.ticket_id = t.id and e.round = t.round) as "evidenceCount",
       (select count(*)::int from measure m where m.ticket_id = t.id and m.done_on is null and m.undone_reason is null)
         as "openMeasureCount",
       array(select x.person_id from ticket_person x where x.ticket_id = t.id and x.person_id is not null) as "personIds",
       array(select x.unit_id from ticket_support_unit x where x.ticket_id = t.id) as "supportUnitIds"`;
