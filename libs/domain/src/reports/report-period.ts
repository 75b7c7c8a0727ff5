import { daysBetween, parsePeriod, type Day, type Period } from '../calendar/day.js';
import { dueBehind } from './days-of-others.js';
import {
  dateForm,
  dayOf,
  monthForm,
  numberOf,
  periodOfMonths,
  periodOfWord,
  until,
  wordForm,
  yearForm,
} from './written-period.js';

/** What a former report says of the period it tells of. */
export interface ReportPeriod {
  /** Null where nothing tells it, or several may be meant. */
  period: Period | null;
  /** Whether the text says the year; without one, only its words are those of the period. */
  hasYear: boolean;
  /** Where several may be meant, those. */
  candidates: Period[];
  /** The words of a period no report can be built for. */
  unbuildable: string | null;
}

interface Mention {
  /** Of the year nobody wrote, `anyYear`. */
  period: Period;
  hasYear: boolean;
  rank: number;
}

/** Stands for a year that is not written anywhere. */
const anyYear = 2000;
const unknown: ReportPeriod = { period: null, hasYear: false, candidates: [], unbuildable: null };

const mentions = new RegExp(
  `(?:(?<year>${yearForm})(?:年度?\\s?)?)?(?:(?<word>${wordForm})|(?<first>${monthForm})月?${until}(?<last>${monthForm})月(?!\\s?(?:${dateForm})[日号]))` +
    `|(?<halfYear>${yearForm})年半年` +
    `|(?<monthYear>${yearForm})年(?<month>${monthForm})月(?!\\s?(?:${dateForm})[日号])` +
    `|(?<wholeYear>${yearForm})年(?!\\s?(?:${monthForm})月)`,
  'g',
);
/** No period of ours is three quarters long. */
const threeQuarters = new RegExp(`(?:(?:${yearForm})年)?前(?:三|3)个?季度|(?:(?:${yearForm})年)?1月?${until}9月`);
/** What follows is what is planned: the period to come. */
const planned = /^(?:度|全?局|重点|主要|下一步|[的]|应急管理|安全生产|工作){0,4}(?:打算|计划|安排|思路|谋划|部署|要点)/;
const past = /(?:去年|上年|前年|明年|来年|次年|[较比])$/;
const fullDay = new RegExp(`(?<year>${yearForm})年(?<month>${monthForm})月(?:(?<date>${dateForm})[日号])?`, 'g');

/** The period of a report: by its title, else by its first sentences, else by what all of it names. */
export function periodOfReport(texts: readonly string[]): ReportPeriod {
  const bodyAt = texts.findIndex((text) => /[。；]/.test(text));
  const head = texts.slice(0, Math.min(bodyAt < 0 ? 6 : bodyAt, 6));
  const [unbuildable] = head.flatMap((text) => threeQuarters.exec(text)?.[0] ?? []);
  if (unbuildable) return { ...unknown, unbuildable };
  const sources = [head, texts.slice(0, head.length + 3), texts];
  for (const source of sources) {
    const found = bestOf(source.flatMap(mentionsIn));
    if (found.length > 0) return settled(found, texts);
  }
  return unknown;
}

/** Those that say most of a period, each once: 上半年 in a title goes before its year. */
function bestOf(found: readonly Mention[]): Mention[] {
  const distinct = [
    ...new Map(found.map((mention) => [`${mention.period.code} ${mention.hasYear}`, mention])).values(),
  ];
  const best = Math.min(...distinct.map(({ rank }) => rank));
  return distinct.filter(({ rank }) => rank === best);
}

