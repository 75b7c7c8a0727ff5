import { addDays, weekday, type Day } from './day.js';
import type { WorkingCalendar } from './working-days.js';

/** A calendar as plain data: the days that differ from what their weekday says, or belong to a holiday. */
export type SpecialDays = readonly (readonly [day: Day, working: boolean, holiday: string | null])[];

/** No ledger counts working days before or after these years; all others are plain weeks. */
const [firstDay, lastDay]: [Day, Day] = ['1990-01-01', '2069-12-31'];

/** Asking for each day of eighty years takes a tenth of a second: each calendar is asked once. */
const asked = new WeakMap<WorkingCalendar, SpecialDays>();

export function specialDays(calendar: WorkingCalendar): SpecialDays {
  const known = asked.get(calendar) ?? askDays(calendar);
  asked.set(calendar, known);
  return known;
}

function askDays(calendar: WorkingCalendar): SpecialDays {
  const special: [Day, boolean, string | null][] = [];
  for (let day = firstDay; day <= lastDay; day = addDays(day, 1)) {
    const working = calendar.isWorkingDay(day);
    const holiday = calendar.holidayName(day);
    if (working !== isWeekday(day) || holiday !== null) special.push([day, working, holiday]);
  }
  return special;
}

export function calendarOf(special: SpecialDays): WorkingCalendar {
  const days = new Map(special.map(([day, working, holiday]) => [day, { working, holiday }]));
  return {
    isWorkingDay: (day) => days.get(day)?.working ?? isWeekday(day),
    holidayName: (day) => days.get(day)?.holiday ?? null,
  };
}

const isWeekday = (day: Day) => weekday(day) <= 5;
