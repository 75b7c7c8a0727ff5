import { select } from '@xiaohao/database';
import { openCommandStage, refusalOf, type CommandStage } from '../support/command-stage.js';
import { buildWorkbook, inspectionSheet } from '../support/ledger-workbooks.js';

jest.setTimeout(180_000);

const today = '2026-07-01';
let stage: CommandStage;

beforeAll(async () => {
  stage = await openCommandStage(today);
  await stage.write('clean.xlsx', await ledger('第一轮', clean));
  await stage.write(
    'waiting.xlsx',
    await ledger('第二轮', [
      ...clean,
      { title: '乙', unit: '不存在科', deadline: '2026年9月底', progress: '正在推进' },
    ]),
  );
});
afterAll(() => stage?.close());

const clean: Parameters<typeof inspectionSheet>[0] = [
  {
    item: '一、责任落实方面',
    title: '隐患台账更新不及时',
    measure: '逐项核对登记信息',
    leader: '分管甲',
    unit: '危化科',
    person: '承办甲',
    deadline: '2026年9月底前，并长期坚持',
    progress: '正在推进，已完成方案起草',
  },
  { title: '应急演练走过场', unit: '减灾救灾科', person: '承办丙', deadline: '立行立改', progress: '已销号' },
  { item: '二、队伍建设方面', title: '值班交接不完整', unit: '危化科', deadline: '待定', progress: '尚未启动' },
];
const ledger = (round: string, rows: typeof clean) =>
  buildWorkbook([
    inspectionSheet(rows, { title: `${round}巡察反馈问题整改台账（2026年）`, feedback: '反馈时间：2026年1月15日' }),
  ]);
const importFile = (name: string, ...args: string[]) => stage.run('import', stage.file(name), ...args);
const stored = async () => {
  const [row] = await select<Record<string, string>>(
    stage.owner,
    `select (select count(*) from ticket) tickets, (select count(*) from ledger_import) imports, (select count(*) from source) sources,
       (select count(*) from unit) units, (select count(*) from file) files, (select count(*) from message) messages,
       (select count(*) from outbox where done_at is null) jobs`,
  );
  return Object.fromEntries(Object.entries(row!).map(([name, count]) => [name, Number(count)]));
};

describe('xiaohao import, the preview', () => {
  it('needs no database and writes what was read in the agreed shape', async () => {
    const withoutDatabase = { DATABASE_URL: undefined, DATABASE_ADMIN_URL: undefined };
    const { code, out, error } = await stage.runWith(
      withoutDatabase,
      'import',
      stage.file('clean.xlsx'),
      '--json',
      stage.file('preview.json'),
    );
    expect({ code, error }).toEqual({ code: 0, error: '' });
    expect(out).toContain('clean.xlsx：3 件，新增 3');
    const preview = await stage.json('preview.json');
    expect(Object.keys(preview).sort()).toEqual(['file', 'ignored', 'sheets', 'tickets']);
    expect(preview.file).toBe('clean.xlsx');
    expect(preview.sheets).toEqual([
      expect.objectContaining({
        name: '整改台账',
        role: 'ledger',
        why: expect.any(String),
        headerRows: [3, 4],
        columns: expect.objectContaining({ A: 'seq', B: 'item', C: 'title', F: 'leadUnit', H: 'deadline' }),
      }),
    ]);
    expect(preview.tickets[0]).toMatchObject({
      sheet: '整改台账',
      row: 5,
      rows: [5],
      seq: '1',
      no: null,
      kind: 'inspection_issue',
      title: '隐患台账更新不及时',
      description: null,
      item: '一、责任落实方面',
      level: null,
      site: null,
      industry: null,
      town: null,
      leadUnit: '危化科',
      supportUnits: [],
      persons: ['承办甲'],
      leader: '分管甲',
      measures: [{ text: '逐项核对登记信息', persons: [], deadline: null }],
      raisedOn: '2026-01-15',
      assignedOn: null,
      closedOn: null,
      progress: '正在推进，已完成方案起草',
      progressPercent: null,
      deadline: {
        kind: 'date',
        date: '2026-09-30',
        altDate: null,
        originalDate: null,
        extended: false,
        ongoing: true,
        yearAssumed: false,
        raw: '2026年9月底前，并长期坚持',
      },
      status: 'in_progress',
      statusRaw: '正在推进，已完成方案起草',
      outcomes: [],
      decision: 'create',
      issues: [],
    });
    const [, closed, waiting] = preview.tickets;
    expect(closed).toMatchObject({ status: 'closed', deadline: { kind: 'immediate', raw: '立行立改' } });
    expect(waiting).toMatchObject({ status: 'not_started', deadline: { kind: 'unresolved', date: null } });
    expect(waiting.issues).toEqual([
      { cell: 'H7', code: 'deadlineUnclear', raw: '待定', message: expect.stringContaining('待定') },
    ]);
    expect(preview.ignored).toEqual(
      [1, 2, 3, 4].map((row) => ({ sheet: '整改台账', row, why: row < 3 ? 'title' : 'header' })),
    );
  });

  it('takes the options that say how to read', async () => {
    const rows = [
      { title: '甲', unit: '危化科', deadline: '9月30日' },
      { title: '乙', unit: '危化科', deadline: '10日内' },
    ];
    await stage.write(
      'undated.xlsx',
      await buildWorkbook([inspectionSheet(rows, { title: '反馈问题整改台账', feedback: null })]),
    );
    const options = [
      '--year',
      '2024',
      '--base-date',
      '2024-03-01',
      '--kind',
      'inspection_issue',
      '--source',
      '专项巡察',
    ];
    expect((await importFile('undated.xlsx', ...options, '--json', stage.file('undated.json'))).code).toBe(0);
    const { tickets } = await stage.json('undated.json');
    expect(tickets.map(({ deadline, raisedOn, source }: any) => [deadline.date, raisedOn, source])).toEqual([
      ['2024-09-30', '2024-03-01', '专项巡察'],
      ['2024-03-11', '2024-03-01', '专项巡察'],
    ]);
  });

  it('exits 0 whatever its rows need, and stores nothing', async () => {
    const before = await stored();
    await stage.write(
      'ambiguous.xlsx',
      await ledger('第三轮', [{ title: '甲', unit: '危化科', deadline: { number: 9.3, format: 'General' } }]),
    );
    const { code, out } = await importFile('ambiguous.xlsx', '--json', stage.file('ambiguous.json'));
    expect(code).toBe(0);
    expect(out).toContain('需处理 1');
    const [ticket] = (await stage.json('ambiguous.json')).tickets;
    expect(ticket.decision).toBe('attention');
    expect(ticket.issues).toContainEqual(expect.objectContaining({ cell: 'H5', code: 'deadlineAmbiguous' }));
    expect(await stored()).toEqual(before);
  });

  it.each([
    ['what is no workbook', 'notes.xlsx', 'xlsx'],
    ['a file that is not there', 'missing.xlsx', 'missing.xlsx'],
  ])('refuses %s with 1 and one line', async (_, name, said) => {
    await stage.write('notes.xlsx', '不是表格');
    expect(await importFile(name)).toEqual(refusalOf(1, said));
  });
});

