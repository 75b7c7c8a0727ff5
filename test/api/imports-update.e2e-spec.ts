import ExcelJS from 'exceljs';
import { execute, select } from '@xiaohao/database';
import type { ImportView } from '@xiaohao/ledgers';
import { verifyChains } from '@xiaohao/tickets';
import { bootApi, type TestApi } from '../support/boot-api.js';
import { openImportStage, type ImportStage } from '../support/import-stage.js';
import { buildWorkbook, inspectionSheet, type InspectionRow } from '../support/ledger-workbooks.js';

const today = '2026-07-01';
let api: TestApi;
let stage: ImportStage;

beforeAll(async () => {
  api = await bootApi(today);
  stage = await openImportStage(api, today);
});
afterAll(async () => {
  await stage.close();
  await api.stop();
});

const inspection = () => api.as('inspection');
let rounds = 0;
const newTitle = () => `第${(rounds += 1)}轮巡察反馈问题整改台账`;
const ledger = (rows: readonly InspectionRow[], title: string) =>
  buildWorkbook([inspectionSheet(rows, { title, feedback: '反馈时间：2026年1月15日' })]);
const plain = (title: string, more: Partial<InspectionRow> = {}): InspectionRow => ({
  title,
  measure: '逐项核对',
  leader: '分管甲',
  unit: '危化科',
  person: '承办甲',
  deadline: '2026年9月底',
  progress: '推进中',
  remark: '原备注',
  ...more,
});
const rowsOf = (body: ImportView) =>
  body.tickets.map(({ decision, changes }) => [decision, changes.map((c) => c.field)]);
const commit = async (id: string) => {
  const { body } = await inspection().post(`/api/imports/${id}/commit`);
  await stage.runJobs();
  return { started: body, after: (await inspection().get(`/api/imports/${id}`)).body as ImportView };
};
const factsOf = async (id: string) => {
  const [facts] = await select<Record<string, unknown>>(
    api.owner,
    `select t.title, t.status, t.due_on, t.version, t.latest_progress, t.latest_progress_on, t.details->>'remark' as remark,
       t.leader_id, t.deadline_kind, array(select name from ticket_person p where p.ticket_id = t.id order by sort) as persons,
       array(select text from measure m where m.ticket_id = t.id order by sort) as measures,
       (select count(*)::int from progress_entry e where e.ticket_id = t.id) as progress_entries
     from ticket t where t.id = $1`,
    [id],
  );
  return facts!;
};
const exported = async (body: ImportView) => {
  const [source] = await select<{ id: string }>(
    api.owner,
    'select distinct source_id as id from ticket where import_id = $1',
    [body.id],
  );
  const file = await inspection().raw(`/api/exports/ledger.xlsx?kind=inspection_issue&sourceId=${source!.id}`);
  return Buffer.from(await file.arrayBuffer());
};
/** What a person does in a spreadsheet program: column by heading, row by the title in it. */
const edited = async (file: Buffer, edits: readonly [title: string, heading: string, text: string][]) => {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(file as unknown as ArrayBuffer);
  const sheet = workbook.worksheets[0]!;
  for (const [title, heading, text] of edits) {
    const place: [number, number] = [0, 0];
    sheet.eachRow((row, at) =>
      row.eachCell((cell, column) => {
        if (cell.text === title) place[0] = at;
        if (cell.text === heading) place[1] = column;
      }),
    );
    expect(place).not.toContain(0);
    sheet.getCell(...place).value = text;
  }
  return Buffer.from(await workbook.xlsx.writeBuffer());
};

