import { select, SqlParameters, type Queryable } from '@xiaohao/database';
import { parsePeriod, type Day } from '@xiaohao/domain';
import type { Filing } from '@xiaohao/indicators';
import type { Actor } from '@xiaohao/org';
import { visibleTickets } from '@xiaohao/tickets';
import { knownSql, knownTicketsSql, timesOf, type Times } from './figures/known-tickets.js';
import { stateOnDaySql, type DayState } from './figures/state-on-day.js';
import type { FigureTicket } from './report.queries.js';

/** A ticket as the report knew it, in its state on the report's day. */
export interface KnownTicket extends FigureTicket {
  /** The status stored then, which may be of a later day than the report's. */
  status: string;
  state: DayState;
}

export interface FigureTickets {
  items: KnownTicket[];
  /** Tickets behind the figure that the reader may not see. */
  hiddenCount: number;
  nextCursor: string | null;
  /** What departments filed, where the figure stands on that. */
  filings: Filing[];
}

/** The two times of a report; null where there is none. */
export async function findTimes(db: Queryable, reportId: string, params: SqlParameters): Promise<Times | null> {
  const [report] = await select<{ period: string; asOf: Day; knownAt: Date }>(
    db,
    'select period, as_of as "asOf", known_at as "knownAt" from report where id = $1',
    [reportId],
  );
  return report ? timesOf({ ...report, period: parsePeriod(report.period)!, sourceId: null }, params) : null;
}

/** Tickets with these ids as the report knew them: a subquery with `lead_unit` and `state` beside what a list shows. */
export function ticketsThenSql(times: Times, ids: string): string {
  return `select t.id, t.no, t.title, t.status, t.due_on, t.raised_on, t.closed_on, t.accepted_on, t.done_on, u.id as unit_id,
      u.name as unit_name, ${stateOnDaySql(times)} as state
    from (${knownTicketsSql(times, `h.id = ${ids}`)}) t
    left join unit_history u on u.id = t.lead_unit_id and ${knownSql('u', times.knownAt)}`;
}

/**
 * One page of the tickets behind a figure by number: which of them is for today's rights of the reader to say, what they
 * were for the report's two times. Null: no such figure.
 */
export async function findFigureTickets(
  db: Queryable,
  reader: Actor,
  reportId: string,
  key: string,
  page: { limit: number; after: string | null },
): Promise<FigureTickets | null> {
  const params = new SqlParameters([reportId, key, page.limit + 1, page.after]);
  const times = await findTimes(db, reportId, params);
  if (!times) return null;
  const rows = await select<KnownTicket & { id: string | null; hiddenCount: number; filings: Filing[] | null }>(
    db,
    `with figure as (select ticket_ids, detail from report_figure where report_id = $1 and key = $2),
     visible as materialized (select t.id, t.no from ticket t
       where t.id in (select unnest(ticket_ids) from figure) and ${visibleTickets(reader, params)}),
     page as materialized (select id, no from visible where $4::text is null or no > $4 order by no limit $3)
     select cardinality(f.ticket_ids) - (select count(*)::int from visible) as "hiddenCount", f.detail -> 'filings' as filings,
       p.id, p.no, t.title, t.status, t.state, t.due_on as "dueOn", t.raised_on as "raisedOn",
       case when t.done_on is not null then t.closed_on end as "closedOn",
       case when t.done_on is not null then t.accepted_on end as "acceptedOn",
       case when t.unit_id is not null then json_build_object('id', t.unit_id, 'name', t.unit_name) end as "leadUnit"
     from figure f left join page p on true
     left join (${ticketsThenSql(times, 'any(array(select id from page))')}) t on t.id = p.id
     order by p.no`,
    params.values,
  );
  const [first] = rows;
  if (!first) return null;
  const found = rows.filter((row) => row.id !== null).map(({ hiddenCount: _, filings: __, ...ticket }) => ticket);
  const items = found.slice(0, page.limit);
  return {
    items,
    hiddenCount: first.hiddenCount,
    nextCursor: found.length > page.limit ? items.at(-1)!.no : null,
    filings: first.filings ?? [],
  };
}
