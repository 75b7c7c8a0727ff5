import { select, SqlParameters, type Queryable } from '@xiaohao/database';
import { accidentLevelsAbove } from '../figures/figure-definition.js';
import { knownTicketsSql, timesOf, type Situation } from '../figures/known-tickets.js';

/** Accidents of the period that are more than general ones: no figure of general accidents counts them. */
export async function findAccidentsAboveGeneral(db: Queryable, situation: Situation): Promise<string[]> {
  const params = new SqlParameters();
  const times = timesOf(situation, params);
  const levels = params.add(accidentLevelsAbove);
  const accidents = knownTicketsSql(
    times,
    `h.kind = 'accident_investigation' and h.level = any(${levels}::text[]) and h.raised_on <= ${times.asOf}`,
  );
  const rows = await select<{ id: string }>(
    db,
    `select t.id from (${accidents}) t where t.occurred_on between ${times.from} and ${times.until} order by t.no`,
    params.values,
  );
  return rows.map(({ id }) => id);
}