describe('xiaohao import --commit', () => {
  it('stores nothing at all while a row needs attention', async () => {
    const before = await stored();
    const { code, error } = await importFile('waiting.xlsx', '--commit', '--json', stage.file('waiting.json'));
    expect({ code, error }).toEqual({ code: 1, error: '1 行需要处理，未入库\n' });
    const { tickets } = await stage.json('waiting.json');
    expect(tickets.map(({ decision }: { decision: string }) => decision)).toEqual([
      'create',
      'create',
      'create',
      'attention',
    ]);
    expect(tickets[3].issues).toContainEqual(
      expect.objectContaining({ cell: 'F8', code: 'leadUnitUnknown', raw: '不存在科' }),
    );
    expect(await stored()).toEqual(before);
  });

  it('makes a ticket of every row of a clean ledger', async () => {
    const { code, out, error } = await importFile('clean.xlsx', '--commit');
    expect({ code, error }).toEqual({ code: 0, error: '' });
    expect(out).toContain('3 件，新增 3');
    const tickets = await select<object>(
      stage.owner,
      `select t.title, t.status, u.name as unit, t.due_on as due, t.deadline_kind as deadline, h.name as handler, i.title as item
       from ticket t left join unit u on u.id = t.lead_unit_id left join person h on h.id = t.handler_id
       left join source_item i on i.id = t.item_id order by t.no`,
    );
    expect(tickets).toEqual([
      {
        title: '隐患台账更新不及时',
        status: 'in_progress',
        unit: '危化科',
        due: '2026-09-30',
        deadline: 'date',
        handler: '承办甲',
        item: '一、责任落实方面',
      },
      {
        title: '应急演练走过场',
        status: 'closed',
        unit: '减灾救灾科',
        due: expect.any(String),
        deadline: 'immediate',
        handler: '承办丙',
        item: '一、责任落实方面',
      },
      {
        title: '值班交接不完整',
        status: 'assigned',
        unit: '危化科',
        due: null,
        deadline: 'unresolved',
        handler: null,
        item: '二、队伍建设方面',
      },
    ]);
    expect((await stage.run('verify')).out).toContain('3 件事项');
  });

  it('a second time creates none of them again', async () => {
    const { code, out } = await importFile('clean.xlsx', '--commit', '--json', stage.file('again.json'));
    expect(code).toBe(0);
    expect(out).toContain('3 件，未变 3');
    const { tickets } = await stage.json('again.json');
    expect(new Set(tickets.map(({ decision }: { decision: string }) => decision))).toEqual(new Set(['unchanged']));
    expect((await stored())['tickets']).toBe(3);
  });

  it('--create-units makes the unit it did not know', async () => {
    const { code } = await importFile('waiting.xlsx', '--commit', '--create-units', '--done-is-closed');
    expect(code).toBe(0);
    expect(
      await stage.count(`select count(*) from ticket t join unit u on u.id = t.lead_unit_id where u.name = '不存在科'`),
    ).toBe(1);
    expect((await stored())['tickets']).toBe(7);
  });

  it('without anybody who coordinates the kind is refused in one line', async () => {
    await stage.owner.query(`update post set to_on = '2026-06-30' where role = 'inspection'`);
    expect(await importFile('clean.xlsx', '--commit')).toEqual(refusalOf(1, 'inspection'));
    await stage.owner.query(`update post set to_on = null where role = 'inspection'`);
  });
});
