import { readAmountCell, scaleOf } from './amount.js';

const readAmount = (value: string | number | null, columnScale?: number) => readAmountCell(value, columnScale).amount;

describe('an amount', () => {
  it.each<[value: string | number, amount: number]>([
    ['1.5万元', 15000],
    ['3千元', 3000],
    ['10,000', 10000],
    ['10,000元', 10000],
    ['1,234,567.89元', 1234567.89],
    ['１０，０００元', 10000],
    ['１．５万元', 15000],
    ['¥1,500.00', 1500],
    ['￥1500', 1500],
    ['人民币1500元整', 1500],
    ['约1.5万元', 15000],
    ['1.5万余元', 15000],
    ['20余万元', 200000],
    ['3万5千元', 35000],
    ['1万2千3百元', 12300],
    ['1.2亿元', 120000000],
    ['5百元', 500],
    ['三万元', 30000],
    ['三万五千元', 35000],
    ['壹万元', 10000],
    ['1.1万', 11000],
    ['2 000 元', 2000],
    ['(元)300', 300],
    ['12项', 12],
    ['5人次', 5],
    ['0', 0],
    [0, 0],
    [1500.5, 1500.5],
  ])('%s is %d', (value, amount) => {
    expect(readAmount(value)).toBe(amount);
  });

  it.each<[value: string, amount: number]>([
    ['约12', 12],
    ['近20', 20],
    ['2万余元', 20000],
    ['30多', 30],
    ['30余人次', 30],
    ['上百', 100],
    ['上万元', 10000],
    ['万余元', 10000],
    ['十几', 10],
    ['二十几万', 200000],
    ['百余', 100],
    ['约1.5万元', 15000],
    ['3万元左右', 30000],
    ['不足5万元', 50000],
    ['5万以上', 50000],
  ])('%s is %d, and rough', (value, amount) => {
    expect(readAmountCell(value)).toEqual({ amount, rough: true, range: null });
  });

  it.each(['12', '1.5万元', '三万五千元', '共12项', '10,000元整'])('%s is exact', (value) => {
    expect(readAmountCell(value).rough).toBe(false);
  });

  it.each<[value: string, low: number, high: number]>([
    ['3-5万元', 30000, 50000],
    ['3万—5万元', 30000, 50000],
    ['2千元至3千元', 2000, 3000],
    ['约100~200', 100, 200],
    ['10到20人次', 10, 20],
  ])('%s names no amount but %d to %d', (value, low, high) => {
    expect(readAmountCell(value)).toEqual({ amount: null, rough: false, range: [low, high] });
  });

  it.each(['几十', '数百', '5-3万元', '1-2-3', '-500', '2021-6-30'])('%s is neither', (value) => {
    expect(readAmountCell(value)).toEqual({ amount: null, rough: false, range: null });
  });

  it('without a scale of its own takes the column’s', () => {
    expect(readAmount(1.5, 10000)).toBe(15000);
    expect(readAmount('1.5', 10000)).toBe(15000);
    expect(readAmount(1.1, 10000)).toBe(11000);
    expect(readAmount('1.5万元', 10000)).toBe(15000);
    expect(readAmount('3000元', 10000)).toBe(3000);
  });

  it.each([
    null,
    '',
    '/',
    '—',
    '无',
    '-500',
    -3,
    Number.NaN,
    '3-5万元',
    '1500元、2000元',
    '待定',
    '1.5万元左右的设备',
    '5千3万元',
    '9'.repeat(40),
    1e14,
  ])('%j is none', (value) => {
    expect(readAmount(value)).toBeNull();
  });

  it.each([
    ['digits', '1'.repeat(5000)],
    ['dates', '2021.'.repeat(1000)],
    ['prefixes', '共计'.repeat(2000)],
    ['parts', '3万5千'.repeat(1000)],
    ['doubtful words', `3${'余多'.repeat(2000)}`],
  ])('%s without an end are no amount', (_, text) => {
    expect(readAmount(`${text}x`)).toBeNull();
  });

  it('of more signs than an amount has is not looked at', () => {
    expect(readAmount(`${'0'.repeat(98)}12`)).toBe(12);
    expect(readAmount(`${'0'.repeat(99)}12`)).toBeNull();
    expect(readAmount(`${' '.repeat(5_000)}12 `)).toBe(12);
  });

  it.each([
    ['万元', 10000],
    ['（万元）', 10000],
    ['单位：千元', 1000],
    ['万人次', 10000],
    ['亿元', 100000000],
    ['百万元', 1000000],
    ['元', 1],
    ['', 1],
    ['项', 1],
  ])('the heading’s unit %s scales by %d', (unit, scale) => {
    expect(scaleOf(unit)).toBe(scale);
  });
});
