import {
  addDays,
  addMonths,
  compareDays,
  daysBetween,
  isDay,
  isoWeek,
  lastDayOfMonth,
  lastFullHalfYear,
  makeDay,
  mondayOf,
  parsePeriod,
  periodOf,
  previousPeriod,
  weekday,
} from './day.js';

describe('a calendar day', () => {
  it.each(['2021-06-30', '2024-02-29', '2000-02-29', '2099-12-31'])('%s exists', (day) => {
    expect(isDay(day)).toBe(true);
  });

  it.each([
    '2021-02-30',
    '2021-02-29',
    '2100-02-29',
    '2021-13-01',
    '2021-00-10',
    '2021-6-3',
    '20210630',
    '',
    null,
    44377,
  ])('%s is refused', (day) => {
    expect(isDay(day)).toBe(false);
  });

  it('is made only of numbers the calendar knows', () => {
    expect(makeDay(2021, 6, 30)).toBe('2021-06-30');
    expect(makeDay(2021, 6, 31)).toBeNull();
    expect(makeDay(2021, 0, 1)).toBeNull();
    expect(makeDay(21, 6, 1)).toBeNull();
  });

  it('moves by days over month, year and leap day', () => {
    expect(addDays('2021-12-31', 1)).toBe('2022-01-01');
    expect(addDays('2024-02-28', 1)).toBe('2024-02-29');
    expect(addDays('2021-03-01', -1)).toBe('2021-02-28');
    expect(daysBetween('2021-12-31', '2022-03-01')).toBe(60);
    expect(daysBetween('2022-03-01', '2021-12-31')).toBe(-60);
  });

  it('moves by months to the corresponding day or the end of the month (Civil Code §202)', () => {
    expect(addMonths('2021-03-05', 1)).toBe('2021-04-05');
    expect(addMonths('2021-01-31', 1)).toBe('2021-02-28');
    expect(addMonths('2023-12-31', 2)).toBe('2024-02-29');
    expect(addMonths('2021-11-30', 3)).toBe('2022-02-28');
    expect(addMonths('2021-03-31', -1)).toBe('2021-02-28');
    expect(addMonths('2021-01-15', -1)).toBe('2020-12-15');
  });

  it('knows month ends, weekdays and order', () => {
    expect(lastDayOfMonth(2024, 2)).toBe('2024-02-29');
    expect(lastDayOfMonth(2021, 12)).toBe('2021-12-31');
    expect(weekday('2022-07-04')).toBe(1);
    expect(weekday('2022-07-10')).toBe(7);
    expect(weekday('1969-12-31')).toBe(3);
    expect(mondayOf('2022-07-10')).toBe('2022-07-04');
    expect(compareDays('2021-06-30', '2021-07-01')).toBeLessThan(0);
    expect(compareDays('2021-06-30', '2021-06-30')).toBe(0);
  });

  it.each([
    ['2022-07-04', '2022-W27'],
    ['2021-01-03', '2020-W53'],
    ['2021-01-04', '2021-W01'],
    ['2024-12-30', '2025-W01'],
  ])('%s lies in week %s', (day, week) => {
    expect(isoWeek(day)).toBe(week);
  });
});

describe('a reporting period', () => {
  it.each([
    ['2022', 'year', '2022-01-01', '2022-12-31', '2022年'],
    ['2022H1', 'half', '2022-01-01', '2022-06-30', '2022年上半年'],
    ['2022H2', 'half', '2022-07-01', '2022-12-31', '2022年下半年'],
    ['2022Q3', 'quarter', '2022-07-01', '2022-09-30', '2022年第三季度'],
    ['2024-02', 'month', '2024-02-01', '2024-02-29', '2024年2月'],
  ])('%s is a %s from %s to %s', (code, kind, from, to, label) => {
    expect(parsePeriod(code)).toEqual({ code, kind, from, to, label });
  });

  it.each(['', '22H1', '2022H3', '2022Q5', '2022-13', '2022-6', '2022h1', 'H1'])('%s is refused', (code) => {
    expect(parsePeriod(code)).toBeNull();
  });

  it.each([
    ['2022H1', '2021H2'],
    ['2022Q1', '2021Q4'],
    ['2022-01', '2021-12'],
    ['2022', '2021'],
    ['2022H2', '2022H1'],
  ])('before %s comes %s', (code, before) => {
    expect(previousPeriod(parsePeriod(code)!).code).toBe(before);
  });

  it('finds the half-year that has fully passed', () => {
    expect(lastFullHalfYear('2022-06-30').code).toBe('2021H2');
    expect(lastFullHalfYear('2022-07-01').code).toBe('2022H1');
    expect(periodOf('quarter', '2022-08-15').code).toBe('2022Q3');
  });
});
