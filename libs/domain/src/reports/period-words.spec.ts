import { parsePeriod } from '../calendar/day.js';
import { plannedParagraphs, strangePeriodWords } from './period-words.js';

const words = (code: string, text: string) => strangePeriodWords(parsePeriod(code)!, text);

describe('words of another period', () => {
  it.each([
    ['2026H2', '上半年共检查 30 家', ['上半年']],
    ['2026H2', '2026年上半年，全区形势平稳', ['2026年上半年']],
    ['2026H2', '2025年下半年开展整治', ['2025年下半年']],
    ['2026H1', '全年开展演练 12 场', ['全年']],
    ['2026H2', '一季度开展执法检查', ['一季度']],
    ['2026H2', '第2季度、3月份各一次', ['第2季度', '3月份']],
    ['2026Q1', '上半年共办结', ['上半年']],
    ['2026-05', '本年度共办结，全年同此', ['本年度', '全年']],
    ['2026H1', '2025年第四季度排查', ['2025年第四季度']],
    ['2026H1', '下半年共检查 30 家', ['下半年']],
    ['2026H1', '2026年7月份，已完成整改', ['2026年7月份']],
    ['2026H1', '三季度开展检查 30 家，四季度整改 20 家', ['三季度', '四季度']],
    ['2026H1', '与上半年相比下降两成', ['上半年']],
  ])('are told in a report of %s: %s', (code, text, expected) => {
    expect(words(code, text)).toEqual(expected);
  });

  it('are no others in a chapter of what is to come, but for those before the period', () => {
    const texts = [
      '一、上半年工作',
      '全年3起',
      '二、下半年工作打算',
      '全年创建5家，比照2025年下半年',
      '三、建议',
      '全年3起',
    ];
    const plans = plannedParagraphs(texts);
    expect(texts.map((text, at) => strangePeriodWords(parsePeriod('2026H1')!, text, plans[at]))).toEqual([
      [],
      ['全年'],
      [],
      ['2025年下半年'],
      [],
      ['全年'],
    ]);
  });

  it.each([
    ['2026H1', '2026年上半年，上半年共检查，一季度、5月份最多'],
    ['2026H1', '去年同期 8 起，去年全年 20 起，上年上半年 3 起'],
    ['2026H2', '较上半年下降两成，与一季度相比持平，比2025年下半年多'],
    ['2026H2', '2025年下半年同期 8 起'],
    ['2026H1', '三、下半年重点工作：三季度末前完成，明年上半年验收'],
    ['2026', '全年共办结，上半年、四季度各半'],
    ['2026H1', '未完成的三季度继续推进，力争四季度销号'],
    ['2026H1', '确保全年目标任务完成，全年计划创建5家'],
    ['2026H1', '5月12日防灾减灾日，10月13日国际减灾日'],
  ])('are not told in a report of %s: %s', (code, text) => {
    expect(words(code, text)).toEqual([]);
  });
});