function mentionsIn(text: string): Mention[] {
  return [...text.replace(/《[^》]{0,60}》/g, '').matchAll(mentions)].flatMap((match): Mention[] => {
    const { year, word, first, last, halfYear, monthYear, month, wholeYear } = match.groups!;
    const end = match.index + match[0].length;
    const rest = match.input.slice(end, end + 40);
    if (
      planned.test(rest) ||
      dueBehind.test(rest) ||
      past.test(match.input.slice(Math.max(0, match.index - 40), match.index))
    )
      return [];
    const written = year ?? halfYear ?? monthYear ?? wholeYear;
    const of = written ? numberOf(written) : anyYear;
    const mention = (period: Period | null, rank: number) =>
      period ? [{ period, hasYear: written !== undefined, rank }] : [];
    if (word === '全年') return mention(periodOfWord(of, word), 2);
    if (word) return mention(periodOfWord(of, word), 0);
    if (halfYear) return mention(periodOfWord(of, '上半年'), 0);
    if (first) return mention(periodOfMonths(of, first, last!), 0);
    if (month) return mention(parsePeriod(`${of}-${String(numberOf(month)).padStart(2, '0')}`), 1);
    return mention(parsePeriod(String(of)), 2);
  });
}

function settled(found: readonly Mention[], texts: readonly string[]): ReportPeriod {
  const named = found.filter(({ hasYear }) => hasYear);
  const nameless = found.filter(({ hasYear }) => !hasYear);
  // A word without its year beside the same word with one means that year.
  const open = nameless.filter(({ period }) => !named.some((other) => sameWord(other.period, period)));
  if (named.length === 0 && open.length > 0) {
    const years = yearsIn(texts);
    const dated = dayOfSigning(texts);
    if (dated === null && years.length === 0)
      return oneOf(
        open.map(({ period }) => period),
        false,
      );
    const placed = open.flatMap(({ period }) =>
      dated ? [nearest(period, dated)] : years.map((year) => inYear(period, year)),
    );
    return oneOf(placed, true);
  }
  const year = named[0]!.period.from.slice(0, 4);
  const periods = [...named.map(({ period }) => period), ...open.map(({ period }) => inYear(period, Number(year)))];
  return oneOf(latestOfEachWord(periods), true);
}

/** 2024年上半年 beside 2025年上半年 is what that one is compared with. */
function latestOfEachWord(periods: readonly Period[]): Period[] {
  return periods.filter((period) => !periods.some((other) => sameWord(other, period) && other.to > period.to));
}

function oneOf(periods: readonly Period[], hasYear: boolean): ReportPeriod {
  const candidates = [...new Map(periods.map((period) => [period.code, period])).values()];
  return candidates.length === 1
    ? { period: candidates[0]!, hasYear, candidates: [], unbuildable: null }
    : { period: null, hasYear, candidates: hasYear ? candidates : [], unbuildable: null };
}

const sameWord = (one: Period, other: Period) => one.code.slice(4) === other.code.slice(4);

const inYear = (period: Period, year: number) => parsePeriod(`${year}${period.code.slice(4)}`)!;

/** Of that word the period that ends nearest to the day: a report is signed soon after, or shortly before. */
function nearest(period: Period, day: Day): Period {
  const year = Number(day.slice(0, 4));
  const away = (one: Period) => Math.abs(daysBetween(one.to, day));
  const [one, other] = [inYear(period, year - 1), inYear(period, year)];
  return away(one) < away(other) ? one : other;
}

function yearsIn(texts: readonly string[]): number[] {
  const written = texts.flatMap((text) =>
    [...text.matchAll(new RegExp(`(${yearForm})年`, 'g'))].map(([, year]) => year!),
  );
  return [...new Set(written.map(numberOf))];
}

/** The last line that is a day and no more, else the first day of the head. */
function dayOfSigning(texts: readonly string[]): Day | null {
  const lines = [...texts.slice(-8).reverse().filter(isSigned), ...texts.slice(0, 6)];
  for (const line of lines) {
    for (const { groups } of line.matchAll(fullDay)) {
      const day = dayOf(numberOf(groups!.year!), groups!.month!, groups!.date);
      if (day) return day;
    }
  }
  return null;
}

/** A line under a report, or at its head, that ends in its date. */
export function isSigned(text: string): boolean {
  return text.length <= 40 && /[日号][）)\]］\s]*$/.test(text) && !/[。；]/.test(text);
}
