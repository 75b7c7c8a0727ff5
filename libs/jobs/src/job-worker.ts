import { Logger, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import type { Job, Worker } from 'bullmq';
import type { DataSource } from 'typeorm';
import type { Config } from '@xiaohao/config';
import { JobAttempt } from './job-attempt.js';
import type { GivenUpHandlers, JobHandlers } from './job-handlers.js';
import { JobProducer, outboxIdOf, withoutLimit } from './job-producer.js';
import { JobSchedules, tableSchedules, type Schedules } from './job-schedules.js';
import { isJobName, jobRow, queueConcurrency, queueNames } from './job-table.js';
import { jobTiming, type JobTiming } from './job-timing.js';
import { openQueueStore } from './open-queue-store.js';
import { OutboxRelay } from './outbox-relay.js';
import { OutboxSignal } from './outbox-signal.js';
import type { QueueStore } from './queue-store.js';
import { sayOnce } from './say-once.js';

export interface JobWorkerOptions {
  givenUp?: GivenUpHandlers;
  timing?: Partial<JobTiming>;
  schedules?: Schedules;
}

/** Everything a worker process does with jobs: relays the outbox, runs handlers, keeps the schedules. */
export class JobWorker implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger('jobs');
  private readonly warn = sayOnce(this.logger);
  private readonly timing: JobTiming;
  private readonly store: QueueStore;
  private readonly producer: JobProducer;
  private readonly relay: OutboxRelay;
  private readonly signal: OutboxSignal;
  private readonly schedules: JobSchedules;
  private readonly attempt: JobAttempt;
  private workers: Worker[] = [];
  private timers: NodeJS.Timeout[] = [];
  private stopping: Promise<void> | null = null;

  constructor(
    db: DataSource,
    config: Pick<Config, 'databaseUrl' | 'redisUrl' | 'today'>,
    handlers: JobHandlers,
    { givenUp, timing, schedules = tableSchedules }: JobWorkerOptions = {},
  ) {
    this.timing = { ...jobTiming, ...timing };
    this.store = openQueueStore(config);
    this.producer = new JobProducer(this.store, this.warn);
    this.relay = new OutboxRelay(db, this.producer, this.timing.staleMs);
    this.signal = new OutboxSignal(config.databaseUrl, () => void this.relay.wake());
    this.schedules = new JobSchedules(db, this.producer.queue('quick'), config.today, schedules);
    this.attempt = new JobAttempt(db, handlers, givenUp);
  }

  async onApplicationBootstrap(): Promise<void> {
    await this.start();
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.stop();
  }

  /** Waits for a Redis that is not there yet; rejects where PostgreSQL is not, for BullMQ would never look again. */
  async start(): Promise<void> {
    const { pollMs, staleMs, schedulesMs } = this.timing;
    this.workers = queueNames.map((name) => this.openWorker(name));
    await Promise.all([this.producer, ...this.workers].map((part) => part.waitUntilReady()));
    await this.signal.open();
    await this.keepSchedules();
    this.timers = [
      setInterval(() => void this.relay.wake(), pollMs),
      setInterval(() => void this.relay.recover(), staleMs / 2),
      setInterval(() => void this.keepSchedules(), schedulesMs),
    ];
  }

  /** Takes no more jobs and waits for those begun. */
  stop(): Promise<void> {
    this.stopping ??= this.close();
    return this.stopping;
  }

  private async close(): Promise<void> {
    for (const timer of this.timers) clearInterval(timer);
    await this.signal.close();
    await Promise.all(this.workers.map((worker) => worker.close()));
    await this.relay.idle();
    await this.producer.close();
    await this.store.close();
  }

  private openWorker(name: (typeof queueNames)[number]): Worker {
    const worker = this.store.worker(name, (job: Job) => this.process(job), {
      concurrency: queueConcurrency[name],
      lockDuration: this.timing.lockMs,
      stalledInterval: this.timing.stalledMs,
      // The outbox counts attempts, deaths included; BullMQ is to bring a job back however often a worker died.
      maxStalledCount: withoutLimit,
      settings: { backoffStrategy: (attempts, _type, _error, job) => this.pauseMs(job?.name ?? '', attempts) },
    });
    return worker.on('error', this.warn);
  }

  private async process(job: Job): Promise<void> {
    const id = outboxIdOf(job.id);
    if (id) await this.attempt.run(id);
    else await this.schedules.enqueueDue();
  }

  private pauseMs(job: string, attempts: number): number {
    const { backoffSeconds, attempts: limit } = isJobName(job) ? jobRow(job) : { backoffSeconds: 60, attempts: 1 };
    return backoffSeconds * 2 ** (Math.min(attempts, limit) - 1) * this.timing.backoffSecondMs;
  }

  private async keepSchedules(): Promise<void> {
    try {
      await this.schedules.enqueueDue();
      await this.schedules.announce();
    } catch (error) {
      this.logger.warn(`Schedules not checked, trying again: ${(error as Error).message}`);
    }
  }
}
