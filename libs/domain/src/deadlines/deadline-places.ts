import type { DeadlineToken } from './deadline-grammar.js';
import { grains, type Grain, type Mark, type Meaning } from './deadline-meaning.js';

export type Place = 'due' | 'extendedTo' | 'original' | 'rangeStart' | 'start' | 'frame' | 'ignored';

/** What a word before has announced. */
export type Expectation = 'extendedTo' | 'extendedBy' | 'extensible' | 'original' | null;

/** What part a date plays, told by its neighbours. */
export function placeOf(tokens: readonly DeadlineToken[], at: number, expects: Expectation, rangeOpen: boolean): Place {
  const meaning = tokens[at]!.meaning!;
  const next = tokens[at + 1]?.meaning ?? null;
  if (meaning.is === 'day' && next && isFrameOf(meaning.written.grain, next)) return 'frame';
  if (tokens[at - 1]?.meaning?.is === 'recurring') return 'ignored';
  if (startsRange(tokens, at)) return 'rangeStart';
  if (expects === 'extendedTo' || expects === 'extendedBy') return 'extendedTo';
  if (expects === 'original') return 'original';
  const after = markAfter(tokens, at);
  const before = markBefore(tokens, at);
  if (rangeOpen || after === 'by' || after === 'midnight' || before === 'to' || before === 'until') return 'due';
  if (after === 'from') return 'start';
  if (after === 'dash' || after === 'until' || after === 'since' || startsWithReference(tokens, at)) return 'ignored';
  return 'strict' in meaning && meaning.strict && !isPure(tokens, at) ? 'ignored' : 'due';
}

/** 2021年上半年6月15日前 and 2021年每季度末: the coarser words only frame what follows. */
function isFrameOf(grain: Grain, next: Meaning): boolean {
  if (next.is === 'day') return grains.indexOf(next.written.grain) > grains.indexOf(grain);
  return grain === 'year' && (next.is === 'recurring' || next.is === 'immediate' || next.is === 'duration');
}

export function isDayLike(meaning: Meaning | null, rule: string | null): boolean {
  return meaning?.is === 'day' || meaning?.is === 'fromBase' || meaning?.is === 'choice' || rule === 'bare_days';
}

/** `3月1日-6月30日`, `3月起至6月`: a sign of range, then another date. */
function startsRange(tokens: readonly DeadlineToken[], at: number): boolean {
  let next = at + 1;
  if (markOf(tokens[next]) === 'from' || markOf(tokens[next]) === 'time') next += 1;
  const sign = markOf(tokens[next]);
  if (sign !== 'dash' && sign !== 'until' && sign !== 'to') return false;
  next += 1;
  while (markOf(tokens[next]) === 'filler') next += 1;
  return isDayLike(tokens[next]?.meaning ?? null, tokens[next]?.rule ?? null);
}

function markOf(token: DeadlineToken | undefined): Mark | null {
  return token?.meaning?.is === 'mark' ? token.meaning.mark : null;
}

/** The first telling mark behind a date; fillers and times of day tell nothing. */
function markAfter(tokens: readonly DeadlineToken[], at: number): Mark | null {
  let next = at + 1;
  while (markOf(tokens[next]) === 'filler' || markOf(tokens[next]) === 'time') next += 1;
  return markOf(tokens[next]);
}

function markBefore(tokens: readonly DeadlineToken[], at: number): Mark | null {
  let previous = at - 1;
  while (markOf(tokens[previous]) === 'filler') previous -= 1;
  return markOf(tokens[previous]);
}

function clauseAround(tokens: readonly DeadlineToken[], at: number): readonly DeadlineToken[] {
  let from = at;
  let to = at + 1;
  while (from > 0 && markOf(tokens[from - 1]) !== 'break') from -= 1;
  while (to < tokens.length && markOf(tokens[to]) !== 'break') to += 1;
  return tokens.slice(from, to);
}

function startsWithReference(tokens: readonly DeadlineToken[], at: number): boolean {
  return clauseAround(tokens, at).some((token) => markOf(token) === 'reference');
}

/** Nothing in the clause but what the grammar knows. */
export function isPure(tokens: readonly DeadlineToken[], at: number): boolean {
  return clauseAround(tokens, at).every((token) => token.meaning !== null);
}

const before = /^(?:之|以)?前/;
/** 9月, 三季度, 2026年: the whole of it; 9月底 and 年内 name their end. */
const wholePeriod = /(?:[月份度季年]|[QH]\d|20\d\d[./-]?\d{1,2})$/;

/** 9月前 may end with August or with September; 9月开学前, 10月供暖前 end within the month. */
export function isBeforeAll(tokens: readonly DeadlineToken[], at: number): boolean {
  const clause = tokens.slice(at + 1);
  const end = clause.findIndex((token) => markOf(token) === 'break' || isDayLike(token.meaning, token.rule));
  const behind = end < 0 ? clause : clause.slice(0, end);
  const by = behind.findIndex((token) => markOf(token) === 'by' && before.test(token.text));
  if (by < 0) return false;
  return by === 0 ? wholePeriod.test(tokens[at]!.text) : behind[0]!.meaning === null;
}

/** 汛期前, 开学时, 雨季后: a time no rule knows; 工作要点 and 巡察反馈问题 behind a year name a paper. */
const timeOfYear = /^[^;,。\d]{0,14}(?:[前后时]|前夕|期间?|季节?|之际|[初春夏秋冬]|入汛|开学)$/;

/** 2027年汛期前 begins its clause with a year, and says no day. */
export function isYearOfTime(tokens: readonly DeadlineToken[], at: number): boolean {
  if (tokens[at]!.rule !== 'year' || startsWithReference(tokens, at)) return false;
  const clause = clauseAround(tokens, at);
  const own = clause.indexOf(tokens[at]!);
  const isFirst = clause.slice(0, own).every((token) => markOf(token) === 'filler');
  const behind = clause.slice(own + 1).map(({ text }) => text);
  return isFirst && timeOfYear.test(behind.join(''));
}

/** 每年汛期前, 每月例会前, 每年春节前: no rule knows when that is. */
export function isBeforeEvent(tokens: readonly DeadlineToken[], at: number): boolean {
  let next = at + 1;
  while (next < tokens.length && markOf(tokens[next]) !== 'break') {
    const token = tokens[next]!;
    if (token.rule === 'festival') return true;
    if (isDayLike(token.meaning, token.rule)) return false;
    if (markOf(token) === 'by' && before.test(token.text))
      return tokens.slice(at + 1, next).some(({ meaning }) => meaning === null || markIs(meaning, 'from'));
    next += 1;
  }
  return false;
}

function markIs(meaning: Meaning, mark: Mark): boolean {
  return meaning.is === 'mark' && meaning.mark === mark;
}