describe('a ledger that comes again', () => {
  it('shows no difference where it says 基本完成, in the same file and in our export of it', async () => {
    const rows = ['基本完成', '基本整改到位', '大部分完成', '已基本完成，正在收尾'].flatMap((progress, at) => [
      plain(`甲${at}`, { progress }),
      plain(`乙${at}`, { progress, deadline: '长期坚持' }),
    ]);
    const file = await ledger(rows, newTitle());
    const { body } = await stage.commit(inspection(), file);
    const unchanged = rows.map(() => ['unchanged', []]);
    expect(rowsOf((await stage.preview(inspection(), file)).body)).toEqual(unchanged);
    expect(rowsOf((await stage.preview(inspection(), await exported(body))).body)).toEqual(unchanged);
  });

  it('leaves every row of our own export unchanged, and shows just the cells that were changed in it', async () => {
    const rows = [
      plain('甲', { deadline: '2026年6月底前，并长期坚持' }),
      plain('乙', { progress: '已销号' }),
      plain('丙', { progress: '已完成' }),
      plain('丁', { deadline: '立行立改' }),
      plain('戊', { deadline: '长期坚持', progress: '长期坚持' }),
      plain('己', { deadline: '待定', progress: '尚未启动', unit: '危化科（牵头）、减灾救灾科' }),
      plain('庚', { leader: '外单位领导', person: '承办甲、外来人' }),
      plain('辛', { measure: '第一步\n第二步' }),
    ];
    const { body } = await stage.commit(inspection(), await ledger(rows, newTitle()));
    const file = await exported(body);
    const again = await stage.preview(inspection(), file);
    expect(rowsOf(again.body)).toEqual(rows.map(() => ['unchanged', []]));
    const changed = await edited(file, [
      ['甲', '整改措施', '逐项核对，按月通报'],
      ['甲', '备注', '新备注'],
      ['丁', '责任人', '承办甲、新来人'],
      ['己', '整改时限', '2026年12月31日'],
      ['庚', '完成情况', '整改中\n新的进展'],
      ['辛', '具体问题', '辛的新写法'],
    ]);
    const shown = (await stage.preview(inspection(), changed)).body as ImportView;
    const differing = shown.tickets.filter(({ decision }) => decision === 'update');
    expect(
      Object.fromEntries(differing.map(({ title, changes }) => [title, changes.map((c) => [c.field, c.held])])),
    ).toEqual({
      甲: [
        ['measures', null],
        ['remark', null],
      ],
      丁: [['persons', null]],
      己: [['deadline', null]],
      庚: [['progress', null]],
      辛的新写法: [['title', null]],
    });
    expect(shown.counts).toMatchObject({ update: 5, unchanged: 3 });
    expect(differing.every(({ match }) => match?.by === 'no')).toBe(true);
    const { after } = await commit(shown.id);
    expect(after.status).toBe('committed');
    const byTitle = (title: string) => differing.find((ticket) => ticket.title === title)!.match!.ticketId;
    expect(await factsOf(byTitle('甲'))).toMatchObject({
      measures: ['逐项核对，按月通报'],
      remark: '新备注',
      version: 2,
    });
    expect(await factsOf(byTitle('丁'))).toMatchObject({ persons: ['承办甲', '新来人'] });
    expect(await factsOf(byTitle('己'))).toMatchObject({
      deadline_kind: 'date',
      due_on: '2026-12-31',
      status: 'assigned',
    });
    expect(await factsOf(byTitle('庚'))).toMatchObject({ latest_progress: '新的进展', progress_entries: 2 });
    expect(await factsOf(byTitle('辛的新写法'))).toMatchObject({ title: '辛的新写法', version: 2 });
    const { body: events } = await inspection().get(`/api/tickets/${byTitle('甲')}/events`);
    expect(events[0] ?? events.items[0]).toMatchObject({
      action: 'import_update',
      text: expect.stringContaining('整改台账.xlsx'),
      changes: expect.arrayContaining([{ field: 'remark', label: '备注', from: '原备注', to: '新备注' }]),
    });
    expect(await verifyChains(api.owner)).toMatchObject({ broken: null });
    const repeated = await stage.preview(inspection(), changed);
    expect(rowsOf(repeated.body)).toEqual(rows.map(() => ['unchanged', []]));
  });

  it('takes nothing from an empty cell or a column that was left out', async () => {
    const title = newTitle();
    const { body } = await stage.commit(inspection(), await ledger([plain('甲')], title));
    const sparse = { title: '甲' };
    const shown = await stage.preview(inspection(), await ledger([sparse], title));
    expect(rowsOf(shown.body)).toEqual([['unchanged', []]]);
    expect(shown.body.tickets[0].match).toMatchObject({ ticketId: body.tickets[0].ticketId, by: 'words' });
  });

  it('moves no ticket along, and gives no assigned ticket more time: both are said and left to a person', async () => {
    const title = newTitle();
    const first = await stage.commit(inspection(), await ledger([plain('甲')], title));
    const { ticketId } = first.body.tickets[0];
    const before = await factsOf(ticketId);
    const other = plain('甲', { progress: '已销号', deadline: '2026年12月底', unit: '减灾救灾科' });
    const { body } = await stage.preview(inspection(), await ledger([other], title));
    const changes = (body as ImportView).tickets[0]!.changes;
    expect(changes.map(({ field, held }) => [field, held !== null])).toEqual([
      ['leadUnit', true],
      ['deadline', true],
      ['status', true],
      ['progress', false],
    ]);
    const { after } = await commit(body.id);
    expect(after.status).toBe('committed');
    expect(await factsOf(ticketId)).toEqual({
      ...before,
      version: 2,
      latest_progress: '已销号',
      latest_progress_on: today,
      progress_entries: 2,
    });
  });

  it('keeps the name of another leader without an account, but puts none in the place of one who has one', async () => {
    const title = newTitle();
    const rows = (one: string, other: string) => [plain('甲', { leader: one }), plain('乙', { leader: other })];
    const first = await stage.commit(inspection(), await ledger(rows('新任甲', '分管甲'), title));
    const { body } = await stage.preview(inspection(), await ledger(rows('新任乙', '新任乙'), title));
    expect(body.tickets.map(({ changes }: any) => changes.map(({ field, held }: any) => [field, held]))).toEqual([
      [['leader', null]],
      [['leader', '系统中没有这位责任领导']],
    ]);
    expect((await commit(body.id)).after.status).toBe('committed');
    const leaders = await select<{ name: string }>(
      api.owner,
      `select coalesce(p.name, t.leader_name) as name from ticket t left join person p on p.id = t.leader_id
       where t.import_id = $1 order by t.no`,
      [first.body.id],
    );
    expect(leaders.map(({ name }) => name)).toEqual(['新任乙', '分管甲']);
  });

  it('changes nothing of a ticket that is struck off', async () => {
    const title = newTitle();
    const first = await stage.commit(inspection(), await ledger([plain('甲', { progress: '已销号' })], title));
    const { ticketId } = first.body.tickets[0];
    const before = await factsOf(ticketId);
    const { body } = await stage.preview(
      inspection(),
      await ledger([plain('甲', { progress: '已销号', remark: '后来写的' })], title),
    );
    expect((body as ImportView).tickets[0]!.changes).toMatchObject([
      { field: 'remark', held: expect.stringContaining('已销号') },
    ]);
    await commit(body.id);
    expect(await factsOf(ticketId)).toEqual(before);
    const again = await ledger([plain('甲', { progress: '2026年5月18日复查合格', remark: '原备注' })], title);
    const dated = (await stage.preview(inspection(), again)).body as ImportView;
    expect(dated.tickets[0]!.changes).toContainEqual(
      expect.objectContaining({ field: 'closedOn', cell: 'I5', to: '2026年5月18日', held: expect.any(String) }),
    );
    expect(dated.counts.held).toBe(1);
  });

  it('may be left out row by row', async () => {
    const title = newTitle();
    const first = await stage.commit(inspection(), await ledger([plain('甲')], title));
    const { body } = await stage.preview(inspection(), await ledger([plain('甲', { remark: '新' })], title));
    const decide = async (version: number, decision: string) => {
      const decisions = [{ sheet: body.tickets[0].sheet, row: 5, decision }];
      return (await inspection().patch(`/api/imports/${body.id}`, { version, decisions })).body;
    };
    expect((await decide(1, 'skip')).tickets[0].decision).toBe('skip');
    expect((await decide(2, 'create')).tickets[0].decision).toBe('create');
    expect((await decide(3, 'update')).tickets[0].decision).toBe('update');
    expect((await decide(4, 'skip')).tickets[0].decision).toBe('skip');
    await commit(body.id);
    expect(await factsOf(first.body.tickets[0].ticketId)).toMatchObject({ remark: '原备注', version: 1 });
  });
});

