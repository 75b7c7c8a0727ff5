/** A calendar day in Asia/Shanghai as `YYYY-MM-DD`; plain string comparison orders days. */
export type Day = string;

const MILLISECONDS_PER_DAY = 86_400_000;
const dayPattern = /^\d{4}-\d{2}-\d{2}$/;

/** The day of these numbers, or null when the calendar has no such day (30 February, month 13). Years 1900–2199 only. */
export function makeDay(year: number, month: number, date: number): Day | null {
  return exists(year, month, date) ? `${year}-${twoDigits(month)}-${twoDigits(date)}` : null;
}

function exists(year: number, month: number, date: number): boolean {
  return year >= 1900 && year <= 2199 && month >= 1 && month <= 12 && date >= 1 && date <= daysInMonth(year, month);
}

/** True for a `YYYY-MM-DD` string that names an existing day. */
export function isDay(text: unknown): text is Day {
  if (typeof text !== 'string' || !dayPattern.test(text)) return false;
  const { year, month, date } = dayParts(text);
  return exists(year, month, date);
}

export function dayParts(day: Day): { year: number; month: number; date: number } {
  return { year: Number(day.slice(0, 4)), month: Number(day.slice(5, 7)), date: Number(day.slice(8, 10)) };
}

/** Negative, zero or positive, for sorting. */
export function compareDays(a: Day, b: Day): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

export function addDays(day: Day, count: number): Day {
  const date = Number(day.slice(8)) + count;
  // Most steps stay within the month and need no calendar.
  return date >= 1 && date <= 28 ? day.slice(0, 8) + twoDigits(date) : fromOrdinal(toOrdinal(day) + count);
}

/** The corresponding day of a later (or earlier) month, its last day where there is none (Civil Code §202). */
export function addMonths(day: Day, count: number): Day {
  const { year, month, date } = dayParts(day);
  const months = year * 12 + (month - 1) + count;
  const newYear = Math.floor(months / 12);
  const newMonth = (months % 12) + 1;
  return `${newYear}-${twoDigits(newMonth)}-${twoDigits(Math.min(date, daysInMonth(newYear, newMonth)))}`;
}

/** Calendar days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return toOrdinal(to) - toOrdinal(from);
}

const commonYear = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** `month` 1–12. */
export function daysInMonth(year: number, month: number): number {
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return month === 2 && isLeap ? 29 : commonYear[month - 1]!;
}

/** The last day of that month; `month` 1–12. */
export function lastDayOfMonth(year: number, month: number): Day {
  return `${year}-${twoDigits(month)}-${daysInMonth(year, month)}`;
}

/** ISO number of the weekday: Monday 1 … Sunday 7. */
export function weekday(day: Day): number {
  return ((((toOrdinal(day) + 3) % 7) + 7) % 7) + 1;
}

/** Monday of the week the day lies in. */
export function mondayOf(day: Day): Day {
  return addDays(day, 1 - weekday(day));
}

/** ISO 8601 week, `2022-W27`; the year is that of the week's Thursday. */
export function isoWeek(day: Day): string {
  const thursday = addDays(mondayOf(day), 3);
  const year = thursday.slice(0, 4);
  return `${year}-W${twoDigits(Math.floor(daysBetween(`${year}-01-01`, thursday) / 7) + 1)}`;
}

export type PeriodKind = 'year' | 'half' | 'quarter' | 'month';

/** A reporting period; both days belong to it. `code` is the form it was written in, e.g. `2022H1`. */
export interface Period {
  readonly code: string;
  readonly kind: PeriodKind;
  readonly from: Day;
  readonly to: Day;
  readonly label: string;
}

const monthsPer: Record<PeriodKind, number> = { year: 12, half: 6, quarter: 3, month: 1 };
const halfNames = ['上半年', '下半年'];
const quarterNames = ['第一季度', '第二季度', '第三季度', '第四季度'];

/** Reads `2022`, `2022H1`, `2022Q1` or `2022-06`; null for anything else. */
export function parsePeriod(code: string): Period | null {
  const match = /^(20\d{2})(?:(H)([12])|(Q)([1-4])|-(0[1-9]|1[0-2]))?$/.exec(code);
  if (!match) return null;
  const year = Number(match[1]);
  if (match[2]) return makePeriod('half', year, Number(match[3]));
  if (match[4]) return makePeriod('quarter', year, Number(match[5]));
  if (match[6]) return makePeriod('month', year, Number(match[6]));
  return makePeriod('year', year, 1);
}

/** The period of the same kind just before. */
export function previousPeriod(period: Period): Period {
  return periodOf(period.kind, addDays(period.from, -1));
}

/** The period of that kind the day lies in. */
/** The period before and, unless that is the same, the one a year before. */
export function formerPeriodCodes(code: string): { previous: string; yearBefore: string | null } {
  const period = parsePeriod(code)!;
  const previous = previousPeriod(period).code;
  const yearBefore = `${Number(code.slice(0, 4)) - 1}${code.slice(4)}`;
  return { previous, yearBefore: yearBefore === previous ? null : yearBefore };
}

export function periodOf(kind: PeriodKind, day: Day): Period {
  const { year, month } = dayParts(day);
  return makePeriod(kind, year, Math.ceil(month / monthsPer[kind]));
}

/** The latest half-year that has ended before `today`. */
export function lastFullHalfYear(today: Day): Period {
  return previousPeriod(periodOf('half', today));
}

function makePeriod(kind: PeriodKind, year: number, index: number): Period {
  const lastMonth = index * monthsPer[kind];
  const firstMonth = lastMonth - monthsPer[kind] + 1;
  const names: Record<PeriodKind, [code: string, label: string]> = {
    year: ['', ''],
    half: [`H${index}`, halfNames[index - 1] ?? ''],
    quarter: [`Q${index}`, quarterNames[index - 1] ?? ''],
    month: [`-${twoDigits(index)}`, `${index}月`],
  };
  const [code, label] = names[kind];
  return {
    code: `${year}${code}`,
    kind,
    from: `${year}-${twoDigits(firstMonth)}-01`,
    to: lastDayOfMonth(year, lastMonth),
    label: `${year}年${label}`,
  };
}

/** Days since 1970-01-01. */
function toOrdinal(day: Day): number {
  const { year, month, date } = dayParts(day);
  return Date.UTC(year, month - 1, date) / MILLISECONDS_PER_DAY;
}

function fromOrdinal(ordinal: number): Day {
  return new Date(ordinal * MILLISECONDS_PER_DAY).toISOString().slice(0, 10);
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}
