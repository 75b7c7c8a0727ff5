import { officialCalendar } from '@xiaohao/calendar';
import { buildWorkbook, type TestCell, type TestSheet } from '../../../../../test/support/ledger-workbooks.js';
import { readLedger } from '../ledger-reader.js';
import type { ReadingOptions } from '../reading-options.js';
import { lightOf } from './sheet-looks.js';

const options: ReadingOptions = {
  kind: 'auto',
  year: null,
  baseDate: '2026-05-01',
  source: null,
  today: '2026-11-30',
  calendar: officialCalendar,
};

/** A hazard ledger in the first four columns; what a test asks about stands in the columns behind. */
async function read(
  headings: readonly (string | null)[],
  rows: readonly (readonly TestCell[])[],
  {
    title = '2026年安全隐患排查整改台账',
    changes = {},
    ...more
  }: Partial<TestSheet> & { title?: string; changes?: Partial<ReadingOptions> } = {},
) {
  const first = (at: number) => [String(at + 1), `隐患${at + 1}`, '办公室', '2026-06-30'];
  const file = await buildWorkbook([
    {
      name: '台账',
      ...more,
      rows: [
        [title],
        ['序号', '隐患描述', '责任单位', '整改期限', ...headings],
        ...rows.map((row, at) => [...first(at), ...row]),
        ...(more.rows ?? []),
      ],
    },
  ]);
  const { sheets, tickets } = await readLedger(file, '台账.xlsx', { ...options, ...changes });
  const { fates = {}, findings = [], columns } = sheets[0]!;
  const said = (code: string) => findings.filter((one) => one.code === code).map(({ message }) => message);
  return { fates, findings, columns, tickets, said };
}

it('notes on cells are said once with the beginning of each, without our own marks', async () => {
  const said = async (notes: TestSheet['notes']) => {
    const { findings } = await read(['备注'], [['甲']], { notes });
    return findings.filter(({ code }) => code === 'notesUnread').map(({ cell, message }) => `${cell} ${message}`);
  };
  expect(
    await said({ D3: '王磊:\n时限已请示，改到7月底，待批复后再改台账', B3: '【请确认】“隐患1”与第 4 行相同' }),
  ).toEqual([expect.stringContaining(' 表上有 1 处批注不导入：D3“王磊: 时限已请示，改到7月底，待批复后…”')]);
  expect(await said({ B3: '【必须改】没有写牵头单位' })).toEqual([]);
  expect((await said(Object.fromEntries(Array.from({ length: 9 }, (_, at) => [`H${at + 3}`, '看'])))).join()).toContain(
    '9 处批注不导入：H3“看”、H4“看”',
  );
});

it('a note on a cell that names a reporter is not quoted, nor is what a note itself says of one', async () => {
  const notes = { E3: '实名李隐名', F3: '回拨13899990000', B3: '举报人：王秘密', D3: '已请示' };
  const told = await read(['举报人', '联系电话'], [['李某', '139']], { notes });
  const said = told.findings.find(({ code }) => code === 'notesUnread')!;
  expect(said.message).toContain('D3“已请示”');
  expect(said.message).toContain('F3“＊＊＊”');
  expect(JSON.stringify(told)).not.toMatch(/李隐名|1389999|王秘密/);
});

