import { readChineseNumber, remembering } from '@xiaohao/domain';

/** A heading that tells how things stood at some time: 6月底进展, 上半年完成情况, 截至9月30日进展. */
export interface TimedHeading {
  /** Grows with the time. */
  rank: number;
  /** The heading without its time. */
  rest: string;
}

const digits = '\\d{1,2}|[一二三四五六七八九十]{1,2}';
const year = '(?:(?<year>20\\d\\d)[年./-])?';
/** 截至, and the beginning of 1-6月. */
const lead = '(?:截[至止]到?|\\d{1,2}月?[-—~至到])?';

const rankOf = ({ year = '0' }: Readonly<Record<string, string | undefined>>, month: number, day = 31) =>
  Number(year) * 10_000 + month * 100 + day;
const numberOf = (text: string) => (/\d/.test(text) ? Number(text) : (readChineseNumber(text) ?? 0));
const dayOf = { 上旬: 10, 初: 10, 中旬: 20 } as const;

interface TimeRow {
  pattern: RegExp;
  rank: (groups: Readonly<Record<string, string | undefined>>) => number;
}

/** Later than any day, the one before it a little less. */
const now = 1e9;

/** First match wins. */
const timeTable: readonly TimeRow[] = [
  { pattern: /(?:截[至止]到?)?(?:本|当)(?:年度|季度|[月周旬期季年])/, rank: () => now },
  { pattern: /上(?:个)?(?:季度|[月周旬期季])/, rank: () => now - 1 },
  { pattern: new RegExp(`${lead}${year}上半年`), rank: (groups) => rankOf(groups, 6) },
  { pattern: new RegExp(`${lead}${year}(?:下半年|全年|年[底末终]|年度)`), rank: (groups) => rankOf(groups, 12) },
  {
    pattern: new RegExp(`${lead}${year}[第前]?(?<quarter>[1-4一二三四])季度末?`),
    rank: (groups) => rankOf(groups, numberOf(groups['quarter']!) * 3),
  },
  {
    pattern: new RegExp(
      `${lead}${year}(?<month>${digits})月份?(?:(?<day>\\d{1,2})[日号]|(?<part>[上中下]旬|[底末初]))?`,
    ),
    rank: (groups) => {
      const { month, day, part } = groups;
      return rankOf(groups, numberOf(month!), day ? Number(day) : dayOf[part as keyof typeof dayOf]);
    },
  },
  {
    pattern: new RegExp(`截[至止]到?${year}(?<month>\\d{1,2})[./-](?<day>\\d{1,2})[日号]?`),
    rank: (groups) => rankOf(groups, Number(groups['month']), Number(groups['day'])),
  },
  {
    pattern: new RegExp(`第(?<count>${digits})[周期次轮]`),
    rank: ({ count }) => numberOf(count!),
  },
];

/** `heading` as squeezed, with its brackets. Every row asks again. */
export const timeOfHeading = remembering((heading): TimedHeading | null => {
  for (const { pattern, rank } of timeTable) {
    const match = pattern.exec(heading);
    if (match) return { rank: rank(match.groups ?? {}), rest: heading.replace(match[0], '').replace(/^的/, '') };
  }
  return null;
});

/** 10月底, 2026年6月20日: the time of a heading as a date is written; null where it names no month. */
export function monthOfHeading(heading: string): string | null {
  const { rank = 0 } = timeOfHeading(heading) ?? {};
  const [year, month, day] = [Math.floor(rank / 10_000), Math.floor(rank / 100) % 100, rank % 100];
  if (rank >= undatedRank || month === 0) return null;
  return `${year > 0 ? `${year}年` : ''}${month}月${day === 31 ? '底' : `${day}日`}`;
}

/** What names no time, beside what does, is of today. */
export const undatedRank = now - 2;
