import {
  addDays,
  isoWeek,
  mondayOf,
  nextWorkingDay,
  previousWorkingDay,
  type Day,
  type WorkingCalendar,
} from '@xiaohao/domain';

/** What was missed longer ago than this is not made up for; the weekly notice has it. */
export const lookBackDays = 14;

/** What goes out on one day. */
export interface SweepDay {
  readonly on: Day;
  /** Days whose reminders fall on this one: itself, days off before it, days nobody swept. Empty on a day off. */
  readonly nominalDays: readonly Day[];
  /** The ISO week whose weekly notice is due, e.g. `2022-W27`. */
  readonly isoWeek: string | null;
}

/**
 * What falls on `on`: nothing on a day off; otherwise also what fell on the days off just before it. Days since
 * `lastSweptOn`, the last day before `on` that was swept, are made up for; a bureau that never swept has missed nothing.
 */
export function sweepDayOf(on: Day, calendar: WorkingCalendar, lastSweptOn: Day | null = null): SweepDay {
  if (!calendar.isWorkingDay(on)) return { on, nominalDays: [], isoWeek: null };
  const lastWorkingDay = previousWorkingDay(addDays(on, -1), calendar);
  const missed = lastSweptOn !== null && lastSweptOn < lastWorkingDay;
  const reached = missed ? earlierOf(lastWorkingDay, laterOf(lastSweptOn, addDays(on, -lookBackDays))) : lastWorkingDay;
  const nominalDays: Day[] = [];
  for (let day = addDays(reached, 1); day <= on; day = addDays(day, 1)) nominalDays.push(day);
  const weeklyDay = nextWorkingDay(mondayOf(on), calendar);
  const weekly = weeklyDay === on || (weeklyDay < on && lastSweptOn !== null && lastSweptOn < weeklyDay);
  return { on, nominalDays, isoWeek: weekly ? isoWeek(on) : null };
}

/** Monday, or the first working day after a Monday off. */
export function isWeeklyDay(day: Day, calendar: WorkingCalendar): boolean {
  return calendar.isWorkingDay(day) && nextWorkingDay(mondayOf(day), calendar) === day;
}

const laterOf = (a: Day, b: Day) => (a > b ? a : b);
const earlierOf = (a: Day, b: Day) => (a < b ? a : b);
