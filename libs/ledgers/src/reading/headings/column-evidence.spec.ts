import { readingOptions, writtenLedger } from '../../../../../test/support/written-ledgers.js';
import { readLedger } from '../ledger-reader.js';

const read = async (rows: readonly string[], merges: readonly string[] = []) => {
  const { sheets, tickets } = await readLedger(await writtenLedger(rows, merges), '台账.xlsx', readingOptions());
  const findings = sheets[0]!.findings ?? [];
  const byContent = findings.filter(({ code }) => code === 'columnByContent').map(({ cell }) => cell);
  return { tickets, columns: sheets[0]!.columns, findings, byContent };
};

const rows = [
  '序号｜整改事项｜巡察组向区委巡察工作领导小组报告并反馈的各类问题｜责任单位｜整改期限｜进展情况',
  '1｜党建方面｜理论学习中心组以读文件代替研讨｜办公室｜6月30日｜正在推进',
  '2｜｜两名班子成员没有做学习记录｜组织科｜6月30日｜正在推进',
  '3｜｜党费收缴不及时，三个支部拖欠｜组织科｜7月31日｜正在推进',
  '4｜｜民主生活会相互批评避重就轻｜办公室｜7月31日｜已完成',
];

it('a title over several rows yields to other words for each of them under the head of a problem', async () => {
  const { tickets, byContent } = await read(rows, ['B2:B5']);
  expect(tickets.map(({ title, item }) => [title, item])).toEqual([
    ['理论学习中心组以读文件代替研讨', '党建方面'],
    ['两名班子成员没有做学习记录', '党建方面'],
    ['党费收缴不及时，三个支部拖欠', '党建方面'],
    ['民主生活会相互批评避重就轻', '党建方面'],
  ]);
  expect(byContent).toEqual(['B1', 'C1']);
});

it('a title of its own for each row stays, whatever stands beside it', async () => {
  const own = rows.map((row, at) => (at === 0 ? row : row.replace(/^(\d)｜[^｜]*｜/, `$1｜整改事项${at}｜`)));
  const { columns } = await read(own);
  expect(columns['B']).toBe('title');
});

it('a column of units with nobody but people in it yields to one of units without a known head', async () => {
  const { tickets, byContent } = await read([
    '序号｜存在问题｜责任主体｜落到哪家｜整改期限',
    '1｜台账不全｜王磊｜危化科｜6月30日',
    '2｜值班缺岗｜李敏、周正｜办公室｜6月30日',
    '3｜演练未做｜赵刚｜减灾救灾科｜7月31日',
  ]);
  expect(tickets.map(({ leadUnit, persons }) => [leadUnit, ...persons])).toEqual([
    ['危化科', '王磊'],
    ['办公室', '李敏', '周正'],
    ['减灾救灾科', '赵刚'],
  ]);
  expect(byContent).toEqual(['C1', 'D1']);
});

it('a column nobody understood is told with what its cells look like, where nothing else tells that', async () => {
  const { findings } = await read([
    '序号｜存在问题｜责任单位｜整改期限｜搭把手的｜甲乙丙｜评语',
    '1｜台账不全｜办公室｜6月30日｜财政局｜已完成｜尚可',
    '2｜值班缺岗｜危化科｜6月30日｜水利局、住建局｜未完成｜一般',
  ]);
  const told = findings.filter(({ code }) => code === 'columnLikely').map(({ message }) => message);
  expect(told).toEqual([
    expect.stringContaining('第 E 列“搭把手的”没有认出，内容（2 格）像是“配合单位”'),
    expect.stringContaining('第 F 列“甲乙丙”没有认出，内容（2 格）像是“'),
  ]);
  expect(findings.filter(({ code }) => code === 'columnUnknown').map(({ cell }) => cell)).toEqual(['G1']);
});
