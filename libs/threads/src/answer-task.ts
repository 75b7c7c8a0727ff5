import { parentPort } from 'node:worker_threads';
import { AppError, type ErrorCode, type ErrorDetails } from '@xiaohao/errors';

/** What came of a task; a refusal meant for people crosses over as the row of the error table it is. */
export type ThreadAnswer<Result> =
  { result: Result } | { code: ErrorCode; details: ErrorDetails; cause: string | undefined };

/** What a thread hears: a task, and of each part it gives that it is taken. */
export type ThreadOrder<Task> = { task: Task } | 'taken';

/** What it says of a task: parts as they are made, one answer in the end. */
export type ThreadWord<Part, Result> = { part: Part } | ThreadAnswer<Result>;

/** Hands a part over; returns once the part before is taken, so that no more than two are on their way. */
export type GivePart<Part> = (part: Part) => Promise<void>;

/** All that the file of a thread does: one task after the other, as long as it is kept. */
export function answerTasks<Task, Result, Part = never>(
  work: (task: Task, give: GivePart<Part>) => Promise<Result>,
): void {
  const port = parentPort!;
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread is no window
  const say = (word: ThreadWord<Part, Result>) => port.postMessage(word);
  let heard = () => {};
  const answer = async (task: Task) => {
    let before: Promise<void> = Promise.resolve();
    const give = async (part: Part) => {
      await before;
      before = new Promise((resolve) => (heard = resolve));
      say({ part });
    };
    say(await answerOf(() => work(task, give)));
  };
  // What is thrown ends the thread, which tells whoever waits.
  port.on('message', (order: ThreadOrder<Task>) => (order === 'taken' ? heard() : void answer(order.task)));
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
