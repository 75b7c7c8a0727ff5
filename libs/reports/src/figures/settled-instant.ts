import { setTimeout as pause } from 'node:timers/promises';
import type { DataSource } from 'typeorm';
import { select } from '@xiaohao/database';
import { AppError } from '@xiaohao/errors';

const waitAtMostMs = 3_000;
const pollMs = 50;
/** Timers may fire a little early; two are one at least. */
const millisecondMs = 2;

/**
 * An instant up to which everything is known: no running transaction can still reveal an earlier record time.
 *
 * History rows are stamped with the clock while their transaction runs and seen only when it commits, so "now" could
 * lack a row that a later reading of the same instant has. Whoever has a stamp not later than the instant taken here
 * had written by then, so it holds the lock on its transaction's number now, or has ended. Those are awaited briefly;
 * after three seconds the instant moves back before the oldest of them began.
 */
export async function settledInstant(db: DataSource, waitMs = waitAtMostMs): Promise<Date> {
  // The end of the present millisecond, awaited: cut off at its beginning it would miss what was written within it.
  const [clock] = await select<{ instant: Date }>(
    db,
    `select date_trunc('milliseconds', clock_timestamp()) + interval '1 millisecond' as instant`,
  );
  await pause(millisecondMs);
  let writers = await listWriters(db, null);
  const deadline = Date.now() + waitMs;
  while (writers.length > 0 && Date.now() < deadline) {
    await pause(pollMs);
    writers = await listWriters(db, writers);
  }
  return writers.length === 0 ? clock!.instant : beforeOldest(db, writers, clock!.instant);
}

/**
 * Transactions of this database that have written and not ended; of those named, where some are. A transaction takes a
 * number with its first write and holds an exclusive lock on it until all it wrote is visible.
 */
const writersSql = `select l.transactionid::text as xid, a.xact_start
  from pg_locks l join pg_stat_activity a on a.pid = l.pid
  where l.locktype = 'transactionid' and l.mode = 'ExclusiveLock' and l.granted and a.datname = current_database()
    and a.pid <> pg_backend_pid() and ($1::text[] is null or l.transactionid::text = any($1))`;

async function listWriters(db: DataSource, among: readonly string[] | null): Promise<string[]> {
  const rows = await select<{ xid: string }>(db, writersSql, [among]);
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
      `select date_trunc('milliseconds', min(xact_start)) - interval '1 millisecond' as oldest,
         bool_or(xact_start is null) as hidden
       from (${writersSql}) writer`,
      [xids],
    );
    if (row!.hidden) throw new AppError('longWriteRunning');
    return row!.oldest && row!.oldest < instant ? row!.oldest : instant;
  });
}
