import { dayBeforeHoliday, weekday } from '@xiaohao/domain';
import { calendarDay, calendarDays, officialCalendar } from './official-calendar.js';
import { officialSchedules } from './official-schedules.js';

describe('the official calendar', () => {
  it.each([
    ['2021-04-25', true],
    ['2021-05-08', true],
    ['2021-10-07', false],
    ['2021-10-08', true],
    ['2021-10-09', true],
    ['2021-10-10', false],
    ['2022-10-08', true],
    ['2022-10-09', true],
    ['2022-12-31', false],
    ['2024-02-09', true],
    ['2025-01-26', true],
    ['2025-10-08', false],
    ['2026-01-04', true],
    ['2026-02-14', true],
    ['2026-02-23', false],
    ['2026-09-20', true],
    ['2026-10-10', true],
    ['2026-11-23', true],
    ['2026-11-22', false],
  ])('%s: working %s', (day, working) => {
    expect(officialCalendar.isWorkingDay(day)).toBe(working);
  });

  it.each([2021, 2022, 2023, 2024, 2025, 2026])('%i gives exactly the statutory days beyond its weekends', (year) => {
    const days = calendarDays(year, year);
    const gained = days.filter((day) => !day.working && weekday(day.day) <= 5).length;
    const worked = days.filter((day) => day.working && weekday(day.day) > 5).length;
    // A statutory day on a weekend is moved to a weekday, so days won minus days worked is the statutory number itself.
    expect(gained - worked).toBe(year >= 2025 ? 13 : 11);
  });

  it('works only weekend days to make up for holidays', () => {
    for (const [year, schedule] of Object.entries(officialSchedules)) {
      for (const part of schedule.madeUp.flatMap(([, list]) => list.split(' '))) {
        expect(weekday(`${year}-${part}`)).toBeGreaterThan(5);
        expect(calendarDay(`${year}-${part}`)).toMatchObject({ working: true, provisional: false });
      }
    }
  });

  it('names holidays, and not the days worked for them', () => {
    expect(officialCalendar.holidayName('2022-10-05')).toBe('国庆节');
    expect(officialCalendar.holidayName('2022-10-08')).toBeNull();
    expect(calendarDay('2022-10-08').name).toBe('国庆节调休');
    expect(officialCalendar.holidayName('2022-10-15')).toBeNull();
  });

  it.each([
    ['国庆节', 2021, '2021-09-30'],
    ['国庆节', 2023, '2023-09-28'],
    ['中秋节', 2025, '2025-09-30'],
    ['春节', 2022, '2022-01-30'],
    ['春节', 2026, '2026-02-14'],
    ['元旦', 2022, '2021-12-31'],
    ['元旦', 2023, '2022-12-30'],
  ])('the eve of %s %i is %s', (name, year, day) => {
    expect(dayBeforeHoliday(name, year, officialCalendar)).toBe(day);
  });
});

describe('a year without a published schedule', () => {
  it('is provisional and knows only weekends and the 13 statutory days', () => {
    const days = calendarDays(2027, 2027);
    expect(days).toHaveLength(365);
    expect(days.every((day) => day.provisional)).toBe(true);
    expect(days.filter((day) => day.name).map((day) => day.day.slice(5))).toEqual(
      '01-01 02-05 02-06 02-07 02-08 04-05 05-01 05-02 06-09 09-15 10-01 10-02 10-03'.split(' '),
    );
    expect(days.some((day) => day.working && weekday(day.day) > 5)).toBe(false);
  });

  it('had 11 statutory days before 2025', () => {
    expect(calendarDays(2019, 2019).filter((day) => day.name)).toHaveLength(11);
    expect(calendarDay('2019-02-04').working).toBe(true);
  });

  it('outside the festival table still has its fixed dates', () => {
    expect(calendarDays(2060, 2060).filter((day) => day.name)).toHaveLength(6);
  });
});