it('two matters of one number are two tickets, and each is found again by its words', async () => {
  const rows = (second: string) =>
    buildWorkbook([
      {
        name: '整改台账',
        rows: [
          [`第${rounds}轮巡察反馈问题整改台账`],
          ['问题编号', '具体问题', '责任单位', '整改时限', '完成情况'],
          ['XC-甲-1', '考勤不严', '危化科', '2026年9月底', '推进中'],
          ['XC-甲-1', second, '危化科', '2026年9月底', '推进中'],
        ],
      },
    ]);
  newTitle();
  const first = await stage.commit(inspection(), await rows('公章外借'));
  expect(first.body.counts).toMatchObject({ create: 2 });
  const ids = (first.body as ImportView).tickets.map(({ ticketId }) => ticketId);
  const { body } = await stage.preview(inspection(), await rows('公章外借'));
  expect((body as ImportView).tickets.map(({ decision }) => decision)).toEqual(['unchanged', 'unchanged']);
  expect((body as ImportView).tickets.map(({ match }) => match?.ticketId)).toEqual(ids);
});

describe('one corrected cell', () => {
  it('is answered with just the rows that read otherwise now, where that is asked for', async () => {
    const title = newTitle();
    const { body } = await stage.preview(inspection(), await ledger([plain('甲'), plain('乙'), plain('丙')], title));
    const write = async (version: number, cell: string, text: string, query = '?changed=true') => {
      const cells = [{ sheet: '整改台账', cell, text }];
      const answer = await inspection().patch(`/api/imports/${body.id}${query}`, { version, cells });
      return (answer.body as ImportView).tickets.map(({ row, decision }) => [row, decision]);
    };
    expect(await write(1, 'C6', '甲')).toEqual([[6, 'duplicate']]);
    // The row it was equal to becomes another one: both are told.
    expect(await write(2, 'C5', '丁')).toEqual([
      [5, 'create'],
      [6, 'create'],
    ]);
    expect(await write(3, 'C7', '戊', '')).toHaveLength(3);
  });
});

