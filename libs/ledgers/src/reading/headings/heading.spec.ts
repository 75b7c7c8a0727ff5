import { yesOrNoLevels } from './heading-patterns.js';
import { headingUnit, matchHeading, plainHeading, squeezed } from './heading.js';

describe('a heading', () => {
  it('is read without spaces, colons and what stands in brackets', () => {
    expect(squeezed('具 体\n问 题：')).toBe('具体问题');
    expect(plainHeading('整改资金（万元）')).toBe('整改资金');
    expect(headingUnit('整改资金（单位：万元）')).toBe('万元');
  });

  it.each([
    '★责任单位',
    '*责任单位',
    '2.责任单位',
    '二、责任单位',
    '【责任单位】',
    '“责任单位”',
    '必填：责任单位',
    '单位（科室）',
  ])('is read whatever is set around it: %s', (text) => {
    expect(matchHeading(text)).toMatchObject({ meaning: 'leadUnit', otherwise: 'supportUnits' });
  });

  it.each([
    '本周重点工作',
    '本月工作',
    '今日任务',
    '下周重点工作安排',
    '6月份重点工作',
    '第24周工作任务',
    '本周工作计划',
  ])('%s is what is to be done in that time', (text) => {
    expect(matchHeading(text)?.meaning).toBe('title');
  });

  it.each(['本周工作进展', '上周工作完成情况', '本月完成情况'])('%s is what was done', (text) => {
    expect(matchHeading(text)?.meaning).toBe('progress');
  });

  it.each([
    ['属地单位', 'leadUnit'],
    ['承担单位', 'leadUnit'],
    ['承办人员', 'persons'],
    ['网格员', 'persons'],
    ['包案领导', 'leader'],
  ])('%s is read as %s', (text, meaning) => {
    expect(matchHeading(text)?.meaning).toBe(meaning);
  });

  it.each(['进度%', '完成进度%', '整改完成％', '工作进展（%）', '完成情况(%)'])('%s counts in hundredths', (text) => {
    expect(matchHeading(text)?.meaning).toBe('progressPercent');
  });

  it.each<[heading: string, asks: boolean]>([
    ['是否重大隐患', true],
    ['是否属于重大火灾隐患', true],
    ['是否重大安全生产事故隐患', true],
    ['是否为重大生产安全问题', true],
    ['是否整改', false],
    // Words that may be parted in two ways, as many as a cell holds.
    [`是否重大${'安全生产安全'.repeat(5_000)}x`, false],
  ])('asks for a level in a yes or no: %.20s', (heading, asks) => {
    expect(yesOrNoLevels.test(heading)).toBe(asks);
  });

  it.each(['(', '（', ':', '：', '*', ' ', '【'])(
    'of %j without an end is read no further than a heading goes',
    (sign) => {
      const long = sign.repeat(32_000);
      expect(matchHeading(`${long}x`)).toBeNull();
      expect(plainHeading(`整改措施${long}资金`)).toBe(plainHeading(`整改措施${sign.repeat(296)}`));
      expect(headingUnit(`整改资金${long}（万元）`)).toBe(headingUnit(`整改资金${sign.repeat(296)}`));
    },
  );
});
