import { Logger } from '@nestjs/common';
import { UnrecoverableError } from 'bullmq';
import type { DataSource } from 'typeorm';
import { AppError } from '@xiaohao/errors';
import { checkPayload } from './check-payload.js';
import { AlreadyDone, type GivenUpHandlers, type JobHandlers, type RunningJob } from './job-handlers.js';
import { isJobName, jobRow, type JobName } from './job-table.js';
import { beginAttempt, isOpen, markDone, noteFailure, type Attempt } from './outbox.queries.js';

const failureLength = 2_000;

type GivenUp = (payload: unknown, failure: string) => Promise<unknown>;

/** What trying again cannot mend. */
class Hopeless extends Error {}

/**
 * Runs jobs by the outbox: the row says what is to be done, how often it was begun and whether it is done already.
 * Failing finally is written there before the queue forgets the job.
 */
export class JobAttempt {
  private readonly logger = new Logger('jobs');

  constructor(
    private readonly db: DataSource,
    private readonly handlers: JobHandlers,
    private readonly givenUp: GivenUpHandlers = {},
  ) {}

  async run(id: string): Promise<void> {
    const attempt = await beginAttempt(this.db, id);
    if (!attempt) return;
    const from = Date.now();
    try {
      await this.handle(id, attempt);
      await markDone(this.db, id);
      this.logger.debug(`${attempt.job} ${id} done in ${Date.now() - from} ms`);
    } catch (error) {
      if (error instanceof AlreadyDone) return;
      throw await this.fail(id, attempt, error as Error);
    }
  }

  private async handle(id: string, { job, payload, attempts }: Attempt): Promise<void> {
    if (!isJobName(job)) throw new Hopeless(`This version knows no job ${job}`);
    const limit = jobRow(job).attempts;
    if (attempts > limit) throw new Hopeless(`The worker ended in the middle of each of ${limit} attempts`);
    const running = {
      id,
      payload: this.readPayload(job, payload),
      attempt: attempts,
      done: async (tx) => {
        if (!(await markDone(tx, id))) throw new AlreadyDone(id);
      },
      wanted: () => isOpen(this.db, id),
    } satisfies RunningJob<JobName>;
    await (this.handlers[job] as (job: RunningJob<JobName>) => Promise<unknown>)(running);
  }

  private readPayload(job: JobName, payload: unknown) {
    try {
      return checkPayload(job, payload);
    } catch (error) {
      throw new Hopeless((error as Error).message);
    }
  }

  private async fail(id: string, attempt: Attempt, error: Error): Promise<Error> {
    const { job, attempts } = attempt;
    const limit = isJobName(job) ? jobRow(job).attempts : attempts;
    const final = attempts >= limit || error instanceof Hopeless || isRefusal(error);
    this.logger.error(`${job} ${id} attempt ${attempts} of ${limit} failed: ${error.stack ?? error.message}`);
    const failure = (error.message || error.name).slice(0, failureLength);
    if (final) await this.giveUp(attempt, failure);
    await noteFailure(this.db, id, failure, final);
    return final ? new UnrecoverableError(failure) : error;
  }

  /** The failure is noted all the same when it cannot be told: the administrator then sees both. */
  private async giveUp({ job, payload }: Attempt, failure: string): Promise<void> {
    if (!isJobName(job)) return;
    try {
      await (this.givenUp[job] as GivenUp | undefined)?.(payload, failure);
    } catch (error) {
      this.logger.error(`${job} was given up and could not be told: ${(error as Error).stack}`);
    }
  }
}

/** A refusal meant for people stays one however often it is asked for; 5xx tells of a passing trouble. */
function isRefusal(error: Error): boolean {
  return error instanceof AppError && error.status < 500;
}
