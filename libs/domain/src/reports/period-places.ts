import { addDays, periodOf, type Day, type Period } from '../calendar/day.js';
import { daysOfOthers, dueBehind } from './days-of-others.js';
import { isSigned, type ReportPeriod } from './report-period.js';
import type { ReportLine } from './report-table.js';
import {
  bareYear,
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
import { plansOfNextYear, yearsToCome } from './year-to-come.js';

/** What follows from the dates of a report, by the names templates print it with. */
export const periodWords = [
  'year',
  'last_year',
  'next_year',
  'period_label',
  'period_word',
  'period_months',
  'period_start',
  'next_period_label',
  'next_period_word',
  'as_of_date',
  'document_date',
] as const;
export type PeriodWord = (typeof periodWords)[number];

/** Words or digits of a former report that are those of its period. */
export interface PeriodPlace {
  /** From 1, blank paragraphs not counted. */
  paragraph: number;
  start: number;
  end: number;
  found: string;
  key: PeriodWord;
}

interface Line {
  text: string;
  isCell: boolean;
  /** Among the first or last lines, where a report is dated. */
  isEdge: boolean;
}

interface Situation {
  period: Period;
  next: Period;
  year: number;
  /** The day the report counts up to. */
  asOf: Day;
}

type Spot = readonly [start: number, end: number, key: PeriodWord];
type Groups = Readonly<Record<string, string | undefined>>;

/** One way periods are written: whatever it matches is spoken for, whether or not it belongs to the period. */
interface Form {
  form: RegExp;
  places: (match: RegExpExecArray, groups: Groups, line: Line, situation: Situation) => Spot[];
}

const monthDay = `(?:(?<year>${yearForm})年|今年|本年)?(?<month>${monthForm})月(?:(?<date>${dateForm})[日号]|份?(?:底|末)|份)?`;
const asOfForm = new RegExp(
  `(?<lead>(?:截[至止](?:到|至|时间|日期|日)?|统计(?:至|到|时点|日期|时间))[：:为]?\\s?)(?<day>${monthDay})`,
  'g',
);
/** 到6月底，累计建成: where it is the report's own day it is no deadline; a day of the month alone may be that of an event. */
const reachedForm = new RegExp(
  `(?<=^|[，。；;：:（(、\\s])(?<lead>[到至]\\s?)?(?<day>${monthDay})(?<=[底末]|[到至].{2,12}[日号])` +
    '(?=\\s?[，,]?(?:已|累计|共|全[县区市旗局]|我[县区市旗局]|仍|尚)|(?<=[到至].{2,12})\\s?[，,])',
  'g',
);
/** 截至二季度末, of a half-year as well. */
const quarterEndForm = new RegExp(`(?<lead>截[至止](?:到)?\\s?)(?<quarter>第?[一二三四1-4]季度)[底末](?!前)`, 'g');
const alone = /^[（(\s]*止?[）)\s]*$/;
/** 2026年工作 is that of the year after whichever report tells of it; other words of a later year are of a day of its own. */
const workOfYear = /^度?(?:各项|全年|重点|应急管理)?(?:工作|任务|开局)/;
const comparedBefore = /[较比与同和]$/;
const comparedAfter = /^年?(?:同期|相比|比较|对比)/;

/** Where next year is planned they are of that year, whichever report tells of it. */
const wordsOfOneYear = new Set<PeriodWord>(['period_word', 'next_period_word', 'period_months', 'as_of_date']);

/** The first form that matches a piece of text speaks for it. */
const forms: readonly Form[] = [
  // A document named by its title, and a span of years, are what they are.
  { form: /《[^》]{0,60}》/g, places: () => [] },
  { form: new RegExp(`(?:${yearForm})年?${until}(?:${yearForm})年`, 'g'), places: () => [] },
  {
    form: new RegExp(
      `(?<begin>(?:(?<year>${yearForm})年)?(?<month>${monthForm})月(?<date>${dateForm})[日号])起?${until}` +
        `(?<end>(?:(?<year2>${yearForm})年)?(?<month2>${monthForm})月(?<date2>${dateForm})[日号])`,
      'g',
    ),
    places: placesOfDays,
  },
  ...daysOfOthers.map((form) => ({ form, places: () => [] })),
  { form: asOfForm, places: placesOfAsOf },
  { form: reachedForm, places: placesOfAsOf },
  { form: quarterEndForm, places: placesOfQuarterEnd },
  {
    form: new RegExp(
      `(?:(?<year>${yearForm})年)?(?<months>(?<month>${monthForm})月?份?${until}(?<month2>${monthForm})月)(?!\\s?(?:${dateForm})[日号])`,
      'g',
    ),
    places: placesOfMonths,
  },
  {
    form: new RegExp(`(?<year>${yearForm})年(?<month>${monthForm})月(?:(?<date>${dateForm})[日号])?`, 'g'),
    places: placesOfDay,
  },
  { form: new RegExp(`(?<year>${yearForm})(?:年度?\\s?)?(?<word>${wordForm})`, 'g'), places: placesOfYearAndWord },
  { form: /(?<![提之以此目])前(?<last>[三六36])个月(?!内)/g, places: placesOfFirstMonths },
  { form: new RegExp(bareYear, 'g'), places: placesOfYear },
  {
    form: new RegExp(
      `(?<away>明年|来年|次年|前|前年|去年|上一?年度?)?(?<word>${wordForm}|(?:${monthForm})月(?=份))(?!\\s?(?:${dateForm})[日号])`,
      'g',
    ),
    places: placesOfWord,
  },
];

/**
 * Where a former report names its own period, the year before or after it, the next period, the day it counts up to and
 * the day it was signed. Other days and years, those of laws, documents and events, are left.
 */
export function findPeriodPlaces(
  lines: readonly ReportLine[],
  { period, hasYear }: Pick<ReportPeriod, 'period' | 'hasYear'>,
): PeriodPlace[] {
  if (period === null) return [];
  const next = periodOf(period.kind, addDays(period.to, 1));
  const year = Number(period.from.slice(0, 4));
  const situation = { period, next, year, asOf: asOfDay(lines, period) };
  const body = lines.filter(({ note }) => !note).length;
  const ofNextYear = plansOfNextYear(
    lines.map(({ text }) => text),
    year,
  );
  return lines.flatMap(({ text, cell }, at) => {
    const isEdge = at < body && (at < 6 || at >= body - 8);
    return spotsIn({ text, isCell: cell !== null, isEdge }, situation)
      .filter(([, , key]) => !ofNextYear[at] || !wordsOfOneYear.has(key))
      .filter(([, , key]) => hasYear || key === 'period_word' || key === 'next_period_word' || key === 'period_months')
      .map(([start, end, key]) => ({ paragraph: at + 1, start, end, found: text.slice(start, end), key }));
  });
}

function spotsIn(line: Line, situation: Situation): Spot[] {
  const spoken = new Uint8Array(line.text.length);
  const spots = forms.flatMap(({ form, places }) =>
    [...line.text.matchAll(form)].flatMap((match) => {
      const [start, end] = [match.index, match.index + match[0].length];
      if (spoken.subarray(start, end).includes(1)) return [];
      spoken.fill(1, start, end);
      return places(match, match.groups ?? {}, line, situation);
    }),
  );
  const coming = yearsToCome(
    line.text,
    situation.year,
    spots.map(([start, end]) => [start, end]),
  );
  const all = [...spots, ...coming.map(([start, end]): Spot => [start, end, 'next_year'])];
  return all.sort(([one], [other]) => one - other);
}

/** The words on both sides; further away ones say nothing of a place. */
const before = (text: string, at: number) => text.slice(Math.max(0, at - 40), at);
const after = (text: string, at: number) => text.slice(at, at + 40);

/** The last day of the period where the report says so, else the last day it says it counts up to. */
export function asOfDay(lines: readonly ReportLine[], { from, to }: Period): Day {
  const year = Number(from.slice(0, 4));
  const days = lines
    .flatMap(({ text }) => [...text.matchAll(asOfForm)])
    .flatMap(({ groups }) => dayOf(groups!.year ? numberOf(groups!.year) : year, groups!.month!, groups!.date) ?? [])
    .filter((day) => day >= from && day <= addDays(to, 45));
  return days.length === 0 || days.includes(to) ? to : days.sort().at(-1)!;
}

function placesOfDays(match: RegExpExecArray, groups: Groups, _: Line, { period, year }: Situation): Spot[] {
  const [first, last] = [groups.year, groups.year2 ?? groups.year].map((written) =>
    written ? numberOf(written) : year,
  );
  const from = dayOf(first!, groups.month!, groups.date);
  const to = dayOf(last!, groups.month2!, groups.date2);
  if (from !== period.from || to !== period.to) return [];
  const { index } = match;
  const end = index + match[0].length;
  return [
    [index, index + groups.begin!.length, 'period_start'],
    [end - groups.end!.length, end, 'as_of_date'],
  ];
}

function placesOfAsOf(match: RegExpExecArray, groups: Groups, _: Line, { year, asOf }: Situation): Spot[] {
  const day = dayOf(groups.year ? numberOf(groups.year) : year, groups.month!, groups.date);
  const start = match.index + (groups.lead ?? '').length;
  return day === asOf ? [[start, start + groups.day!.length, 'as_of_date']] : [];
}

function placesOfQuarterEnd(match: RegExpExecArray, groups: Groups, _: Line, { year, asOf }: Situation): Spot[] {
  const end = match.index + match[0].length;
  const start = match.index + groups.lead!.length;
  return periodOfWord(year, groups.quarter!).to === asOf ? [[start, end, 'as_of_date']] : [];
}

function placesOfFirstMonths(match: RegExpExecArray, groups: Groups, _: Line, { period, year }: Situation): Spot[] {
  const named = periodOfMonths(year, '1', groups.last!);
  const isOwn = named !== null && named.code.slice(4) === period.code.slice(4);
  return isOwn ? [[match.index, match.index + match[0].length, 'period_word']] : [];
}

function placesOfMonths(match: RegExpExecArray, groups: Groups, _: Line, { period, year }: Situation): Spot[] {
  const of = groups.year ? numberOf(groups.year) : year;
  const named = periodOfMonths(of, groups.month!, groups.month2!);
  if (named === null || named.code.slice(4) !== period.code.slice(4)) return [];
  const end = match.index + match[0].length;
  return [...placesOfOwnYear(match.index, groups.year, year), [end - groups.months!.length, end, 'period_months']];
}

function placesOfDay(match: RegExpExecArray, groups: Groups, line: Line, situation: Situation): Spot[] {
  const day = dayOf(numberOf(groups.year!), groups.month!, groups.date);
  const whole = [match.index, match.index + match[0].length] as const;
  const { period, next } = situation;
  if (day === null) return [];
  if (isDated(match, line) && day >= addDays(period.to, -40) && day <= addDays(period.to, 120))
    return [[...whole, 'document_date']];
  if (groups.date) return day === period.to && isCountedUpTo(match) ? [[...whole, 'as_of_date']] : [];
  if (period.kind !== 'month' || dueBehind.test(after(match.input, whole[1]))) return [];
  if (day === period.to) return [[...whole, 'period_label']];
  return day === next.to ? [[...whole, 'next_period_label']] : [];
}

/** A day alone, in a heading or in brackets, or one something runs to: 2025年6月30日前 is the day of an event. */
function isCountedUpTo({ index, 0: found, input }: RegExpExecArray): boolean {
  const [head, rest] = [before(input, index), after(input, index + found.length)];
  return /(?:[至到]|时点|时间|日期)[为：:]?\s?$/.test(head) ? !/^(?:之|以)?前/.test(rest) : alone.test(head + rest);
}

/** The day below the signature or in the head, and behind 填报日期 and before 印发. */
function isDated({ index, 0: found, input }: RegExpExecArray, { isEdge }: Line): boolean {
  const [head, rest] = [before(input, index), after(input, index + found.length)];
  if (/(?:填报|报送|成文|编制|制表|签发|上报)(?:日期|时间)?[：:]?\s?$/.test(head) || /^\s?印发/.test(rest)) return true;
  const isLast = /^[）)\]］\s]*$/.test(rest);
  return isEdge && isLast && (isSigned(input) || /^[（(].{0,40}$/.test(head));
}

