import { parentPort, workerData } from 'node:worker_threads';
import { AppError, type ErrorCode, type ErrorDetails } from '@xiaohao/errors';

/** What came of a task; a refusal meant for people crosses over as the row of the error table it is. */
export type ThreadAnswer<Result> =
  { result: Result } | { code: ErrorCode; details: ErrorDetails; cause: string | undefined };

/** All that the file of a thread does: one task, then it ends. */
export async function answerTask<Task, Result>(work: (task: Task) => Promise<Result>): Promise<void> {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread is no window
  parentPort!.postMessage(await answerOf(() => work(workerData as Task)));
}

async function answerOf<Result>(work: () => Promise<Result>): Promise<ThreadAnswer<Result>> {
  try {
    return { result: await work() };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const { code, details, cause } = error;
    return { code, details, cause: cause instanceof Error ? cause.stack : undefined };
  }
}
