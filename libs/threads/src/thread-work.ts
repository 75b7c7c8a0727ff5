import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { AppError, type ErrorCode } from '@xiaohao/errors';
import type { ThreadAnswer } from './answer-task.js';

export interface ThreadBounds {
  timeoutMs: number;
  memoryMb: number;
  /** So many run side by side; others wait for their turn. */
  atOnce: number;
  /** How many wait, and how long, before they are told to come again; default: all of them, as long as it takes. */
  queue?: { most: number; waitMs: number };
}

/**
 * Work of one kind, each task in a thread of its own: what takes long or much memory holds up nobody else and ends no
 * process.
 */
export class ThreadWork<Task, Result> {
  private running = 0;
  private readonly waiting: (() => void)[] = [];
  private readonly theirs = new Set<string>();

  constructor(
    /** Calls `answerTask`. */
    private readonly thread: URL,
    private readonly bounds: ThreadBounds,
    /** What is thrown where no answer comes, with the `reason` in its details. */
    private readonly refusal: ErrorCode,
    /** The same work here: only what is built has the thread's file, tests run the sources. */
    private readonly here: (task: Task) => Promise<Result>,
  ) {}

  /**
   * @param whose one task of theirs at a time
   * @throws the refusal where it takes too long or too much memory, busy, busyWithYours, and what the work throws
   */
  async run(task: Task, whose?: string): Promise<Result> {
    if (whose === undefined) return this.inTurn(task);
    if (this.theirs.has(whose)) throw new AppError('busyWithYours', { retryAfterSeconds });
    this.theirs.add(whose);
    try {
      return await this.inTurn(task);
    } finally {
      this.theirs.delete(whose);
    }
  }

  private async inTurn(task: Task): Promise<Result> {
    if (this.running < this.bounds.atOnce) this.running += 1;
    else await this.turn();
    try {
      return existsSync(fileURLToPath(this.thread)) ? await this.inThread(task) : await this.here(task);
    } finally {
      const next = this.waiting.shift();
      if (next) next();
      else this.running -= 1;
    }
  }

  private turn(): Promise<void> {
    const { queue } = this.bounds;
    const busy = () => new AppError('busy', { retryAfterSeconds });
    if (queue && this.waiting.length >= queue.most) throw busy();
    return new Promise((resolve, reject) => {
      const timer =
        queue &&
        setTimeout(() => {
          this.waiting.splice(this.waiting.indexOf(turn), 1);
          reject(busy());
        }, queue.waitMs);
      const turn = () => {
        clearTimeout(timer);
        resolve();
      };
      this.waiting.push(turn);
    });
  }

  private async inThread(task: Task): Promise<Result> {
    const worker = new Worker(this.thread, {
      workerData: task,
      resourceLimits: { maxOldGenerationSizeMb: this.bounds.memoryMb },
    });
    try {
      const answer = await this.answerOf(worker);
      if ('result' in answer) return answer.result;
      throw new AppError(answer.code, answer.details, { cause: answer.cause });
    } finally {
      await worker.terminate();
    }
  }

  private answerOf(worker: Worker): Promise<ThreadAnswer<Result>> {
    const { timeoutMs } = this.bounds;
    return new Promise((resolve, reject) => {
      const refuse = (reason: string, cause?: Error) => reject(new AppError(this.refusal, { reason }, { cause }));
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
}

const retryAfterSeconds = 30;
const unexpected = '程序出错，详情已记入服务器日志';
