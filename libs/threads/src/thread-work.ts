import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { AppError, type ErrorCode } from '@xiaohao/errors';
import type { GivePart, ThreadAnswer } from './answer-task.js';
import { KeptThread } from './kept-thread.js';
import { answerOfThread, type ThreadFailure } from './thread-answer.js';

export interface ThreadBounds {
  /** Of the thread's own time: while a part of its work is taken the clock stands. */
  timeoutMs: number;
  /** Of its heap; what lies outside, such as the file itself, comes on top. */
  memoryMb: number;
  /** So many run side by side; others wait for their turn. */
  atOnce: number;
  /** How many wait, and how long, before they are told to come again; default: all of them, as long as it takes. */
  queue?: { most: number; waitMs: number };
  /** So long one thread waits for another task; default: none does. */
  keepMs?: number;
}

/** How one task is run; by default it is anybody's, gives no parts and nobody stops it. */
export interface ThreadRun<Part> {
  /** One task of theirs at a time. */
  whose?: string;
  /** Takes what the work gives before its end, one part after the other; while it does, the thread makes the next. */
  take?: GivePart<Part>;
  /** Ends the thread; the reason is thrown. */
  signal?: AbortSignal;
}

/**
 * Work of one kind, each task in a thread of its own: what takes long or much memory holds up nobody else and ends no
 * process.
 */
export class ThreadWork<Task, Result, Part = never> {
  private running = 0;
  private readonly waiting: (() => void)[] = [];
  private readonly theirs = new Set<string>();
  private readonly kept: KeptThread;

  constructor(
    /** Calls `answerTasks`. */
    private readonly thread: URL,
    private readonly bounds: ThreadBounds,
    /** What is thrown where no answer comes, with `failure` and its `reason` in the details. */
    private readonly refusal: ErrorCode,
    /** The same work here, where the thread's file was not built. */
    private readonly here: (task: Task, give: GivePart<Part>) => Promise<Result>,
  ) {
    this.kept = new KeptThread(bounds.keepMs ?? 0);
  }

  /**
   * @throws the refusal where it takes too long or too much memory, busy, busyWithYours, and what the work or `take` throws
   */
  async run(task: Task, run: ThreadRun<Part> = {}): Promise<Result> {
    const { whose } = run;
    if (whose === undefined) return this.inTurn(task, run);
    if (this.theirs.has(whose)) throw new AppError('busyWithYours', { retryAfterSeconds });
    this.theirs.add(whose);
    try {
      return await this.inTurn(task, run);
    } finally {
      this.theirs.delete(whose);
    }
  }

  private async inTurn(task: Task, run: ThreadRun<Part>): Promise<Result> {
    if (this.running < this.bounds.atOnce) this.running += 1;
    else await this.turn();
    try {
      run.signal?.throwIfAborted();
      if (existsSync(fileURLToPath(this.thread))) return await this.inThread(task, run);
      const take = run.take ?? takesNothing;
      return await this.here(task, (part) => (run.signal?.throwIfAborted(), take(part)));
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

  private async inThread(task: Task, run: ThreadRun<Part>): Promise<Result> {
    const { timeoutMs, memoryMb } = this.bounds;
    const resourceLimits = { maxOldGenerationSizeMb: memoryMb };
    const worker = this.kept.take() ?? new Worker(this.thread, { resourceLimits });
    const refusal = (failure: ThreadFailure, cause?: Error) =>
      new AppError(this.refusal, { failure, reason: reasonOf[failure](timeoutMs / 1000) }, { cause });
    const wait = { take: takesNothing, ...run, timeoutMs, refusal };
    let answer: ThreadAnswer<Result>;
    try {
      answer = await answerOfThread<Task, Part, Result>(worker, task, wait);
    } catch (error) {
      await worker.terminate();
      throw error;
    }
    await this.kept.keep(worker);
    if ('result' in answer) return answer.result;
    throw new AppError(answer.code, answer.details, { cause: answer.cause });
  }
}

const takesNothing = () => Promise.resolve();

const retryAfterSeconds = 30;

const reasonOf: Record<ThreadFailure, (seconds: number) => string> = {
  time: (seconds) => `超过 ${seconds} 秒未完成，已停止`,
  memory: () => '文件太复杂，内存不足，已停止',
  trouble: () => '程序出错，详情已记入服务器日志',
};