function placesOfYearAndWord(match: RegExpExecArray, groups: Groups, line: Line, situation: Situation): Spot[] {
  const { index, input } = match;
  const { period, next, year } = situation;
  const of = numberOf(groups.year!);
  const named = periodOfWord(of, groups.word!);
  const end = index + match[0].length;
  const wordAt = end - groups.word!.length;
  if (named.code === period.code && period.kind !== 'year') return [[index, end, 'period_label']];
  if (named.code === next.code && period.kind !== 'year') return [[index, end, 'next_period_label']];
  const isOwnWord = named.code.slice(4) === period.code.slice(4);
  const yearKey = of === year - 1 && isOwnWord ? 'last_year' : yearKeyOf(of, input, index, end, line, situation);
  if (yearKey === null) return [];
  const yearSpot: Spot = [index, index + groups.year!.length, yearKey];
  return isOwnWord ? [yearSpot, [wordAt, end, 'period_word']] : [yearSpot];
}

function placesOfYear(
  { index, 0: found, input }: RegExpExecArray,
  groups: Groups,
  line: Line,
  situation: Situation,
): Spot[] {
  const key = yearKeyOf(numberOf(groups.year!), input, index, index + found.length, line, situation);
  return key ? [[index, index + groups.year!.length, key]] : [];
}

