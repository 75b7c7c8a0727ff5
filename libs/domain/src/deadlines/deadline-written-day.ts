import { lastDayOfMonth, makeDay, type Day } from '../calendar/day.js';
import {
  grammarRow,
  type Grain,
  type GrammarRow,
  type Groups,
  type Meaning,
  type Span,
  type WrittenDay,
} from './deadline-meaning.js';

/** A digit run is read from its first digit, and never behind a decimal point. */
export const start = '(?<!\\d)(?<!\\d\\.)';

/** 2021年, 2021., 21年, 今年, 次年; the date behind it takes its year from here. */
export const yearWord =
  '(?:(?<year>20\\d\\d)(?:年度?|[./-])?|(?<short>1[89]|[2-4]\\d)年度?|' +
  '(?<shift>今年|本年度?|当年|明年|来年|次年|翌年|下1?年度?|(?<![\\u4e00-\\u9fff])后年|去年|上年))的?';
const yearShifts: Readonly<Record<string, number>> = {
  今: 0,
  本: 0,
  当: 0,
  明: 1,
  来: 1,
  次: 1,
  翌: 1,
  下: 1,
  后: 2,
  去: -1,
  上: -1,
};

/** The vague parts of a month, longer words first. */
export const monthPart =
  '(?<part>上中旬|中下旬|上旬|中旬|下旬|[上前]半个?月|[下后]半个?月|月?底|月?末|月?初|月?中(?![心央小期秋考学])|月?半)';

/** Where the vague parts end (own rule: 上旬 the 10th, 中旬 the 20th); every other word means the month's last day. */
const partEnds: Readonly<Record<string, number>> = {
  上旬: 10,
  初: 10,
  月初: 10,
  上半月: 15,
  上半个月: 15,
  前半月: 15,
  前半个月: 15,
  半: 15,
  月半: 15,
  中旬: 20,
  上中旬: 20,
  中: 20,
  月中: 20,
};

/** The last day meant by 8月, 8月中旬, 8月底; `part` may be empty. Null for a thirteenth month. */
export function endOfMonthPart(year: number, month: number, part: string): Day | null {
  const date = partEnds[part];
  if (month < 1 || month > 12) return null;
  return date === undefined ? lastDayOfMonth(year, month) : makeDay(year, month, date);
}

/** Where the vague parts begin; 底 and 末 begin no earlier than they end. */
const partBegins: Readonly<Record<string, number>> = {
  中旬: 11,
  中: 11,
  月中: 11,
  中下旬: 11,
  半: 11,
  月半: 11,
  下半月: 16,
  下半个月: 16,
  后半月: 16,
  后半个月: 16,
  下旬: 21,
};

/** The first day meant by 8月, 8月中旬, 8月底. */
export function beginningOfMonthPart(year: number, month: number, part: string): Day | null {
  return /[底末]/.test(part) ? endOfMonthPart(year, month, part) : makeDay(year, month, partBegins[part] ?? 1);
}

/** A row that reads several dates written in one piece: `on` gives the last day meant, `begins` the first. */
export function spanRow(
  name: string,
  source: string,
  grain: Grain,
  on: (year: number, groups: Groups) => Day | null,
  begins: (year: number, groups: Groups, span: Span) => Day | null,
  strict?: 'strict',
): GrammarRow {
  return grammarRow(name, `${start}${source}`, (groups) => {
    const meaning = writtenDay(groups, grain, (year) => on(year, groups), strict === 'strict');
    if (meaning.is !== 'day') return meaning;
    const span = /[、和及]/.test(groups.text('to')) ? 'list' : 'range';
    return { ...meaning, written: { ...meaning.written, span, begins: (year) => begins(year, groups, span) } };
  });
}

/** A row that reads one date; `on` gives the last day meant in a given year. */
export function dateRow(
  name: string,
  source: string,
  grain: Grain,
  on: (year: number, groups: Groups) => Day | null,
  strict?: 'strict',
): GrammarRow {
  return grammarRow(name, `${start}${source}`, (groups) =>
    writtenDay(groups, grain, (year) => on(year, groups), strict === 'strict'),
  );
}

/** A date whose year, if any, stands in the groups of `yearWord`. */
export function writtenDay(groups: Groups, grain: Grain, on: WrittenDay['on'], strict = false): Meaning {
  const year = groups.has('year') ? groups.number('year') : groups.has('short') ? 2000 + groups.number('short') : null;
  const part = groups.text('part');
  const begins = part === '' ? {} : { begins: (y: number) => beginningOfMonthPart(y, groups.number('month'), part) };
  const yearShift = groups.has('shift') ? (yearShifts[groups.text('shift')[0]!] ?? 0) : null;
  return { is: 'day', written: { year, yearShift, on, grain, ...begins }, strict };
}

/** A date whose year was told some other way. */
export function statedDay(year: number, grain: Grain, on: (year: number) => Day | null, strict = false): Meaning {
  return { is: 'day', written: { year, yearShift: null, on, grain }, strict };
}

/** The day of the groups `month` and `date`. */
export function dayOf(year: number, groups: Groups): Day | null {
  return makeDay(year, groups.number('month'), groups.number('date'));
}

/** The day of the groups `month` and `from`. */
export function firstDayOf(year: number, groups: Groups): Day | null {
  return makeDay(year, groups.number('month'), groups.number('from'));
}

/** Years that two digits may come to. */
export function isPlausibleYear(year: number): boolean {
  return year >= 2018 && year <= 2050;
}
