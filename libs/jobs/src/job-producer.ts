import type { Queue } from 'bullmq';
import { isJobName, jobTable, queueNames, type QueueName } from './job-table.js';
import type { OutboxRow } from './outbox.queries.js';
import type { QueueStore } from './queue-store.js';

/** No ':' in BullMQ's own ids. */
const idPrefix = 'ob-';

/**
 * Attempts are counted in the outbox, deaths of workers included; BullMQ's own limits are put out of reach. PostgreSQL
 * keeps them in 32 bits.
 */
export const withoutLimit = 1_000_000;

/** The outbox row a BullMQ job stands for; null for a tick of a schedule. */
export function outboxIdOf(bullId: string | undefined): string | null {
  return bullId?.startsWith(idPrefix) ? bullId.slice(idPrefix.length) : null;
}

/** Hands outbox rows to BullMQ. Adding a row twice is harmless: its id is taken while the job is there. */
export class JobProducer {
  private readonly queues: Map<QueueName, Queue>;

  constructor(store: QueueStore, onError: (error: Error) => void) {
    this.queues = new Map(queueNames.map((name) => [name, store.queue(name).on('error', onError)]));
  }

  async addAll(rows: readonly OutboxRow[]): Promise<void> {
    for (const [name, queue] of this.queues) {
      const jobs = rows.filter(({ job }) => queueOf(job) === name).map(bullJob);
      if (jobs.length > 0) await queue.addBulk(jobs);
    }
  }

  queue(name: QueueName): Queue {
    return this.queues.get(name)!;
  }

  async waitUntilReady(): Promise<void> {
    await Promise.all([...this.queues.values()].map((queue) => queue.waitUntilReady()));
  }

  async close(): Promise<void> {
    await Promise.all([...this.queues.values()].map((queue) => queue.close()));
  }
}

/** A name this version does not know goes where it fails without holding anybody up. */
function queueOf(job: string): QueueName {
  return isJobName(job) ? jobTable[job].queue : 'quick';
}

/** Carries no data: the row has it. Nothing is kept afterwards: the row tells what became of it. */
function bullJob({ id, job, turn }: OutboxRow) {
  const opts = {
    jobId: `${idPrefix}${id}`,
    attempts: withoutLimit,
    backoff: { type: 'table' },
    // None for the first turn: jobs without a priority are the first of all.
    priority: Math.min(turn, withoutLimit),
    removeOnComplete: true,
    removeOnFail: true,
    stackTraceLimit: 1,
  };
  return { name: job, data: {}, opts };
}
