import { deflateRawSync } from 'node:zlib';
import { select } from '@xiaohao/database';
import type { ImportView } from '@xiaohao/ledgers';
import { bootApi, type TestApi } from '../support/boot-api.js';
import { openImportStage, type ImportStage } from '../support/import-stage.js';
import { buildWorkbook, inspectionSheet } from '../support/ledger-workbooks.js';

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
type TicketView = ImportView['tickets'][number];
const decisionsOf = (body: ImportView) => body.tickets.map(({ decision }) => decision);
const codesOf = (ticket: TicketView) => ticket.issues.map(({ cell, code }) => `${cell} ${code}`);
let titles = 0;
/** Every call its own source, so that no test sees the rows of another. */
const ledger = (rows: Parameters<typeof inspectionSheet>[0], options: object = {}) =>
  buildWorkbook([
    inspectionSheet(rows, { title: `第${(titles += 1)}轮巡察反馈问题整改台账（2026年）`, feedback: null, ...options }),
  ]);

describe('reading an uploaded ledger', () => {
  it('previews a clean inspection ledger row by row', async () => {
    const file = await ledger(
      [
        {
          item: '一、责任落实方面',
          title: '隐患台账更新不及时',
          measure: '逐项核对',
          leader: '分管甲',
          unit: '危化科',
          person: '承办甲',
          deadline: '2026年6月底前，并长期坚持',
          progress: '正在推进',
          remark: '已报区委巡察办',
        },
        { title: '应急演练走过场', unit: '减灾救灾科', deadline: '立行立改', progress: '已销号' },
      ],
      { feedback: '反馈时间：2026年1月15日', foot: ['注：本表由巡察整改办填写'] },
    );
    const { status, body } = await stage.preview(inspection(), file);
    expect(status).toBe(200);
    expect(body).toMatchObject({ status: 'ready', progress: 100, kind: 'inspection_issue', version: 1, failure: null });
    expect(body.counts).toMatchObject({ tickets: 2, create: 2, ignored: 5 });
    expect(body.sheets[0]).toMatchObject({
      role: 'ledger',
      headerRows: [3, 4],
      columns: { A: 'seq', B: 'item', C: 'title', D: 'measures', F: 'leadUnit', H: 'deadline', I: 'progress' },
      facts: { feedbackOn: '2026-01-15', year: 2026, yearFrom: 'title' },
    });
    expect(body.tickets[0]).toMatchObject({
      sheet: '整改台账',
      row: 5,
      rows: [5],
      seq: '1',
      title: '隐患台账更新不及时',
      item: '一、责任落实方面',
      leadUnit: '危化科',
      persons: ['承办甲'],
      leader: '分管甲',
      measures: [{ text: '逐项核对', persons: [], deadline: null }],
      raisedOn: '2026-01-15',
      deadline: { kind: 'date', date: '2026-06-30', ongoing: true, yearAssumed: false },
      status: 'in_progress',
      decision: 'create',
      issues: [],
      cells: { C: '隐患台账更新不及时' },
    });
    expect(body.tickets[1]).toMatchObject({
      status: 'closed',
      item: '一、责任落实方面',
      deadline: { kind: 'immediate' },
    });
    expect(body.ignored).toEqual([
      { sheet: '整改台账', row: 1, why: 'title' },
      { sheet: '整改台账', row: 2, why: 'title' },
      { sheet: '整改台账', row: 3, why: 'header' },
      { sheet: '整改台账', row: 4, why: 'header' },
      { sheet: '整改台账', row: 7, why: 'note' },
    ]);
  });

  it('flags what it cannot be sure of beside the raw text', async () => {
    const file = await ledger([
      { title: '甲', unit: '不存在科', person: '无此人', deadline: '待定', progress: '正在推进' },
      {
        title: '乙',
        unit: '危化科',
        person: '承办甲',
        deadline: { number: 9.3, format: 'General' },
        progress: '推进中',
      },
      { title: '丙', unit: '不存在科', deadline: '6月底', progress: '尚未启动' },
      { title: '丁', unit: '危化科', deadline: '2026年2月30日', progress: '推进中' },
    ]);
    const { body } = await stage.preview(inspection(), file);
    const codes = (body as ImportView).tickets.map(codesOf);
    expect(codes[0]).toEqual(expect.arrayContaining(['F5 leadUnitUnknown', 'G5 personUnknown', 'H5 deadlineUnclear']));
    expect(codes[1]).toContain('H6 deadlineAmbiguous');
    expect(codes[2]).toEqual(expect.arrayContaining(['F7 unitUnknown', 'H7 yearAssumed']));
    expect(codes[3]).toContain('H8 deadlineImpossible');
    expect(body.tickets[3].deadline).toMatchObject({ kind: 'unresolved', date: null, raw: '2026年2月30日' });
    expect(decisionsOf(body)).toEqual(['attention', 'attention', 'create', 'create']);
    expect(body.tickets[1].issues[0].message).toContain('9.3');
    expect(body.counts).toMatchObject({ attention: 2, create: 2 });
  });

  it('never runs a formula: its stored result is taken and said to be one', async () => {
    const file = await ledger([
      {
        title: '=HYPERLINK("http://evil.invalid","点我")',
        unit: '危化科',
        deadline: { formula: 'TODAY()', result: '2026年9月底' },
        progress: { formula: '1+1' },
      },
    ]);
    const { body } = await stage.preview(inspection(), file);
    const [ticket] = body.tickets;
    expect(ticket.title).toBe('=HYPERLINK("http://evil.invalid","点我")');
    expect(ticket.deadline.date).toBe('2026-09-30');
    expect(ticket.status).toBe('unknown');
    expect(codesOf(ticket)).toEqual(expect.arrayContaining(['H5 formulaKept', 'I5 formulaWithoutValue']));
  });
});

