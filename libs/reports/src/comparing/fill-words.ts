import { comparisonWords } from '@xiaohao/messages';

/** One of the words of a comparison with its places filled. */
export function fillWords(
  word: keyof typeof comparisonWords,
  facts: Readonly<Record<string, string | number>>,
): string {
  return comparisonWords[word][0].replace(/\{(\w+)\}/g, (_, name: string) => String(facts[name] ?? ''));
}
