import { select, SqlParameters, type Queryable } from '@xiaohao/database';
import type { Actor } from '@xiaohao/org';
import { visibleTickets } from '@xiaohao/tickets';
import { findTimes, ticketsThenSql } from '../figure-tickets.queries.js';
import type { DayState } from '../figures/state-on-day.js';

export interface PackedEvidence {
  fileId: string;
  name: string;
  sha256: string;
  round: number;
  afterClosing: boolean;
  by: string | null;
  /** `YYYY-MM-DD HH:MM` of the bureau's clock. */
  at: string;
}

/** A ticket behind the figures of a report, with the evidence known when the report was built. */
export interface ProvenTicket {
  no: string;
  title: string;
  state: DayState;
  leadUnit: string | null;
  /** Names of the figures it stands behind. */
  figures: string[];
  evidence: PackedEvidence[];
}

/**
 * One page by number of the tickets behind all figures of a report, as it knew them; only what the reader may see today.
 */
export async function listProvenTickets(
  db: Queryable,
  reader: Actor,
  reportId: string,
  page: { limit: number; after: string | null },
): Promise<ProvenTicket[]> {
  const params = new SqlParameters([reportId, page.limit, page.after]);
  const times = await findTimes(db, reportId, params);
  if (!times) return [];
  return select<ProvenTicket>(
    db,
    `with behind as (
       select b.ticket_id, array_agg(f.name order by f.sort) as figures
       from report_figure f cross join lateral unnest(f.ticket_ids) as b (ticket_id)
       where f.report_id = $1 group by b.ticket_id),
     page as materialized (
       select t.id, t.no, b.figures
       from behind b join ticket t on t.id = b.ticket_id
       where ($3::text is null or t.no > $3) and ${visibleTickets(reader, params)}
       order by t.no limit $2)
     select t.no, k.title, k.state, k.unit_name as "leadUnit", t.figures, coalesce(e.list, '[]') as evidence
     from page t join (${ticketsThenSql(times, 'any(array(select id from page))')}) k on k.id = t.id
     left join lateral (
       select json_agg(json_build_object('fileId', e.file_id, 'name', e.name, 'sha256', f.sha256, 'round', e.round,
           'afterClosing', e.after_closing, 'by', coalesce(${formerNameSql}, p.name),
           'at', to_char(e.created_at, 'YYYY-MM-DD HH24:MI'))
         order by e.created_at, e.id) as list
       from evidence e join file f on f.id = e.file_id left join person p on p.id = e.by_id
       where e.ticket_id = t.id and e.created_at <= (select known_at from report where id = $1)) e on true
     order by t.no`,
    params.values,
  );
}

/** How `p` was called before the first change the report did not know of; null where there was none. */
const formerNameSql = `(select c.details ->> 'person' from people_event c
  where c.person_id = p.id and c.action = 'person_changed' and c.at > (select known_at from report where id = $1)
  order by c.at, c.id limit 1)`;

/** Tickets behind the figures of a report that the reader may not see. */
export async function countHiddenTickets(db: Queryable, reader: Actor, reportId: string): Promise<number> {
  const params = new SqlParameters([reportId]);
  const [row] = await select<{ count: number }>(
    db,
    `with behind as (select distinct unnest(ticket_ids) as id from report_figure where report_id = $1)
     select ((select count(*) from behind)
       - (select count(*) from ticket t where t.id in (select id from behind) and ${visibleTickets(reader, params)}))::int as count`,
    params.values,
  );
  return row!.count;
}
