import { addDays, dayParts, weekday, type Day, type WorkingCalendar } from '@xiaohao/domain';
import { officialSchedules, type Schedule } from './official-schedules.js';
import { statutoryDays } from './statutory-days.js';

/** One row of the table calendar_day. `name` is the holiday, or the holiday a weekend day is worked for (春节调休). */
export interface CalendarDay {
  readonly day: Day;
  readonly working: boolean;
  readonly name: string | null;
  /** True where no State Council schedule was known: weekends and statutory days only, no 调休. */
  readonly provisional: boolean;
}

/** First and last year the table calendar_day is seeded with. */
export const seededYears = { from: 2015, to: 2040 } as const;

/** Every day of those years, in order; rows to seed calendar_day with. */
export function calendarDays(fromYear: number, toYear: number): CalendarDay[] {
  const days: CalendarDay[] = [];
  for (let day: Day = `${fromYear}-01-01`; dayParts(day).year <= toYear; day = addDays(day, 1))
    days.push(calendarDay(day));
  return days;
}

/** What the schedules in the code say of one day. */
export function calendarDay(day: Day): CalendarDay {
  const year = yearOf(dayParts(day).year);
  const special = year.special.get(day);
  return {
    day,
    working: special?.working ?? weekday(day) <= 5,
    name: special?.name ?? null,
    provisional: year.provisional,
  };
}

/** The official schedules, readable without a database (previews, tests, first start). */
export const officialCalendar: WorkingCalendar = calendarFrom(calendarDay);

/** A WorkingCalendar over whatever knows the single days. */
export function calendarFrom(lookUp: (day: Day) => CalendarDay): WorkingCalendar {
  return {
    isWorkingDay: (day) => lookUp(day).working,
    holidayName: (day) => {
      const { working, name } = lookUp(day);
      return working ? null : name;
    },
  };
}

interface CalendarYear {
  readonly provisional: boolean;
  readonly special: ReadonlyMap<Day, { working: boolean; name: string }>;
}

const years = new Map<number, CalendarYear>();

function yearOf(year: number): CalendarYear {
  const known = years.get(year);
  if (known) return known;
  const schedule = officialSchedules[year];
  const built = schedule
    ? { provisional: false, special: scheduledDays(year, schedule) }
    : {
        provisional: true,
        special: new Map([...statutoryDays(year)].map(([day, name]) => [day, { working: false, name }])),
      };
  years.set(year, built);
  return built;
}

function scheduledDays(year: number, schedule: Schedule): CalendarYear['special'] {
  const days = new Map<Day, { working: boolean; name: string }>();
  for (const [name, range] of schedule.off) {
    const [first, last] = range.split('..').map((part) => `${year}-${part}`);
    for (let day = first!; day <= last!; day = addDays(day, 1)) days.set(day, { working: false, name });
  }
  for (const [name, list] of schedule.madeUp) {
    for (const part of list.split(' ')) days.set(`${year}-${part}`, { working: true, name: `${name}调休` });
  }
  return days;
}
