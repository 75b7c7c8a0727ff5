import { select, SqlParameters, type Queryable } from '@xiaohao/database';
import type { Day } from '@xiaohao/domain';
import type { Actor } from '@xiaohao/org';
import { visibleTickets } from '@xiaohao/tickets';
import { squeezed } from './heading.js';
import type { KnownBy, PreviewTicket } from './preview.js';

export interface KnownTicket {
  id: string;
  no: string;
  by: KnownBy;
}

/** Tickets that are in the ledger already, by what a row of a file would say of them. */
export interface KnownTickets {
  /** The ticket this row stands for; null when it is new. */
  find(ticket: PreviewTicket): KnownTicket | null;
}

interface Identity {
  kind: string;
  source: string;
  theirNo: string | null;
  title: string;
  item: string | null;
  site: string | null;
  raisedOn: Day;
}

/** Within one source: their number where there is one, else the same words. The same hazard may be found twice, so its day counts too. */
function identityKey({ kind, source, theirNo, title, item, site, raisedOn }: Identity): string {
  const words = theirNo ? ['no', theirNo] : ['words', title, item ?? '', site ?? '', kind === 'hazard' ? raisedOn : ''];
  return JSON.stringify([kind, source, ...words].map(squeezed));
}

/**
 * Reads what the sources of these rows hold so far, as far as the actor sees it: a ticket nobody may see is not there.
 * Cancelled tickets, such as those of an undone import, do not count.
 */
export async function loadKnownTickets(
  db: Queryable,
  actor: Actor,
  tickets: readonly PreviewTicket[],
  /** Only tickets these units lead; null: of all. */
  among: readonly string[] | null,
): Promise<KnownTickets> {
  const known = new Map<string, KnownTicket>();
  const sources = [...new Set(tickets.map((ticket) => ticket.source))];
  const kinds = [...new Set(tickets.map((ticket) => ticket.kind))];
  const params = new SqlParameters([sources, kinds, among]);
  const rows = await select<Identity & { id: string; no: string }>(
    db,
    `select t.id, t.no, t.kind, s.name as source, t.their_no as "theirNo", t.title, i.title as item, t.site,
       t.raised_on as "raisedOn"
     from source s join ticket t on t.source_id = s.id left join source_item i on i.id = t.item_id
     where s.name = any($1) and s.kind = any($2) and t.status <> 'cancelled'
       and ($3::uuid[] is null or t.lead_unit_id = any($3)) and ${visibleTickets(actor, params)} order by t.id`,
    params.values,
  );
  for (const row of rows) {
    const key = identityKey(row);
    if (!known.has(key)) known.set(key, { id: row.id, no: row.no, by: row.theirNo ? 'theirNo' : 'words' });
  }
  const stated = tickets.flatMap((ticket) => ticket.no ?? []);
  const byNumber = new SqlParameters([stated, among]);
  const numbered = await select<{ id: string; no: string }>(
    db,
    `select t.id, t.no from ticket t where t.no = any($1) and ($2::uuid[] is null or t.lead_unit_id = any($2))
       and ${visibleTickets(actor, byNumber)}`,
    byNumber.values,
  );
  const numbers = new Map(numbered.map(({ id, no }) => [no, id]));
  return {
    find: (ticket) => {
      const id = ticket.no === null ? undefined : numbers.get(ticket.no);
      if (id !== undefined) return { id, no: ticket.no!, by: 'no' };
      return known.get(identityKey(ticket)) ?? null;
    },
  };
}