describe('of each column it is counted where its cells went', () => {
  it.each<[heading: string, text: TestCell, fate: string]>([
    ['整改责任人', '张三', 'field'],
    ['检查日期', { day: '2026-05-06' }, 'field'],
    ['检查日期', '5月6日', 'field'],
    ['隐患等级', '一般', 'field'],
    ['整改状态', '已整改', 'field'],
    ['整改情况', '已更换灭火器4具', 'field'],
    ['罚款', '2万元', 'field'],
    ['备注', '租户已搬离', 'text'],
    ['网格编码', 'W-07', 'text'],
    ['亮灯', '红', 'origin'],
    ['照片', '见附图1', 'origin'],
    ['举报人', '王五', 'nothing'],
  ])('%s %j: %s', async (heading, text, fate) => {
    const { fates } = await read([heading], [[text]]);
    expect(fates).toEqual({ A: { origin: 1 }, B: { field: 1 }, C: { field: 1 }, D: { field: 1 }, E: { [fate]: 1 } });
  });

  it('a merged cell is counted once, one that is blank or says 无 not at all', async () => {
    const { fates } = await read(
      ['亮灯', '备注'],
      [
        ['红', '无'],
        [null, '／'],
      ],
      { merges: ['E3:E4'] },
    );
    expect([fates['E'], fates['F']]).toEqual([{ origin: 1 }, undefined]);
  });

  it('a number that happens to stand in another text is not kept by it', async () => {
    const { fates } = await read(['备注', '亮灯'], [['1处已改，亮红灯', '红']]);
    expect([fates['A'], fates['F']]).toEqual([{ origin: 1 }, { origin: 1 }]);
  });

  it('a form is counted as a table is', async () => {
    const rows = [
      ['隐患整改单'],
      ['隐患描述', '通道堵塞'],
      ['责任单位', '办公室', '责任人', '王磊'],
      ['整改期限', '6月底', '亮灯', '红'],
    ];
    const file = await buildWorkbook([{ name: '单', rows }]);
    const { sheets } = await readLedger(file, '单.xlsx', options);
    expect(sheets[0]).toMatchObject({ role: 'form', fates: { B2: { field: 1 }, D4: { origin: 1 } } });
  });
});

describe('what is kept with the origin of a row alone', () => {
  it('is said once for all columns; 序号 and what is told at its cell are not', async () => {
    const { said, findings } = await read(
      ['亮灯', '照片', '整改资金'],
      [
        ['红', '见附图1', '若干'],
        ['绿', null, null],
      ],
    );
    expect(said('keptWithOrigin')).toEqual([
      expect.stringContaining('第 E 列“亮灯”（2 格）、第 F 列“照片”（1 格）只随原行保存'),
    ]);
    expect(findings.find(({ code }) => code === 'keptWithOrigin')!.cell).toBe('E2');
  });

  it('is not said where all became fields or texts', async () => {
    expect((await read(['整改责任人', '备注'], [['张三', '租户已搬离']])).said('keptWithOrigin')).toEqual([]);
  });

  it('is not said of a ledger that bears our numbers', async () => {
    const { said, fates } = await read(['台账编号', '亮灯'], [['YH-2026-0001', '红']]);
    expect(said('keptWithOrigin')).toEqual([]);
    expect(fates['F']).toEqual({ origin: 1 });
  });
});

describe('what a cell says beyond its field is kept as text', () => {
  it.each<[heading: string, text: string, kept: Record<string, string>]>([
    ['整改责任人', '孟凡 13900030001', { 联系电话: '孟凡 13900030001' }],
    ['联系人及电话', '宋培元0797-5520113', { 联系电话: '宋培元0797-5520113' }],
    ['整改责任人', '孟凡', {}],
    ['复查结果', '经复查，3处已整改，1处限7月底前', { 复查结果: '经复查，3处已整改，1处限7月底前' }],
    ['复查结果', '合格', {}],
    ['整改状态', '已办结（7月7日）', {}],
    ['复查日期', '2026-06-20', { 复查日期: '2026-06-20' }],
    ['检查日期', '5月6日', {}],
    ['检查日期', '5月上旬', { 检查日期: '5月上旬' }],
    ['交办日期', '待定', { 交办日期: '待定' }],
  ])('%s %s: %j', async (heading, text, kept) => {
    const { tickets, said } = await read([heading], [[text]]);
    expect(tickets[0]!.details).toEqual(kept);
    expect(said('keptWithOrigin')).toEqual([]);
  });

  it('unless the day of the review is the one it was struck off', async () => {
    const { tickets } = await read(['复查结果', '复查日期'], [['合格', '2026-06-20']]);
    expect(tickets[0]).toMatchObject({ closedOn: '2026-06-20', details: {} });
  });
});

