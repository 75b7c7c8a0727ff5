import { ThreadWork } from '@xiaohao/threads';
import { readCircular, type CircularReading, type CircularTask } from '../comparing/circular-reading.js';
import { readFormerReport, type LearningTask, type Reading } from './former-report-reading.js';
import { makeTemplate, type TemplateTask } from './former-report-template.js';
import type { LeftWords } from './literal-places.js';
import { readLeft, type LeftTask } from './template-left.js';

const bounds = { timeoutMs: 60_000, memoryMb: 1_024, atOnce: 1, queue: { most: 8, waitMs: 90_000 } };

/** Reads former reports one at a time, beside all that the process answers: a long one takes some seconds. */
export const formerReportReader = (thread: URL) =>
  new ThreadWork<LearningTask, Reading>(thread, bounds, 'learningFailed', readFormerReport);

const thread = new URL('./learning-thread.js', import.meta.url);

/** The one of this process. */
export const reader = formerReportReader(thread);

/** Makes templates of them, which takes as long, in a queue of its own. */
export const templateMakerOf = (file: URL) =>
  new ThreadWork<TemplateTask, Uint8Array>(file, bounds, 'learningFailed', makeTemplate);

export const templateMaker = templateMakerOf(thread);

/** Reads what stays in a template, which is looked at more than once: its thread is kept a while. */
export const leftReaderOf = (file: URL) =>
  new ThreadWork<LeftTask, LeftWords>(file, { ...bounds, keepMs: 60_000 }, 'templateUnread', readLeft);

export const leftReader = leftReaderOf(thread);

/** Reads what a superior's paper tells of the bureau. */
export const circularReader = new ThreadWork<CircularTask, CircularReading>(
  thread,
  bounds,
  'learningFailed',
  readCircular,
);
