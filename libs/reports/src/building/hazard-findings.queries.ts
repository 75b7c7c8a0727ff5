import { select, SqlParameters, type Queryable } from '@xiaohao/database';
import { spellingsOf } from '../figures/figure-conditions.js';
import { hazardLevels } from '../figures/figure-definition.js';
import { knownTicketsSql, timesOf, type Situation } from '../figures/known-tickets.js';

/** Figures that between them are taken for all hazards of a period. */
export const hazardKeys = ['hazards_general', 'hazards_major'] as const;

/** Hazards of the period that none of them counts, for want of a level. */
export async function findHazardsOfNoLevel(db: Queryable, situation: Situation): Promise<string[]> {
  const params = new SqlParameters();
  const times = timesOf(situation, params);
  const levels = spellingsOf([...hazardLevels.general, ...hazardLevels.major]);
  const raised = `h.kind = 'hazard' and h.raised_on between ${times.from} and ${times.until}`;
  const rows = await select<{ id: string }>(
    db,
    `select t.id from (${knownTicketsSql(times, `${raised} and (h.level = any(${params.add(levels)}::text[])) is not true`)}) t
     order by t.no`,
    params.values,
  );
  return rows.map(({ id }) => id);
}
