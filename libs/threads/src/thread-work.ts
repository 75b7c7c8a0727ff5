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
}

/**
 * Work of one kind, each task in a thread of its own: what takes long or much memory holds up nobody else and ends no
 * process.
 */
export class ThreadWork<Task, Result> {
  private running = 0;
  private readonly waiting: (() => void)[] = [];

  constructor(
    /** Calls `answerTask`. */
    private readonly thread: URL,
    private readonly bounds: ThreadBounds,
    /** What is thrown where no answer comes, with the `reason` in its details. */
    private readonly refusal: ErrorCode,
    /** The same work here: only what is built has the thread's file, tests run the sources. */
    private readonly here: (task: Task) => Promise<Result>,
  ) {}

  /** @throws the refusal where it takes too long or too much memory, and what the work throws */
  async run(task: Task): Promise<Result> {
    if (this.running < this.bounds.atOnce) this.running += 1;
    else await new Promise<void>((turn) => this.waiting.push(turn));
    try {
      return existsSync(fileURLToPath(this.thread)) ? await this.inThread(task) : await this.here(task);
    } finally {
      const next = this.waiting.shift();
      if (next) next();
      else this.running -= 1;
    }
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

const unexpected = '程序出错，详情已记入服务器日志';
