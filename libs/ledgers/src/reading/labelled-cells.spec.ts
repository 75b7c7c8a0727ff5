import { officialCalendar } from '@xiaohao/calendar';
import { buildWorkbook, type TestCell } from '../../../../test/support/ledger-workbooks.js';
import { readLedger, readSheets } from './ledger-reader.js';
import { rereadRow } from './read-row.js';
import type { ReadingOptions } from './reading-options.js';

const options: ReadingOptions = {
  kind: 'auto',
  year: null,
  baseDate: null,
  source: null,
  today: '2026-07-10',
  calendar: officialCalendar,
};
const workbook = (rows: readonly string[], merges: readonly string[] = []) => {
  const cells = rows.map((row) =>
    row.split('｜').map((cell): TestCell => (cell === '' ? null : cell.replaceAll('¶', '\n'))),
  );
  return buildWorkbook([{ name: '台账', rows: cells, merges }]);
};
const read = async (rows: readonly string[], merges?: readonly string[]) => {
  const { tickets, sheets } = await readLedger(await workbook(rows, merges), '台账.xlsx', options);
  return { tickets, findings: (sheets[0]!.findings ?? []).map(({ cell, code }) => `${cell} ${code}`) };
};

describe('a cell that tells by labels who leads, which unit and which person', () => {
  const heads = '序号｜巡察反馈问题｜责任分工｜整改时限';
  const rows = [
    heads,
    '1｜甲｜责任领导：陈宏亮¶责任科室：办公室¶责任人：孟  繁｜2026年9月底',
    '2｜乙｜责任领导：罗慧；责任科室：规划科；配合科室：执法大队、办公室；责任人：潘晓燕（兼）｜2026年9月底',
  ];

  it('is read by its labels, whose cell is told, and kept as text', async () => {
    const { tickets, findings } = await read(rows);
    expect(tickets).toMatchObject([
      { leader: '陈宏亮', leadUnit: '办公室', supportUnits: [], persons: ['孟繁'] },
      { leader: '罗慧', leadUnit: '规划科', supportUnits: ['执法大队', '办公室'], persons: ['潘晓燕'] },
    ]);
    expect(tickets[0]!.details['责任分工']).toContain('责任科室：办公室');
    expect(findings).toContain('C1 columnLabelled');
    expect(findings.join()).not.toContain('leadUnitMissing');
  });

  it('is read so when its heading names one of them', async () => {
    const { tickets } = await read([heads.replace('责任分工', '责任领导'), ...rows.slice(1)]);
    expect(tickets[0]).toMatchObject({ leader: '陈宏亮', leadUnit: '办公室', persons: ['孟繁'] });
  });

  it('adds nothing to a column of the same meaning', async () => {
    const { tickets } = await read([`${heads}｜牵头单位`, `${rows[1]}｜党委办`, `${rows[2]}｜党委办`]);
    expect(tickets[0]).toMatchObject({ leader: '陈宏亮', leadUnit: '党委办', persons: ['孟繁'] });
  });

  it('stays whole where most cells have no labels', async () => {
    const { tickets, findings } = await read([heads, rows[1]!, '2｜乙｜按分工落实｜6月底', '3｜丙｜各负其责｜6月底']);
    expect(tickets[0]!.leader).toBeNull();
    expect(findings).toContain('C1 columnUnknown');
  });

  it('is read anew when it was corrected', async () => {
    const { sheets, rows: stored } = await readSheets(await workbook(rows), '台账.xlsx', options);
    const [{ raw }] = stored as [(typeof stored)[number]];
    raw.rows[0]!.cells['C']!.text = '责任领导：陈宏亮\n责任科室：财务科\n责任人：孟繁';
    expect(rereadRow(raw, sheets[0]!, options).preview).toMatchObject({ leader: '陈宏亮', leadUnit: '财务科' });
  });
});

describe('a column for each kind of rectification', () => {
  const heads = ['序号｜反馈问题｜整改期限｜｜｜牵头单位', '｜｜立行立改｜限期整改｜长期坚持｜'];
  const merges = ['A1:A2', 'B1:B2', 'C1:E1', 'F1:F2'];

  it('is ticked, or holds the day', async () => {
    const { tickets } = await read(
      [
        ...heads,
        '1｜甲｜√｜｜｜办公室',
        '2｜乙｜｜2026年9月底前｜｜办公室',
        '3｜丙｜｜2026年9月底前｜√｜办公室',
        '4｜丁｜｜｜√｜办公室',
        '5｜戊｜√｜｜√｜办公室',
        '6｜己｜｜√｜｜办公室',
        '7｜庚｜｜｜｜办公室',
      ],
      merges,
    );
    const deadlines = tickets.map(({ deadline: { kind, date, ongoing } }) => `${kind} ${date} ${ongoing}`);
    expect(deadlines).toEqual([
      'immediate null false',
      'date 2026-09-30 false',
      'date 2026-09-30 true',
      'ongoing null true',
      'immediate null true',
      'unresolved null false',
      'none null false',
    ]);
    const told = tickets.map(({ issues }) => issues.filter(({ code }) => code.startsWith('deadline')).length);
    expect(told).toEqual([0, 0, 0, 0, 0, 1, 1]);
  });
});