describe('a column without a heading', () => {
  it('is kept as text and told, under the name of the head above it where there is one', async () => {
    const { tickets, said } = await read(['整改责任人', null, null], [['张三', '副科长', '已上报']], {
      merges: ['E2:F2'],
    });
    expect(tickets[0]!.details).toEqual({ '整改责任人（F 列）': '副科长', '第 G 列（无标题）': '已上报' });
    expect(said('columnUnknown')).toHaveLength(2);
  });

  it('is none where only a signature stands in it', async () => {
    const { columns } = await read([], [[]], { rows: [[null, null, null, null, null, '填表人：张三']] });
    expect(Object.keys(columns)).toEqual(['A', 'B', 'C', 'D']);
  });
});

describe('what lies on the sheet beside its texts is said once', () => {
  const rows = [['已整改'], [null], [null]];

  it('colours of blank cells, by colour', async () => {
    const { said } = await read(['整改状态'], rows, { fills: { E4: 'FF0000', E5: 'FFFF00' } });
    expect(said('fillsUnread')).toEqual([expect.stringContaining('2 格只有底色、没有字（红 1、黄 1）')]);
  });

  it.each([
    ['of a cell with a text', { E3: '00B050' }],
    ['of a whole column', { E3: 'FFFF00', E4: 'FFFF00', E5: 'FFFF00' }],
    ['grey and blue', { E4: 'D9D9D9', E5: 'DDEBF7' }],
    ['our own marks', { E4: 'FFC7CE', E5: 'FFEB9C' }],
  ] as const)('but not the colour %s', async (what, fills) => {
    const texts = what === 'of a whole column' ? [[null], [null], [null]] : rows;
    expect((await read(['整改状态'], texts, { fills })).said('fillsUnread')).toEqual([]);
  });

  it.each([
    ['FF0000', 'red'],
    ['C00000', 'red'],
    ['FFFF00', 'yellow'],
    ['FFC000', 'yellow'],
    ['00B050', 'green'],
    ['92D050', 'green'],
    ['C6EFCE', 'green'],
    ['4472C4', null],
    ['7030A0', null],
    ['E2EFDA', null],
    [null, null],
  ])('%s is %s', (fill, light) => expect(lightOf(fill)).toBe(light));

  it('pictures, with their rows; those above the table are none of it', async () => {
    const { said } = await read(['整改状态'], rows, { pictures: ['B1', 'E3', 'F3', 'E5'] });
    expect(said('picturesOnSheet')).toEqual([expect.stringContaining('表上有 3 张图片（第 3、5 行）不导入')]);
  });
});

describe('来源', () => {
  const supervised = { title: '县政府督办事项台账', changes: { kind: 'supervision_item' as const } };

  it('is the source of each row of what is assigned, and told so', async () => {
    const { tickets, said } = await read(['督办来源'], [['县长批示'], ['市安委办督办函'], [null]], supervised);
    expect(tickets.map(({ source }) => source)).toEqual(['县长批示', '市安委办督办函', '县政府督办事项']);
    expect(said('sourceByRow')).toEqual([expect.stringContaining('第 E 列“督办来源”记，共 2 个')]);
  });

  it('of a hazard is how it was found: kept as text, and told so', async () => {
    const { tickets, said } = await read(['来源'], [['企业自查'], ['群众举报']]);
    expect(tickets[0]).toMatchObject({ source: '2026年安全隐患排查', details: { 来源: '企业自查' } });
    expect(said('sourceAsText')).toHaveLength(1);
  });

  it('gives way to the name a person gave', async () => {
    const { tickets, said } = await read(['来源'], [['县长批示']], {
      ...supervised,
      changes: { ...supervised.changes, source: '二季度督办' },
    });
    expect(tickets[0]).toMatchObject({ source: '二季度督办', details: { 来源: '县长批示' } });
    expect(said('sourceByRow')).toEqual([]);
  });
});
