import type { DataSource } from 'typeorm';
import { select, SqlParameters } from '@xiaohao/database';
import type { Actor } from '@xiaohao/org';
import { visibleTickets } from '@xiaohao/tickets';
import { isTicketList } from '../building/list-blocks.queries.js';
import { knownSql, type Times } from '../figures/known-tickets.js';
import type { ContentDifference } from './content-difference.js';
import { factsSql, reasonSql, sidesOf, type ReportPair } from './known-facts.js';
import { askedByList, askedByState, type TicketFacts } from './row-causes.js';
import { askedColumns } from './ticket-conditions.js';

/** The ticket behind a row; null where the row tells of none. */
export function ticketOf({ row }: Pick<ContentDifference, 'row'>): { list: string; id: string } | null {
  return row && ticketIn(row.key);
}

export function ticketIn(key: string | null): { list: string; id: string } | null {
  const found = /^(\w+):([0-9a-f-]{36})$/.exec(key ?? '');
  return found && isTicketList(found[1]!) ? { list: found[1]!, id: found[2]! } : null;
}

/** What both reports knew of the tickets behind the rows that differ, by their place among the differences. */
export async function findRowFacts(
  db: DataSource,
  reader: Actor,
  reports: ReportPair,
  differences: readonly ContentDifference[],
): Promise<Map<number, TicketFacts>> {
  const rows = differences.flatMap((difference, at) => {
    const ticket = ticketOf(difference);
    if (!ticket) return [];
    const asked = difference.change === 'changed' ? askedByState : { list: askedByList(ticket.list) };
    return Object.entries(asked).map(([part, of]) => ({ at, part, id: ticket.id, redefined: false, ...of }));
  });
  if (rows.length === 0) return new Map();
  const params = new SqlParameters([JSON.stringify(rows)]);
  const sides = sidesOf(reports, params);
  const [a, b] = [sides[0].times, sides[1].times];
  const ids = 'any(array(select distinct id from f))';
  const both = (column: string) => `json_build_array(a.${column}, b.${column})`;
  const statement = `
    with f as materialized (select * from jsonb_to_recordset($1::jsonb) f (at int, part text, id uuid, ${askedColumns})),
     a as materialized (${factsSql(a, ids)}),
     b as materialized (${factsSql(b, ids)}),
     seen as (select t.id, t.no from ticket t where t.id = ${ids} and ${visibleTickets(reader, params)}),
     said_then as (${progressSql(a, ids)}),
     said_now as (${progressSql(b, ids)}),
     reasoned as (
       select f.at, f.id, json_object_agg(f.part, ${reasonSql(reports, sides, params, rows)}) as reasons
       from f left join a on a.id = f.id left join b on b.id = f.id group by f.at, f.id)
    select r.at, r.reasons, s.no, ${both('lead_unit_id')} as "unitIds", json_build_array(ua.name, ub.name) as units,
      ${both('due_on')} as days, ${both('title')} as titles, ${both('site')} as sites,
      ${both('confidential')} as confidential, json_build_array(p.text, q.text) as texts,
      json_build_array(p.percent, q.percent) as percents,
      q.id is not null and not exists (select 1 from progress_entry_history e
        where e.id = q.id and e.reported_on <= ${a.asOf} and ${knownSql('e', a.knownAt)}) as progressed
    from reasoned r left join a on a.id = r.id left join b on b.id = r.id left join seen s on s.id = r.id
    left join unit_history ua on ua.id = a.lead_unit_id and ${knownSql('ua', a.knownAt)}
    left join unit_history ub on ub.id = b.lead_unit_id and ${knownSql('ub', b.knownAt)}
    left join said_then p on p.ticket_id = r.id left join said_now q on q.ticket_id = r.id`;
  const found = await db.transaction(async (tx) => {
    await select(tx, `select set_config('enable_nestloop', 'off', true)`);
    return select<TicketFacts & { at: number }>(tx, statement, params.values);
  });
  return new Map(found.map((row) => [row.at, row]));
}

/** The newest report of each ticket. */
const progressSql = (times: Times, ids: string) => `
  select distinct on (e.ticket_id) e.ticket_id, e.id, e.text, e.percent from progress_entry_history e
  where e.ticket_id = ${ids} and e.reported_on <= ${times.asOf} and ${knownSql('e', times.knownAt)}
  order by e.ticket_id, e.reported_on desc, e.created_at desc, e.id desc`;

/** Of these tickets those that are due on another day, and when; without those the reader may not see. */
export async function findMovedDays(
  db: DataSource,
  reader: Actor,
  reports: ReportPair,
  ids: readonly string[],
): Promise<string[]> {
  const params = new SqlParameters([ids]);
  const [a, b] = sidesOf(reports, params);
  const rows = await select<{ no: string }>(
    db,
    `with a as materialized (${factsSql(a.times, 'any($1::uuid[])')}), b as materialized (${factsSql(b.times, 'any($1::uuid[])')})
     select t.no from a join b on b.id = a.id join ticket t on t.id = a.id
     where a.due_on is distinct from b.due_on and ${visibleTickets(reader, params)} order by t.no`,
    params.values,
  );
  return rows.map(({ no }) => no);
}
