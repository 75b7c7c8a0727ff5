import { headingUnit, matchHeading, plainHeading, squeezed } from './heading.js';

describe('a heading', () => {
  it('is read without spaces, colons and what stands in brackets', () => {
    expect(squeezed('具 体\n问 题：')).toBe('具体问题');
    expect(plainHeading('整改资金（万元）')).toBe('整改资金');
    expect(headingUnit('整改资金（单位：万元）')).toBe('万元');
  });

  it.each(['进度%', '完成进度%', '整改完成％', '工作进展（%）', '完成情况(%)'])('%s counts in hundredths', (text) => {
    expect(matchHeading(text)?.meaning).toBe('progressPercent');
  });

  it.each(['(', '（', ':', '：', '*', ' ', '【'])('of %j without an end is given up at once', (sign) => {
    const text = `${sign.repeat(32_000)}x`;
    const before = performance.now();
    expect(matchHeading(text)).toBeNull();
    expect(performance.now() - before).toBeLessThan(2_000);
  });
});
