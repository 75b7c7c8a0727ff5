import type { ContentRun } from '../../api/reports.js';

/** The runs between two places of a block's text; a run cut in two keeps its figure on both sides. */
export function cutRuns(runs: readonly ContentRun[], from: number, to: number): ContentRun[] {
  const cut: ContentRun[] = [];
  let at = 0;
  for (const run of runs) {
    const text = run.text.slice(Math.max(0, from - at), Math.max(0, to - at));
    if (text !== '') cut.push({ ...run, text });
    at += run.text.length;
  }
  return cut;
}
