import { comparisonWords } from '@xiaohao/messages';

/** One of the words of a comparison with its places filled. */
export function fillWords(
  word: keyof typeof comparisonWords,
  facts: Readonly<Record<string, string | number>>,
): string {
  return fillPattern(comparisonWords[word][0], facts);
}

/** A sentence with its places filled. */
export const fillPattern = (pattern: string, facts: Readonly<Record<string, string | number>>): string =>
  pattern.replace(/\{(\w+)\}/g, (_, name: string) => String(facts[name] ?? ''));
