import { select, type Queryable } from '@xiaohao/database';
import type { FigureBook } from './definitions/figure-book.js';

/**
 * Keys whose kinds of tickets or whose campaign nobody has ever entered here: counting them would print a zero that
 * nobody vouches for.
 */
export async function findUnkept(
  db: Queryable,
  keys: readonly string[],
  knownAt: Date,
  figures: FigureBook,
): Promise<Set<string>> {
  const rules = keys.flatMap((key) =>
    figures
      .replaceableRules(key)
      .map(({ kinds, campaign }) => ({ key, kinds: kinds ?? [], campaign: campaign ?? null })),
  );
  const rows = await select<{ key: string }>(
    db,
    `select r.key from jsonb_to_recordset($1::jsonb) r (key text, kinds text[], campaign text)
     group by r.key having not bool_or(
       exists (select 1 from ticket_history h
         where h.kind = any(r.kinds) and h.recorded_from <= $2 and h.recorded_to > $2)
       and (r.campaign is null or exists (select 1 from campaign_history c
         where c.recorded_from <= $2 and c.recorded_to > $2 and (r.campaign = 'any' or position(r.campaign in c.name) > 0))))`,
    [JSON.stringify(rules), knownAt],
  );
  return new Set(rows.map(({ key }) => key));
}
