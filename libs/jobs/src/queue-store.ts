import type { Processor, Queue, Worker, WorkerOptions } from 'bullmq';
import type { QueueName } from './job-table.js';

/** BullMQ's two homes behind one face; its objects share the connections of their store. */
export interface QueueStore {
  queue(name: QueueName): Queue;
  worker(name: QueueName, processor: Processor, options: Omit<WorkerOptions, 'connection'>): Worker;
  /** After the queues and workers made from it. */
  close(): Promise<void>;
}

/** BullMQ writes every change of a job to a list for listeners; we have none and keep it short. */
export const keptEvents = 500;
