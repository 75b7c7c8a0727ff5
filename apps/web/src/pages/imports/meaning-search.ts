import { columnMeaningLabels } from '@xiaohao/messages';
import { labelText } from '../../language.js';
import type { Meaning } from './meaning-groups.js';

/** What else people call a meaning when they look for it. */
const alsoCalled: Partial<Record<Meaning, string>> = {
  source: '文号 来文 督办文号 交办文号',
  theirNo: '文号 督办单号',
};

/** The text of a meaning that a search looks into. */
export const searchedText = (meaning: Meaning): string =>
  `${labelText(columnMeaningLabels[meaning])} ${alsoCalled[meaning] ?? ''}`;

/** Every character looked for stands in it, in that order: `牵位` finds 牵头单位. */
export function isFound(words: string, label: string): boolean {
  let from = 0;
  for (const character of words.toLowerCase().replace(/\s/g, '')) {
    const at = label.toLowerCase().indexOf(character, from);
    if (at < 0) return false;
    from = at + 1;
  }
  return true;
}