describe('somebody else at the same time', () => {
  it('stops the whole import when a ticket was changed since the preview, and names row, ticket and field', async () => {
    const title = newTitle();
    const first = await stage.commit(inspection(), await ledger([plain('甲'), plain('乙')], title));
    const [one, two] = (first.body as ImportView).tickets.map(({ ticketId }) => ticketId!);
    const file = await ledger([plain('甲', { remark: '新甲' }), plain('乙新', { remark: '新乙' })], title);
    const { body } = await stage.preview(inspection(), file);
    const ticket = (await inspection().get(`/api/tickets/${one}`)).body;
    await execute(
      api.owner,
      `update ticket set details = details || '{"remark":"别人写的"}', version = version + 1 where id = $1`,
      [one],
    );
    const { after } = await commit(body.id);
    expect(after).toMatchObject({
      status: 'ready',
      failure: { code: 'importTicketChanged', details: { row: 5, no: ticket.no, field: 'remark' } },
    });
    expect(after.tickets[0]!.changes).toMatchObject([{ field: 'remark', from: '别人写的', to: '新甲' }]);
    expect(await factsOf(two!)).toMatchObject({ version: 1 });
    const again = await commit(body.id);
    expect(again.after.status).toBe('committed');
    expect(await factsOf(one!)).toMatchObject({ remark: '新甲' });
  });

  it('lets one of two people with the same file update, and tells the other', async () => {
    const title = newTitle();
    await stage.commit(inspection(), await ledger([plain('甲')], title));
    const file = await ledger([plain('甲', { remark: '新' })], title);
    const both = [await stage.preview(inspection(), file), await stage.preview(inspection(), file)];
    for (const { body } of both) await inspection().post(`/api/imports/${body.id}/commit`);
    await stage.runJobs();
    const states = await Promise.all(
      both.map(async ({ body }) => (await inspection().get(`/api/imports/${body.id}`)).body as ImportView),
    );
    expect(states.map(({ status }) => status).sort()).toEqual(['committed', 'ready']);
    const late = states.find(({ status }) => status === 'ready')!;
    expect(late.failure).toMatchObject({ code: 'importTicketChanged' });
    expect(rowsOf(late)).toEqual([['unchanged', []]]);
  });

  it('never shows a ticket the importer may not see', async () => {
    const title = newTitle();
    const first = await stage.commit(inspection(), await ledger([plain('甲')], title));
    const [ticket] = (first.body as ImportView).tickets;
    const [{ no }] = (await select<{ no: string }>(api.owner, 'select no from ticket where id = $1', [
      ticket!.ticketId,
    ])) as [{ no: string }];
    const file = await buildWorkbook([
      {
        name: '隐患',
        rows: [
          ['隐患排查治理台账'],
          ['序号', '台账编号', '隐患描述', '整改时限', '整改情况'],
          [1, no, '甲', '2026年9月30日', '整改中'],
        ],
      },
    ]);
    for (const who of ['clerk', 'safety'] as const) {
      const { body } = await stage.preview(api.as(who), file, { kind: 'hazard' });
      expect(body.tickets).toMatchObject([{ no, match: null, changes: [] }]);
      expect(JSON.stringify(body)).not.toContain(ticket!.ticketId);
    }
  });
});

