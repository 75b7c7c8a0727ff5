import { sentenceOf, type FigurePlace } from './figure-standing.js';
import { addDays, lastDayOfMonth, makeDay, type Day, type Period } from '../calendar/day.js';
import { dateForm, monthForm, numberOf, until, yearForm } from '../reports/written-period.js';

/** What a report tells of: its period, and the day it counts up to. */
export interface ReportTime {
  period: Period;
  asOf: Day;
}

/** A time a number is told of that is not the whole period of its report: part of it, or another one. */
export interface OtherTime {
  why: 'part' | 'otherPeriod';
  words: string;
}

interface Span {
  from: Day;
  to: Day;
  /** What is done by a day: 截至3月底, 2024年底前. */
  isUpTo: boolean;
  /** A day, 6月“安全生产月” or a year alone is a word of its clause; other times hold until the sentence names the next. */
  isOfClause: boolean;
}

type Groups = Readonly<Record<string, string | undefined>>;

const quarters: Readonly<Record<string, number>> = { 一: 1, 二: 2, 三: 3, 四: 4 };
const yearsAway: readonly (readonly [RegExp, number])[] = [
  [/^前年/, -2],
  [/^(?:去年|上年|上一年)/, -1],
  [/^(?:明年|来年|次年)/, 1],
];
/** Each part may be missing; a match without any is none. */
const timeForm = new RegExp(
  `(?:(?<year>${yearForm})年度?|(?<away>去年|上一?年度?|前年|今年|本年度?|明年|来年|次年|上个?月(?!份)|上个?季度|上期))?` +
    `(?:(?<half>[上下]半年)|前(?<quarters>[二三两23])个?季度|第?(?<quarter>[一二三四1-4])季度|(?<whole>全年)|(?<same>同期)` +
    `|(?<first>${monthForm})月?份?${until}(?<last>${monthForm})月份?(?!\\s?(?:${dateForm})[日号])` +
    `|(?<month>${monthForm})月(?:(?<date>${dateForm})[日号])?份?)?` +
    `(?<end>年?[底末])?(?<by>之前|以前|前)?`,
  'g',
);
const untilForm = new RegExp(`^${until}`);
const untilBefore = new RegExp(`[日号]${until}$`);
const asOfBefore = /(?:截[至止](?:到|至)?|统计[至到])[：:为]?\s?$/;
const comparedBefore = /[较比与同和]$/;
const comparedWith = /^(?:相比|比较|对比)/;
/** Behind a day the name of a day held every year, behind a season's begin what ran on since. */
const named = /^[^，。；]{0,2}(?:(?:全国|国际)[^，。；]{0,6}[日周月]|防灾|减灾)|^(?:入汛|进入汛期|进入防火期)/;
/** What the inspectors found they found before the period, and it is counted in it. */
const findings = /巡察|巡视|反馈/;
const rateOfFindings = /整改(?:完成)?率/;
/** Further on in the clause of a day other things are told. */
const reachOfDay = 12;
const clauseStop = /[，。；;：:！!？?]/;
/** Times that are no period of any report, in the sentence up to the place and with no other time behind them. */
const looseTime =
  /[“"]?十[三四五]五[”"]?以来|近[两三四五2-5]年来?|(?<!以)上周|(?:[上前]一?轮|[上前]一?次(?=巡[察视]|督[查察]|检查|普查|清点|盘点))|[年期季]初(?=[^，。；、\d]{0,3}(?:清点|盘[点存库]|点验|库存|结存|存有|储备))/;
/** What stands behind it of the report's own time ends it. */
const ownTime = /[年月季期]|目前|现[有存已在]|[本此这]一?[轮次]/;
/** Titles of papers and whole brackets tell other things. */
const aside = /《[^》]{0,60}》|[（(][^（()）]{0,60}[）)]/g;

/**
 * The time a place is told of where it is not the whole period of the report: named last before it in its sentence, or in
 * the headings of its cell. Without the period only words that name another one by themselves count: 去年同期.
 */
export function otherTime(place: FigurePlace, report: ReportTime | null): OtherTime | null {
  if (place.column !== null) {
    const headings = [place.column, place.before.slice(0, place.before.length - place.column.length)];
    return headings.map((heading) => lastTime(heading, report)).find((time) => time !== null) ?? null;
  }
  const sentence = sentenceOf(place).replace(aside, '');
  const loose = looseTime.exec(sentence);
  const behind = loose ? sentence.slice(loose.index + loose[0].length) : '';
  if (loose && !ownTime.test(behind)) return { why: 'otherPeriod', words: loose[0] };
  return lastTime(sentence, report);
}

