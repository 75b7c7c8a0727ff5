import type { EntityManager } from 'typeorm';
import type { JobName, JobPayload } from './job-table.js';

export interface RunningJob<Name extends JobName> {
  /** Of the outbox row. */
  readonly id: string;
  readonly payload: JobPayload<Name>;
  /** 1 for the first. */
  readonly attempt: number;
  /**
   * Marks the job done in the handler's own transaction, so that its effect and the mark commit together. Throws when
   * another worker was first: the transaction then rolls back and the job counts as done. A handler that never calls it
   * is marked when it returns; it must bear to run twice.
   */
  readonly done: (tx: EntityManager) => Promise<void>;
  /** False once the job was dropped: a long handler asks now and then, and stops. */
  readonly wanted: () => Promise<boolean>;
}

/** One handler for each job of the table; a missing one does not compile. */
export type JobHandlers = { readonly [Name in JobName]: (job: RunningJob<Name>) => Promise<unknown> };

/**
 * Tells of a job that was given up where people look for its result; the death of its worker in every attempt counts.
 * Called before the failure is noted, so it must bear to be called again.
 */
export type GivenUpHandlers = {
  readonly [Name in JobName]?: (payload: JobPayload<Name>, failure: string) => Promise<unknown>;
};

/** Thrown by `done` into the handler's transaction; only the worker understands it. */
export class AlreadyDone extends Error {
  constructor(id: string) {
    super(`Job ${id} was done by another worker`);
    this.name = 'AlreadyDone';
  }
}
