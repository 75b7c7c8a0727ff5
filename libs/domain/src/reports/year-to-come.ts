import { chapterForm } from './period-words.js';
import { bareYear, numberOf, until, yearForm } from './written-period.js';

type Span = readonly [start: number, end: number];

const bare = new RegExp(bareYear, 'g');
const withYear = new RegExp(`^(?:${yearForm})`);
/** A document named by its title, and a span of years. */
const asides = new RegExp(`《[^》]{0,60}》|(?:${yearForm})年?${until}(?:${yearForm})年`, 'g');
const sentenceStop = /[。；;！!？?]/;

/** Whether two places of a text stand in one sentence. */
export const inOneSentence = (text: string, one: number, other: number): boolean =>
  !sentenceStop.test(text.slice(Math.min(one, other), Math.max(one, other)));

/**
 * 2025年完成规划，2026年启动修订: where the words of the report's own year follow its period, the year after in their
 * sentence does too, or the next report tells of two years at once.
 * @param followed words of the period found in the text
 */
export function yearsToCome(text: string, year: number, followed: readonly Span[]): Span[] {
  const own = followed.filter(([start, end]) => withYear.test(text.slice(start, end)));
  if (own.length === 0) return [];
  const plain = text.replace(asides, (aside) => '\u0001'.repeat(aside.length));
  return [...plain.matchAll(bare)]
    .filter(({ groups }) => numberOf(groups!.year!) === year + 1)
    .map(({ index, groups }): Span => [index, index + groups!.year!.length])
    .filter(([start]) => followed.every(([from, to]) => start < from || start >= to))
    .filter(([start]) => own.some(([from]) => inOneSentence(text, from, start)));
}

/** For each paragraph, whether it stands in a chapter of what is planned for the year after and for no time before it. */
export function plansOfNextYear(paragraphs: readonly string[], year: number): boolean[] {
  let isPlan = false;
  return paragraphs.map((text) => {
    if (text.length <= 40 && chapterForm.test(text))
      isPlan = (/[明来次]年/.test(text) || text.includes(`${year + 1}年`)) && !/下半年|下一?步|下季度|下月/.test(text);
    return isPlan;
  });
}
