import { readFiledNumber } from './filed-number.js';

describe('a number as a clerk writes it', () => {
  it.each([
    ['12', 12, false],
    ['１，２３６', 1236, false],
    [' 0 ', 0, false],
    ['36场次', 36, false],
    ['12.5', 12.5, false],
    ['-3', -3, false],
    ['约120', 120, true],
    ['120余', 120, true],
    ['1.2万', 12_000, true],
    ['2.13万余场次', 21_300, true],
  ])('%s is %d', (written, value, isRough) => {
    expect(readFiledNumber(written, '场次')).toEqual({ value, isRough });
  });

  it.each(['无', '十二', '12人', '1/2', '3-5', '#REF!', '12%', ''])('%s is none', (written) => {
    expect(readFiledNumber(written, '场次')).toBeNull();
  });
});
