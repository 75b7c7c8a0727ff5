import type { EntityManager } from 'typeorm';
import { select, SqlParameters, type Queryable } from '@xiaohao/database';
import type { Day, Details, TicketKind, TicketStatus } from '@xiaohao/domain';
import type { Actor } from '@xiaohao/org';
import { lockVisible } from '../acting/lock-visible.js';
import { visibleTickets } from '../reading/visibility.js';

/** A ticket with all a ledger may say of it. */
export interface LedgerTicket {
  id: string;
  no: string;
  version: number;
  eventCount: number;
  eventHead: string;
  kind: TicketKind;
  level: string | null;
  status: TicketStatus;
  title: string;
  description: string | null;
  theirNo: string | null;
  industry: string | null;
  site: string | null;
  town: string | null;
  itemTitle: string | null;
  sourceName: string | null;
  leadUnitId: string | null;
  leadUnit: string | null;
  leaderId: string | null;
  /** Of somebody outside the bureau the name alone is known. */
  leader: string | null;
  handlerId: string | null;
  handler: string | null;
  supportUnits: { id: string; name: string }[];
  persons: { name: string; personId: string | null }[];
  deadlineKind: string;
  dueOn: Day | null;
  originalDueOn: Day | null;
  deadlineOngoing: boolean;
  deadlineRaw: string | null;
  statutoryDeadline: boolean;
  /** Who asked to cancel it, while nobody has decided yet. */
  cancelRequestedBy: string | null;
  deadlineRule: object | null;
  raisedOn: Day;
  assignedOn: Day | null;
  occurredOn: Day | null;
  closedOn: Day | null;
  round: number;
  childCount: number;
  progressPercent: number | null;
  latestProgress: string | null;
  latestProgressOn: Day | null;
  measures: { id: string; text: string }[];
  /** Sums of the present round by type. */
  outcomes: Record<string, number>;
  details: Details;
}

const ticketsPerStatement = 1000;

/** The tickets of these ids that the actor may see, by id. */
export function loadLedgerTickets(
  db: Queryable,
  actor: Actor,
  ids: readonly string[],
): Promise<Map<string, LedgerTicket>> {
  return inParts(ids, (some) => {
    const params = new SqlParameters();
    const wanted = params.add(some);
    return select<LedgerTicket>(
      db,
      `select ${ledgerColumns} from ticket t
       where t.id = any(${wanted}::uuid[]) and ${visibleTickets(actor, params)} order by t.id`,
      params.values,
    );
  });
}

/** The same, held FOR UPDATE in the order of their ids. */
export function lockLedgerTickets(
  tx: EntityManager,
  actor: Actor,
  ids: readonly string[],
): Promise<Map<string, LedgerTicket>> {
  return inParts(ids, (some) => lockVisible<LedgerTicket>(tx, actor, some, ledgerColumns));
}

async function inParts(
  ids: readonly string[],
  read: (some: readonly string[]) => Promise<LedgerTicket[]>,
): Promise<Map<string, LedgerTicket>> {
  const found = new Map<string, LedgerTicket>();
  const sorted = [...new Set(ids)].sort();
  for (let start = 0; start < sorted.length; start += ticketsPerStatement) {
    for (const row of await read(sorted.slice(start, start + ticketsPerStatement))) found.set(row.id, row);
  }
  return found;
}

const ledgerColumns = `t.id, t.no, t.version, t.event_count as "eventCount", t.event_head as "eventHead", t.kind, t.level, t.status,
       t.title, t.description, t.their_no as "theirNo", t.industry, t.site, t.town, t.lead_unit_id as "leadUnitId",
       (select i.title from source_item i where i.id = t.item_id) as "itemTitle",
       (select s.name from source s where s.id = t.source_id) as "sourceName",
       (select u.name from unit u where u.id = t.lead_unit_id) as "leadUnit", t.leader_id as "leaderId",
       coalesce((select p.name from person p where p.id = t.leader_id), t.leader_name) as leader,
       t.handler_id as "handlerId", (select p.name from person p where p.id = t.handler_id) as handler,
       t.cancel_requested_by as "cancelRequestedBy",
       (select coalesce(json_agg(json_build_object('id', u.id, 'name', u.name) order by x.sort), '[]')
         from ticket_support_unit x join unit u on u.id = x.unit_id where x.ticket_id = t.id) as "supportUnits",
       (select coalesce(json_agg(json_build_object('name', x.name, 'personId', x.person_id) order by x.sort), '[]')
         from ticket_person x where x.ticket_id = t.id) as persons,
       t.deadline_kind as "deadlineKind", t.due_on as "dueOn", t.original_due_on as "originalDueOn",
       t.deadline_ongoing as "deadlineOngoing", t.deadline_raw as "deadlineRaw",
       t.statutory_deadline as "statutoryDeadline", t.deadline_rule as "deadlineRule", t.raised_on as "raisedOn",
       t.assigned_on as "assignedOn", t.occurred_on as "occurredOn", t.closed_on as "closedOn", t.round,
       (select count(*)::int from ticket c where c.parent_id = t.id) as "childCount",
       t.progress_percent as "progressPercent", t.latest_progress as "latestProgress",
       t.latest_progress_on as "latestProgressOn",
       (select coalesce(json_agg(json_build_object('id', m.id, 'text', m.text) order by m.sort), '[]')
         from measure m where m.ticket_id = t.id) as measures,
       (select coalesce(json_object_agg(o.type, o.sum), '{}') from (select type, sum(amount)::float8 as sum from outcome
         where ticket_id = t.id and round = t.round group by type) o) as outcomes,
       t.details`;
