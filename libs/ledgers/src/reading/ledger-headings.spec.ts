import { officialCalendar } from '@xiaohao/calendar';
import { buildWorkbook, type TestCell } from '../../../../test/support/ledger-workbooks.js';
import { matchHeading } from './heading.js';
import { readLedger } from './ledger-reader.js';

const read = async (rows: readonly string[], merges: readonly string[] = []) => {
  const cells = rows.map((row) => row.split('｜').map((cell): TestCell => (cell === '' ? null : cell)));
  const preview = await readLedger(await buildWorkbook([{ name: '台账', rows: cells, merges }]), '台账.xlsx', {
    kind: 'auto',
    year: 2022,
    baseDate: null,
    source: null,
    today: '2022-05-10',
    calendar: officialCalendar,
  });
  return { ...preview, findings: preview.sheets[0]!.findings ?? [] };
};

describe('a heading means', () => {
  it.each([
    ['信访诉求', 'title'],
    ['自查问题', 'title'],
    ['审计发现问题', 'title'],
    ['本次检查新发现隐患', 'title'],
    ['领导批示督办事项', 'title'],
    ['作风建设方面的差距', 'title'],
    ['问题具体描述', 'title'],
    ['整改部门', 'leadUnit'],
    ['承办', 'leadUnit'],
    ['协办', 'supportUnits'],
    ['整改人', 'persons'],
    ['包案领导', 'leader'],
    ['化解期限', 'deadline'],
    ['拟整改时间', 'deadline'],
    ['延期后时间', 'deadline'],
    ['化解情况', 'progress'],
    ['谁牵头', 'leadUnit'],
    ['谁来办', 'persons'],
    ['怎么改', 'measures'],
    ['啥时改完', 'deadline'],
    ['什么时候办完', 'deadline'],
    ['改得咋样', 'progress'],
  ])('%s: %s', (text, meaning) => {
    expect(matchHeading(text)?.meaning).toBe(meaning);
  });

  it.each(['注意事项', '需协调解决的问题', '下一步任务', '其他需要说明的事项', '有无隐患', '整改部门意见'])(
    'no problem: %s',
    (text) => {
      expect(matchHeading(text)?.meaning).not.toBe('title');
    },
  );

  it('办结时间 is no deadline, and neither is the day work begins', () => {
    expect(matchHeading('办结时间')?.meaning).toBe('completedOn');
    expect(matchHeading('实际完成时间')?.meaning).toBe('completedOn');
    expect(matchHeading('计划开始时间')?.meaning).not.toBe('deadline');
  });
});

describe('two header rows', () => {
  const header = [
    '汛前排查表｜｜｜｜｜｜',
    '序号｜存在问题｜包保责任人｜｜｜资金｜责任单位',
    '｜｜行政责任人｜技术责任人｜巡查责任人｜（万元）｜',
  ];
  const merges = ['A1:G1', 'A2:A3', 'B2:B3', 'C2:E2', 'G2:G3'];

  it('are told by heads merged over both: the second is no ticket', async () => {
    const { tickets, sheets } = await read([...header, '1｜卧管漏水｜高远｜张立｜李树根｜3｜大坪乡'], merges);
    expect(sheets[0]!.headerRows).toEqual([2, 3]);
    expect(tickets.map(({ title, leadUnit }) => [title, leadUnit])).toEqual([['卧管漏水', '大坪乡']]);
  });

  it('may part the persons, who are all persons', async () => {
    const { tickets } = await read([...header, '1｜卧管漏水｜高远｜张立｜李树根｜3｜大坪乡'], merges);
    expect(tickets[0]!.persons).toEqual(['高远', '张立', '李树根']);
  });

  it('may hold nothing but the parts of one head', async () => {
    const { tickets } = await read(
      [
        '序号｜具体任务｜季度节点｜｜牵头单位｜完成时限',
        '｜｜上半年｜下半年｜｜',
        '1｜修编预案｜起草｜印发｜防汛科｜6月底',
      ],
      ['A1:A2', 'B1:B2', 'C1:D1', 'E1:E2', 'F1:F2'],
    );
    expect(tickets.map(({ title }) => title)).toEqual(['修编预案']);
    expect(tickets[0]!.details).toMatchObject({ '季度节点-上半年': '起草', '季度节点-下半年': '印发' });
  });
});

it('a form whose level is 重大隐患 is a form', async () => {
  const { tickets, sheets } = await read([
    '督办单｜｜｜',
    '编号｜督〔2022〕2号｜签发日期｜2022年3月2日',
    '督办事项｜采石场边坡角超限｜承办单位｜自然资源分局',
    '隐患级别｜重大隐患｜完成时限｜60日内',
    '整改要求｜停产整改｜｜',
    '办理情况｜方案编制完成｜｜',
  ]);
  expect(sheets[0]!.role).toBe('form');
  expect(tickets.map(({ title, level }) => [title, level])).toEqual([['采石场边坡角超限', 'major']]);
});
