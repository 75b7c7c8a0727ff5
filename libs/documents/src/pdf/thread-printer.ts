import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { AppError, type ErrorCode, type ErrorDetails } from '@xiaohao/errors';
import { machineFaces, printDirectly } from './direct-printer.js';
import type { FontFace } from './font-finder.js';

export interface ThreadTask {
  document: Uint8Array;
  faces: readonly FontFace[];
}

export type ThreadAnswer = { pdf: Uint8Array } | { code: ErrorCode; details: ErrorDetails; cause: string | undefined };

/** A long report takes some seconds. */
const limitMs = 60_000;
const memoryMb = 1_024;
const built = new URL('./print-thread.js', import.meta.url);

/**
 * Prints in a thread of its own: a document that takes long or much memory holds up no other job and ends no process.
 * @throws pdfFailed where it takes too long or too much memory, and what `printDirectly` throws
 */
export async function printInThread(
  document: Buffer,
  { timeoutMs = limitMs, thread = built }: { timeoutMs?: number; thread?: URL } = {},
): Promise<Buffer> {
  const faces = await machineFaces();
  // Only what is built has the thread's file; tests run the sources.
  if (!existsSync(fileURLToPath(thread))) return printDirectly(document, faces);
  const task: ThreadTask = { document, faces };
  const worker = new Worker(thread, { workerData: task, resourceLimits: { maxOldGenerationSizeMb: memoryMb } });
  try {
    const answer = await answerOf(worker, timeoutMs);
    if ('pdf' in answer) return Buffer.from(answer.pdf);
    throw new AppError(answer.code, answer.details, { cause: answer.cause });
  } finally {
    await worker.terminate();
  }
}

function answerOf(worker: Worker, timeoutMs: number): Promise<ThreadAnswer> {
  return new Promise((resolve, reject) => {
    const refuse = (reason: string, cause?: Error) => reject(new AppError('pdfFailed', { reason }, { cause }));
    const timer = setTimeout(() => refuse(`超过 ${timeoutMs / 1000} 秒未完成，已停止`), timeoutMs);
    worker.once('message', resolve);
    worker.once('error', (error: NodeJS.ErrnoException) =>
      refuse(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? '文件太复杂，内存不足，已停止' : unexpected, error),
    );
    worker.once('exit', () => {
      clearTimeout(timer);
      refuse(unexpected);
    });
  });
}

const unexpected = '打印时出错，详情已记入服务器日志';
