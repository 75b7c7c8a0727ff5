import type { EntityManager } from 'typeorm';
import { execute, select } from '@xiaohao/database';
import { AppError } from '@xiaohao/errors';
import type { Actor } from '@xiaohao/org';
import { insertEvents, nextEvent } from '@xiaohao/tickets';

/** So many events are written per statement. */
const chunkSize = 1000;

interface ImportedTicket {
  id: string;
  no: string;
  version: number;
  eventCount: number;
  eventHead: string;
}

/**
 * Takes the tickets of an import back: they become cancelled, each with an event that says so, and keep their numbers.
 * Refused once anybody has done anything with one of them. Returns how many.
 */
export async function cancelImportedTickets(
  tx: EntityManager,
  actor: Actor,
  importId: string,
  at: Date,
): Promise<number> {
  const tickets = await select<ImportedTicket>(
    tx,
    `select id, no, version, event_count as "eventCount", event_head as "eventHead"
     from ticket where import_id = $1 order by id for update`,
    [importId],
  );
  const touched = tickets.filter((ticket) => ticket.version !== 1 || ticket.eventCount !== 1);
  if (touched.length > 0) {
    throw new AppError('importTouched', { count: touched.length, no: touched.map(({ no }) => no).sort()[0] });
  }
  for (let start = 0; start < tickets.length; start += chunkSize) {
    const events = tickets
      .slice(start, start + chunkSize)
      .map((ticket) => nextEvent(ticket.id, ticket, actor, 'import_undone', { to: 'cancelled' }, at));
    await execute(
      tx,
      `update ticket t set status = 'cancelled', version = t.version + 1, event_count = e.seq, event_head = e.hash,
         updated_at = $4
       from unnest($1::uuid[], $2::int[], $3::text[]) as e (id, seq, hash) where t.id = e.id`,
      [events.map(({ ticketId }) => ticketId), events.map(({ seq }) => seq), events.map(({ hash }) => hash), at],
    );
    await insertEvents(tx, events);
  }
  return tickets.length;
}