describe('files that are refused', () => {
  const upload = (content: Buffer | string, name = '台账.xlsx', fields = {}) =>
    inspection().upload('/api/imports', [{ name, content: content as Buffer }], fields);
  const importsStored = async () =>
    Number((await select<{ n: string }>(api.owner, 'select count(*) n from ledger_import'))[0]!.n);

  it.each([
    ['a text with the name of a workbook', Buffer.from('这不是表格'), 'fileNotWorkbook'],
    ['an empty file', Buffer.alloc(0), 'fileNotWorkbook'],
    ['an old binary workbook', compound('Workbook'), 'legacyExcel'],
    ['an encrypted workbook', compound('EncryptedPackage'), 'fileEncrypted'],
    ['a zip bomb', zipBomb(), 'archiveBomb'],
    ['half a workbook', zipBomb().subarray(0, 2000), 'archiveBroken'],
  ])('refuses %s at once and stores nothing', async (_, content, code) => {
    const before = await importsStored();
    const { status, body } = await upload(content);
    expect([status, body.code]).toEqual([422, code]);
    expect(await importsStored()).toBe(before);
  });

  it('refuses 100 MB without taking it in', async () => {
    const { status, body } = await upload(Buffer.alloc(100_000_000, 0x50));
    expect([status, body.code]).toEqual([413, 'fileTooLarge']);
  });

  it('asks for a file, and names a wrong field', async () => {
    expect((await inspection().upload('/api/imports', [], { kind: 'auto' })).body.code).toBe('fileMissing');
    expect((await inspection().post('/api/imports', { kind: 'auto' })).body.code).toBe('fileMissing');
    const file = await ledger([{ title: '甲' }]);
    const wrong = await upload(file, '台账.xlsx', { year: '22' });
    expect([wrong.status, wrong.body.code, wrong.body.details.field]).toEqual([422, 'inputWrong', 'year']);
    const noDay = await upload(file, '台账.xlsx', { baseDate: '2026-02-30' });
    expect([noDay.status, noDay.body.details.field]).toEqual([422, 'baseDate']);
  });

  it('shows the first rows of a workbook without a recognisable header', async () => {
    const file = await buildWorkbook([
      {
        name: '通讯录',
        rows: [
          ['姓名', '手机', '房间'],
          ['甲', '1', '2'],
          ['乙', '3', '4'],
        ],
      },
    ]);
    const { body } = await stage.preview(inspection(), file);
    expect(body).toMatchObject({ status: 'failed', failure: { code: 'noHeader' } });
    expect(body.failure.message).toContain('姓名｜手机｜房间');
    expect(body.failure.details).toMatchObject({
      sheet: '通讯录',
      rows: [{ row: 1, cells: [{ cell: 'A1', text: '姓名' }, {}, {}] }, {}, {}],
    });
    expect((await inspection().post(`/api/imports/${body.id}/commit`)).body.code).toBe('importFailed');
  });
});

