import { dayParts, isDay, weekday, type Day } from '../calendar/day.js';
import { collectFacts, type DeadlineFacts } from './deadline-facts.js';
import { readTokens, type DeadlineToken } from './deadline-grammar.js';
import { readDeadlineNumber, showsMonthOnly } from './deadline-number.js';
import {
  issue,
  reading,
  unclear,
  type DeadlineCell,
  type DeadlineContext,
  type DeadlineReading,
} from './deadline-reading.js';
import { weekdayOf } from './deadline-recurrence.js';
import { baseOf } from './deadline-settling.js';
import { isMistyped, prepareDeadlineText } from './deadline-text.js';
import { weigh } from './deadline-weighing.js';
import { readableLength } from '../words/readable-text.js';

/** What the grammar recognises in a text, outside brackets and in each of them; the same whatever stands around the cell. */
export interface DeadlineWords {
  readonly outer: readonly DeadlineToken[];
  readonly inner: readonly (readonly DeadlineToken[])[];
}

export function readDeadlineWords(text: string): DeadlineWords {
  const { outer, inner } = prepareDeadlineText(text);
  return { outer: readTokens(outer), inner: inner.map(readTokens) };
}

/**
 * Reads one deadline cell by the grammar table. Nothing is guessed silently: what no row reads is `unresolved`, what has two
 * readings names both, and `raw` always keeps the cell.
 * `wordsOf` may remember texts it has read before.
 */
export function readDeadline(
  cell: DeadlineCell,
  context: DeadlineContext,
  wordsOf: (text: string) => DeadlineWords = readDeadlineWords,
): DeadlineReading {
  const raw = cell.text ?? (cell.value === null ? '' : String(cell.value));
  const { value } = cell;
  if (value === null || (typeof value === 'string' && value.trim() === '')) return reading('none', raw, null);
  if (typeof value === 'number') return readNumber(value, cell, raw, context, wordsOf);
  if (isDay(value)) return readRealDate(value, cell, raw);
  return readText(value, raw, context, wordsOf);
}

function readRealDate(day: Day, cell: DeadlineCell, raw: string): DeadlineReading {
  const monthShown = dayParts(day).date === 1 && showsMonthOnly(cell.numberFormat ?? '');
  const issues = monthShown ? [issue('deadlineMonthShown', raw, { date: day })] : [];
  return reading('date', raw, 'real_date', { date: day }, issues);
}

function readNumber(
  value: number,
  cell: DeadlineCell,
  raw: string,
  context: DeadlineContext,
  wordsOf: (text: string) => DeadlineWords,
): DeadlineReading {
  const read = readDeadlineNumber(value, cell.numberFormat ?? '', context.countUnit ?? null);
  if (!read) return unclear(raw);
  if (read.as === 'text') return readText(read.text, raw, context, wordsOf);
  const token: DeadlineToken =
    read.as === 'meaning'
      ? { text: raw, rule: read.rule, meaning: read.meaning }
      : { text: raw, rule: read.rule, meaning: { is: 'duration', duration: read.duration, strict: false } };
  return weigh(collectFacts([token], context, null), raw, context);
}

function readText(
  text: string,
  raw: string,
  context: DeadlineContext,
  wordsOf: (text: string) => DeadlineWords,
): DeadlineReading {
  if (text.length > readableLength) return unclear(raw);
  const { outer, inner } = wordsOf(text);
  const yearInBrackets = inner.map((tokens) => collectFacts(tokens, context, null)).find(isYearAlone);
  const facts = collectFacts(outer, context, yearInBrackets?.anchor ?? null);
  for (const tokens of inner) addBracket(facts, collectFacts(tokens, context, facts.anchor ?? facts.yearOfTime));
  const read = weigh(facts, raw, context);
  const isLoose =
    isMistyped(raw) ||
    facts.loose ||
    looseRules.test(read.rule ?? '') ||
    outer.some(({ rule }) => rule !== null && countedFromFeast.test(rule)) ||
    isFarOff(read, context) ||
    isOtherWeekday(read, raw) ||
    (!context.isFact && (isBareDays(read, facts, context) || tellsThePast(outer)));
  if (!isLoose || read.deadline.date === null || read.issues.length > 0) return read;
  return { ...read, issues: [issue('deadlineAssumed', raw, { date: read.deadline.date })] };
}

/** 第二周, 25日前, 周五: of which month or week the base day alone knows, or where a week ends. */
const looseRules = /^(?:month_week|day_of_month|weekday)$/;
const farOff = 10;

/** 2062 is hardly meant in a document of 2026. */
function isFarOff({ deadline }: DeadlineReading, context: DeadlineContext): boolean {
  const now = context.documentYear ?? context.sheetYear ?? Number(baseOf(context)?.slice(0, 4) ?? NaN);
  return deadline.date !== null && Number(deadline.date.slice(0, 4)) - now > farOff;
}

const statedWeekday = /(?<=[日号\d])\s*[（(]?(?:星期|周|礼拜)([一二三四五六日天])(?=[）)\s前止。]|$)/g;

/** 9月30日（周五), where that day is a Wednesday: one of the two is wrong. */
function isOtherWeekday({ deadline, rule }: DeadlineReading, raw: string): boolean {
  const stated = [...raw.matchAll(statedWeekday)];
  const { date } = deadline;
  if (stated.length !== 1 || date === null || rule === 'month_week') return false;
  return weekday(date) !== weekdayOf(stated[0]![1]!);
}

/** 清明后一周: nobody says whether the days off count. */
const countedFromFeast = /^festival_/;

/** 5日 may be five days or the fifth; 60日, and a heading that counts days, say which. */
function isBareDays({ rule }: DeadlineReading, facts: DeadlineFacts, { countUnit = null }: DeadlineContext): boolean {
  const mayBeDate = facts.durations.every(({ duration }) => duration.count <= 31);
  return rule === 'bare_days' && countUnit === null && mayBeDate && !facts.marks.has('from');
}

/** 已于3月20日完成 says when it was done, not by when it had to be. */
function tellsThePast(tokens: readonly DeadlineToken[]): boolean {
  const at = tokens.findIndex(({ rule }) => rule === 'already');
  return (
    at >= 0 && tokens.slice(at + 1).every(({ meaning }) => meaning?.is !== 'ongoing' && meaning?.is !== 'recurring')
  );
}

function isYearAlone(facts: DeadlineFacts): boolean {
  return facts.due.length === 1 && facts.due[0]!.rule === 'year';
}

/** What brackets say counts for the whole, a date in them before one outside, unless they speak of a part or the past. */
function addBracket(facts: DeadlineFacts, bracket: DeadlineFacts): void {
  facts.immediate ??= bracket.immediate;
  facts.ongoing ??= bracket.ongoing;
  facts.started ??= bracket.started;
  facts.loose ||= bracket.loose;
  for (const mark of bracket.marks) if (mark !== 'midnight' && mark !== 'aside') facts.marks.add(mark);
  if (bracket.marks.has('aside')) return;
  facts.recurring ??= bracket.recurring;
  facts.extendedTo.push(...bracket.extendedTo);
  facts.extendedBy.push(...bracket.extendedBy);
  if (facts.durations.length === 0) facts.durations.push(...bracket.durations);
  facts.original.push(...bracket.original);
  const dates = bracket.due.filter((found) => found.rule !== 'year' && !(found.relative && facts.due.length > 0));
  if (dates.length > 0 && bracket.extendedTo.length === 0 && !facts.recurring) facts.due.splice(0, Infinity, ...dates);
}
