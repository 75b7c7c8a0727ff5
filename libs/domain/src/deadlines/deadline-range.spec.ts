import { weekday } from '../calendar/day.js';
import { readDeadline } from './deadline-reader.js';
import type { WorkingCalendar } from '../calendar/working-days.js';

const calendar: WorkingCalendar = { isWorkingDay: (day) => weekday(day) <= 5, holidayName: () => null };
const read = (value: string) =>
  readDeadline({ value }, { calendar, documentYear: 2026, baseDay: '2026-03-05', baseDayIsOwn: true });

describe('a stretch of time is read as its last day, and says both', () => {
  it.each<[cell: string, first: string, taken: string]>([
    ['10-17~18', '2026-10-17', '2026-10-18'],
    ['11月17—18日', '2026-11-17', '2026-11-18'],
    ['11月17日-18日', '2026-11-17', '2026-11-18'],
    ['11.17-18', '2026-11-17', '2026-11-18'],
    ['11.17-11.18', '2026-11-17', '2026-11-18'],
    ['2026/11/17~11/18', '2026-11-17', '2026-11-18'],
    ['6月至8月', '2026-06-01', '2026-08-31'],
    ['2026年3月—2026年6月', '2026-03-01', '2026-06-30'],
    ['3月下旬至6月底', '2026-03-21', '2026-06-30'],
    ['3月1日起至6月', '2026-03-01', '2026-06-30'],
    ['11-2月', '2026-11-01', '2027-02-28'],
    ['一至二季度', '2026-01-01', '2026-06-30'],
    ['2025-2026年', '2025-01-01', '2026-12-31'],
    // The beginning rolls into the next year with the end.
    ['1月至2月', '2027-01-01', '2027-02-28'],
    ['3-5个工作日', '2026-03-10', '2026-03-12'],
    ['3-5日内', '2026-03-08', '2026-03-10'],
    ['3~5日内', '2026-03-08', '2026-03-10'],
    ['1到2个月', '2026-04-05', '2026-05-05'],
  ])('%s is %s to %s', (cell, first, taken) => {
    const { deadline, issues } = read(cell);
    expect(deadline.date).toBe(taken);
    expect(issues).toEqual([{ code: 'deadlineRange', args: { raw: cell, first, taken } }]);
  });

  it.each<[cell: string, dates: string, taken: string]>([
    ['6月、8月底前', '2026-06-30、2026-08-31', '2026-08-31'],
    ['11月17、18日', '2026-11-17、2026-11-18', '2026-11-18'],
    ['一、二季度', '2026-03-31、2026-06-30', '2026-06-30'],
  ])('%s names several days: %s', (cell, dates, taken) => {
    const { deadline, issues } = read(cell);
    expect(deadline.date).toBe(taken);
    expect(issues).toEqual([{ code: 'deadlineSeveral', args: { raw: cell, dates, taken } }]);
  });

  it.each(['6月底', '2026年6月', '10月中下旬', '5个工作日', '年底前', '2026-10-17'])('%s is no range', (cell) => {
    expect(read(cell).issues).toEqual([]);
  });
});
