import {
  headingPatterns,
  headingSynonyms,
  swallowingGroups,
  type ColumnMeaning,
  type HeadingRow,
} from './heading-synonyms.js';

export interface HeadingMatch {
  meaning: ColumnMeaning;
  strength: number;
  otherwise: ColumnMeaning;
}

const longestHeading = 16;
/** With what stands in its brackets. */
const longestWritten = 300;
const exact = new Map<string, HeadingMatch>();
for (const row of headingSynonyms) {
  for (const heading of row.headings.split(' ')) if (!exact.has(heading)) exact.set(heading, matchOf(row));
}

function matchOf({ meaning, strength, otherwise = 'details' }: HeadingRow): HeadingMatch {
  return { meaning, strength, otherwise };
}

/** NFKC, no white space, no colon at the end: `具 体\n问 题` → `具体问题`. Full-width brackets become plain ones. */
export function squeezed(text: string): string {
  return plain.test(text) ? text : squeezedAny(text);
}

/** Nothing in it to squeeze: most texts are of this sort, and this is asked of every row. */
const plain = /^[\w\u4e00-\u9fa5。、]*$/;

function squeezedAny(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\s\u200b\ufeff]+/g, '')
    .replace(/(?<![:：*])[:：*]+$/, '')
    .replace(/^\*+/, '');
}

/** The heading without what stands in brackets: `整改资金（万元）` → `整改资金`. */
export function plainHeading(text: string): string {
  return squeezed(text.slice(0, longestWritten)).replace(/[([【〔][^)\]】〕]*[)\]】〕]/g, '');
}

/** The unit in a heading's brackets (`万元`, `%`), by which its column is scaled; null when there is none. */
export function headingUnit(text: string): string | null {
  return /[([【〔](?:单位:?)?([^)\]】〕]*)[)\]】〕]/.exec(squeezed(text.slice(0, longestWritten)))?.[1] ?? null;
}

/** Reads a heading by the synonym table: word by word first, then by the patterns; null when it says nothing to us. */
export function matchHeading(text: string, group: string | null = null): HeadingMatch | null {
  const own = plainHeading(text);
  const above = group === null ? '' : plainHeading(group);
  if (above && swallowingGroups.test(above)) return { meaning: 'details', strength: 9, otherwise: 'details' };
  if (headingUnit(text) === '%' && /进度|完成/.test(own))
    return { meaning: 'progressPercent', strength: 9, otherwise: 'details' };
  const whole = above + own;
  const found = exact.get(squeezed(text)) ?? (above ? exact.get(whole) : undefined) ?? exact.get(own);
  if (found) return found;
  for (const candidate of above ? [whole, own] : [own]) {
    if (candidate.length > longestHeading) continue;
    const row = headingPatterns.find(({ pattern }) => pattern.test(candidate));
    if (row) return matchOf({ ...row, headings: '' });
  }
  return null;
}
