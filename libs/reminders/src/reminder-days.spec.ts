import { officialCalendar } from '@xiaohao/calendar';
import { isWeeklyDay, lookBackDays, sweepDayOf } from './reminder-days.js';

const nominal = (on: string, lastSweptOn: string | null = null) =>
  sweepDayOf(on, officialCalendar, lastSweptOn).nominalDays;
const weekOf = (on: string, lastSweptOn: string | null = null) => sweepDayOf(on, officialCalendar, lastSweptOn).isoWeek;

describe('the days that a sweep covers', () => {
  it('an ordinary day covers itself', () => {
    expect(nominal('2022-07-06')).toEqual(['2022-07-06']);
  });

  it('a day off covers nothing', () => {
    expect(nominal('2022-07-09')).toEqual([]);
    expect(nominal('2022-10-05')).toEqual([]);
  });

  it('the first working day covers the days off before it, weekend or holiday', () => {
    expect(nominal('2022-07-11')).toEqual(['2022-07-09', '2022-07-10', '2022-07-11']);
    expect(nominal('2022-10-08')).toEqual([...'12345678'].map((day) => `2022-10-0${day}`));
    expect(nominal('2022-10-09')).toEqual(['2022-10-09']);
  });

  it('days without a sweep are covered by the next one, a day swept is not covered again', () => {
    expect(nominal('2022-07-15', '2022-07-12')).toEqual(['2022-07-13', '2022-07-14', '2022-07-15']);
    expect(nominal('2022-07-15', '2022-07-14')).toEqual(['2022-07-15']);
  });

  it('a sweep on a day off covered nothing', () => {
    expect(nominal('2022-07-11', '2022-07-10')).toEqual(['2022-07-09', '2022-07-10', '2022-07-11']);
  });

  it('never looks back further than a fortnight, but always over a whole holiday', () => {
    expect(nominal('2022-08-17', '2022-06-01')).toHaveLength(lookBackDays);
    expect(nominal('2022-08-17', '2022-06-01')[0]).toBe('2022-08-04');
    expect(nominal('2022-10-08', '2022-06-01')[0]).toBe('2022-09-25');
  });
});

describe('the weekly notice', () => {
  it.each([
    ['2022-07-04', true, 'a Monday'],
    ['2022-07-05', false, 'a Tuesday'],
    ['2022-04-04', false, 'a Monday off'],
    ['2022-04-06', true, 'the first working day after a Monday and Tuesday off'],
    ['2022-04-07', false, 'the day after that'],
    ['2022-10-08', true, 'a Saturday worked, after a week off'],
    ['2022-10-09', false, 'the Sunday after it'],
    ['2022-10-10', true, 'the Monday of the next week'],
  ])('on %s: %s (%s)', (day, due) => {
    expect(isWeeklyDay(day, officialCalendar)).toBe(due);
    expect(weekOf(day) !== null).toBe(due);
  });

  it('carries the ISO week, whose year is that of its Thursday', () => {
    expect(weekOf('2022-07-04')).toBe('2022-W27');
    expect(weekOf('2022-01-04')).toBe('2022-W01');
    expect(weekOf('2023-01-03')).toBe('2023-W01');
  });

  it('is made up for later in its week when nobody swept since before it', () => {
    expect(weekOf('2022-07-06', '2022-07-01')).toBe('2022-W27');
    expect(weekOf('2022-07-06', '2022-07-04')).toBeNull();
    expect(weekOf('2022-07-06', '2022-07-05')).toBeNull();
  });
});
