import type { DataSource } from 'typeorm';
import { select, SqlParameters } from '@xiaohao/database';
import type { Actor } from '@xiaohao/org';
import { doneOnSql, visibleTickets } from '@xiaohao/tickets';
import { knownSql, type Times } from '../figures/known-tickets.js';
import { sidesOf, type ReportPair } from './known-facts.js';

/** A task below another that weighs something else in its percent. */
export interface PartMove {
  /** Null where the reader may not see it. */
  no: string | null;
  /** Null while it was not counted. */
  was: number | null;
  is: number | null;
}

/** What moved the percent of tasks with sub-tasks, by their ids. */
export async function findPartMoves(
  db: DataSource,
  reader: Actor,
  reports: ReportPair,
  parentIds: readonly string[],
): Promise<Map<string, PartMove[]>> {
  if (parentIds.length === 0) return new Map();
  const params = new SqlParameters([parentIds]);
  const [a, b] = sidesOf(reports, params);
  const rows = await select<PartMove & { parentId: string }>(
    db,
    `with a as (${partsSql(a.times)}), b as (${partsSql(b.times)}),
       moved as (select id, parent_id, a.percent as was, b.percent as "is" from a full join b using (id, parent_id)
         where a.percent is distinct from b.percent)
     select m.parent_id as "parentId", t.no, m.was, m."is" from moved m
     left join ticket t on t.id = m.id and ${visibleTickets(reader, params)} order by t.no`,
    params.values,
  );
  const moves = new Map<string, PartMove[]>();
  for (const { parentId, ...move } of rows) moves.set(parentId, [...(moves.get(parentId) ?? []), move]);
  return moves;
}

/** As the lists take the mean of them. */
const partsSql = ({ asOf, knownAt }: Times) => `
  select c.id, c.parent_id, case when ${doneOnSql(asOf, 'c')} is not null then 100 else coalesce(e.percent, 0) end as percent
  from ticket_history c
  left join lateral (select e.percent from progress_entry_history e
    where e.ticket_id = c.id and e.reported_on <= ${asOf} and ${knownSql('e', knownAt)} and e.percent is not null
    order by e.reported_on desc, e.created_at desc, e.id desc limit 1) e on true
  where c.parent_id = any($1::uuid[]) and c.status <> 'cancelled' and c.raised_on <= ${asOf} and ${knownSql('c', knownAt)}`;