describe('who may see and run an import', () => {
  it('is nobody else: the coordinators of other kinds get 404, other roles 403, strangers 401', async () => {
    const { body } = await stage.preview(
      inspection(),
      await ledger([{ title: '甲', unit: '危化科', progress: '推进' }]),
    );
    const path = `/api/imports/${body.id}`;
    expect((await api.as('safety').get(path)).status).toBe(404);
    expect((await api.as('safety').post(`${path}/commit`)).status).toBe(404);
    expect((await api.as('head').get(path)).status).toBe(403);
    expect((await api.as('chief').get(path)).status).toBe(403);
    expect((await api.anonymous.get(path)).status).toBe(401);
    expect((await inspection().get('/api/imports/nonsense')).status).toBe(404);
    expect((await inspection().get('/api/imports')).body[0]).toMatchObject({ id: body.id, createdByName: '巡察办甲' });
    expect((await api.as('safety').get('/api/imports')).body).toEqual([]);
  });

  it('refuses a kind that is not the caller’s', async () => {
    const file = await ledger([{ title: '甲' }]);
    const { status, body } = await inspection().upload('/api/imports', [{ name: 'a.xlsx', content: file }], {
      kind: 'hazard',
    });
    expect([status, body.code]).toEqual([403, 'forbidden']);
    const read = await stage.preview(api.as('safety'), file);
    expect(read.body.status).toBe('ready');
    expect((await api.as('safety').post(`/api/imports/${read.body.id}/commit`)).body.code).toBe('importKindOfOthers');
  });
});

describe('working on a preview', () => {
  const waitingRow = [
    { title: '甲', unit: '不存在科', deadline: { number: 9.3, format: 'General' }, progress: '推进' },
  ];
  const edit = (id: string, body: object) => inspection().patch(`/api/imports/${id}`, body);

  it('does not commit while a row needs somebody, and says which and why', async () => {
    const { body } = await stage.preview(inspection(), await ledger(waitingRow));
    const refused = await inspection().post(`/api/imports/${body.id}/commit`);
    expect([refused.status, refused.body.code]).toEqual([409, 'importNeedsAttention']);
    expect(refused.body.details).toMatchObject({ count: 1, row: 5, cell: 'H5' });
  });

  it('reads a corrected cell again at once', async () => {
    const { body } = await stage.preview(inspection(), await ledger(waitingRow));
    const edited = await edit(body.id, {
      version: body.version,
      cells: [
        { sheet: '整改台账', cell: 'H5', text: '2026年9月30日' },
        { sheet: '整改台账', cell: 'F5', text: '危化科' },
      ],
    });
    expect(edited.status).toBe(200);
    expect(edited.body.tickets[0]).toMatchObject({
      leadUnit: '危化科',
      deadline: { kind: 'date', date: '2026-09-30' },
      decision: 'create',
      cells: { H: '2026年9月30日' },
    });
    expect(edited.body.counts).toMatchObject({ create: 1 });
    const stale = await edit(body.id, { version: body.version, cells: [] });
    expect([stale.status, stale.body.code]).toEqual([409, 'stale']);
    const wrong = await edit(body.id, { version: 2, cells: [{ sheet: '整改台账', cell: 'C2', text: 'x' }] });
    expect([wrong.status, wrong.body.code]).toEqual([422, 'inputWrong']);
  });

  it.each(['__proto__', 'constructor'])('lets a sheet named %s reach no other object', async (sheet) => {
    const { body } = await stage.preview(inspection(), await ledger(waitingRow));
    await edit(body.id, { version: body.version, columns: [{ sheet, column: 'B', meaning: 'title' }] });
    await edit(body.id, { version: body.version, cells: [{ sheet, cell: 'F5', text: '改' }] });
    await stage.runJobs();
    // What structuredClone makes belongs to another realm than the suite's own objects.
    const others = [{}, structuredClone({})].flatMap((any) => [any, any.constructor]);
    const reached = others.flatMap((any) => ['columns', 'F5'].filter((key) => key in any));
    for (const any of others)
      for (const key of ['columns', 'F5']) {
        Reflect.deleteProperty(Object.getPrototypeOf(any) as object, key);
        Reflect.deleteProperty(any, key);
      }
    expect(reached).toEqual([]);
  });

  it('keeps corrections when columns are chosen anew and the file is read again', async () => {
    const { body } = await stage.preview(inspection(), await ledger(waitingRow));
    const first = await edit(body.id, {
      version: 1,
      cells: [{ sheet: '整改台账', cell: 'H5', text: '2026年9月30日' }],
    });
    const remapped = await edit(body.id, {
      version: first.body.version,
      columns: [{ sheet: '整改台账', column: 'E', meaning: 'leadUnit' }],
    });
    expect(remapped.body.status).toBe('queued');
    expect((await inspection().post(`/api/imports/${body.id}/commit`)).body.code).toBe('importNotReady');
    await stage.runJobs();
    const { body: after } = await inspection().get(`/api/imports/${body.id}`);
    expect(after.sheets[0].columns).toMatchObject({ E: 'leadUnit', F: 'details' });
    expect(after.tickets[0]).toMatchObject({ leadUnit: null, deadline: { date: '2026-09-30' }, decision: 'create' });
  });

  it('leaves a row out, and creates a doubled one, when a person says so', async () => {
    const twice = { title: '甲', unit: '危化科', person: '查无此人', deadline: '2026年9月', progress: '推进' };
    const { body } = await stage.preview(inspection(), await ledger([twice, twice, { ...twice, title: '乙' }]));
    expect(decisionsOf(body)).toEqual(['create', 'duplicate', 'create']);
    const double = expect.objectContaining({ code: 'duplicateInFile', message: '与第 5 行重复' });
    expect(body.tickets[1].issues).toEqual([double]);
    const decisions = [
      { sheet: '整改台账', row: 6, decision: 'create' },
      { sheet: '整改台账', row: 7, decision: 'skip' },
    ];
    const chosen = await edit(body.id, { version: 1, decisions });
    expect(decisionsOf(chosen.body)).toEqual(['create', 'create', 'skip']);
    const back = await edit(body.id, { version: 2, decisions: decisions.map((d) => ({ ...d, decision: 'auto' })) });
    expect(decisionsOf(back.body)).toEqual(['create', 'duplicate', 'create']);
  });

  it('creates missing units only when asked to', async () => {
    const { body } = await stage.preview(
      inspection(),
      await ledger([{ title: '甲', unit: '新设科', progress: '推进' }]),
    );
    expect(body.tickets[0].decision).toBe('attention');
    const allowed = await edit(body.id, { version: 1, options: { createUnits: true } });
    expect(allowed.body.tickets[0]).toMatchObject({
      decision: 'create',
      issues: expect.arrayContaining([expect.objectContaining({ code: 'unitCreated' })]),
    });
    await inspection().post(`/api/imports/${body.id}/commit`);
    await stage.runJobs();
    const [unit] = await select<{ type: string; parent: string }>(
      api.owner,
      `select u.type, p.name as parent from unit u join unit p on p.id = u.parent_id where u.name = '新设科'`,
    );
    expect(unit).toEqual({ type: 'section', parent: '测试局' });
  });

  it('finds the header where a person points', async () => {
    const file = await buildWorkbook([
      {
        name: '表',
        rows: [
          ['甲', '乙', '丙'],
          ['有问题的事', '危化科', '2026年9月30日'],
        ],
      },
    ]);
    const { body } = await stage.preview(inspection(), file);
    expect(body.status).toBe('failed');
    const told = await edit(body.id, {
      version: 1,
      headerRows: [{ sheet: '表', rows: [1] }],
      columns: [
        { sheet: '表', column: 'A', meaning: 'title' },
        { sheet: '表', column: 'B', meaning: 'leadUnit' },
        { sheet: '表', column: 'C', meaning: 'deadline' },
      ],
    });
    expect(told.status).toBe(200);
    await stage.runJobs();
    const { body: after } = await inspection().get(`/api/imports/${body.id}`);
    expect(after.tickets).toMatchObject([
      { title: '有问题的事', leadUnit: '危化科', deadline: { date: '2026-09-30' } },
    ]);
  });
});

