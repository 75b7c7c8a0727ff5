import { makeDay } from '../calendar/day.js';
import type { DeadlineToken } from './deadline-grammar.js';
import type { Duration, Mark, Meaning, Recurrence } from './deadline-meaning.js';
import {
  isBeforeAll,
  isBeforeEvent,
  isDayLike,
  isPure,
  isYearOfTime,
  placeOf,
  type Expectation,
} from './deadline-places.js';
import type { DeadlineContext } from './deadline-reading.js';
import { settle, type FoundDay } from './deadline-settling.js';

export interface FoundDuration {
  readonly rule: string;
  readonly duration: Duration;
}

/** What one stretch of text says, before it is weighed. */
export interface DeadlineFacts {
  readonly due: FoundDay[];
  readonly extendedTo: FoundDay[];
  readonly extendedBy: FoundDuration[];
  readonly original: FoundDay[];
  readonly durations: FoundDuration[];
  readonly marks: Set<Mark>;
  immediate: string | null;
  fromNow: string | null;
  ongoing: string | null;
  recurring: { rule: string; recurrence: Recurrence } | null;
  ditto: boolean;
  /** 9月前, 6月汛期前: a day taken from words that may mean another. */
  loose: boolean;
  /** A day the text itself counts from: 自3月5日起15日内, 3月5日交办. */
  started: FoundDay | null;
  /** The last date told, from which later dates of the text take their year. */
  anchor: FoundDay | null;
  /** 2027年 of 2027年汛期前: no day, and yet the year of the date in the bracket behind it. */
  yearOfTime: FoundDay | null;
}

/** Collects what the tokens of one stretch say; `anchor` is a date told before it. */
export function collectFacts(
  tokens: readonly DeadlineToken[],
  context: DeadlineContext,
  anchor: FoundDay | null,
): DeadlineFacts {
  const facts = { ...emptyFacts(), anchor };
  let expects: Expectation = null;
  let opened: FoundDay | null = null;
  let afterStart = false;

  const addDay = (at: number, meaning: Meaning, rule: string) => {
    const follows = opened !== null || afterStart || expects === 'extendedTo';
    const found = settle(meaning, rule, context, facts.anchor, follows);
    const place = placeOf(tokens, at, expects, opened !== null);
    const range = opened === null ? {} : ({ begins: opened.begins, span: 'range' } as const);
    opened = place === 'rangeStart' ? found : null;
    if (place === 'ignored') {
      if (isYearOfTime(tokens, at)) facts.yearOfTime = found;
      return;
    }
    if (meaning.is === 'day' && meaning.written.grain !== 'day' && isBeforeAll(tokens, at)) facts.loose = true;
    if (found.day !== null) facts.anchor = found;
    else if (meaning.is === 'day' && meaning.written.year !== null)
      facts.yearOfTime = inYear(found, meaning.written.year);
    afterStart = place === 'start';
    if (afterStart) facts.started = found;
    if (place === 'due' || place === 'extendedTo' || place === 'original') {
      facts[place].push({ ...found, ...range, pure: isPure(tokens, at) });
      expects = null;
    }
  };

  tokens.forEach(({ meaning, rule }, at) => {
    if (!meaning || !rule) return;
    if (expects === 'extensible' && (meaning.is === 'duration' || isDayLike(meaning, rule))) {
      expects = null;
      return;
    }
    const needsDay = meaning.is !== 'duration' || opened !== null || expects === 'extendedTo';
    if (isDayLike(meaning, rule) && needsDay) addDay(at, meaning, rule);
    else if (meaning.is === 'duration') {
      if (meaning.strict && !isPure(tokens, at)) return;
      const place = expects === 'extendedTo' || expects === 'extendedBy' ? 'extendedBy' : 'durations';
      facts[place].push({ rule, duration: meaning.duration });
    } else if (meaning.is === 'mark') {
      facts.marks.add(meaning.mark);
      expects = expectationAfter(meaning.mark) ?? expects;
    } else if (meaning.is === 'recurring' && isBeforeEvent(tokens, at)) facts.marks.add('garbled');
    else addStatement(facts, meaning, rule);
  });
  return facts;
}

/** 2027年春节前, while nobody has told the days off of 2027. */
function inYear(found: FoundDay, year: number): FoundDay {
  return { ...found, day: makeDay(year, 12, 31), lacks: null, yearAssumed: false };
}

function expectationAfter(mark: Mark): Expectation {
  const announces = mark === 'extendedTo' || mark === 'extendedBy' || mark === 'extensible' || mark === 'original';
  return announces ? mark : null;
}

/** The first of each sort counts. */
function addStatement(facts: DeadlineFacts, meaning: Meaning, rule: string): void {
  if (meaning.is === 'immediate' || meaning.is === 'fromNow' || meaning.is === 'ongoing') facts[meaning.is] ??= rule;
  else if (meaning.is === 'recurring') facts.recurring ??= { rule, recurrence: meaning.recurrence };
  else if (meaning.is === 'ditto') facts.ditto = true;
}

function emptyFacts(): Omit<DeadlineFacts, 'anchor'> {
  return {
    due: [],
    extendedTo: [],
    extendedBy: [],
    original: [],
    durations: [],
    marks: new Set(),
    immediate: null,
    fromNow: null,
    ongoing: null,
    recurring: null,
    ditto: false,
    loose: false,
    started: null,
    yearOfTime: null,
  };
}