function lastTime(text: string, report: ReportTime | null): OtherTime | null {
  for (const match of [...text.matchAll(timeForm)].reverse()) {
    const { 0: found, index } = match;
    const groups = match.groups!;
    const [head, rest] = [text.slice(0, index), text.slice(index + found.length)];
    if (found === '' || named.test(rest) || comparedWith.test(rest)) continue;
    const span = report && spanOf(groups, head, report.period);
    if (!span && !isPast(groups)) continue;
    const isOfClause = comparedBefore.test(head) || rest.startsWith('“') || (span?.isOfClause ?? true);
    if (isOfClause && clauseStop.test(rest.replace(/^，/, ''))) continue;
    if (groups.date && !span?.isUpTo && rest.length > reachOfDay) continue;
    if (span && !span.isUpTo && findings.test(rest) && !rateOfFindings.test(rest)) continue;
    if (span && report) {
      // 1月1日至6月30日: both its days tell whether it is the whole.
      if (untilBefore.test(head) && isAtEnd(span.to, report)) continue;
      if (groups.date && untilForm.test(rest) && span.from === report.period.from) return null;
    }
    const why = span && report ? placed(span, report) : 'otherPeriod';
    return why && { why, words: found.replace(/(?<=年)度$/, '') };
  }
  return null;
}

const yearOfAim = new RegExp(
  `(?<year>${yearForm})年(?<within>底|末|[上下]半年|第?[一二三四1-4]季度|${monthForm}月)?`,
  'g',
);

/** Words of an aim for another time than the period after the report's: a later year, or the whole year that has begun. */
export function otherAim(place: FigurePlace, report: ReportTime | null): OtherTime | null {
  const match = [...sentenceOf(place).replace(aside, '').matchAll(yearOfAim)].at(-1);
  if (!match || !report) return null;
  const { year, within } = match.groups!;
  const next = Number(addDays(report.period.to, 1).slice(0, 4));
  if (numberOf(year!) !== next) return { why: 'otherPeriod', words: match[0] };
  const isBegun = report.period.to.slice(0, 4) === String(next);
  return within === undefined && isBegun ? { why: 'part', words: match[0] } : null;
}

/** 去年同期 is another period whatever the report tells of. */
const isPast = ({ away, same }: Groups) => same !== undefined || /^[去上前]/.test(away ?? '');

/** Null where the time is that of the report. */
function placed({ from, to, isUpTo }: Span, report: ReportTime): OtherTime['why'] | null {
  const { period } = report;
  if (isUpTo) return isAtEnd(to, report) ? null : to >= period.from && to <= period.to ? 'part' : 'otherPeriod';
  if (from === period.from && to === period.to) return null;
  const isWithin = from >= period.from && to <= period.to;
  const isAround = from <= period.from && to >= period.to;
  return isWithin || isAround ? 'part' : 'otherPeriod';
}

/** A report is written some weeks behind its period. */
const isAtEnd = (day: Day, { period: { to }, asOf }: ReportTime) =>
  day >= (asOf < to ? asOf : to) && day <= addDays(to, 45);

function spanOf(groups: Groups, head: string, period: Period): Span | null {
  const months = monthsOf(groups);
  if (months === null) return null;
  const { away = '', same } = groups;
  const own = Number(period.from.slice(0, 4));
  const years = yearsAway.find(([form]) => form.test(away))?.[1] ?? (same && away === '' ? -1 : 0);
  const year = groups.year ? numberOf(groups.year) : own + years;
  if (same) return { from: inYear(year, period.from), to: inYear(year, period.to), isUpTo: false, isOfClause: true };
  const [first, last] = months;
  const isYear = first === 1 && last === 12 && !groups.whole;
  const isUpTo = asOfBefore.test(head) || groups.end !== undefined || groups.by !== undefined;
  // 今年以来 in a report of half a year is that half.
  if (isYear && !isUpTo && year === own) return { ...period, isUpTo, isOfClause: false };
  const day = groups.date ? makeDay(year, last, numberOf(groups.date)) : null;
  if (groups.date && day === null) return null;
  return {
    from: day ?? makeDay(year, first, 1)!,
    to: day ?? lastDayOfMonth(year, last),
    isUpTo,
    isOfClause: day !== null ? !asOfBefore.test(head) : isYear && !isUpTo,
  };
}

const inYear = (year: number, day: Day): Day => `${year}${day.slice(4)}`;

/** The first month and the last; null where there are no such months or nothing is named. */
function monthsOf({ year, away, half, quarters: upTo, quarter, whole, same, first, last, month, end }: Groups) {
  if (half) return half === '上半年' ? ([1, 6] as const) : ([7, 12] as const);
  if (upTo) return [1, upTo === '三' || upTo === '3' ? 9 : 6] as const;
  const number = quarter ? (quarters[quarter] ?? Number(quarter)) : 0;
  if (quarter) return [number * 3 - 2, number * 3] as const;
  if (month || first) {
    const [from, to] = [numberOf(first ?? month!), numberOf(last ?? month!)];
    return from >= 1 && from <= to && to <= 12 ? ([from, to] as const) : null;
  }
  return year || /年/.test(away ?? end ?? '') || whole || same ? ([1, 12] as const) : null;
}
