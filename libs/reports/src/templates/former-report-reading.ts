import type { Figure, OwnNames, ReportCell } from '@xiaohao/domain';
import type { LearningChoice } from './learned-periods.js';
import { linesOf } from './report-lines.js';
import { learnLines, likelyBindings, type LearnedReport } from './template-learning.js';

export interface Binding {
  /** Of the place, from 1. */
  index: number;
  key: string;
}

export interface LearningTask {
  name: string;
  content: Uint8Array;
  figures: readonly Figure[];
  choice: LearningChoice;
  /** Of the bureau, so that a paper of others is told from its own. */
  names: OwnNames;
}

/** A former report as it was read. */
export interface Reading extends LearnedReport {
  /** Its text, blank paragraphs left out: `paragraph` of a place counts these from 1. */
  paragraphs: string[];
  /** Where each of them stands in a table; null in running text. */
  cells: (ReportCell | null)[];
  /** The first proposals that are more than a guess. */
  bindings: Binding[];
}

export async function readFormerReport({ name, content, figures, choice, names }: LearningTask): Promise<Reading> {
  const lines = await linesOf(name, Buffer.from(content));
  const byKey = new Map(figures.map((figure) => [figure.key, figure]));
  const learned = learnLines(lines, figures, choice, names);
  const likely = likelyBindings(learned, (key) => byKey.get(key) ?? null);
  const bindings = [...likely].map(([index, key]) => ({ index, key }));
  return { ...learned, bindings, paragraphs: lines.map(({ text }) => text), cells: lines.map(({ cell }) => cell) };
}
