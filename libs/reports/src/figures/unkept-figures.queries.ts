import { select, type Queryable } from '@xiaohao/database';
import { campaignsNamedSql } from './campaign-names.js';
import type { FigureBook } from './definitions/figure-book.js';
import { knownSql } from './known-tickets.js';

/**
 * Keys whose kinds of tickets or whose campaign nobody has ever entered here: counting them would print a zero that
 * nobody vouches for. With each the word that no campaign is named by, null where it is not for want of a campaign.
 */
export async function findUnkept(
  db: Queryable,
  keys: readonly string[],
  knownAt: Date,
  figures: FigureBook,
): Promise<Map<string, string | null>> {
  const rules = keys.flatMap((key) =>
    figures
      .replaceableRules(key)
      .map(({ kinds, campaign }) => ({ key, kinds: kinds ?? [], campaign: campaign ?? null })),
  );
  const named = campaignsNamedSql('r.campaign', { present: false, knownAt: '$2' });
  const rows = await select<{ key: string; campaign: string | null }>(
    db,
    `select key, case when not bool_or(named) then min(campaign) end as campaign
     from (select r.key, r.campaign,
         exists (select 1 from ticket_history h where h.kind = any(r.kinds) and ${knownSql('h', '$2')}) as kept,
         r.campaign is null or exists (select 1 from campaign_history k
           where ${knownSql('k', '$2')} and (r.campaign = 'any' or k.id in (${named}))) as named
       from jsonb_to_recordset($1::jsonb) r (key text, kinds text[], campaign text)) rule
     group by key having not bool_or(kept and named)`,
    [JSON.stringify(rules), knownAt],
  );
  return new Map(rows.map(({ key, campaign }) => [key, campaign]));
}
