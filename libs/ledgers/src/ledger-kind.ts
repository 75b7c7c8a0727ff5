import type { TicketKind } from '@xiaohao/domain';
import { kindHints } from './heading-synonyms.js';

/** What a ledger looks like: its headings weigh three, its title two, tab and file name one. */
export function guessKind(clues: { headings: readonly string[]; title: string; names: readonly string[] }): TicketKind {
  const weighed: [text: string, weight: number][] = [
    [clues.headings.join(' '), 3],
    [clues.title, 2],
    ...clues.names.map((name): [string, number] => [name, 1]),
  ];
  let best: { kind: TicketKind; score: number } = { kind: 'inspection_issue', score: 0 };
  for (const { kind, pattern } of kindHints) {
    const score = weighed.reduce((sum, [text, weight]) => sum + (pattern.test(text) ? weight : 0), 0);
    if (score > best.score) best = { kind, score };
  }
  return best.kind;
}
