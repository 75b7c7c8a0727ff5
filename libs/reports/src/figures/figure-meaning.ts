import { figureMeanings } from '@xiaohao/messages';

/** What a counted figure counts, as a sentence that names the round; null for filings and parameters. */
export function figureMeaning(key: string, round: string | null): string | null {
  if (!Object.hasOwn(figureMeanings, key)) return null;
  const [sentence] = figureMeanings[key as keyof typeof figureMeanings];
  return round === null ? sentence.replace('“{round}”', '所选巡察轮次') : sentence.replace('{round}', round);
}
