import { weekday } from '../calendar/day.js';
import { readDeadline } from './deadline-reader.js';
import type { DeadlineCell, DeadlineContext } from './deadline-reading.js';
import type { WorkingCalendar } from '../calendar/working-days.js';

/** Weekends, the week of National Day 2021 and the eve of the year 2022. */
const holidayName: WorkingCalendar['holidayName'] = (day) => {
  if (day >= '2021-10-01' && day <= '2021-10-07') return '国庆节';
  return day === '2022-01-01' ? '元旦' : null;
};
const calendar: WorkingCalendar = {
  isWorkingDay: (day) => holidayName(day) === null && weekday(day) <= 5,
  holidayName,
};

type Given = Omit<DeadlineContext, 'calendar'>;
const read = (value: DeadlineCell['value'], given: Given = {}, numberFormat?: string) =>
  readDeadline({ value, numberFormat: numberFormat ?? null }, { calendar, ...given });
const codes = (reading: ReturnType<typeof read>) => reading.issues.map((issue) => issue.code);

describe('the year written before a bracket', () => {
  it.each([
    ['2027年汛期前（5月底）', '2027-05-31', false],
    ['2027年汛前（5月31日前）', '2027-05-31', false],
    ['2027年开学前（8月31日）', '2027-08-31', false],
    ['2027年度秋季开学时（9月1日）', '2027-09-01', false],
    ['于2027年入汛前（5.31）', '2027-05-31', false],
    ['2027年主汛期（6月至9月）', '2027-09-30', false],
    ['2027年春节前（1月底）', '2027-01-31', false],
    ['明年汛期前（5月底）', '2027-05-31', true],
    ['2027年汛期前（2028年5月底）', '2028-05-31', false],
    ['按照2025年工作要点（5月底前）', '2026-05-31', true],
    ['2025年度全区重点工作任务（5月底前）', '2026-05-31', true],
  ])('of %s is %s', (cell, date, yearAssumed) => {
    expect(read(cell, { documentYear: 2026 }).deadline).toMatchObject({ date, yearAssumed });
  });
});

describe('the year of a date without one', () => {
  it.each<[cell: string, given: Given, date: string]>([
    ['6月底', { year: 2022, documentYear: 2021, sheetYear: 2020 }, '2022-06-30'],
    ['6月底', { documentYear: 2021, sheetYear: 2020, baseDay: '2019-03-01' }, '2021-06-30'],
    ['6月底', { sheetYear: 2020, baseDay: '2019-03-01' }, '2020-06-30'],
    ['6月底', { baseDay: '2019-03-01' }, '2019-06-30'],
    ['6月底', { fallbackBaseDay: '2021-03-01' }, '2021-06-30'],
    ['6.30', { documentYear: 2021 }, '2021-06-30'],
    ['明年3月底', { documentYear: 2021 }, '2022-03-31'],
    ['元旦前', { documentYear: 2021 }, '2021-12-31'],
    ['国庆节前', { documentYear: 2021 }, '2021-09-30'],
  ])('%s given %j is %s', (cell, given, date) => {
    expect(read(cell, given).deadline).toMatchObject({ kind: 'date', date, yearAssumed: true });
  });

  it.each<[cell: string, given: Given, date: string]>([
    ['1月31日', { documentYear: 2021, baseDay: '2021-11-20' }, '2022-01-31'],
    ['1月31日', { year: 2021, baseDay: '2021-11-20' }, '2022-01-31'],
    ['6月底', { documentYear: 2021, baseDay: '2022-11-01' }, '2023-06-30'],
    ['一季度', { baseDay: '2021-11-01' }, '2022-03-31'],
    ['11月—2月', { baseDay: '2021-12-10' }, '2022-02-28'],
    ['国庆节前', { baseDay: '2021-11-01', documentYear: 2021 }, '2021-09-30'],
  ])('%s given %j rolls over the row’s own date to %s', (cell, given, date) => {
    expect(read(cell, given).deadline.date).toBe(date);
  });

  it('does not roll on the very day, nor over a date of the whole document or one given for all rows', () => {
    expect(read('6月底', { documentYear: 2021, baseDay: '2021-06-30' }).deadline.date).toBe('2021-06-30');
    expect(read('6月底', { documentYear: 2021, baseDay: '2021-07-01', baseDayIsOwn: false }).deadline.date).toBe(
      '2021-06-30',
    );
    expect(read('6月底', { documentYear: 2021, fallbackBaseDay: '2021-07-01' }).deadline.date).toBe('2021-06-30');
  });

  it('does not roll the start of a range, and a list only as a whole', () => {
    expect(read('3月—6月', { baseDay: '2021-05-10' }).deadline.date).toBe('2021-06-30');
    expect(read('6月底前完成方案，9月底前完成整改', { baseDay: '2021-07-05' }).deadline.date).toBe('2021-09-30');
  });

  it('is not assumed where the cell names it, if only once', () => {
    expect(read('2021年6月底', { documentYear: 2022, baseDay: '2021-07-05' }).deadline).toMatchObject({
      date: '2021-06-30',
      yearAssumed: false,
    });
    expect(read('2021年3月—6月').deadline).toMatchObject({ date: '2021-06-30', yearAssumed: false });
  });

  it('is asked for when nobody knows it', () => {
    const reading = read('6月底');
    expect(reading.deadline.kind).toBe('unresolved');
    expect(codes(reading)).toEqual(['deadlineYearMissing']);
  });

  it('decides whether 29 February exists', () => {
    expect(codes(read('2月29日', { documentYear: 2021 }))).toEqual(['deadlineImpossible']);
    expect(read('2月29日', { documentYear: 2024 }).deadline.date).toBe('2024-02-29');
  });
});

