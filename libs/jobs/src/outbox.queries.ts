import { execute, select, type Queryable } from '@xiaohao/database';

/** PostgreSQL channel on which the database tells of new rows, at commit. */
export const outboxChannel = 'outbox';

/** Failed jobs are kept this long for the administrator, finished ones for tracing what happened. */
const keepDoneDays = 7;
const keepFailedDays = 90;

export interface OutboxRow {
  id: string;
  job: string;
  turn: number;
}

/** An attempt that has begun. `attempts` counts this one too. */
export interface Attempt {
  job: string;
  payload: unknown;
  attempts: number;
}

/** Locks due rows that were not handed to the queue yet; rows another relay holds are left to it. */
export function lockWaiting(tx: Queryable, limit: number): Promise<OutboxRow[]> {
  return select(
    tx,
    `select id, job, turn from outbox
     where relayed_at is null and done_at is null and failed_at is null and run_at <= now()
     order by run_at limit $1 for update skip locked`,
    [limit],
  );
}

/** Locks rows that were handed over long ago and are still not done: the queue may have forgotten them. */
export function lockStale(tx: Queryable, olderThanMs: number, limit: number): Promise<OutboxRow[]> {
  return select(
    tx,
    `select id, job, turn from outbox
     where relayed_at < now() - $1 * interval '1 millisecond' and done_at is null and failed_at is null
     order by relayed_at limit $2 for update skip locked`,
    [olderThanMs, limit],
  );
}

export async function markRelayed(tx: Queryable, rows: readonly OutboxRow[]): Promise<void> {
  await execute(tx, 'update outbox set relayed_at = now() where id = any($1)', [rows.map(({ id }) => id)]);
}

/** Null when there is nothing left to do: the row is done, was given up, or was cleaned away. */
export async function beginAttempt(db: Queryable, id: string): Promise<Attempt | null> {
  const [attempt] = await select<Attempt>(
    db,
    `update outbox set attempts = attempts + 1 where id = $1 and done_at is null and failed_at is null
     returning job, payload, attempts`,
    [id],
  );
  return attempt ?? null;
}

/** False when somebody else was first. Waits for a transaction that is marking the same row. */
export async function markDone(tx: Queryable, id: string): Promise<boolean> {
  const marked = await execute(
    tx,
    'update outbox set done_at = now(), failed_at = null, failure = null where id = $1 and done_at is null',
    [id],
  );
  return marked === 1;
}

/** Whether nobody marked it done. */
export async function isOpen(db: Queryable, id: string): Promise<boolean> {
  return (await select(db, 'select 1 from outbox where id = $1 and done_at is null', [id])).length === 1;
}

/** `final` gives the row up until an administrator asks for another try. */
export async function noteFailure(db: Queryable, id: string, failure: string, final: boolean): Promise<void> {
  await execute(
    db,
    `update outbox set failure = $2, failed_at = case when $3 then now() end
     where id = $1 and done_at is null`,
    [id, failure, final],
  );
}

/** Deletes what is long finished; returns how many rows went. */
export function cleanOutbox(tx: Queryable): Promise<number> {
  return execute(
    tx,
    `delete from outbox
     where done_at < now() - make_interval(days => $1) or failed_at < now() - make_interval(days => $2)`,
    [keepDoneDays, keepFailedDays],
  );
}