/** The first bytes of an OLE file with one stream name in it: all that telling its kind looks at. */
function compound(stream: string): Buffer {
  const file = Buffer.alloc(2048);
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(file);
  Buffer.from(stream, 'utf16le').copy(file, 1024);
  return file;
}

/** One entry that says it unpacks to 900 MB. */
function zipBomb(): Buffer {
  const packed = deflateRawSync(Buffer.alloc(4_000_000));
  const name = Buffer.from('xl/worksheets/sheet1.xml');
  const size = 900_000_000;
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(20, 4);
  local.writeUInt16LE(8, 8);
  local.writeUInt32LE(packed.length, 18);
  local.writeUInt32LE(size, 22);
  local.writeUInt16LE(name.length, 26);
  const central = Buffer.alloc(46);
  central.writeUInt32LE(0x02014b50, 0);
  central.writeUInt16LE(20, 4);
  central.writeUInt16LE(20, 6);
  central.writeUInt16LE(8, 10);
  central.writeUInt32LE(packed.length, 20);
  central.writeUInt32LE(size, 24);
  central.writeUInt16LE(name.length, 28);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(central.length + name.length, 12);
  end.writeUInt32LE(local.length + name.length + packed.length, 16);
  return Buffer.concat([local, name, packed, central, name, end]);
}
