import { readingOptions, writtenLedger } from '../../../../../test/support/written-ledgers.js';
import { readLedger } from '../ledger-reader.js';

const read = async (rows: readonly string[], merges: readonly string[] = []) => {
  const { sheets, tickets } = await readLedger(await writtenLedger(rows, merges), '台账.xlsx', readingOptions());
  const findings = sheets[0]!.findings ?? [];
  const byContent = findings.filter(({ code }) => code === 'columnByContent').map(({ cell }) => cell);
  return { titles: tickets.map(({ title }) => title), items: tickets.map(({ item }) => item), byContent, tickets };
};

const tasks = ['全年事故起数双下降', '治本攻坚年度任务全面完成', '应急演练不少于四场次', '物资储备库建成投用'];

it('a problem told of few rows is what stands in the way of the task told in each', async () => {
  const { titles, byContent, tickets } = await read([
    '序号｜目标任务｜责任单位｜完成时限｜工作进展｜存在问题',
    ...tasks.map((task, at) => `${at + 1}｜${task}｜办公室｜6月30日｜正在推进｜${at === 1 ? '企业资金紧张' : ''}`),
  ]);
  expect(titles).toEqual(tasks);
  expect(byContent).toEqual(['B1', 'F1']);
  expect(tickets[1]!.details).toMatchObject({ 存在问题: '企业资金紧张' });
});

it('a field of work over several rows groups the tasks told in each', async () => {
  const { titles, items, byContent } = await read(
    [
      '序号｜重点工作｜细化任务｜责任单位｜完成时限',
      ...tasks.map((task, at) => `${at + 1}｜${at === 0 ? '一、安全生产' : ''}｜${task}｜办公室｜6月30日`),
    ],
    ['B2:B5'],
  );
  expect(titles).toEqual(tasks);
  expect(new Set(items)).toEqual(new Set(['一、安全生产']));
  expect(byContent).toEqual(['B1', 'C1']);
});

it('a name of what is scored groups what lost the points', async () => {
  const problems = ['年度述职材料缺少两人', '抽查文书三份说理不充分', '进企业覆盖率不足六成'];
  const { titles, items, byContent } = await read([
    '序号｜考核指标｜扣分问题｜责任科室｜整改完成时限',
    ...problems.map(
      (problem, at) => `${at + 1}｜${['领导责任', '监管执法', '宣传教育'][at]}｜${problem}｜办公室｜6月30日`,
    ),
  ]);
  expect(titles).toEqual(problems);
  expect(items).toEqual(['领导责任', '监管执法', '宣传教育']);
  expect(byContent).toEqual(['B1', 'C1']);
});

it.each([
  ['存在问题', '整改任务'],
  ['具体问题', '整改目标'],
  ['重点工作', '年度目标'],
  ['问题名称', '问题描述'],
])('where %s is filled and of its own in each row it stays, whatever %s says beside it', async (title, other) => {
  const { titles, byContent } = await read([
    `序号｜${title}｜${other}｜责任单位｜完成时限`,
    ...tasks.map((task, at) => `${at + 1}｜${task}｜第${at}项工作要在年底之前全部完成并通过验收｜办公室｜6月30日`),
  ]);
  expect(titles).toEqual(tasks);
  expect(byContent).toEqual([]);
});
