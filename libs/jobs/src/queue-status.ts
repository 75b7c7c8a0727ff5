import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { assertSchemaCompatibility } from 'bullmq';
import type { Cluster, Redis } from 'ioredis';
import { DataSource } from 'typeorm';
import { CONFIG, type Config } from '@xiaohao/config';
import { select } from '@xiaohao/database';
import { queueSchema } from './postgres-store.js';
import { connectRedis } from './redis-store.js';
import { readRedisUrl } from './redis-url.js';

interface Count {
  job: string;
  state: 'waiting' | 'queued' | 'failed';
  count: string;
  /** Since the oldest of them was due, was handed to the queue, or failed. */
  oldestSeconds: number;
}

/** What the API tells about jobs. The numbers come from the outbox, the same on both homes of the queue. */
@Injectable()
export class QueueStatus implements OnApplicationShutdown {
  private redis: Redis | Cluster | null = null;

  constructor(
    @Inject(DataSource) private readonly db: DataSource,
    @Inject(CONFIG) private readonly config: Pick<Config, 'redisUrl'>,
  ) {}

  onApplicationShutdown(): void {
    this.redis?.disconnect();
  }

  /** Throws when the queue's home cannot be reached or was not migrated. */
  async queueHealth(): Promise<void> {
    if (this.config.redisUrl) {
      this.redis ??= connectRedis(readRedisUrl(this.config.redisUrl), {
        maxRetriesPerRequest: 1,
        commandTimeout: 2_000,
      });
      await this.redis.ping();
    } else {
      const query = async (text: string, values?: readonly unknown[]) => ({
        rows: await select<never>(this.db, text, values ?? []),
      });
      await assertSchemaCompatibility({ query }, queueSchema);
    }
  }

  /** Prometheus text. */
  async queueMetrics(): Promise<string> {
    const counts = await select<Count>(
      this.db,
      `select job, state, count(*), extract(epoch from now() - min(since))::float8 as "oldestSeconds"
       from (
         select job, case when relayed_at is null then 'waiting' else 'queued' end as state,
           coalesce(relayed_at, run_at) as since
         from outbox where done_at is null and failed_at is null
         union all
         select job, 'failed', failed_at from outbox where failed_at is not null
       ) open group by job, state order by job, state`,
    );
    const line = ({ job, state }: Count, name: string, value: string | number) =>
      `${name}{job="${job.replace(/["\\\n]/g, '')}",state="${state}"} ${value}`;
    return [
      '# HELP xiaohao_jobs Jobs that wait for their time, are in the queue, or were given up.',
      '# TYPE xiaohao_jobs gauge',
      ...counts.map((row) => line(row, 'xiaohao_jobs', row.count)),
      '# HELP xiaohao_jobs_oldest_seconds How long the oldest of them has been so; negative until a waiting one is due.',
      '# TYPE xiaohao_jobs_oldest_seconds gauge',
      ...counts.map((row) => line(row, 'xiaohao_jobs_oldest_seconds', row.oldestSeconds.toFixed(3))),
      '',
    ].join('\n');
  }
}