/** The year before counts only where it is compared with, the year after only for a period that ends with its year. */
function yearKeyOf(of: number, text: string, start: number, end: number, { isCell }: Line, { year, next }: Situation) {
  if (of === year) return 'year';
  if (of === year + 1)
    return (next.from.startsWith(String(of)) && !/^[底末前]/.test(after(text, end))) ||
      workOfYear.test(after(text, end))
      ? 'next_year'
      : null;
  if (of !== year - 1) return null;
  const isCompared = comparedBefore.test(before(text, start)) || comparedAfter.test(after(text, end));
  return isCompared || (isCell && text.trim().length <= 8) ? 'last_year' : null;
}

function placesOfOwnYear(at: number, written: string | undefined, year: number): Spot[] {
  if (!written) return [];
  const of = numberOf(written);
  const spot = (key: PeriodWord): Spot[] => [[at, at + written.length, key]];
  return of === year ? spot('year') : of === year - 1 ? spot('last_year') : [];
}

function placesOfWord(match: RegExpExecArray, groups: Groups, _: Line, { period, next, year }: Situation): Spot[] {
  const end = match.index + match[0].length;
  const start = end - groups.word!.length;
  const month = /^(.+)月$/.exec(groups.word!)?.[1];
  const named = month ? monthNamed(year, month) : periodOfWord(year, groups.word!).code;
  if (groups.away === '前') return [];
  // 去年下半年 in a report of a first half is named by its year; 去年上半年 is the period, a year before.
  if (groups.away && !/^[明来次]/.test(groups.away) && named !== period.code) return [];
  if (groups.away && /^[明来次]/.test(groups.away)) {
    // 明年 alone is what a half-year or a year is followed by, and is true of the next report as well.
    const isNext = period.kind !== 'half' && named !== null && next.code === `${year + 1}${named.slice(4)}`;
    return isNext ? [[match.index, end, 'next_period_word']] : [];
  }
  if (named === period.code) return [[start, end, 'period_word']];
  return named === next.code ? [[start, end, 'next_period_word']] : [];
}

function monthNamed(year: number, month: string): string | null {
  const day = dayOf(year, month);
  return day && periodOf('month', day).code;
}
