import { addDays, addMonths, dayParts, lastDayOfMonth, type Day } from '../calendar/day.js';
import type { DeadlineFacts, FoundDuration } from './deadline-facts.js';
import type { Duration } from './deadline-meaning.js';
import {
  issue,
  reading,
  unclear,
  unresolved,
  type DeadlineContext,
  type DeadlineIssue,
  type DeadlineReading,
} from './deadline-reading.js';
import { baseOf, type FoundDay } from './deadline-settling.js';
import { addWorkingDays, nextWorkingDay, type WorkingCalendar } from '../calendar/working-days.js';

/** From the firmest statement to the weakest: extension, date, duration, at once, recurring, for good. */
export function weigh(facts: DeadlineFacts, raw: string, context: DeadlineContext): DeadlineReading {
  if (facts.marks.has('garbled')) return unclear(raw);
  if (facts.ditto && context.above) return { ...context.above, deadline: { ...context.above.deadline, raw } };
  const extended = isExtensionGranted(facts) ? readExtended(facts, raw, context, null) : null;
  const read = extended ?? withAskedExtension(weighUnextended(facts, raw, context), facts, raw, context);
  const { date } = read.deadline;
  if (date === null || !facts.marks.has('extensible')) return read;
  return { ...read, issues: [...read.issues, issue('deadlineExtensible', raw, { date })] };
}

/** What only counts from something still to come has no day; a day of its own, or one to count from, comes before. */
function isConditional({ marks, started, due, original }: DeadlineFacts): boolean {
  return (
    marks.has('condition') &&
    started === null &&
    [...due, ...original].every(({ relative, rule }) => relative || rule === 'year')
  );
}

function weighUnextended(facts: DeadlineFacts, raw: string, context: DeadlineContext): DeadlineReading {
  if (isConditional(facts)) return unresolved(raw, null, [issue('deadlineConditional', raw)]);
  const ongoing = facts.ongoing !== null;
  const fact = context.isFact && facts.started ? [facts.started] : [];
  const due = [facts.due, facts.original, fact].find((days) => days.length > 0) ?? [];
  if (due.length > 0)
    return withOngoing(withLaterDurations(readDays(due, facts, raw, context), facts, raw, context), ongoing);
  if (facts.durations.length > 0) return withOngoing(readDurations(facts, raw, context), ongoing);
  if (facts.immediate) return reading('immediate', raw, facts.immediate, { ongoing });
  if (facts.recurring) {
    const { rule, recurrence } = facts.recurring;
    return { ...reading('recurring', raw, rule, { ongoing }), recurrence };
  }
  if (facts.ongoing) return reading('ongoing', raw, facts.ongoing);
  return facts.fromNow ? reading('immediate', raw, facts.fromNow) : unclear(raw);
}

/** 9月底前报方案，批复后6个月内完成; 1.3个月内 2.6月底前: what comes after the day that was taken is told. */
function withLaterDurations(
  read: DeadlineReading,
  facts: DeadlineFacts,
  raw: string,
  context: DeadlineContext,
): DeadlineReading {
  const { date } = read.deadline;
  if (date === null || facts.durations.length === 0 || facts.started !== null) return read;
  const base = baseOf(context);
  const isLater = (one: FoundDuration) => base !== null && addDuration(base, one.duration, context.calendar) > date;
  if (!facts.marks.has('condition') && !facts.durations.some(isLater)) return read;
  return { ...read, issues: [...read.issues, issue('deadlineAssumed', raw, { date })] };
}

/** An extension that is only asked for, or was refused, changes nothing. */
export function isExtensionGranted(facts: DeadlineFacts): boolean {
  const { marks } = facts;
  return !marks.has('refused') && (!marks.has('requested') || marks.has('granted'));
}

/**
 * The extended deadline with the original kept; null when the text extends nothing. `known` is the deadline so far, where the
 * text is a remark beside it.
 */
