import { Logger } from '@nestjs/common';
import pg from 'pg';
import type { DataSource } from 'typeorm';
import { applicationDataSource, execute, select } from '@xiaohao/database';
import {
  JobQueue,
  JobWorker,
  jobNames,
  migrateQueue,
  type JobHandlers,
  type JobName,
  type JobOrder,
  type JobPayload,
  type JobWorkerOptions,
} from '@xiaohao/jobs';
import { createSuiteDatabase, type SuiteDatabase } from './suite-database.js';
import { until as askUntil } from './waiting.js';

export { pause } from './waiting.js';

/** Both homes of the queue. Suites share the Redis: the keys of each bear the name of its database. */
export const queueHomes = [
  { home: 'PostgreSQL', redisUrl: () => null },
  { home: 'Redis', redisUrl: () => process.env['TEST_REDIS_URL']! },
] as const;

export interface JobStage {
  db: DataSource;
  database: SuiteDatabase;
  config: { databaseUrl: string; redisUrl: string | null; today: string | null };
  /** Enqueues in a transaction of its own. */
  add<Name extends JobName>(name: Name, payload: JobPayload<Name>, options?: JobOrder): Promise<string>;
  /** A worker that any job not named here fails in; stopped at the end of the test. */
  work(handlers: Partial<JobHandlers>, options?: JobWorkerOptions): Promise<JobWorker>;
  /** Makes the queue forget all it holds, as a Redis without persistence does when it is restarted. */
  forgetQueue(): Promise<void>;
  asOwner(statement: string): Promise<void>;
  row(id: string): Promise<OutboxState>;
  stopWorkers(): Promise<void>;
  close(): Promise<void>;
}

export interface OutboxState {
  relayed: boolean;
  done: boolean;
  failed: boolean;
  failure: string | null;
  attempts: number;
}

/** Short enough that a test need not wait, long enough for a busy machine. */
export const quickTiming = { pollMs: 200, staleMs: 600, lockMs: 4_000, stalledMs: 400, backoffSecondMs: 5 };

/** What workers complained of; shown where a test waited in vain. */
const complaints: string[] = [];
const complain = (message: unknown) => complaints.push(String(message));

export async function openJobStage(redisUrl: string | null): Promise<JobStage> {
  Logger.overrideLogger({ log() {}, debug() {}, warn: complain, error: complain });
  const database = await createSuiteDatabase();
  await migrateQueue(database.ownerUrl);
  const config = { databaseUrl: database.appUrl, redisUrl, today: null };
  const db = await applicationDataSource(config).initialize();
  const queue = new JobQueue();
  const workers: JobWorker[] = [];
  const asOwner = async (statement: string) => {
    const owner = new pg.Client({ connectionString: database.ownerUrl });
    await owner.connect();
    await owner.query(statement).finally(() => owner.end());
  };
  const stage: JobStage = {
    db,
    database,
    config,
    add: (name, payload, options) => db.transaction((tx) => queue.add(tx, name, payload, options)),
    async work(handlers, options = {}) {
      const worker = new JobWorker(db, config, allHandlers(handlers), {
        schedules: {},
        ...options,
        timing: { ...quickTiming, ...options.timing },
      });
      workers.push(worker);
      await worker.start();
      return worker;
    },
    async forgetQueue() {
      if (redisUrl) await flush(redisUrl, database.name);
      else await asOwner('delete from bullmq.job; delete from bullmq.scheduler');
    },
    asOwner,
    async row(id) {
      const [row] = await select<OutboxState>(
        db,
        `select relayed_at is not null as relayed, done_at is not null as done, failed_at is not null as failed,
           failure, attempts from outbox where id = $1`,
        [id],
      );
      return row!;
    },
    async stopWorkers() {
      await Promise.all(workers.splice(0).map((worker) => worker.stop()));
      await execute(db, 'delete from outbox');
    },
    async close() {
      await stage.stopWorkers();
      await db.destroy();
      await database.drop();
    },
  };
  await asOwner('create table effect (job_id uuid not null, note text not null)');
  return stage;
}

export function allHandlers(some: Partial<JobHandlers>): JobHandlers {
  const others = Object.fromEntries(
    jobNames.map((name) => [name, () => Promise.reject(new Error(`No ${name} was expected`))]),
  );
  return { ...(others as unknown as JobHandlers), ...some };
}

/** Asks again until it is so; where it was in vain, with what the workers complained of. */
export async function until(...asked: Parameters<typeof askUntil>): Promise<void> {
  await askUntil(...asked).catch((late: Error) => {
    throw new Error([late.message, ...complaints.splice(0).slice(-10)].join('\n'));
  });
}

/** What this database has there, and nobody else's. */
async function flush(redisUrl: string, database: string): Promise<void> {
  const { Redis } = await import('ioredis');
  const redis = new Redis(redisUrl);
  const keys = await redis.keys(`*xiaohao:${database}}*`);
  if (keys.length > 0) await redis.del(keys);
  redis.disconnect();
}
