import { select, SqlParameters, type Queryable } from '@xiaohao/database';
import type { FigureBook } from '../figures/definitions/figure-book.js';
import { knownSql, timesOf, type Situation } from '../figures/known-tickets.js';

/** Tickets behind these figures of the stored report with a counted outcome dated before the ticket itself. */
export async function findOutcomesBeforeRaised(
  db: Queryable,
  reportId: string,
  situation: Situation,
  book: FigureBook,
  keys: readonly string[],
): Promise<string[]> {
  const sums = keys.flatMap((key) =>
    book
      .rules(key)
      .flatMap(({ counts, outcomeTypes, scope, dated }) =>
        counts === 'outcomes' ? [{ key, types: outcomeTypes, dated: scope === 'period' && dated === 'outcome' }] : [],
      ),
  );
  if (sums.length === 0) return [];
  const params = new SqlParameters([reportId, JSON.stringify(sums)]);
  const times = timesOf(situation, params);
  const { knownAt, from, until, asOf } = times;
  const rows = await select<{ id: string }>(
    db,
    `select t.id from jsonb_to_recordset($2::jsonb) f (key text, types text[], dated boolean)
     join report_figure r on r.report_id = $1 and r.key = f.key
     cross join lateral unnest(r.ticket_ids) counted (id)
     join outcome_history o on o.ticket_id = counted.id and ${knownSql('o', knownAt)} and o.type = any(f.types)
     join ticket_history t on t.id = counted.id and ${knownSql('t', knownAt)}
     where o.happened_on < least(t.raised_on, t.occurred_on) and o.happened_on <= ${asOf}
       and (not f.dated or o.happened_on between ${from} and ${until})
     group by t.id, t.no order by t.no`,
    params.values,
  );
  return rows.map(({ id }) => id);
}
