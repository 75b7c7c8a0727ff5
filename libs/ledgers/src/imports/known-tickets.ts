import { select, SqlParameters, type Queryable } from '@xiaohao/database';
import type { Day } from '@xiaohao/domain';
import type { Actor } from '@xiaohao/org';
import { visibleTickets } from '@xiaohao/tickets';
import { squeezed } from '../reading/headings/heading.js';
import type { KnownBy, PreviewTicket } from '../reading/preview.js';
import { meantAmong, type SameWords } from './same-words.js';

export interface KnownTicket {
  id: string;
  no: string;
  by: KnownBy;
}

/** Tickets that are in the ledger already, by what a row of a file would say of them. */
export interface KnownTickets {
  /** The ticket this row stands for; null when it is new, or nobody can tell of which of several it speaks. */
  find(ticket: PreviewTicket): KnownTicket | null;
  /** Numbers of the tickets of which nobody can tell. */
  open(ticket: PreviewTicket): string[];
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

/** What the sources asked for hold, by their number and by its words. */
interface Known {
  byNumber: Map<string, KnownTicket>;
  byWords: Map<string, SameWords[]>;
}

const keyOf = (...words: readonly string[]) => JSON.stringify(words.map(squeezed));
const wordsKey = ({ kind, source, title }: Identity) => keyOf(kind, source, 'words', title);

/** Two matters may bear one number: with its words it is looked for first. */
function numberKeys({ kind, source, theirNo, title }: Identity): string[] {
  return theirNo ? [keyOf(kind, source, 'no', theirNo, title), keyOf(kind, source, 'no', theirNo)] : [];
}

/** By what of a row the tickets it may stand for are looked up. */
export type Told = Pick<PreviewTicket, 'kind' | 'source' | 'no'>;

export async function loadKnownTickets(
  db: Queryable,
  actor: Actor,
  tickets: readonly Told[],
  among: readonly string[] | null,
): Promise<KnownTickets> {
  const known = openKnownTickets(db, actor, among);
  await known.learn(tickets);
  return known;
}

/**
 * What the sources of rows hold so far, as far as the actor sees it: a ticket nobody may see is not there. Cancelled
 * tickets, such as those of an undone import, do not count. Rows may come in several parts: each source is read once.
 */
export function openKnownTickets(
  db: Queryable,
  actor: Actor,
  /** Only tickets these units lead; null: of all. */
  among: readonly string[] | null,
): KnownTickets & { learn(tickets: readonly Told[]): Promise<void> } {
  const known: Known = { byNumber: new Map(), byWords: new Map() };
  const numbers = new Map<string, string>();
  const asked = new Set<string>();
  return {
    async learn(tickets) {
      const fresh = new Map(tickets.map(({ kind, source }) => [`${kind} ${source}`, { kind, source }]));
      for (const place of asked) fresh.delete(place);
      for (const place of fresh.keys()) asked.add(place);
      if (fresh.size > 0) await learnSources(db, actor, among, [...fresh.values()], known);
      const stated = tickets.flatMap(({ no }) => no ?? []);
      if (stated.length > 0) await learnNumbers(db, actor, among, stated, numbers);
    },
    find: (ticket) => {
      const id = ticket.no === null ? undefined : numbers.get(ticket.no);
      if (id !== undefined) return { id, no: ticket.no!, by: 'no' };
      if (known.byWords.size === 0) return null;
      const byNumber = numberKeys(ticket).flatMap((key) => known.byNumber.get(key) ?? []);
      return byNumber[0] ?? meantAmong(known.byWords.get(wordsKey(ticket)) ?? [], ticket).one;
    },
    open: (ticket) => {
      const same = known.byWords.size === 0 ? undefined : known.byWords.get(wordsKey(ticket));
      return same ? meantAmong(same, ticket).several.map(({ no }) => no) : [];
    },
  };
}

async function learnSources(
  db: Queryable,
  actor: Actor,
  among: readonly string[] | null,
  places: readonly { kind: string; source: string }[],
  known: Known,
): Promise<void> {
  const sources = [...new Set(places.map(({ source }) => source))];
  const kinds = [...new Set(places.map(({ kind }) => kind))];
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
    const { id, no, theirNo, raisedOn } = row;
    for (const key of numberKeys(row)) {
      if (!known.byNumber.has(key)) known.byNumber.set(key, { id, no, by: 'theirNo' });
    }
    const [item, site] = [squeezed(row.item ?? ''), squeezed(row.site ?? '')];
    const candidate: SameWords = { id, no, theirNo, item, site, raisedOn };
    const same = known.byWords.get(wordsKey(row));
    if (same) same.push(candidate);
    else known.byWords.set(wordsKey(row), [candidate]);
  }
}

async function learnNumbers(
  db: Queryable,
  actor: Actor,
  among: readonly string[] | null,
  stated: readonly string[],
  numbers: Map<string, string>,
): Promise<void> {
  const byNumber = new SqlParameters([stated, among]);
  const numbered = await select<{ id: string; no: string }>(
    db,
    `select t.id, t.no from ticket t where t.no = any($1) and ($2::uuid[] is null or t.lead_unit_id = any($2))
       and ${visibleTickets(actor, byNumber)}`,
    byNumber.values,
  );
  for (const { id, no } of numbered) numbers.set(no, id);
}
