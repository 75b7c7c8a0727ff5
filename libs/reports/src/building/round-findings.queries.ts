import { select, SqlParameters, type Queryable } from '@xiaohao/database';
import { knownTicketsSql, timesOf, type Situation } from '../figures/known-tickets.js';
import { overdueOnDaySql } from '../figures/state-on-day.js';

/** Tickets of the inspection round that somebody should look at before the report goes out. */
export async function findRoundFindings(
  db: Queryable,
  situation: Situation,
): Promise<{ doneWithoutEvidence: string[]; overdueOpen: string[] }> {
  if (situation.sourceId === null) return { doneWithoutEvidence: [], overdueOpen: [] };
  const params = new SqlParameters();
  const times = timesOf(situation, params);
  const source = params.add(situation.sourceId);
  const tickets = knownTicketsSql(
    times,
    `h.kind = 'inspection_issue' and h.source_id = ${source}::uuid and h.raised_on <= ${times.asOf}`,
  );
  const [row] = await select<{ doneWithoutEvidence: string[]; overdueOpen: string[] }>(
    db,
    `select coalesce(array_agg(t.id order by t.no) filter (where t.done and not exists (
         select 1 from evidence e where e.ticket_id = t.id and e.created_at <= ${times.knownAt})), '{}') as "doneWithoutEvidence",
       coalesce(array_agg(t.id order by t.no) filter (where ${overdueOnDaySql(times)}), '{}') as "overdueOpen"
     from (${tickets}) t`,
    params.values,
  );
  return row!;
}
