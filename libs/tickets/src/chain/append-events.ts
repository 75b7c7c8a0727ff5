import type { EntityManager } from 'typeorm';
import { execute, liveChannel, select } from '@xiaohao/database';
import type { Actor } from '@xiaohao/org';
import { insertEvents, nextEvent, type ChainEnd } from './event-chain.js';

/** So many events are written per statement. */
const chunkSize = 1000;

/** A ticket held FOR UPDATE, with the end of its chain. */
export interface ChainedTicket extends ChainEnd {
  readonly id: string;
  readonly no: string;
}

/** Locks tickets in the order of their ids, whoever may see them: the caller has settled that. */
export function lockChains(tx: EntityManager, ids: readonly string[]): Promise<ChainedTicket[]> {
  return select<ChainedTicket>(
    tx,
    `select id, no, event_count as "eventCount", event_head as "eventHead" from ticket
     where id = any($1::uuid[]) order by id for update`,
    [ids],
  );
}

/**
 * One more event for each of the locked tickets, set-based: for what happens beside a ticket and changes no column of
 * it. Counts their versions up as every change does. Returns the events' numbers by ticket.
 */
export async function appendEvents(
  tx: EntityManager,
  actor: Actor,
  tickets: readonly ChainedTicket[],
  { action, payloadOf }: { action: string; payloadOf: (ticket: ChainedTicket) => Record<string, unknown> },
  at: Date,
): Promise<Map<string, number>> {
  const seqs = new Map<string, number>();
  for (let start = 0; start < tickets.length; start += chunkSize) {
    const events = tickets
      .slice(start, start + chunkSize)
      .map((ticket) => nextEvent(ticket.id, ticket, actor, action, payloadOf(ticket), at));
    await execute(
      tx,
      `update ticket t set version = t.version + 1, event_count = e.seq, event_head = e.hash, updated_at = $4
       from unnest($1::uuid[], $2::int[], $3::text[]) as e (id, seq, hash) where t.id = e.id`,
      [events.map(({ ticketId }) => ticketId), events.map(({ seq }) => seq), events.map(({ hash }) => hash), at],
    );
    await insertEvents(tx, events);
    await execute(
      tx,
      `select pg_notify($1, json_build_object('type', 'ticket', 'id', id)::text) from unnest($2::uuid[]) as id`,
      [liveChannel, events.map(({ ticketId }) => ticketId)],
    );
    for (const { ticketId, seq } of events) seqs.set(ticketId, seq);
  }
  return seqs;
}
