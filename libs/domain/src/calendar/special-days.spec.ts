import { addDays, weekday, type Day } from './day.js';
import { calendarOf, specialDays } from './special-days.js';
import type { WorkingCalendar } from './working-days.js';

/** A break over a weekend with the Saturday it is made up for, and a holiday that falls on a Sunday. */
const breaks = new Map<Day, string>([
  ['2026-10-01', '国庆节'],
  ['2026-10-02', '国庆节'],
  ['2026-10-03', '国庆节'],
  ['2026-10-04', '国庆节'],
  ['2028-01-02', '元旦'],
]);
const calendar: WorkingCalendar = {
  isWorkingDay: (day) => day === '2026-10-10' || (!breaks.has(day) && weekday(day) <= 5),
  holidayName: (day) => breaks.get(day) ?? null,
};

describe('a calendar as plain data', () => {
  it('says of each day what the calendar said', () => {
    const copy = calendarOf(structuredClone(specialDays(calendar)));
    for (let day: Day = '2025-12-01'; day < '2029-01-01'; day = addDays(day, 1)) {
      expect([day, copy.isWorkingDay(day), copy.holidayName(day)]).toEqual([
        day,
        calendar.isWorkingDay(day),
        calendar.holidayName(day),
      ]);
    }
  });

  it('names the days that differ, and no others', () => {
    expect(specialDays(calendar).map(([day]) => day)).toEqual([...breaks.keys(), '2026-10-10'].sort());
  });
});
