import { readChineseNumber } from './chinese-number.js';

const chinese = '[一二三四五六七八九十]{1,3}';
/**
 * A list's next part begins where a line, a sentence or a clause ended, after a space, or at the text's own beginning.
 * Looks at one character: a pattern that took the spaces too would try each long run of them from every one of its spaces.
 */
const boundary = '(?:^|(?<=[。；;！!：:，,、）)\\s]))';

/** The ways people number the parts of one text; `no` holds what is counted. */
const numberings: readonly RegExp[] = [
  /(?<no>[①-⑳])/g,
  new RegExp(`${boundary}[（(](?<no>\\d{1,2}|${chinese})[)）]`, 'g'),
  new RegExp(`${boundary}(?<no>\\d{1,2})(?:[、）)]|[.．](?!\\d(?!\\d?月|\\d{3}年)))`, 'g'),
  new RegExp(`${boundary}(?<no>${chinese})是(?!否)`, 'g'),
  new RegExp(`${boundary}第(?<no>${chinese})[，,、：:]`, 'g'),
  new RegExp(`(?:^|(?<=\\n))[^\\S\\n]*(?<no>${chinese})、`, 'g'),
];

/** Without one of each nothing counts to two; most texts have none. */
const first = /[1１①一]/;
const second = /[2２②二]/;

interface Part {
  at: number;
  no: number;
}

/**
 * Parts a text that counts its parts from 1: `1.甲；2.乙`, ①甲②乙, （一）…（二）…, 一是…二是…. The outermost numbering parts it,
 * a sentence before the first number stays with the first part, and each part keeps its words and its number. A text that
 * does not count to two stays whole.
 */
export function splitNumbered(text: string): string[] {
  if (!first.test(text) || !second.test(text)) return [text];
  const lists = numberings.map((pattern) => counted(text, pattern)).filter((parts) => parts.length >= 2);
  if (lists.length === 0) return [text];
  const outermost = lists.reduce((best, parts) => (parts[0]!.at < best[0]!.at ? parts : best));
  const starts = [0, ...outermost.slice(1).map(({ at }) => at)];
  return starts.map((at, part) => text.slice(at, starts[part + 1]).trim());
}

/** True where the text begins with a number of its own. */
export function startsNumbered(text: string): boolean {
  return numberings.some((pattern) => text.trimStart().search(pattern) === 0);
}

/** Where the numbers 1, 2, 3 … stand, in this order; whatever counts otherwise is part of the words. */
function counted(text: string, pattern: RegExp): Part[] {
  const parts: Part[] = [];
  for (const match of text.matchAll(pattern)) {
    const no = valueOf(match.groups!['no']!);
    if (no === parts.length + 1) parts.push({ at: match.index, no });
  }
  return parts;
}

function valueOf(written: string): number {
  const circled = written.charCodeAt(0) - 0x2460;
  if (circled >= 0 && circled < 20) return circled + 1;
  return /^\d/.test(written) ? Number(written) : (readChineseNumber(written) ?? 0);
}
