import type { Queue } from 'bullmq';
import type { DataSource } from 'typeorm';
import { v5 } from 'uuid';
import { execute } from '@xiaohao/database';
import type { Day } from '@xiaohao/domain';
import { jobNames, jobRow, type JobName, type JobSchedule } from './job-table.js';

const zone = 'Asia/Shanghai';
/** Any UUID; ids of scheduled rows derive from it, so that each process finds the same. */
const namespace = '5b1f9a52-6d0e-4a43-9d43-1f5a0c7a6b10';
/** A tick may come this much before the clock shows its time. */
const toleranceMs = 1_000;

export type Schedules = Partial<Record<JobName, JobSchedule>>;

export const tableSchedules: Schedules = Object.fromEntries(
  jobNames.flatMap((name) => {
    const { schedule } = jobRow(name);
    return schedule ? [[name, schedule]] : [];
  }),
);

/**
 * Daily jobs. BullMQ only tells the time; what runs is an outbox row with an id made from job and day, so that any
 * number of workers, ticks and restarts gives one row a day. A time missed today is caught up, a day missed is not:
 * what yesterday left undone is for today's run to see.
 */
export class JobSchedules {
  constructor(
    private readonly db: DataSource,
    private readonly queue: Queue,
    /** The day of XIAOHAO_TODAY, which the jobs are then told instead of the real one. */
    private readonly fixedDay: Day | null,
    private readonly schedules: Schedules = tableSchedules,
  ) {}

  /** Tells BullMQ the times it does not know yet. Known ones stay untouched: renewing one at its tick loses the tick. */
  async announce(): Promise<void> {
    for (const [name, { at }] of Object.entries(this.schedules)) {
      const pattern = cronOf(at);
      const known = await this.queue.getJobScheduler(name);
      if (known?.pattern === pattern && known.tz === zone) continue;
      const opts = { removeOnComplete: true, removeOnFail: true };
      await this.queue.upsertJobScheduler(name, { pattern, tz: zone }, { name: 'tick', opts });
    }
    for (const { key } of await this.queue.getJobSchedulers()) {
      if (!Object.hasOwn(this.schedules, key)) await this.queue.removeJobScheduler(key);
    }
  }

  /** Writes the rows of today's schedules whose time has come, where they are not there already. */
  async enqueueDue(now = new Date()): Promise<void> {
    const today = dayInShanghai(now);
    for (const [name, { at, payload }] of Object.entries(this.schedules)) {
      if (now.getTime() + toleranceMs < Date.parse(`${today}T${at}+08:00`)) continue;
      await execute(
        this.db,
        `insert into outbox (id, job, payload, run_at) values ($1, $2, $3, date_trunc('milliseconds', now()))
         on conflict (id) do nothing`,
        [scheduledId(name, today), name, payload(this.fixedDay ?? today)],
      );
    }
  }
}

/** The id of the row that stands for one job on one day. */
export function scheduledId(name: string, day: Day): string {
  return v5(`${name} ${day}`, namespace);
}

/** With seconds first, as cron-parser reads six fields. */
function cronOf(at: string): string {
  const [hour, minute, second = 0] = at.split(':').map(Number);
  return `${second} ${minute} ${hour} * * *`;
}

/** UTC+8; China has had no summer time since 1991. */
function dayInShanghai(instant: Date): Day {
  return new Date(instant.getTime() + 8 * 3_600_000).toISOString().slice(0, 10);
}
