import { select, type Queryable } from '@xiaohao/database';
import { hashOf, type TicketEvent } from './event-chain.js';

/** The first place where a chain does not hold, in words a person can act on. */
export interface BrokenChain {
  no: string;
  ticketId: string;
  seq: number;
  why: 'altered' | 'missing' | 'added' | 'notLinked';
}

const page = 500;

/**
 * Recomputes every ticket's chain and compares its length and end with what the ticket keeps.
 * Pages by ticket id, so memory stays bounded. Returns null when all is well.
 */
export async function verifyChains(
  db: Queryable,
): Promise<{ tickets: number; events: number; broken: BrokenChain | null }> {
  let after = '00000000-0000-0000-0000-000000000000';
  let events = 0;
  let tickets = 0;
  for (;;) {
    const batch = await select<{ id: string; no: string; eventCount: number; eventHead: string }>(
      db,
      `select id, no, event_count as "eventCount", event_head as "eventHead" from ticket where id > $1 order by id limit $2`,
      [after, page],
    );
    if (batch.length === 0) return { tickets, events, broken: await againstHistory(db) };
    const links = await select<TicketEvent>(
      db,
      `select ticket_id as "ticketId", seq, at, actor_id as "actorId", actor_name as "actorName", action, payload,
         prev_hash as "prevHash", hash
       from event where ticket_id = any($1::uuid[]) order by ticket_id, seq`,
      [batch.map(({ id }) => id)],
    );
    const byTicket = groupBy(links);
    for (const ticket of batch) {
      const chain = byTicket.get(ticket.id) ?? [];
      const broken = firstBreak(chain, ticket);
      if (broken) return { tickets, events, broken: { no: ticket.no, ticketId: ticket.id, ...broken } };
      tickets += 1;
      events += chain.length;
    }
    after = batch.at(-1)!.id;
  }
}

/**
 * The history of tickets keeps every former end of their chains, written by the database's owner: a chain cut short or
 * written anew together with its ticket does not lead there, and a ticket taken away has only its history left.
 */
async function againstHistory(db: Queryable): Promise<BrokenChain | null> {
  const [broken] = await select<BrokenChain>(
    db,
    `select h.no, h.id as "ticketId", h.event_count as seq, case when e.hash is null then 'missing' else 'altered' end as why
     from ticket_history h left join event e on e.ticket_id = h.id and e.seq = h.event_count
     where h.event_count > 0 and e.hash is distinct from h.event_head order by h.no, h.event_count limit 1`,
  );
  return broken ?? null;
}

function firstBreak(
  chain: readonly TicketEvent[],
  end: { eventCount: number; eventHead: string },
): Pick<BrokenChain, 'seq' | 'why'> | null {
  let previous = '';
  for (const [index, event] of chain.entries()) {
    if (event.seq !== index + 1) return { seq: index + 1, why: 'missing' };
    if (event.prevHash !== previous) return { seq: event.seq, why: 'notLinked' };
    if (hashOf(event) !== event.hash) return { seq: event.seq, why: 'altered' };
    previous = event.hash;
  }
  if (chain.length < end.eventCount) return { seq: chain.length + 1, why: 'missing' };
  if (chain.length > end.eventCount) return { seq: end.eventCount + 1, why: 'added' };
  return previous === end.eventHead ? null : { seq: chain.length, why: 'altered' };
}

function groupBy(links: readonly TicketEvent[]): Map<string, TicketEvent[]> {
  const groups = new Map<string, TicketEvent[]>();
  for (const link of links) {
    const group = groups.get(link.ticketId);
    if (group) group.push(link);
    else groups.set(link.ticketId, [link]);
  }
  return groups;
}
