import type { Config } from '@xiaohao/config';
import { AppError } from '@xiaohao/errors';
import { ThreadWork, type ThreadFailure, type ThreadRun } from '@xiaohao/threads';
import { readInParts, type ReadingPart, type ReadingTask, type SheetsRead } from './reading-task.js';

/** Reads ledgers in threads of their own: a file that would be read for ever, or fill the memory, is refused alone. */
export class LedgerReader {
  constructor(private readonly work: ThreadWork<ReadingTask, SheetsRead, ReadingPart>) {}

  /** @throws ledgerUnread where it passes a bound, what `readWorkbook` and `readSheetsInParts` throw, and what `take` throws */
  async read(task: ReadingTask, run: ThreadRun<ReadingPart>): Promise<SheetsRead> {
    try {
      return await this.work.run(task, run);
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== 'ledgerUnread') throw error;
      const { failure, reason } = error.details as { failure: ThreadFailure; reason: string };
      // A mistake of ours is none of the file: the job is tried again, and the administrator finds where it happened.
      if (failure === 'trouble') throw (error.cause as Error | undefined) ?? new Error(reason);
      throw new AppError('ledgerUnread', { file: task.fileName, reason }, { cause: error.cause });
    }
  }
}

/**
 * As many as the worker has at once of what takes long. One that has run the reader before reads a file of some thousand
 * rows in half the time.
 */
const kept = { atOnce: 2, keepMs: 600_000 };

export const ledgerReader = (
  { ledgerSeconds, ledgerMb }: Pick<Config, 'ledgerSeconds' | 'ledgerMb'>,
  thread = new URL('./reading-thread.js', import.meta.url),
) =>
  new LedgerReader(
    new ThreadWork(
      thread,
      { timeoutMs: ledgerSeconds * 1000, memoryMb: ledgerMb, ...kept },
      'ledgerUnread',
      readInParts,
    ),
  );
