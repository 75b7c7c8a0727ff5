import { addDays, type Day } from './day.js';

/** What the rules need to know of the official calendar; who asks passes it in. */
export interface WorkingCalendar {
  /** Not a weekend and not a holiday, or a weekend day made up for one (调休). */
  isWorkingDay(day: Day): boolean;
  /** The holiday this day off belongs to, e.g. 国庆节; null on working days and plain weekends. */
  holidayName(day: Day): string | null;
}

/** The day itself when it is a working day, else the next one after it (Civil Code §203). */
export function nextWorkingDay(day: Day, calendar: WorkingCalendar): Day {
  return walk(day, 1, calendar);
}

/** The day itself when it is a working day, else the last one before it. */
export function previousWorkingDay(day: Day, calendar: WorkingCalendar): Day {
  return walk(day, -1, calendar);
}

/** The `count`-th working day after `day`; the first day is not counted (Civil Code §201). `count` ≥ 0. */
export function addWorkingDays(day: Day, count: number, calendar: WorkingCalendar): Day {
  let reached = day;
  for (let left = count; left > 0; left -= 1) reached = nextWorkingDay(addDays(reached, 1), calendar);
  return reached;
}

/** Working days after `from` up to and with `to`; 0 when `to` is not later. */
export function workingDaysBetween(from: Day, to: Day, calendar: WorkingCalendar): number {
  let count = 0;
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) if (calendar.isWorkingDay(day)) count += 1;
  return count;
}

/**
 * The last day before the days off that this holiday of that year lies in, so 国庆节前 of 2023 is 28 September, the eve of
 * the joint Mid-Autumn and National Day break. Null when the calendar knows no such holiday in that year.
 */
export function dayBeforeHoliday(name: string, year: number, calendar: WorkingCalendar): Day | null {
  let day: Day = `${year}-01-01`;
  while (day.startsWith(String(year)) && calendar.holidayName(day) !== name) day = addDays(day, 1);
  if (!day.startsWith(String(year))) return null;
  while (calendar.holidayName(day) !== null) day = addDays(day, -1);
  return day;
}

/** Longest run of days off a calendar may hold; a calendar without any working day is a fault, not a loop. */
const longestBreakDays = 60;

function walk(day: Day, step: 1 | -1, calendar: WorkingCalendar): Day {
  let reached = day;
  for (let tried = 0; tried <= longestBreakDays; tried += 1) {
    if (calendar.isWorkingDay(reached)) return reached;
    reached = addDays(reached, step);
  }
  throw new RangeError(`the calendar has no working day within ${longestBreakDays} days of ${day}`);
}
