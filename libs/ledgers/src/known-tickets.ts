import { select, type Queryable } from '@xiaohao/database';
import type { Day } from '@xiaohao/domain';
import { squeezed } from './heading.js';
import type { PreviewTicket } from './preview.js';

/** Tickets that are in the ledger already, by what a row of a file would say of them. */
export interface KnownTickets {
  /** The number of the ticket this row stands for; null when it is new. */
  find(ticket: PreviewTicket): string | null;
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

/** Reads what the sources of these rows hold so far. Cancelled tickets, such as those of an undone import, do not count. */
export async function loadKnownTickets(
  db: Queryable,
  tickets: readonly PreviewTicket[],
  /** Only tickets these units lead; null: of all. */
  among: readonly string[] | null,
): Promise<KnownTickets> {
  const known = new Map<string, string>();
  const sources = [...new Set(tickets.map((ticket) => ticket.source))];
  const kinds = [...new Set(tickets.map((ticket) => ticket.kind))];
  const rows = await select<Identity & { no: string }>(
    db,
    `select t.no, t.kind, s.name as source, t.their_no as "theirNo", t.title, i.title as item, t.site,
       t.raised_on as "raisedOn"
     from source s join ticket t on t.source_id = s.id left join source_item i on i.id = t.item_id
     where s.name = any($1) and s.kind = any($2) and t.status <> 'cancelled'
       and ($3::uuid[] is null or t.lead_unit_id = any($3)) order by t.id`,
    [sources, kinds, among],
  );
  for (const row of rows) {
    const key = identityKey(row);
    if (!known.has(key)) known.set(key, row.no);
  }
  const stated = tickets.flatMap((ticket) => ticket.no ?? []);
  const numbered = await select<{ no: string; kind: string }>(
    db,
    `select no, kind from ticket where no = any($1) and kind = any($2)
       and ($3::uuid[] is null or lead_unit_id = any($3))`,
    [stated, kinds, among],
  );
  const numbers = new Map(numbered.map(({ no, kind }) => [no, kind]));
  return {
    find: (ticket) => {
      if (ticket.no !== null && numbers.get(ticket.no) === ticket.kind) return ticket.no;
      return known.get(identityKey(ticket)) ?? null;
    },
  };
}
