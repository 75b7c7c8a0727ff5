import { readChineseNumber } from './chinese-number.js';

describe('a number written in Chinese', () => {
  it.each([
    ['十', 10],
    ['十五', 15],
    ['二十', 20],
    ['二十一', 21],
    ['廿五', 25],
    ['卅', 30],
    ['两', 2],
    ['一百零五', 105],
    ['一百二十', 120],
    ['三千', 3000],
    ['一万二千', 12000],
    ['一亿零三万', 100030000],
    ['二〇二一', 2021],
    ['二○二一', 2021],
    ['二零二二', 2022],
    ['二0二一', 2021],
    ['壹佰', 100],
    ['零', 0],
  ])('%s is %i', (text, value) => {
    expect(readChineseNumber(text)).toBe(value);
  });

  it.each(['', '年', '十百', '二三十', '三a', '百千', '一万二万'])('%s is none', (text) => {
    expect(readChineseNumber(text)).toBeNull();
  });
});