describe('a column for each state', () => {
  const heads = ['序号｜发现问题｜责任站所（村）｜整改情况（打√）｜｜', '｜｜｜已整改｜整改中｜未整改'];
  const merges = ['A1:A2', 'B1:B2', 'C1:C2', 'D1:F1'];

  it('is ticked, or says more of that state', async () => {
    const { tickets } = await read(
      [
        ...heads,
        '1｜甲｜镇应急消防站｜√｜｜',
        '2｜乙｜镇应急消防站｜｜√｜',
        '3｜丙｜镇应急消防站｜｜×｜√',
        '4｜丁｜镇应急消防站｜｜等设备到货｜',
        '5｜戊｜镇应急消防站｜6月20日｜｜',
        '6｜己｜镇应急消防站｜｜｜',
      ],
      merges,
    );
    expect(tickets.map(({ status }) => status)).toEqual([
      'completed',
      'in_progress',
      'not_started',
      'in_progress',
      'completed',
      'unknown',
    ]);
    expect(tickets[0]).toMatchObject({ leadUnit: '镇应急消防站', statusRaw: '已整改' });
    expect(tickets[5]!.issues.map(({ code }) => code)).toContain('statusUnknown');
  });
});

it('columns of months under a head of progress tell how far it is, the last filled one now', async () => {
  const { tickets } = await read(
    [
      '序号｜项目名称｜牵头单位｜月度形象进度｜｜｜亮灯',
      '｜｜｜1月｜2月｜3月｜',
      '1｜甲产业园｜发改局｜场平｜桩基｜主体施工至二层｜绿灯',
      '2｜乙加工厂｜农业局｜安装｜试生产｜已竣工投产｜蓝灯',
      '3｜丙电站｜发改局｜前期｜未开工｜｜红灯',
    ],
    ['A1:A2', 'B1:B2', 'C1:C2', 'D1:F1', 'G1:G2'],
  );
  expect(tickets.map(({ status }) => status)).toEqual(['in_progress', 'completed', 'not_started']);
  expect(tickets[0]).toMatchObject({ progress: '主体施工至二层', details: { '月度形象进度-2月': '桩基' } });
});

it('columns of quarters under a head of plans are plans', async () => {
  const { tickets } = await read(
    [
      '序号｜具体任务｜牵头单位｜序时进度｜｜上半年进展情况',
      '｜｜｜二季度｜四季度｜',
      '1｜筛查8000人｜卫健委｜4000人｜8000人｜已筛查4310人',
    ],
    ['A1:A2', 'B1:B2', 'C1:C2', 'D1:E1', 'F1:F2'],
  );
  expect(tickets[0]!.progress).toBe('已筛查4310人');
});

it('a proposal is answered, by the heads of its list', async () => {
  const { tickets } = await read([
    '建议编号｜建议名称｜主办单位｜会办单位｜办理时限｜答复情况｜满意度',
    '第003号｜关于路灯改造的建议｜住建局｜供电公司｜6月10日前｜已函复（建函〔2026〕21号）｜满意',
    '第021号｜关于夜班线的建议｜交通局｜公交公司｜6月10日前｜已函复，代表不满意，重新办理中｜不满意',
  ]);
  expect(tickets).toMatchObject([
    { theirNo: '第003号', title: '关于路灯改造的建议', supportUnits: ['供电公司'], status: 'completed' },
    { status: 'in_progress' },
  ]);
});

describe('a day above the header', () => {
  const filledAs = async (line: string) => {
    const rows = ['云岫县整改台账', line, '序号｜问题｜责任单位｜整改情况', '1｜甲｜财政局｜已整改，验收合格'];
    return (await read(rows)).tickets[0]!.closedOn;
  };
  it('may have spaces in it', async () => {
    expect(await filledAs('填报日期：2026 年 ６ 月 28 日')).toBe('2026-06-28');
  });
  it('is none where only a year is told', async () => {
    expect(await filledAs('填报日期：2026 年')).toBe('2026-07-10');
  });
});

it('what was verified is closed on the day its sentence tells', async () => {
  const { tickets } = await read([
    '2026年整改台账',
    '序号｜问题｜责任单位｜完成情况',
    '1｜甲｜党委办｜规则已于4月23日修订。5月28日，巡察办现场核查，该问题整改验收合格，予以销号。',
  ]);
  expect(tickets[0]).toMatchObject({ status: 'closed', closedOn: '2026-05-28' });
});

describe('dates without a year', () => {
  it.each([
    ['of a paper on last year, fed back this year, are of this year', '审计报告出具日期：2026年4月28日', '2026-06-30'],
    ['of a paper on last year are else of that year', '填报单位：财政局', '2025-06-30'],
  ])('%s', async (_, line, due) => {
    const { tickets } = await read([
      '云岫县2025年度审计查出问题整改清单',
      line,
      '序号｜审计查出问题｜整改责任单位｜整改期限',
      '1｜甲｜财政局｜6月30日',
    ]);
    expect(tickets[0]!.deadline.date).toBe(due);
  });
});
