import { withPresentDay } from './head-day.js';

const today = '2026-11-05';

describe('the day in the head of a former list', () => {
  it.each([
    ['统计截至2026年6月30日', '统计截至2026年11月5日'],
    ['（截至 2026年6月30日）', '（截至 2026年11月5日）'],
    ['全区隐患台账（截至6月底）', '全区隐患台账（截至11月5日）'],
    ['填报单位：某局　填报日期：2025.6.30　填报人：', '填报单位：某局　填报日期：2026.11.5　填报人：'],
    ['数据截止到2026-06-30', '数据截止到2026-11-05'],
    ['填表时间：2026/06/30', '填表时间：2026/11/05'],
  ])('%s becomes %s', (former, present) => {
    expect(withPresentDay(former, null, today)).toBe(present);
  });

  it.each([
    '2026年6月30日印发',
    '第3轮巡察反馈（2026年6月30日）',
    '整改截至2026年12月31日',
    '报送截止2026年7月5日',
    '截至目前',
    '统计时间：2026年1月1日至6月30日',
    '填报日期：2026年1月1日至6月30日',
    '填报日期：',
  ])('%s stays: it is another day, or none', (text) => {
    expect(withPresentDay(text, null, today)).toBe(text);
  });

  it('may stand in the cell beside its label', () => {
    expect(withPresentDay('2026年6月30日', '填报日期：', today)).toBe('2026年11月5日');
    expect(withPresentDay('2026年6月30日', '印发日期：', today)).toBe('2026年6月30日');
  });
});
