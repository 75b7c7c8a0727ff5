import type { Worker } from 'node:worker_threads';
import type { GivePart, ThreadAnswer, ThreadOrder, ThreadWord } from './answer-task.js';
import { openClock } from './own-clock.js';

/** Why a thread gave no answer: it passed a bound, or there was trouble. */
export type ThreadFailure = 'time' | 'memory' | 'trouble';

interface Waiting<Part> {
  take: GivePart<Part>;
  signal?: AbortSignal;
  timeoutMs: number;
  refusal(failure: ThreadFailure, cause?: Error): Error;
}

/**
 * Has a thread do a task and takes its parts in their order until it answers. What is thrown is no answer of the thread:
 * then it may still be at work.
 */
export async function answerOfThread<Task, Part, Result>(
  worker: Worker,
  task: Task,
  { take, signal, timeoutMs, refusal }: Waiting<Part>,
): Promise<ThreadAnswer<Result>> {
  let taken: Promise<unknown> = Promise.resolve();
  let isAnswered = false;
  const ended = new AbortController();
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread is no window
  const say = (order: ThreadOrder<Task>) => worker.postMessage(order);
  try {
    return await new Promise((resolve, reject) => {
      const clock = openClock(timeoutMs, () => reject(refusal('time')));
      ended.signal.addEventListener('abort', () => clock.stand());
      signal?.addEventListener('abort', () => reject(signal.reason as Error), { signal: ended.signal });
      worker.on('message', (word: ThreadWord<Part, Result>) => {
        if (ended.signal.aborted) return;
        clock.stand();
        if (!('part' in word)) {
          isAnswered = true;
          taken.then(() => resolve(word), reject);
          return;
        }
        taken = take(word.part);
        taken.then(() => {
          if (ended.signal.aborted) return undefined;
          clock.go();
          // It sends the next one now.
          return say('taken');
        }, reject);
      });
      worker.once('error', (error: NodeJS.ErrnoException) =>
        reject(refusal(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'memory' : 'trouble', error)),
      );
      worker.once('exit', () => isAnswered || reject(refusal('trouble')));
      say({ task });
    });
  } finally {
    ended.abort();
    // Whoever takes a part uses what the caller is about to close.
    await taken.catch(() => undefined);
  }
}
