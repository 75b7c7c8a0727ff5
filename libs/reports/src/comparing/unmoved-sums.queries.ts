import { isDeepStrictEqual } from 'node:util';
import { select, type Queryable } from '@xiaohao/database';
import { rulesOf } from '../figures/definitions/figure-book.js';
import type { ReportPair } from './known-facts.js';
import { definitionIn } from './report-comparison.queries.js';

/**
 * Sums of outcomes to which each ticket adds the same in both reports, as nothing but the tickets and their outcomes makes
 * them: of one period and day, asked alike, over the same tickets, without an outcome of their types recorded in between.
 */
export async function findUnmovedSums(
  db: Queryable,
  reports: ReportPair,
  keys: readonly string[],
): Promise<Set<string>> {
  const [earlier, later] = reports;
  if (earlier.period !== later.period || earlier.asOf !== later.asOf) return new Set();
  const sums = keys.flatMap((key) => {
    const types = typesOfSum(reports, key);
    return types ? [{ key, types }] : [];
  });
  if (sums.length === 0) return new Set();
  const rows = await select<{ key: string }>(
    db,
    `with recorded as (select distinct type from outcome_history
       where recorded_from > $3 and recorded_from <= $4 or recorded_to > $3 and recorded_to <= $4)
     select f.key from jsonb_to_recordset($5::jsonb) f (key text, types text[])
     join report_figure a on a.report_id = $1 and a.key = f.key
     join report_figure b on b.report_id = $2 and b.key = f.key
     where not exists (select 1 from recorded r where r.type = any(f.types))
       and ${sortedSql('a')} is not distinct from ${sortedSql('b')}`,
    [earlier.id, later.id, earlier.knownAt, later.knownAt, JSON.stringify(sums)],
  );
  return new Set(rows.map(({ key }) => key));
}

const sortedSql = (figure: string) => `(select array_agg(id order by id) from unnest(${figure}.ticket_ids) id)`;

/** The types of outcomes a figure adds up by one rule that both reports have; null of any other. */
function typesOfSum([earlier, later]: ReportPair, key: string): readonly string[] | null {
  const [was, is] = [definitionIn(earlier, key), definitionIn(later, key)];
  const [rule, ...further] = rulesOf(is);
  if (!rule || further.length > 0 || !isDeepStrictEqual(was, is)) return null;
  return rule.counts === 'outcomes' ? (rule.outcomeTypes ?? null) : null;
}
