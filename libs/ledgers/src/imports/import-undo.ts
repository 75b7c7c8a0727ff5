import type { EntityManager } from 'typeorm';
import { execute, select, type Queryable } from '@xiaohao/database';
import type { Day } from '@xiaohao/domain';
import { AppError } from '@xiaohao/errors';
import { lockUnitTree, type Actor } from '@xiaohao/org';
import { insertEvents, nextEvent, takeBackUpdates, type BeforeUpdate } from '@xiaohao/tickets';
import type { ImportRecord } from './import-record.js';
import { removeEmptySources } from './import-sources.js';
import { closeUnusedUnits } from './import-units.js';
import { forgetAliases } from './unit-aliases.queries.js';

/** So many events are written per statement. */
const chunkSize = 1000;

interface ImportedTicket {
  id: string;
  no: string;
  eventCount: number;
  eventHead: string;
  sourceId: string | null;
  /** What stood there before the import changed it; null for one the import created. */
  before: BeforeUpdate | null;
  touched: boolean;
}

/** Whether anybody has done anything with a ticket `t` since the row `r` of an import made or changed it. */
const touchedSql = `(case when jsonb_typeof(r.ticket->'before') = 'object'
    then t.version <> (r.ticket#>>'{before,version}')::int else t.version <> 1 or t.event_count <> 1 end)`;

/** What stands in the way of taking an import back: how many of its tickets somebody went on with, and one of them. */
export interface Touched {
  count: number;
  no: string;
}

export async function findTouched(db: Queryable, importId: string): Promise<Touched | null> {
  const [found] = await select<{ count: number; no: string | null }>(
    db,
    `select count(*)::int as count, min(t.no) as no from ledger_import_row r join ticket t on t.id = r.ticket_id
     where r.import_id = $1 and ${touchedSql}`,
    [importId],
  );
  return found?.no ? { count: found.count, no: found.no } : null;
}

/**
 * Takes an import back: the tickets it created become cancelled, each with an event that says so, and keep their
 * numbers; those it changed are again as they were; sources it made go with it where nothing else uses them, and so do
 * units, which are closed, and names it kept that nobody relies on. Refused once anybody has done anything with one of its tickets.
 */
export async function takeImportBack(
  tx: EntityManager,
  actor: Actor,
  record: Pick<ImportRecord, 'id' | 'madeUnits' | 'fileName' | 'committedAt'>,
  { at, today }: { at: Date; today: Day },
): Promise<void> {
  const { id: importId, madeUnits } = record;
  // Before any ticket, as whoever merges units does.
  if (madeUnits.length > 0) await lockUnitTree(tx);
  const tickets = await select<ImportedTicket>(
    tx,
    `select t.id, t.no, t.event_count as "eventCount", t.event_head as "eventHead",
       t.source_id as "sourceId", r.ticket->'before' as before, ${touchedSql} as touched
     from ledger_import_row r join ticket t on t.id = r.ticket_id where r.import_id = $1 order by t.id for update of t`,
    [importId],
  );
  const touched = tickets.filter((ticket) => ticket.touched);
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
  await forgetAliases(tx, record);
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
