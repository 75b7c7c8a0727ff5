import type { EntityManager } from 'typeorm';
import { execute, select } from '@xiaohao/database';
import type { Day } from '@xiaohao/domain';
import { AppError } from '@xiaohao/errors';
import { lockUnitTree, type Actor } from '@xiaohao/org';
import { insertEvents, nextEvent, takeBackUpdates, type BeforeUpdate } from '@xiaohao/tickets';
import type { ImportRecord } from './import-record.js';
import { removeEmptySources } from './import-sources.js';
import { closeUnusedUnits } from './import-units.js';

/** So many events are written per statement. */
const chunkSize = 1000;

interface ImportedTicket {
  id: string;
  no: string;
  version: number;
  eventCount: number;
  eventHead: string;
  sourceId: string | null;
  /** What stood there before the import changed it; null for one the import created. */
  before: BeforeUpdate | null;
}

/**
 * Takes an import back: the tickets it created become cancelled, each with an event that says so, and keep their
 * numbers; those it changed are again as they were; sources it made go with it where nothing else uses them, and so do
 * units, which are closed. Refused once anybody has done anything with one of its tickets.
 */
export async function takeImportBack(
  tx: EntityManager,
  actor: Actor,
  { id: importId, madeUnits }: Pick<ImportRecord, 'id' | 'madeUnits'>,
  { at, today }: { at: Date; today: Day },
): Promise<void> {
  // Before any ticket, as whoever merges units does.
  if (madeUnits.length > 0) await lockUnitTree(tx);
  const tickets = await select<ImportedTicket>(
    tx,
    `select t.id, t.no, t.version, t.event_count as "eventCount", t.event_head as "eventHead",
       t.source_id as "sourceId", r.ticket->'before' as before
     from ledger_import_row r join ticket t on t.id = r.ticket_id where r.import_id = $1 order by t.id for update of t`,
    [importId],
  );
  const touched = tickets.filter(({ version, eventCount, before }) =>
    before ? version !== before.version : version !== 1 || eventCount !== 1,
  );
  if (touched.length > 0) {
    throw new AppError('importTouched', { count: touched.length, no: touched.map(({ no }) => no).sort()[0] });
  }
  const created = tickets.filter(({ before }) => before === null);
  for (let start = 0; start < created.length; start += chunkSize) {
    await cancelTickets(tx, actor, created.slice(start, start + chunkSize), at);
  }
  const updated = tickets.flatMap(({ before, eventCount, eventHead }) =>
    before ? [{ ...before, eventCount, eventHead }] : [],
  );
  if (updated.length > 0) await takeBackUpdates(tx, actor, updated, at);
  await removeEmptySources(tx, importId, [...new Set(created.flatMap(({ sourceId }) => sourceId ?? []))]);
  await closeUnusedUnits(tx, actor, importId, madeUnits, today);
}

async function cancelTickets(
  tx: EntityManager,
  actor: Actor,
  tickets: readonly ImportedTicket[],
  at: Date,
): Promise<void> {
  const events = tickets.map((ticket) => nextEvent(ticket.id, ticket, actor, 'import_undone', { to: 'cancelled' }, at));
  await execute(
    tx,
    `update ticket t set status = 'cancelled', version = t.version + 1, event_count = e.seq, event_head = e.hash,
       updated_at = $4
     from unnest($1::uuid[], $2::int[], $3::text[]) as e (id, seq, hash) where t.id = e.id`,
    [events.map(({ ticketId }) => ticketId), events.map(({ seq }) => seq), events.map(({ hash }) => hash), at],
  );
  await insertEvents(tx, events);
}
