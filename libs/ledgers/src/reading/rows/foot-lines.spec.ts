import { officialCalendar } from '@xiaohao/calendar';
import { buildWorkbook, type TestCell } from '../../../../../test/support/ledger-workbooks.js';
import { readLedger } from '../ledger-reader.js';

const header = '序号｜具体问题｜整改措施｜责任单位｜责任人｜整改时限｜完成情况';
const problem = '1｜台账不全｜补登｜办公室｜孙丽｜2026年6月30日｜整改中';
const row = (cells: string): TestCell[] => cells.split('｜').map((cell) => (cell === '' ? null : cell));

async function read(rows: readonly string[], merges: readonly string[] = []) {
  const file = await buildWorkbook([{ name: '台账', rows: rows.map(row), merges }]);
  const preview = await readLedger(file, '台账.xlsx', {
    kind: 'auto',
    year: 2026,
    baseDate: null,
    source: null,
    today: '2026-05-10',
    calendar: officialCalendar,
  });
  return {
    tickets: preview.tickets.map(({ rows: of, title, deadline }) => `${of.join('+')} ${title} ${deadline.date}`),
    ignored: preview.ignored.flatMap((line) => (line.why === 'header' ? [] : `${line.row} ${line.why}`)),
    persons: preview.tickets[0]!.persons,
    codes: preview.tickets.map(({ issues }) => issues.map(({ code }) => code)),
  };
}

describe('a line below the table is no ticket and goes on with none', () => {
  const feet = [
    '填表人：张三｜审核人：李四｜2026年5月6日',
    '填表人：张三｜｜｜审核人：李四｜｜2026年5月6日',
    '检查人员：王五、赵六｜｜｜审核：李四｜｜日期：2026年5月6日',
    '检查人员：王五｜｜被检查单位负责人：钱一｜｜｜2026年5月6日',
    '检查组：王五｜｜｜｜安全员：李四｜5月6日',
    '检查人｜王五｜｜审核人｜李四｜2026-05-06',
    '经办人 张三｜｜审核人 李四｜｜｜2026年5月6日',
    '填表人张三｜｜审核人李四｜｜｜46148',
    '主要负责人签字：｜｜｜｜｜2026年5月6日',
    '主要负责人签字',
    '检查人员签字：｜｜｜｜企业负责人签字：',
    '整改责任人签名：｜｜验收人签名：',
    '分管领导（签字）：｜｜主要领导（签字）：｜｜｜年  月  日',
    '单位（盖章）：｜｜｜｜｜2026年5月6日',
    '单位（盖章）',
    '单位(盖章)：云栖镇｜｜联系电话：0551-6000000',
    '｜｜联系电话：13800000000',
    '制表：办公室｜｜｜｜｜2026.5.6',
    '科室负责人：｜分管领导：｜局长：',
    '抄送：区政府办公室｜｜｜｜印发日期：2026年5月6日',
    '督办单位：区安委办｜｜｜督办时间：2026年5月6日',
    '领导意见：',
    '｜｜｜｜云栖区应急管理局｜2026年5月6日',
    '｜｜｜｜云栖区应急管理局',
    '｜｜｜｜｜2026年5月6日',
    '编制：安全部 阮青',
    '编制：安全部 阮青｜｜｜审核：贝宁｜｜2026年5月6日',
    '制作：办公室',
    '编制单位：云栖区教育局    编制时间：2026年5月6日',
    '编制单位：督查科｜｜｜｜编制时间：2026年5月6日',
    '汇总人｜王五',
    '汇总：李四｜｜｜校对：王五',
    '填写人：李四｜｜整理人：王五',
    '局办公室督查科',
    '｜｜局办公室督查科',
    '｜局办公室督查科',
    '｜｜｜｜安全生产部｜2026年5月6日',
    '｜｜｜｜｜综合执法大队',
    '｜｜｜｜｜整改工作领导小组办公室',
    '｜｜｜｜｜｜环保督察整改专班',
  ];

  it.each(feet)('%s', async (foot) => {
    const close = await read([header, problem, foot]);
    expect(close).toMatchObject({ tickets: ['2 台账不全 2026-06-30'], ignored: ['3 signature'], persons: ['孙丽'] });
    const apart = await read([header, problem, '', foot]);
    expect(apart).toMatchObject({ tickets: ['2 台账不全 2026-06-30'], ignored: ['3 blank', '4 signature'] });
  });

  it('nor are several of them, merged or not', async () => {
    const feet = [
      '填表人：张三    审核人：李四    2026年5月6日',
      '单位（盖章）',
      '｜｜｜｜云栖区应急管理局',
      '｜｜｜｜｜2026年5月6日',
    ];
    const { tickets, ignored } = await read([header, problem, ...feet], ['A3:G3', 'A4:D4']);
    expect(tickets).toEqual(['2 台账不全 2026-06-30']);
    expect(ignored).toEqual(['3 signature', '4 signature', '5 signature', '6 signature']);
  });

  it('nor is one at the foot of each printed page', async () => {
    const foot = '填表人：张三｜｜｜审核人：李四｜｜2026年5月6日';
    const { tickets } = await read([header, problem, foot, header, problem.replace('1｜', '2｜'), foot]);
    expect(tickets).toEqual(['2 台账不全 2026-06-30', '5 台账不全 2026-06-30']);
  });
});

