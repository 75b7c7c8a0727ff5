import { splitNumbered, startsNumbered } from './numbered-text.js';

describe('a text that counts its parts', () => {
  it.each([
    ['1.修订制度；2.开展培训', ['1.修订制度；', '2.开展培训']],
    ['1、修订制度\n2、开展培训\n3、通报', ['1、修订制度', '2、开展培训', '3、通报']],
    ['①甲②乙', ['①甲', '②乙']],
    ['1.定方案；\n2.9月20日前演练；\n3.2026年底前评估', ['1.定方案；', '2.9月20日前演练；', '3.2026年底前评估']],
    ['（一）修订程序；（二）全员培训', ['（一）修订程序；', '（二）全员培训']],
    ['一是完善制度，二是加强抽查。', ['一是完善制度，', '二是加强抽查。']],
    ['(1)甲 (2)乙', ['(1)甲', '(2)乙']],
    ['针对反馈：1.甲；2.乙', ['针对反馈：1.甲；', '2.乙']],
    ['1.甲：（1）子一；（2）子二\n2.乙', ['1.甲：（1）子一；（2）子二', '2.乙']],
    ['一、整改措施\n1.甲\n2.乙', ['一、整改措施\n1.甲', '2.乙']],
  ])('%j is parted, each part with its own words and number', (text, parts) => {
    expect(splitNumbered(text)).toEqual(parts);
  });

  it.each([
    '完善制度',
    '1.完善制度',
    '投入1.5万元，计划2.3万元',
    '整改1号、2号车间',
    '2.乙；3.丙',
    '一、二科室联合检查',
    '第一，只有一条',
  ])('%j stays whole', (text) => {
    expect(splitNumbered(text)).toEqual([text]);
  });

  it('is parted the same however many spaces stand before, between and behind its parts', () => {
    const spaces = ' \u3000\t\r'.repeat(100_000);
    expect(splitNumbered(`${spaces}1、${spaces}甲${spaces}2、${spaces}`)).toEqual([`1、${spaces}甲`, '2、']);
    expect(splitNumbered(`2、${spaces}`)).toEqual([`2、${spaces}`]);
    expect(startsNumbered(`${spaces}甲${spaces}2、${spaces}`)).toBe(false);
  });

  it('is known by the number it begins with', () => {
    expect(['1.甲', '①甲', '（一）甲', '一是甲'].every(startsNumbered)).toBe(true);
    expect(['甲', '1.5万元', '甲：1.乙'].some(startsNumbered)).toBe(false);
  });
});
