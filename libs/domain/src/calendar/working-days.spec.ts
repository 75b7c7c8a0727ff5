import { weekday } from './day.js';
import {
  addWorkingDays,
  dayBeforeHoliday,
  nextWorkingDay,
  previousWorkingDay,
  workingDaysBetween,
  type WorkingCalendar,
} from './working-days.js';

/** National Day break 2021 with the made-up Saturday 9 October, joint break of 2023. */
const holidays = new Map([
  ['2023-09-29', '中秋节'],
  ...['2021-10-01', '2021-10-04', '2021-10-05', '2021-10-06', '2021-10-07'].map((day) => [day, '国庆节'] as const),
  ...['2021-10-02', '2021-10-03', '2023-09-30', '2023-10-01'].map((day) => [day, '国庆节'] as const),
]);
const madeUp = ['2021-10-09'];
const calendar: WorkingCalendar = {
  isWorkingDay: (day) => madeUp.includes(day) || (!holidays.has(day) && weekday(day) <= 5),
  holidayName: (day) => holidays.get(day) ?? null,
};

describe('working days', () => {
  it('do not count the first day (Civil Code §201)', () => {
    expect(addWorkingDays('2021-09-27', 1, calendar)).toBe('2021-09-28');
    expect(addWorkingDays('2021-09-27', 0, calendar)).toBe('2021-09-27');
  });

  it('leap over a break and take the made-up Saturday', () => {
    expect(addWorkingDays('2021-09-30', 1, calendar)).toBe('2021-10-08');
    expect(addWorkingDays('2021-09-30', 2, calendar)).toBe('2021-10-09');
    expect(addWorkingDays('2021-09-30', 3, calendar)).toBe('2021-10-11');
  });

  it('shift a day off forwards or backwards and leave a working day alone', () => {
    expect(nextWorkingDay('2021-10-02', calendar)).toBe('2021-10-08');
    expect(nextWorkingDay('2021-10-09', calendar)).toBe('2021-10-09');
    expect(previousWorkingDay('2021-10-07', calendar)).toBe('2021-09-30');
  });

  it('are counted after the first and with the last day', () => {
    expect(workingDaysBetween('2021-09-30', '2021-10-11', calendar)).toBe(3);
    expect(workingDaysBetween('2021-10-11', '2021-09-30', calendar)).toBe(0);
  });

  it('end before a holiday on the eve of the whole break', () => {
    expect(dayBeforeHoliday('国庆节', 2021, calendar)).toBe('2021-09-30');
    expect(dayBeforeHoliday('国庆节', 2023, calendar)).toBe('2023-09-28');
    expect(dayBeforeHoliday('国庆节', 2022, calendar)).toBeNull();
  });

  it('fail clearly when a calendar has none at all', () => {
    const never: WorkingCalendar = { isWorkingDay: () => false, holidayName: () => null };
    expect(() => nextWorkingDay('2021-10-02', never)).toThrow(RangeError);
  });
});