export function readExtended(
  facts: DeadlineFacts,
  raw: string,
  context: DeadlineContext,
  known: Day | null,
): DeadlineReading | null {
  const before = facts.original[0] ?? facts.due.filter((found) => found.pure && !found.relative).at(-1);
  const originalDate = (before && known === null ? rolled(before, context) : before?.day) ?? known;
  // 原6月底，现9月底: beside an original any other date is the new one.
  const to = facts.extendedTo.at(-1) ?? (facts.original.length > 0 ? facts.due.at(-1) : undefined);
  if (to) {
    const read = readDays([to], facts, raw, context);
    return read.deadline.date === null
      ? read
      : withDeadline(read, {
          kind: 'date',
          extended: true,
          originalDate,
          altDate: null,
          ongoing: facts.ongoing !== null,
        });
  }
  const by = facts.extendedBy.at(-1);
  if (!by || originalDate === null) return null;
  return reading('date', raw, by.rule, {
    date: extendBy(originalDate, by.duration, context.calendar),
    originalDate,
    extended: true,
    ongoing: facts.ongoing !== null,
    yearAssumed: before?.yearAssumed ?? false,
  });
}

/** A month's end extended by months stays a month's end. */
function extendBy(day: Day, duration: Duration, calendar: WorkingCalendar): Day {
  const later = addDuration(day, duration, calendar);
  const atMonthEnd = day === lastDayOfMonth(dayParts(day).year, dayParts(day).month);
  return duration.unit === 'month' && atMonthEnd ? lastDayOfMonth(dayParts(later).year, dayParts(later).month) : later;
}

/** Adds to a reading that an extension was asked for in vain so far, or is spoken of without a day. */
export function withAskedExtension(
  read: DeadlineReading,
  facts: DeadlineFacts,
  raw: string,
  context: DeadlineContext,
): DeadlineReading {
  const asked = facts.extendedTo.at(-1);
  const isNamed = facts.marks.has('extension') && read.deadline.date !== null && !facts.marks.has('refused');
  if (!isNamed && ((!asked && facts.extendedBy.length === 0) || isExtensionGranted(facts))) return read;
  const date = (asked && rolled(asked, context)) ?? '';
  return { ...read, issues: [...read.issues, issue('extensionRequested', raw, { date })] };
}

/** The latest of the dates. Those told from the base day, or a year alone, count only where no other date stands. */
function readDays(
  found: readonly FoundDay[],
  facts: DeadlineFacts,
  raw: string,
  context: DeadlineContext,
): DeadlineReading {
  const firm = found.filter((one) => !one.relative && one.rule !== 'year');
  const absolute = found.filter((one) => !one.relative);
  const pool = firm.length > 0 ? firm : absolute.length > 0 ? absolute : found;
  const { rule } = pool[0]!;
  if (pool.some((one) => one.lacks === 'existence')) return unresolved(raw, rule, [issue('deadlineImpossible', raw)]);
  if (pool.some((one) => one.lacks === 'year')) return unresolved(raw, rule, [issue('deadlineYearMissing', raw)]);
  if (pool.some((one) => one.lacks === 'base')) return reading('relative', raw, rule, {}, [issue('baseMissing', raw)]);
  const unsure = pool.find((one) => one.others.length > 0);
  if (unsure) {
    const [first, second] = [unsure.day!, ...unsure.others].sort();
    return unresolved(raw, unsure.rule, [issue('deadlineAmbiguous', raw, { first: first!, second: second! })]);
  }
  const latest = pool.reduce((a, b) => (b.day! > a.day! ? b : a));
  const day = rolled(latest, context)!;
  const date = facts.marks.has('midnight') ? addDays(day, -1) : day;
  const listed = pool.flatMap(({ day: one, begins, span }) => (span === 'list' ? [begins!, one!] : [one!]));
  const told = [...severalDays(listed, date, raw), ...rangeOf(latest, day, date, raw)];
  const issues = told.length > 0 ? told : rolledOver(latest, day, context, raw);
  return latest.relative
    ? relativeReading(date, raw, latest.rule, context, issues)
    : reading('date', raw, latest.rule, { date, yearAssumed: latest.yearAssumed }, issues);
}

