import { readingOptions, writtenLedger } from '../../../../../test/support/written-ledgers.js';
import { readLedger } from '../ledger-reader.js';
import { matchHeading } from './heading.js';

const read = async (...rows: string[]) => {
  const { sheets, tickets } = await readLedger(await writtenLedger(rows), '台账.xlsx', readingOptions());
  return { tickets, said: (sheets[0]!.findings ?? []).map(({ code, raw }) => `${code} ${raw}`) };
};

describe('a heading of words nobody wrote together before is read by its parts', () => {
  it.each([
    [
      'title',
      '审计查出的问题表述 巡察反馈意见 审计揭示问题 督查组指出问题 违法违规情形 问题情形 风险隐患情形 重点任务内容 年度目标任务 任务要点 ' +
        '中央环保督察交办信访件 内控缺陷描述 医疗质量缺陷 检察建议内容 安全隐患表现形式 目标任务分解',
    ],
    ['item', '被审计事项 被督查事项 整治领域 问题所属领域'],
    ['site', '涉事单位 问题涉及单位'],
    ['leadUnit', '被督导单位 任务承担单位 牵头股室站所 行业主管部门 承接部门 属事单位 承办庭室 责任学院 责任区队'],
    ['supportUnits', '会办 联办单位 会同单位 联合整改单位 协同推进单位 协管单位 共同责任单位'],
    ['measures', '整改目标及措施 整治举措 防范和整改措施'],
    ['deadline', '整改时间节点 限时办结日期 截止办理日期 应反馈日期'],
    ['completedOn', '办毕时间 实际整改到位时间'],
    ['struckOff', '销号审批情况'],
    ['status', '改没改 改了没有 办没办 办结没有 整改到位没有 完成没完成 是否改完 完成了吗 办理是否完毕'],
    ['persons', '具体经办'],
    ['details', '审计意见建议 专家建议 职务'],
  ])('%s: %s', (meaning, headings) => {
    const got = headings.split(' ').map((heading) => `${heading} ${matchHeading(heading)?.meaning}`);
    expect(got).toEqual(headings.split(' ').map((heading) => `${heading} ${meaning}`));
  });

  it.each([
    ['承担单位', '主办', 'leadUnit'],
    ['承担单位', '会办', 'supportUnits'],
    ['责任单位', '主责', 'leadUnit'],
    ['责任单位', '参与', 'supportUnits'],
    ['责任分工', '参与部门', 'supportUnits'],
    ['办理单位', '主', 'leadUnit'],
    ['办理单位', '协', 'supportUnits'],
    ['责任人', '职务', 'details'],
    ['办结时间', '应办结', 'deadline'],
    ['办结时间', '实际办结', 'completedOn'],
    ['完成时限', '计划', 'deadline'],
    ['完成时限', '实际', 'completedOn'],
    ['时限要求', '起始', 'details'],
    ['审计查出问题', '审计查出的问题表述', 'title'],
  ])('below %s, %s takes what its head makes of it, or what it says itself: %s', (group, text, meaning) => {
    expect(matchHeading(text, group)?.meaning).toBe(meaning);
  });

  it.each(['单位性质', '检查内容', '拟验收时间', '整改前问题照片', '监测点数', '满意度评价', '问题线索移送机关意见'])(
    '%s says nothing by its parts',
    (text) => {
      expect(matchHeading(text)?.meaning ?? 'details').toBe('details');
    },
  );
});

it('units below 主办 and 会办 of one head lead and help', async () => {
  const { tickets } = await read(
    '序号｜议定事项｜承担单位｜｜办结时限｜办理情况',
    '｜｜主办｜会办｜｜',
    '1｜修复危桥｜交通运输科｜财政局、石桥镇｜6月30日｜正在施工',
    '2｜清理河道｜水利科｜云栖镇｜7月31日｜已完成',
  );
  expect(tickets.map(({ leadUnit, supportUnits }) => [leadUnit, ...supportUnits])).toEqual([
    ['交通运输科', '财政局', '石桥镇'],
    ['水利科', '云栖镇'],
  ]);
});

it('of two candidates the words of a problem are the title, those of measures are the measures', async () => {
  const { tickets } = await read(
    '编号｜巡视反馈具体问题｜整改任务及措施｜责任处室｜完成时限｜进展情况',
    '1｜项目逾期未交付。｜制定攻坚方案｜监管处｜6月30日｜正在推进',
  );
  expect(tickets[0]).toMatchObject({ title: '项目逾期未交付。', measures: [{ text: '制定攻坚方案' }] });
  const { tickets: alone } = await read(
    '编号｜整改任务及措施｜责任处室｜完成时限｜进展情况',
    '1｜制定攻坚方案｜监管处｜6月30日｜正在推进',
  );
  expect(alone[0]!.title).toBe('制定攻坚方案');
});

it('改没改 is a state, answered by yes, no, a tick or words', async () => {
  const heads = '序号｜查出的隐患和问题｜受检单位｜责任人｜限改日期｜改没改';
  const answers = ['是', '√', '复查合格', '整改中', '否', ''];
  const rows = answers.map((answer, at) => `${at + 1}｜隐患${at + 1}未整治｜甲厂${at + 1}｜王磊｜6月30日｜${answer}`);
  const { tickets } = await read(heads, ...rows);
  expect(tickets.map(({ status }) => status)).toEqual([
    'completed',
    'completed',
    'closed',
    'in_progress',
    'not_started',
    'unknown',
  ]);
  expect(tickets.flatMap(({ issues }) => issues.map(({ code }) => code))).not.toContain('statusAssumed');
});
