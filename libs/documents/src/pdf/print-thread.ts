import { parentPort, workerData } from 'node:worker_threads';
import { AppError } from '@xiaohao/errors';
import { printDirectly } from './direct-printer.js';
import type { ThreadAnswer, ThreadTask } from './thread-printer.js';

// The file a thread of its own runs: one document, then it ends.
const { document, faces } = workerData as ThreadTask;
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread is no window
parentPort!.postMessage(await answer());

async function answer(): Promise<ThreadAnswer> {
  try {
    return { pdf: await printDirectly(Buffer.from(document), faces) };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const { code, details, cause } = error;
    return { code, details, cause: cause instanceof Error ? cause.stack : undefined };
  }
}
