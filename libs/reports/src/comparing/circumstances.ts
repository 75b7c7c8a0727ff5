import { isDeepStrictEqual } from 'node:util';
import { comparisonWords } from '@xiaohao/messages';
import { fillWords } from './fill-words.js';
import type { ReportPair } from './known-facts.js';

type Circumstance = Extract<keyof typeof comparisonWords, `other${string}`>;

/** In what the reports themselves differ. */
const differing: readonly (readonly [Circumstance, (one: ReportPair[0], other: ReportPair[1]) => boolean])[] = [
  ['otherTemplate', (one, other) => !isDeepStrictEqual(one.template, other.template)],
  ['otherPeriod', (one, other) => one.period !== other.period],
  ['otherDay', (one, other) => one.asOf !== other.asOf],
  ['otherRound', (one, other) => one.round?.id !== other.round?.id],
  ['otherKnowledge', (one, other) => one.knownAt.getTime() !== other.knownAt.getTime()],
];

/** Where no ticket tells why: so, and what else differs. */
export function withoutCause([earlier, later]: ReportPair): string {
  const words = differing.filter(([, differs]) => differs(earlier, later)).map(([word]) => comparisonWords[word][0]);
  return words.length === 0 ? comparisonWords.noTicket[0] : fillWords('noTicketBut', { others: words.join('、') });
}

const wordsOfPeriod = /^(?:year|last_year|next_year|period_\w+|next_period_\w+)$/;

/** Why a word that is filled in is another one; null where the reports do not differ in it. */
export function causeOfWord(key: string, [earlier, later]: ReportPair): string | null {
  const say = (word: Circumstance, differs: boolean) => (differs ? comparisonWords[word][0] : null);
  if (wordsOfPeriod.test(key)) return say('otherPeriod', earlier.period !== later.period);
  if (key === 'as_of_date') return say('otherDay', earlier.asOf !== later.asOf);
  if (key === 'document_date') return comparisonWords.otherDate[0];
  if (key === 'inspection_round')
    return comparisonWords[earlier.round?.id === later.round?.id ? 'roundRenamed' : 'otherRound'][0];
  return earlier.parameters[key] === later.parameters[key] ? null : comparisonWords.typedOtherwise[0];
}