describe('a row that goes on with its ticket', () => {
  it.each<[cells: string, deadline: string]>([
    ['｜｜再开一次会｜｜｜2026年7月30日', '2026-07-30'],
    ['｜｜负责人：李四落实培训｜｜李四｜2026年7月30日', '2026-07-30'],
    ['｜｜审核：每月审核一次各科室台账｜法规科｜｜2026年7月30日', '2026-07-30'],
    ['｜｜检查：每月一次｜｜｜', '2026-06-30'],
    ['｜｜｜法规科｜李四｜2026年7月30日', '2026-07-30'],
    ['｜｜｜法规科', '2026-06-30'],
    ['｜｜成立督查科', '2026-06-30'],
    ['｜｜腾空二楼会议室', '2026-06-30'],
    ['｜｜编制：各科室分别编制应急预案', '2026-06-30'],
    ['｜｜｜｜陆局', '2026-06-30'],
    ['｜｜｜局办公室督查科｜李四', '2026-06-30'],
  ])('%s stays with it', async (cells, deadline) => {
    expect((await read([header, problem, cells])).tickets).toEqual([`2+3 台账不全 ${deadline}`]);
  });

  it('may hold a day alone where number and problem reach down to it, or where problems follow', async () => {
    const day = '｜｜｜｜｜2026年7月30日';
    expect((await read([header, problem, day], ['A2:A3', 'B2:B3'])).tickets).toEqual(['2+3 台账不全 2026-07-30']);
    expect((await read([header, problem, day, problem.replace('1｜', '2｜')])).tickets).toEqual([
      '2+3 台账不全 2026-07-30',
      '4 台账不全 2026-06-30',
    ]);
  });

  it('goes on across a blank row by another measure alone; what else stands there is told', async () => {
    expect((await read([header, problem, '', '｜｜再开会｜｜｜7月30日'])).tickets).toEqual(['2+4 台账不全 2026-07-30']);
    const loose = await read([header, problem, '', '｜｜｜法规科｜李四｜2026年7月30日']);
    expect(loose.tickets).toEqual(['2 台账不全 2026-06-30', '4  2026-07-30']);
    expect(loose.codes[1]).toContain('titleMissing');
    expect((await read([header, problem, '', '｜｜｜｜李四'])).ignored).toEqual(['3 blank', '4 note']);
  });
});

it('a numbered row is a ticket whatever words its cells hold', async () => {
  const { tickets } = await read([
    header,
    '1｜审核｜联系人',
    '2｜负责人：未到岗｜｜办公室',
    '3｜单位（盖章）｜｜办公室',
  ]);
  expect(tickets).toEqual(['2 审核 null', '3 负责人：未到岗 null', '4 单位（盖章） null']);
});
