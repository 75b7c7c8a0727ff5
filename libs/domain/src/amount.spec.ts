import { readAmount, scaleOf } from './amount.js';

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
  ])('%s without an end are given up at once', (_, text) => {
    const before = performance.now();
    expect(readAmount(`${text}x`)).toBeNull();
    expect(performance.now() - before).toBeLessThan(2_000);
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