describe('a duration', () => {
  it('counts from the row’s own date before the one given for all rows', () => {
    const given = { baseDay: '2021-03-05', fallbackBaseDay: '2021-04-01' };
    expect(read('10日内', given).deadline).toMatchObject({ kind: 'relative', date: '2021-03-15', altDate: null });
    expect(read('10日内', { fallbackBaseDay: '2021-04-01' }).deadline.date).toBe('2021-04-11');
  });

  it('stays on a day off and offers the next working day', () => {
    expect(read('7日内', { baseDay: '2021-09-28' }).deadline).toMatchObject({
      date: '2021-10-05',
      altDate: '2021-10-08',
    });
  });

  it('without a base day has no date', () => {
    const reading = read('15个工作日内');
    expect(reading.deadline).toMatchObject({ kind: 'relative', date: null });
    expect(codes(reading)).toEqual(['baseMissing']);
  });

  it('may be a bare number under a heading that names its unit', () => {
    expect(read(15, { countUnit: 'workday', baseDay: '2021-03-05' }).deadline.date).toBe('2021-03-26');
    expect(read(15, { countUnit: 'day', baseDay: '2021-03-05' }).deadline.date).toBe('2021-03-20');
    expect(read(15, { baseDay: '2021-03-05' }).deadline.kind).toBe('unresolved');
  });
});

describe('two readings', () => {
  it.each<[value: string | number, first: string, second: string]>([
    [9.3, '2021-09-03', '2021-09-30'],
    [12.1, '2021-12-01', '2021-12-10'],
    [2021.1, '2021-01-31', '2021-10-31'],
    ['1/2/21', '2021-01-02', '2021-02-01'],
    ['2021.6-8', '2021-06-08', '2021-08-31'],
    ['3月内', '2021-03-31', '2021-04-15'],
  ])('%s is left to a person, both readings named', (value, first, second) => {
    const reading = read(value, { documentYear: 2021, baseDay: '2021-01-15' });
    expect(reading.deadline).toMatchObject({ kind: 'unresolved', date: null });
    expect(reading.issues).toEqual([{ code: 'deadlineAmbiguous', args: { raw: String(value), first, second } }]);
  });

  it('that come to the same day are one', () => {
    expect(read('7/7/21').deadline.date).toBe('2021-07-07');
    expect(read('3月内', { baseDay: '2020-12-31', documentYear: 2021 }).deadline.date).toBe('2021-03-31');
  });
});

