import { setTimeout as pause } from 'node:timers/promises';
import type { DataSource } from 'typeorm';
import { select } from '@xiaohao/database';
import { AppError } from '@xiaohao/errors';

const waitAtMostMs = 3_000;
const pollMs = 50;

/**
 * An instant up to which everything is known: no running transaction can still reveal an earlier record time.
 *
 * History rows are stamped with the clock while their transaction runs and seen only when it commits, so "now" could
 * lack a row that a later reading of the same instant has. Whoever has a stamp not later than the instant taken here
 * had written by then, so either it has ended or the snapshot taken next names it. Those are awaited briefly; after
 * three seconds the instant moves back before the oldest of them began.
 */
export async function settledInstant(db: DataSource, waitMs = waitAtMostMs): Promise<Date> {
  const [clock] = await select<{ instant: Date }>(
    db,
    `select date_trunc('milliseconds', clock_timestamp()) as instant`,
  );
  let writers = await listWriters(db);
  const deadline = Date.now() + waitMs;
  while (writers.length > 0 && Date.now() < deadline) {
    await pause(pollMs);
    writers = await listUnended(db, writers);
  }
  return writers.length === 0 ? clock!.instant : beforeOldest(db, writers, clock!.instant);
}

/** The session of a writer `x.xid`, if it works in this database: whoever has a number holds a lock on it. */
const writerSession = `
  join pg_locks l on l.locktype = 'transactionid' and l.transactionid = x.xid::xid8::xid and l.mode = 'ExclusiveLock'
  join pg_stat_activity a on a.pid = l.pid and a.datname = current_database()`;

/** Transactions of this database that have written and not ended. Readers have no number. */
async function listWriters(db: DataSource): Promise<string[]> {
  const rows = await select<{ xid: string }>(
    db,
    `select x.xid from (select pg_snapshot_xip(pg_current_snapshot())::text) x (xid) ${writerSession}`,
  );
  return rows.map(({ xid }) => xid);
}

async function listUnended(db: DataSource, xids: readonly string[]): Promise<string[]> {
  const rows = await select<{ xid: string }>(
    db,
    `select xid from unnest($1::text[]) xid where pg_xact_status(xid::xid8) = 'in progress'`,
    [xids],
  );
  return rows.map(({ xid }) => xid);
}

/**
 * One millisecond before the oldest of them began. PostgreSQL tells since when a session works to its own account only,
 * so the question is asked as the account of the connection, not as its acting role. A writer whose beginning stays
 * hidden is an error, never a guess.
 */
async function beforeOldest(db: DataSource, xids: readonly string[], instant: Date): Promise<Date> {
  return db.transaction(async (tx) => {
    await tx.query('set local role none');
    const [row] = await select<{ oldest: Date | null; hidden: boolean | null }>(
      tx,
      `select date_trunc('milliseconds', min(a.xact_start)) - interval '1 millisecond' as oldest,
         bool_or(a.xact_start is null) as hidden
       from unnest($1::text[]) x (xid) ${writerSession}`,
      [xids],
    );
    if (row!.hidden) throw new AppError('longWriteRunning');
    return row!.oldest && row!.oldest < instant ? row!.oldest : instant;
  });
}
