import { Logger } from '@nestjs/common';
import { createPostgresBackend, withBackend, type Queue, type Worker } from 'bullmq';
import pg from 'pg';
import { keptEvents, type QueueStore } from './queue-store.js';
import { sayOnce } from './say-once.js';

/** Schema of BullMQ's tables; migrateQueue() makes it. */
export const queueSchema = 'bullmq';

/** Two workers hold one listening connection each; the rest serve them and the relay. */
const poolSize = 6;

/**
 * BullMQ in the application's database, as role xiaohao_app. One pool for all its objects.
 * synchronous_commit is off: what a crash of the database could take back is in the outbox still, and it doubles the rate.
 */
export function openPostgresStore(databaseUrl: string): QueueStore {
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    max: poolSize,
    keepAlive: true,
    connectionTimeoutMillis: 5_000,
    application_name: 'xiaohao queue',
    options: `-c role=xiaohao_app -c search_path=${queueSchema} -c synchronous_commit=off -c jit=off`,
  });
  pool.setMaxListeners(0);
  pool.on('error', sayOnce(new Logger('queue')));
  const classes = withBackend(createPostgresBackend);
  return {
    queue: (name) =>
      new classes.Queue(name, { connection: pool, streams: { events: { maxLen: keptEvents } } }) as unknown as Queue,
    worker: (name, processor, options) =>
      new classes.Worker(name, processor, { ...options, connection: pool }) as unknown as Worker,
    close: () => pool.end(),
  };
}
