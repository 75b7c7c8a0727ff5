import { createHash } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { execute, type SqlParameters } from '@xiaohao/database';
import type { Actor } from '@xiaohao/org';

/** One link of a ticket's history. `payload` holds plain JSON only. */
export interface TicketEvent {
  ticketId: string;
  seq: number;
  at: Date;
  actorId: string;
  actorName: string;
  action: string;
  payload: Record<string, unknown>;
  prevHash: string;
  hash: string;
}

/** The chain's present end, kept on the ticket. */
export interface ChainEnd {
  eventCount: number;
  eventHead: string;
}

/** The next link; its hash covers everything it says and the hash before it. */
export function nextEvent(
  ticketId: string,
  end: ChainEnd,
  actor: Actor,
  action: string,
  payload: Record<string, unknown>,
  at: Date,
): TicketEvent {
  const body = {
    ticketId,
    seq: end.eventCount + 1,
    at,
    actorId: actor.personId,
    actorName: actor.name,
    action,
    payload: JSON.parse(JSON.stringify(payload)) as Record<string, unknown>,
    prevHash: end.eventHead,
  };
  return { ...body, hash: hashOf(body) };
}

/** sha256 over the canonical JSON (keys sorted at every depth) of the event without its hash. */
export function hashOf(event: Omit<TicketEvent, 'hash'>): string {
  const canonical = canonicalJson([
    event.ticketId,
    event.seq,
    event.at.toISOString(),
    event.actorId,
    event.actorName,
    event.action,
    event.payload,
    event.prevHash,
  ]);
  return createHash('sha256').update(canonical).digest('hex');
}

function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (value !== null && typeof value === 'object') {
    const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${entries.map(([key, inner]) => `${JSON.stringify(key)}:${canonicalJson(inner)}`).join(',')}}`;
  }
  return JSON.stringify(value);
}

/** Writes links in one statement; the caller updates the tickets' chain ends in the same transaction. */
export async function insertEvents(tx: EntityManager, events: readonly TicketEvent[]): Promise<void> {
  await execute(
    tx,
    `insert into event (ticket_id, seq, at, actor_id, actor_name, action, payload, prev_hash, hash)
     select * from unnest($1::uuid[], $2::int[], $3::timestamptz[], $4::uuid[], $5::text[], $6::text[], $7::jsonb[],
       $8::text[], $9::text[])`,
    [
      events.map((event) => event.ticketId),
      events.map((event) => event.seq),
      events.map((event) => event.at),
      events.map((event) => event.actorId),
      events.map((event) => event.actorName),
      events.map((event) => event.action),
      events.map((event) => JSON.stringify(event.payload)),
      events.map((event) => event.prevHash),
      events.map((event) => event.hash),
    ],
  );
}

/** One link as a statement of its own, for a caller who writes it along with the ticket's chain end. */
export function eventSql(params: SqlParameters, event: TicketEvent): string {
  const { ticketId, seq, at, actorId, actorName, action, payload, prevHash, hash } = event;
  const values = [ticketId, seq, at, actorId, actorName, action, JSON.stringify(payload), prevHash, hash];
  return `insert into event (ticket_id, seq, at, actor_id, actor_name, action, payload, prev_hash, hash)
    values (${values.map((value) => params.add(value)).join(', ')})`;
}