describe('a number', () => {
  it.each<[value: number, format: string, date: string, rule: string]>([
    [9.3, '0.00', '2021-09-30', 'dotted'],
    [9.299999999, '0.00_ ', '2021-09-30', 'dotted'],
    [9.15, 'General', '2021-09-15', 'dotted'],
    [9.4, 'General', '2021-09-04', 'plain_decimal'],
    [2.3, 'General', '2021-02-03', 'plain_decimal'],
    [2021.1, '0.00', '2021-10-31', 'year_month'],
    [2021.12, 'General', '2021-12-31', 'year_month'],
    [2021.7, 'General', '2021-07-31', 'plain_decimal'],
    [2021.0715, 'General', '2021-07-15', 'dotted_with_year'],
    [21.7, 'General', '2021-07-31', 'plain_decimal'],
    [44469, 'General', '2021-09-30', 'serial'],
    [44469.75, 'yyyy/m/d h:mm', '2021-09-30', 'serial'],
    [36526, 'General', '2000-01-01', 'serial'],
    [73050, 'General', '2099-12-31', 'serial'],
    [20210715, 'General', '2021-07-15', 'eight_digits'],
    [202107, 'General', '2021-07-31', 'six_digits'],
    [210715, 'General', '2021-07-15', 'six_digits'],
    [2021, 'General', '2021-12-31', 'year'],
  ])('%d shown as %s is %s', (value, format, date, rule) => {
    const reading = read(value, { documentYear: 2021 }, format);
    expect(reading.deadline).toMatchObject({ kind: 'date', date, raw: String(value) });
    expect(reading.rule).toBe(rule);
  });

  it.each<[value: number, format: string, code: string]>([
    [2.3, '0.00', 'deadlineImpossible'],
    [9.31, 'General', 'deadlineImpossible'],
    [13.5, 'General', 'deadlineImpossible'],
    [20210230, 'General', 'deadlineImpossible'],
    [36525, 'General', 'deadlineUnclear'],
    [73051, 'General', 'deadlineUnclear'],
    [5, 'yyyy/m/d', 'deadlineUnclear'],
    [9, 'General', 'deadlineUnclear'],
    [0.5, '0%', 'deadlineUnclear'],
    [0, 'General', 'deadlineUnclear'],
    [-3, 'General', 'deadlineUnclear'],
  ])('%d shown as %s is none', (value, format, code) => {
    const reading = read(value, { documentYear: 2021 }, format);
    expect(reading.deadline).toMatchObject({ kind: 'unresolved', date: null });
    expect(codes(reading)).toEqual([code]);
  });
});

describe('a date of fact', () => {
  it.each([
    ['2021年3月5日检查发现', '2021-03-05'],
    ['2021年3月5日交办', '2021-03-05'],
    ['2021.3.5', '2021-03-05'],
    ['2021年3月1日至3月5日', '2021-03-05'],
  ])('may be followed by what happened: %s', (cell, date) => {
    expect(read(cell, { isFact: true }).deadline).toMatchObject({ kind: 'date', date });
  });

  it('is no deadline', () => {
    expect(read('2021年3月5日检查发现').deadline.kind).toBe('unresolved');
  });
});

describe('a real date', () => {
  it('is the cell’s own day however it is shown', () => {
    const reading = readDeadline({ value: '2021-06-30', numberFormat: 'm"月"d"日"', text: '6月30日' }, { calendar });
    expect(reading.deadline).toMatchObject({ kind: 'date', date: '2021-06-30', yearAssumed: false, raw: '6月30日' });
    expect(reading.issues).toEqual([]);
  });

  it('shown as a month only is pointed out', () => {
    const reading = readDeadline(
      { value: '2021-06-01', numberFormat: 'yyyy"年"m"月"', text: '2021年6月' },
      { calendar },
    );
    expect(reading.deadline.date).toBe('2021-06-01');
    expect(codes(reading)).toEqual(['deadlineMonthShown']);
  });
});

describe('a deadline cell', () => {
  it.each([null, '', '  ', '\n'])('that is blank (%j) has none', (value) => {
    expect(read(value)).toMatchObject({ deadline: { kind: 'none', date: null }, issues: [], rule: null });
  });

  it('with several dates takes the latest and says so', () => {
    const reading = read('2021年6月底、2021年12月底');
    expect(reading.deadline.date).toBe('2021-12-31');
    expect(reading.issues[0]).toMatchObject({ code: 'deadlineSeveral', args: { dates: '2021-06-30、2021-12-31' } });
  });

  it('that says 同上 means the cell above, in its own words', () => {
    const above = read('2021年6月底');
    expect(read('同上', { above }).deadline).toEqual({ ...above.deadline, raw: '同上' });
    expect(read('〃', { above }).deadline.date).toBe('2021-06-30');
    expect(read('同上').deadline.kind).toBe('unresolved');
  });
});
