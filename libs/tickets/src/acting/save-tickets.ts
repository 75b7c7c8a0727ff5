import type { EntityManager } from 'typeorm';
import { execute } from '@xiaohao/database';
import { insertEvents, type TicketEvent } from '../chain/event-chain.js';
import { ticketColumns, type TicketPatch } from './save-ticket.js';

/** What became of one ticket: the facts that changed and the links of its chain that tell it, at least one. */
export interface SavedTicket {
  id: string;
  patch: TicketPatch;
  events: readonly TicketEvent[];
}

const names = Object.values(ticketColumns).join(', ');

/**
 * The same as `saveTicket` for many tickets held by the caller, in two statements however many they are. Tells nobody:
 * neither pages nor people.
 */
export async function saveTickets(tx: EntityManager, saved: readonly SavedTicket[]): Promise<void> {
  const rows = saved.map(({ id, patch, events }) => {
    const { seq, hash, at } = events.at(-1)!;
    return { id, patch: byColumn(patch), links: events.length, seq, hash, at };
  });
  await execute(
    tx,
    `update ticket t set (${names}) = (select ${names} from jsonb_populate_record(t, c.patch)),
       version = t.version + c.links, event_count = c.seq, event_head = c.hash, updated_at = c.at
     from jsonb_to_recordset($1::jsonb) as c (id uuid, patch jsonb, links int, seq int, hash text, at timestamptz)
     where t.id = c.id`,
    [JSON.stringify(rows)],
  );
  await insertEvents(
    tx,
    saved.flatMap(({ events }) => events),
  );
}

function byColumn(patch: TicketPatch): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(patch).map(([field, value]) => [ticketColumns[field as keyof typeof ticketColumns], value]),
  );
}