function severalDays(named: readonly Day[], taken: Day, raw: string): DeadlineIssue[] {
  const days = [...new Set(named)].sort();
  return days.length > 1 ? [issue('deadlineSeveral', raw, { dates: days.join('、'), taken })] : [];
}

/** Both ends of the range a day closes; the beginning rolls over the years with the end. */
function rangeOf({ day, begins, span }: FoundDay, rolledTo: Day, taken: Day, raw: string): DeadlineIssue[] {
  if (span !== 'range' || begins === null || begins === day) return [];
  const years = dayParts(rolledTo).year - dayParts(day!).year;
  return [issue('deadlineRange', raw, { first: addMonths(begins, 12 * years), taken })];
}

/** The year of the title, the sheet or the person was given up for a later one. */
function rolledOver(found: FoundDay, day: Day, context: DeadlineContext, raw: string): DeadlineIssue[] {
  const isStated = (context.year ?? context.documentYear ?? context.sheetYear ?? null) !== null;
  return isStated && day !== found.day ? [issue('deadlineRolled', raw, { date: day })] : [];
}

/** A date without a year that lies before the row's own 交办 or 发现 date is meant for a later year. */
function rolled(found: FoundDay, context: DeadlineContext): Day | null {
  const { baseDay, baseDayIsOwn = true } = context;
  if (!found.yearsLater || !baseDay || !baseDayIsOwn) return found.day;
  for (let years = 0; years <= 5; years += 1) {
    const day = found.yearsLater(years);
    if (day !== null && day >= baseDay) return day;
  }
  return found.day;
}

/** The latest end of the durations, counted from a day in the text, the row's own or the one given for all rows. */
function readDurations(facts: DeadlineFacts, raw: string, context: DeadlineContext): DeadlineReading {
  const base = facts.started?.day ?? baseOf(context);
  const { rule } = facts.durations[0]!;
  if (base === null) return reading('relative', raw, rule, {}, [issue('baseMissing', raw)]);
  const ends = facts.durations.map((one) => ({
    ...one,
    day: addDuration(base, one.duration, context.calendar),
  }));
  const latest = ends.reduce((a, b) => (b.day > a.day ? b : a));
  const issues = severalDays(
    ends.map((end) => end.day),
    latest.day,
    raw,
  );
  const { fewest, unit } = latest.duration;
  if (fewest !== undefined) {
    const first = addDuration(base, { count: fewest, unit }, context.calendar);
    if (first !== latest.day) issues.push(issue('deadlineRange', raw, { first, taken: latest.day }));
  }
  return relativeReading(latest.day, raw, latest.rule, context, issues);
}

function relativeReading(
  date: Day,
  raw: string,
  rule: string,
  context: DeadlineContext,
  issues: DeadlineReading['issues'],
): DeadlineReading {
  const altDate = context.calendar.isWorkingDay(date) ? null : nextWorkingDay(date, context.calendar);
  return reading('relative', raw, rule, { date, altDate }, issues);
}

/** The first day is not counted (Civil Code §201); months end on the corresponding day (§202); no shift. */
function addDuration(base: Day, { count, unit }: Duration, calendar: WorkingCalendar): Day {
  if (unit === 'workday') return addWorkingDays(base, count, calendar);
  return unit === 'day' ? addDays(base, count) : addMonths(base, count);
}

function withOngoing(read: DeadlineReading, ongoing: boolean): DeadlineReading {
  return ongoing ? withDeadline(read, { ongoing }) : read;
}

function withDeadline(read: DeadlineReading, changes: Partial<DeadlineReading['deadline']>): DeadlineReading {
  return { ...read, deadline: { ...read.deadline, ...changes } };
}
