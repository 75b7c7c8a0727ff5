import { ThreadWork } from '@xiaohao/threads';
import { readFormerReport, type LearningTask, type Reading } from './former-report-reading.js';

/** Reads former reports one at a time, beside all that the process answers: a long one takes some seconds. */
export const formerReportReader = (thread: URL) =>
  new ThreadWork<LearningTask, Reading>(
    thread,
    { timeoutMs: 60_000, memoryMb: 1_024, atOnce: 1, queue: { most: 8, waitMs: 90_000 } },
    'learningFailed',
    readFormerReport,
  );

/** The one of this process. */
export const reader = formerReportReader(new URL('./learning-thread.js', import.meta.url));
