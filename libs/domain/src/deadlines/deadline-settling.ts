import { addMonths, dayParts, makeDay, type Day } from '../calendar/day.js';
import type { Duration, Grain, Meaning, Span, WrittenDay } from './deadline-meaning.js';
import type { DeadlineContext } from './deadline-reading.js';

/** A date found in the text, its year settled as far as text and context allow. */
export interface FoundDay {
  readonly rule: string;
  /** Null where something `lacks`: the calendar has no such day, or nothing tells the year or the base day. */
  readonly day: Day | null;
  readonly lacks: 'existence' | 'year' | 'base' | null;
  /** Further readings of the same words. */
  readonly others: readonly Day[];
  readonly grain: Grain;
  readonly yearAssumed: boolean;
  /** Present while the year came from outside the cell, so that the day may roll into a later one. */
  readonly yearsLater: ((count: number) => Day | null) | null;
  /** The first day of what was written, or of the range it ends; the day itself where that is all. */
  readonly begins: Day | null;
  readonly span: Span | null;
  /** Told from the base day, as 本月底. */
  readonly relative: boolean;
  /** Stands among nothing but words of the grammar. */
  readonly pure: boolean;
}

/** The day durations count from. */
export function baseOf(context: DeadlineContext): Day | null {
  return context.baseDay ?? context.fallbackBaseDay ?? null;
}

/**
 * Settles the year and day of what was written. `anchor` is the date told before it; where the new one `follows` it, as the
 * end of a range or an extension does, it never lies before it.
 */
export function settle(
  meaning: Meaning,
  rule: string,
  context: DeadlineContext,
  anchor: FoundDay | null,
  follows: boolean,
): FoundDay {
  if (meaning.is === 'day') return settleWritten(meaning.written, rule, context, anchor, follows);
  if (meaning.is === 'choice') return settleChoice(meaning.readings, rule, context, anchor, follows);
  const week = meaning.is === 'fromBase' && meaning.ofWeek && !context.baseDayIsOwn ? context.week : null;
  const base = (follows ? anchor?.day : null) ?? week ?? baseOf(context);
  const blank = {
    rule,
    others: [],
    grain: 'day',
    yearAssumed: false,
    yearsLater: null,
    span: null,
    relative: !follows,
    pure: true,
  } as const;
  if (base === null) return { ...blank, day: null, begins: null, lacks: 'base' };
  const day =
    meaning.is === 'fromBase' ? meaning.on(base) : meaning.is === 'duration' ? sameMonth(base, meaning) : null;
  return { ...blank, day, begins: day, lacks: day === null ? 'existence' : null };
}

/** 3月1日至30日: the second is a day of the first one's month, whatever 30日 means elsewhere. */
function sameMonth(base: Day, meaning: { readonly duration: Duration }): Day | null {
  const { year, month } = dayParts(base);
  return makeDay(year, month, meaning.duration.count);
}

function settleWritten(
  written: WrittenDay,
  rule: string,
  context: DeadlineContext,
  anchor: FoundDay | null,
  follows: boolean,
): FoundDay {
  const inYear = (year: number) => written.on(year, context.calendar);
  const { grain, span = null } = written;
  const blank = { rule, others: [], grain, span, relative: false, pure: true } as const;
  const found = (year: number, yearAssumed: boolean, rolls: boolean): FoundDay => {
    const day = inYear(year);
    return {
      ...blank,
      day,
      begins: written.begins ? written.begins(year) : beginningOf(day, grain),
      lacks: day === null ? 'existence' : null,
      yearAssumed,
      yearsLater: rolls ? (count) => inYear(year + count) : null,
    };
  };
  if (written.year !== null) return found(written.year, false, false);
  const year = contextYear(context);
  if (written.yearShift !== null && year !== null) return found(year + written.yearShift, true, false);
  if (anchor?.day) {
    const told = dayParts(anchor.day).year;
    const same = found(told, anchor.yearAssumed, anchor.yearsLater !== null);
    const isEarlier = follows && same.day !== null && same.day < (anchor.begins ?? anchor.day);
    return isEarlier ? found(told + 1, anchor.yearAssumed, anchor.yearsLater !== null) : same;
  }
  if (year === null) return { ...blank, day: null, begins: null, lacks: 'year', yearAssumed: true, yearsLater: null };
  return found(year, true, true);
}

const monthsOf: Readonly<Record<Exclude<Grain, 'day'>, number>> = { month: 1, quarter: 3, half: 6, year: 12 };

/** The first day of the month, quarter, half or year that ends on `day`. */
function beginningOf(day: Day | null, grain: Grain): Day | null {
  return day === null || grain === 'day' ? day : addMonths(`${day.slice(0, 7)}-01`, 1 - monthsOf[grain]);
}

/** The person's word, then the title, the sheet, the row's own date, at last the base day given for all rows. */
function contextYear(context: DeadlineContext): number | null {
  const base = baseOf(context);
  return context.year ?? context.documentYear ?? context.sheetYear ?? (base === null ? null : dayParts(base).year);
}

function settleChoice(
  readings: readonly Meaning[],
  rule: string,
  context: DeadlineContext,
  anchor: FoundDay | null,
  follows: boolean,
): FoundDay {
  const settled = readings.map((reading) => settle(reading, rule, context, anchor, follows));
  const existing = settled.filter((found) => found.day !== null);
  const [first] = existing;
  if (!first) return settled[0]!;
  return { ...first, others: [...new Set(existing.map((found) => found.day!))].filter((day) => day !== first.day) };
}
