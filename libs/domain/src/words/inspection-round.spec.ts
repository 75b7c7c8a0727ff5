import { guessRound } from './inspection-round.js';

describe('a source of problems fed back', () => {
  it.each([
    '八届区委第二轮巡察',
    '区委第三轮巡察第一巡察组',
    '省委巡视组',
    '巡察整改“回头看”',
    '提级巡察',
    '涉粮问题专项巡察',
    '巡视巡察',
    '下一轮',
    '九届区委第一轮',
    '安全生产领域机动巡察',
  ])('is an inspection round: %s', (name) => expect(guessRound(name)).toBe('round'));

  it.each([
    '2025年度安全生产目标管理考核',
    '2025年度部门预算执行审计发现问题',
    '领导干部经济责任审计',
    '自查自纠',
    '省安委会督导检查',
    '2026年度民主生活会',
    '消防安全检查',
    '年度述职评议',
    '纪检监察信访举报',
    '主题教育',
    '国务院安委会综合督查',
    '燃气专项整治',
    '党建工作考评',
  ])('is none: %s', (name) => expect(guessRound(name)).toBe('other'));

  it.each(['整改台账', '区委反馈问题', '2026年反馈意见', '党委班子问题清单'])('may be one: %s', (name) =>
    expect(guessRound(name)).toBe('unclear'),
  );
});
