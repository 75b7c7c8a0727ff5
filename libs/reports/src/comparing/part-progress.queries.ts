import type { DataSource } from 'typeorm';
import { select, SqlParameters } from '@xiaohao/database';
import type { Actor } from '@xiaohao/org';
import { visibleTickets } from '@xiaohao/tickets';
import { partPercentsSql } from '../building/task-parts.js';
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
  const ofThese = 'c.parent_id = any($1::uuid[])';
  const rows = await select<PartMove & { parentId: string }>(
    db,
    `with a as (${partPercentsSql(a.times, ofThese)}), b as (${partPercentsSql(b.times, ofThese)}),
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
