import { Inject, Injectable } from '@nestjs/common';
import { isUUID } from 'class-validator';
import { DataSource } from 'typeorm';
import { execute, select } from '@xiaohao/database';
import { AppError } from '@xiaohao/errors';
import { outboxChannel } from './outbox.queries.js';

const shownAtMost = 200;

export interface FailedJob {
  id: string;
  job: string;
  payload: Record<string, unknown>;
  failure: string;
  attempts: number;
  createdAt: Date;
  failedAt: Date;
}

/** Jobs that were given up. They stay in the outbox, whatever the queue has forgotten. */
@Injectable()
export class FailedJobsService {
  constructor(@Inject(DataSource) private readonly db: DataSource) {}

  /** Newest first, 200 at most. */
  listFailedJobs(): Promise<FailedJob[]> {
    return select<FailedJob>(
      this.db,
      `select id, job, payload, failure, attempts, created_at as "createdAt", failed_at as "failedAt"
       from outbox where failed_at is not null order by failed_at desc, id desc limit $1`,
      [shownAtMost],
    );
  }

  /** Gives a failed job all its attempts again. */
  async retryFailedJob(id: string): Promise<void> {
    if (!isUUID(id)) throw new AppError('notFound', { what: '失败任务' });
    await this.db.transaction(async (tx) => {
      const touched = await execute(
        tx,
        `update outbox set failed_at = null, failure = null, attempts = 0, relayed_at = null,
           run_at = date_trunc('milliseconds', now())
         where id = $1 and failed_at is not null`,
        [id],
      );
      if (touched === 0) throw new AppError('notFound', { what: '失败任务' });
      await execute(tx, `select pg_notify($1, '')`, [outboxChannel]);
    });
  }
}
