import { select, SqlParameters, type Queryable } from '@xiaohao/database';
import type { Day, Details, TicketKind, TicketStatus } from '@xiaohao/domain';
import type { Actor } from '@xiaohao/org';
import { ticketConditions, visibleTickets, type TicketFilter, type TicketSort } from '@xiaohao/tickets';

/** What an exported row tells. */
export interface ExportRow {
  id: string;
  no: string;
  kind: TicketKind;
  title: string;
  description: string | null;
  status: TicketStatus;
  level: string | null;
  site: string | null;
  industry: string | null;
  town: string | null;
  sourceName: string | null;
  itemId: string | null;
  itemTitle: string | null;
  leadUnit: string | null;
  supportUnits: string | null;
  leader: string | null;
  persons: string | null;
  deadlineKind: string;
  dueOn: Day | null;
  originalDueOn: Day | null;
  deadlineOngoing: boolean;
  deadlineRaw: string | null;
  theirNo: string | null;
  raisedOn: Day;
  assignedOn: Day | null;
  submittedOn: Day | null;
  closedOn: Day | null;
  progressPercent: number | null;
  latestProgress: string | null;
  latestProgressOn: Day | null;
  remark: string | null;
  details: Details;
  /** Sums of the present round by type; null where there are none. */
  outcomes: Readonly<Record<string, number>> | null;
  measures: string[] | null;
  sortValue: string;
}

/** The same orders as the list on the page. */
const orders: Readonly<Record<TicketSort, { column: string; type: string; direction: 'asc' | 'desc' }>> = {
  dueOn: { column: 'sort_due_on', type: 'date', direction: 'asc' },
  '-dueOn': { column: 'sort_due_on', type: 'date', direction: 'desc' },
  '-updatedAt': { column: 'updated_at', type: 'timestamptz', direction: 'desc' },
};

const batchSize = 2000;

export interface ExportCount {
  count: number;
  /** Cancelled tickets that are left out. */
  withdrawn: number;
}

/** A ledger leaves out what was cancelled, unless cancelled tickets are asked for. */
function isListed({ status }: TicketFilter): string {
  return status?.length ? 'true' : "t.status <> 'cancelled'";
}

export async function countTickets(
  db: Queryable,
  actor: Actor,
  filter: TicketFilter,
  today: Day,
): Promise<ExportCount> {
  const params = new SqlParameters();
  const where = [visibleTickets(actor, params), ...ticketConditions(filter, params, actor, today)].join(' and ');
  const listed = isListed(filter);
  const [row] = await select<ExportCount>(
    db,
    `select count(*) filter (where ${listed})::int as count, count(*) filter (where not (${listed}))::int as withdrawn
     from ticket t where ${where}`,
    params.values,
  );
  return row!;
}

/**
 * Everything the actor may see, batch by batch in keyset order, so that no connection is held while the reader is slow
 * and memory does not grow. The next batch is asked for while this one is written.
 */
export async function* exportBatches(
  db: Queryable,
  actor: Actor,
  filter: TicketFilter,
  sort: TicketSort,
  today: Day,
): AsyncGenerator<ExportRow[]> {
  let next: Promise<ExportRow[]> | null = readBatch(db, actor, filter, sort, today, null);
  while (next) {
    const batch: ExportRow[] = await next;
    next = batch.length === batchSize ? readBatch(db, actor, filter, sort, today, batch.at(-1)!) : null;
    // A batch that fails while the reader is slow, or gone, must not count as an error nobody looks at.
    next?.catch(() => undefined);
    yield batch;
  }
}

function readBatch(
  db: Queryable,
  actor: Actor,
  filter: TicketFilter,
  sort: TicketSort,
  today: Day,
  after: ExportRow | null,
): Promise<ExportRow[]> {
  const params = new SqlParameters();
  const conditions = [
    visibleTickets(actor, params),
    ...ticketConditions(filter, params, actor, today),
    isListed(filter),
  ];
  const { column, type, direction } = orders[sort];
  if (after) {
    const beyond = direction === 'asc' ? '>' : '<';
    conditions.push(
      `(t.${column}, t.id) ${beyond} (${params.add(after.sortValue)}::${type}, ${params.add(after.id)}::uuid)`,
    );
  }
  return select<ExportRow>(
    db,
    `select t.id, t.no, t.kind, t.title, t.description, t.status, t.level, t.site, t.industry, t.town, s.name as "sourceName", t.item_id as "itemId",
       i.title as "itemTitle", u.name as "leadUnit", coalesce(l.name, t.leader_name) as leader,
       (select string_agg(su.name, '、' order by x.sort) from ticket_support_unit x join unit su on su.id = x.unit_id
         where x.ticket_id = t.id) as "supportUnits",
       coalesce((select string_agg(tp.name, '、' order by tp.sort) from ticket_person tp where tp.ticket_id = t.id),
         h.name) as persons,
       t.deadline_kind as "deadlineKind", t.due_on as "dueOn", t.original_due_on as "originalDueOn",
       t.deadline_ongoing as "deadlineOngoing", t.deadline_raw as "deadlineRaw", t.raised_on as "raisedOn",
       t.assigned_on as "assignedOn", t.their_no as "theirNo",
       t.submitted_on as "submittedOn", t.closed_on as "closedOn", t.progress_percent as "progressPercent", t.latest_progress as "latestProgress",
       t.latest_progress_on as "latestProgressOn", t.details->>'remark' as remark, t.details,
       (select jsonb_object_agg(o.type, o.amount) from (select type, sum(amount) as amount from outcome o
         where o.ticket_id = t.id and o.round = t.round group by type) o) as outcomes,
       (select array_agg(m.text order by m.sort) from measure m where m.ticket_id = t.id) as measures,
       t.${column}::text as "sortValue"
     from (select * from ticket t where ${conditions.join(' and ')}
       order by t.${column} ${direction}, t.id ${direction} limit ${batchSize}) t
     left join source s on s.id = t.source_id left join source_item i on i.id = t.item_id
     left join unit u on u.id = t.lead_unit_id left join person l on l.id = t.leader_id
     left join person h on h.id = t.handler_id
     order by t.${column} ${direction}, t.id ${direction}`,
    params.values,
  );
}
