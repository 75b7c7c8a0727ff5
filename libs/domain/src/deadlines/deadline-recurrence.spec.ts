import type { Recurrence } from './deadline-meaning.js';
import { nextDueOn } from './deadline-recurrence.js';

describe('the next day of a recurring duty', () => {
  it.each<[rule: Recurrence, from: string, due: string]>([
    [{ every: 'day', day: 'end' }, '2021-03-05', '2021-03-05'],
    [{ every: 'day', interval: 15, day: 'end' }, '2021-03-05', '2021-03-19'],
    [{ every: 'week', day: 5 }, '2021-03-05', '2021-03-05'],
    [{ every: 'week', day: 5 }, '2021-03-06', '2021-03-12'],
    [{ every: 'week', day: 'end' }, '2021-03-05', '2021-03-07'],
    [{ every: 'half_month', day: 'end' }, '2021-03-15', '2021-03-15'],
    [{ every: 'half_month', day: 'end' }, '2021-03-16', '2021-03-31'],
    [{ every: 'month', day: 25 }, '2021-03-25', '2021-03-25'],
    [{ every: 'month', day: 25 }, '2021-03-26', '2021-04-25'],
    [{ every: 'month', day: 31 }, '2021-02-05', '2021-02-28'],
    [{ every: 'month', interval: 2, day: 'end' }, '2021-03-05', '2021-04-30'],
    [{ every: 'quarter', day: 'end' }, '2021-03-31', '2021-03-31'],
    [{ every: 'quarter', day: 'end' }, '2021-04-01', '2021-06-30'],
    [{ every: 'quarter', months: [1], day: 10 }, '2021-03-05', '2021-04-10'],
    [{ every: 'half_year', day: 'end' }, '2021-07-01', '2021-12-31'],
    [{ every: 'year', months: [6, 12], day: 'end' }, '2021-07-01', '2021-12-31'],
    [{ every: 'year', months: [1], day: 31 }, '2021-02-01', '2022-01-31'],
    [{ every: 'year', day: 'end' }, '2021-12-31', '2021-12-31'],
  ])('%j from %s is %s', (rule, from, due) => {
    expect(nextDueOn(rule, from)).toBe(due);
  });
});
