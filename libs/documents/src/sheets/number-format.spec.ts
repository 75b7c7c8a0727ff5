import { builtInFormat, daySerial, readFormat, serialDay } from './number-format.js';

describe('number formats', () => {
  it.each([
    ['General', 9.3, '9.3'],
    ['General', 0.1 + 0.2, '0.3'],
    ['General', 13800001234, '13800001234'],
    ['G/通用格式"元"', 12.5, '12.5元'],
    ['0.00', 9.3, '9.30'],
    ['0.00_ ', 9.3, '9.30'],
    ['0.0#', 9.3, '9.3'],
    ['0.##', 9, '9'],
    ['#,##0.00', 1234567.891, '1,234,567.89'],
    ['0', 1.005, '1'],
    ['0.00', 1.005, '1.01'],
    ['0%', 0.5, '50%'],
    ['0.0%', 0.9333, '93.3%'],
    ['#,##0;[Red]-#,##0', -1234, '-1,234'],
    ['0;(0)', -3, '(3)'],
    ['0;-0;"无"', 0, '无'],
    ['"第"0"期"', 3, '第3期'],
    ['[$¥-804]#,##0.00', 10, '¥10.00'],
    ['000', 7, '007'],
    ['@', 7, '7'],
    ['yyyy/m/d', 44469, '2021/9/30'],
    ['yyyy"年"m"月"d"日"', 44469, '2021年9月30日'],
    ['[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy', 44469, '2021年9月30日'],
    ['[DBNum1][$-804]yyyy"年"m"月"d"日";@', 44469, '2021年9月30日'],
    ['m"月"d"日"', 44469, '9月30日'],
    ['yyyy\\-mm\\-dd hh:mm', 44469.5, '2021-09-30 12:00'],
    ['h:mm AM/PM', 0.75, '6:00 PM'],
    ['上午/下午h"时"mm"分"', 0.75, '下午6时00分'],
    ['[h]:mm', 1.5, '36:00'],
    ['aaaa', 44469, '星期四'],
  ])('shows %s of %d as %s', (format, value, text) => {
    expect(readFormat(format).show(value)).toBe(text);
  });

  it.each([
    [14, true],
    [22, true],
    [31, true],
    [57, true],
    [0, false],
    [2, false],
    [10, false],
    [20, false],
    [46, false],
    [49, false],
  ])('knows whether built-in format %d shows a day: %s', (id, isDay) => {
    expect(readFormat(builtInFormat(id)).isDay).toBe(isDay);
  });

  it.each(['0.00E+00', '#,##0"元"', '0"天"', '"day"0', 'h:mm:ss', '[Red]0.0', '# ?/?', 'mm:ss.0'])(
    'takes %s for no date',
    (format) => {
      expect(readFormat(format).isDay).toBe(false);
    },
  );
});

describe('serial days', () => {
  it('counts from 1899-12-31 and skips the 29 February 1900 that never was', () => {
    expect([1, 59, 60, 61, 44469].map((serial) => serialDay(serial))).toEqual([
      '1900-01-01',
      '1900-02-28',
      null,
      '1900-03-01',
      '2021-09-30',
    ]);
  });

  it('starts four years later in workbooks of the 1904 system', () => {
    expect(serialDay(44469 - 1462, true)).toBe('2021-09-30');
    expect(serialDay(0, true)).toBe('1904-01-01');
  });

  it('keeps the day of a time just before midnight', () => {
    expect(serialDay(44469.99998)).toBe('2021-09-30');
  });

  it.each([-1, 0.5, 2_958_466, Number.NaN])('knows no day for %d', (serial) => {
    expect(serialDay(serial)).toBeNull();
  });

  it('reads back what it writes', () => {
    expect(serialDay(daySerial('2022-06-30'))).toBe('2022-06-30');
  });
});