describe('taking an update back', () => {
  it('puts every fact and list back as it was, while nobody went on from there', async () => {
    const title = newTitle();
    const first = await stage.commit(inspection(), await ledger([plain('甲')], title));
    const { ticketId } = first.body.tickets[0];
    const before = await factsOf(ticketId);
    const file = plain('甲', {
      measure: '另一措施',
      person: '别人',
      remark: '新',
      progress: '有新进展',
      leader: '分管乙',
    });
    const { body } = await stage.preview(inspection(), await ledger([file, plain('新的一行')], title));
    await commit(body.id);
    expect(await factsOf(ticketId)).toMatchObject({
      measures: ['另一措施'],
      persons: ['别人'],
      remark: '新',
      version: 2,
    });
    const undone = await inspection().post(`/api/imports/${body.id}/undo`);
    expect([undone.status, undone.body.status]).toEqual([200, 'undone']);
    expect(await factsOf(ticketId)).toEqual({ ...before, version: 3 });
    expect(await verifyChains(api.owner)).toMatchObject({ broken: null });
    const next = await stage.preview(inspection(), await ledger([file], title));
    await commit(next.body.id);
    await inspection().post(`/api/tickets/${ticketId}/comments`, { text: '接着办' });
    expect((await inspection().post(`/api/imports/${next.body.id}/undo`)).body.code).toBe('importTouched');
  });
});

it('each row is in one group of the preview, and the groups add up: what is left to a person comes before what is updated', async () => {
  const title = newTitle();
  const rows = ['甲', '乙', '丙', '丁'].map((name) => plain(`${name}处问题`));
  await stage.commit(inspection(), await ledger(rows, title));
  const later = { deadline: '2026年11月底' };
  const [first, second, third, fourth] = rows as [InspectionRow, InspectionRow, InspectionRow, InspectionRow];
  const changed = [
    { ...first, remark: '补记' },
    { ...second, ...later, remark: '补记' },
    { ...third, ...later },
    fourth,
  ];
  const sheets = await ledger([...changed, plain('戊处问题'), plain('戊处问题')], title);
  const { id, counts } = (await stage.preview(inspection(), sheets)).body as ImportView;
  expect(counts).toMatchObject({
    tickets: 6,
    update: 2,
    unchanged: 2,
    held: 2,
    heldUpdate: 1,
    create: 1,
    duplicate: 1,
  });
  const { outline } = (await inspection().get(`/api/imports/${id}?rows=outline`)).body;
  const [{ sheet, rows: decided, held }] = outline;
  expect(held).toHaveLength(2);
  const groups = { ...decided, held } as Record<string, number[]>;
  expect(Object.fromEntries(Object.entries(groups).map(([group, those]) => [group, those.length]))).toEqual({
    update: 1,
    held: 2,
    unchanged: 1,
    create: 1,
    duplicate: 1,
  });
  expect(new Set(Object.values(groups).flat()).size).toBe(counts.tickets);
  for (const [group, those] of Object.entries(groups)) {
    const asked = `sheet=${encodeURIComponent(sheet)}&decision=${group}`;
    const page = await inspection().get(`/api/imports/${id}/rows?${asked}&from=1&limit=100`);
    expect([group, page.body.items.map(({ row }: { row: number }) => row)]).toEqual([group, those]);
    const digest = await inspection().get(`/api/imports/${id}/digest?${asked}`);
    expect([group, digest.body.tickets]).toEqual([group, those.length]);
  }
});
