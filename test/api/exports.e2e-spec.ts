import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { officialCalendar } from '@xiaohao/calendar';
import { columnLetters, openArchive, readWorkbook, type Sheet, type SheetRow } from '@xiaohao/documents';
import { readLedger } from '@xiaohao/ledgers';
import { systemActor } from '@xiaohao/org';
import { createTickets, type NewTicket } from '@xiaohao/tickets';
import { bootApi, type Caller, type TestApi } from '../support/boot-api.js';

const today = '2026-07-01';
const run = promisify(execFile);
let api: TestApi;

beforeAll(async () => {
  api = await bootApi(today);
  await create([
    {
      title: '=HYPERLINK("http://evil.invalid","点我")',
      leaderId: api.bureau.people['deputy'],
      handlerId: api.bureau.people['handler'],
      deadline: { kind: 'date', dueOn: '2026-06-20', originalDueOn: '2026-05-31', ongoing: true },
      progress: { text: '已补录 12 条', on: '2026-06-15', percent: 40 },
      progressPercent: 40,
      measures: [{ text: '逐项核对' }, { text: '按月通报' }],
      details: { remark: '-1+1' },
      supportUnitIds: [api.bureau.units.relief],
    },
    { title: '临近的', deadline: { kind: 'date', dueOn: '2026-07-04', ongoing: false } },
    { title: '立行立改的', deadline: { kind: 'immediate', dueOn: '2026-07-20', ongoing: false } },
    {
      title: '长期的',
      status: 'ongoing',
      itemId: api.bureau.itemIds[1],
      deadline: { kind: 'ongoing', dueOn: null, ongoing: false },
    },
    {
      title: '已销号的',
      status: 'closed',
      itemId: api.bureau.itemIds[1],
      closedOn: '2026-06-10',
      deadline: { kind: 'date', dueOn: '2026-06-10', ongoing: false },
    },
    {
      title: '别的科室的',
      leadUnitId: api.bureau.units.relief,
      deadline: { kind: 'unresolved', dueOn: null, ongoing: false, raw: '待定' },
    },
    { title: '保密的', confidential: true, leadUnitId: api.bureau.units.relief },
    { title: '一处隐患', kind: 'hazard', level: 'general', sourceId: null, itemId: null },
  ]);
});
afterAll(() => api.stop());

async function create(drafts: Partial<NewTicket>[]): Promise<void> {
  const whole = drafts.map((draft): NewTicket => ({
    kind: 'inspection_issue',
    title: '甲',
    status: 'in_progress',
    sourceId: api.bureau.sourceId,
    itemId: api.bureau.itemIds[0],
    leadUnitId: api.bureau.units.chemicals,
    deadline: { kind: 'date', dueOn: '2026-12-31', ongoing: false },
    raisedOn: '2026-01-15',
    ...draft,
  }));
  await api.owner.transaction((tx) => createTickets(tx, systemActor, whole, { today, at: new Date() }));
}

async function download(caller: Caller, query: string): Promise<{ response: Response; file: Buffer; sheet: Sheet }> {
  const response = await caller.raw(`/api/exports/ledger.xlsx?${query}`);
  const file = Buffer.from(await response.arrayBuffer());
  if (response.status !== 200) throw new Error(`${response.status} ${file.toString()}`);
  const { sheets } = await readWorkbook(file);
  return { response, file, sheet: sheets[0]! };
}

/** By column, blank cells included. */
const textsOf = ({ cells }: SheetRow) => Array.from(cells, (cell) => cell?.text ?? '');
/** Texts of a column below the headings. */
const column = (sheet: Sheet, letters: string, from = 5) =>
  sheet.rows
    .filter(({ number }) => number >= from)
    .map(({ cells }) => {
      return cells.find((_, at) => columnLetters(at + 1) === letters)?.text ?? '';
    });

describe('the exported ledger', () => {
  it('leaves out cancelled tickets and says how many, unless they are asked for', async () => {
    await create([
      { kind: 'key_task', title: '撤销的任务', status: 'cancelled', sourceId: null, itemId: null },
      { kind: 'key_task', title: '照办的任务', sourceId: null, itemId: null },
    ]);
    const plain = await download(api.as('chief'), 'kind=key_task');
    expect(column(plain.sheet, 'C', 4)).toEqual(['照办的任务']);
    expect(plain.sheet.rows[1]!.cells[0]!.text).toBe('截至 2026年7月1日，共 1 项（不含已撤销 1 项）');
    const asked = await download(api.as('chief'), 'kind=key_task&status=cancelled');
    expect(column(asked.sheet, 'C', 4)).toEqual(['撤销的任务']);
    expect(asked.sheet.rows[1]!.cells[0]!.text).toBe('截至 2026年7月1日，共 1 项');
  });

  it.each([
    ['hazard_major', '重大隐患挂牌督办台账'],
    ['hazard', '隐患排查治理台账'],
    ['general', '综合台账'],
  ])('is called by the layout that was chosen, and the day: %s', async (layout, name) => {
    const { response } = await download(api.as('chief'), `kind=hazard&layout=${layout}`);
    expect(response.headers.get('content-disposition')).toContain(encodeURIComponent(`${name} ${today}.xlsx`));
  });

  it('has the house layout of inspection offices', async () => {
    const { response, sheet } = await download(api.as('chief'), 'kind=inspection_issue');
    expect(response.headers.get('content-disposition')).toContain(encodeURIComponent(`巡察反馈问题台账 ${today}.xlsx`));
    expect(sheet.rows[0]!.cells[0]!.text).toBe('巡察反馈问题台账');
    expect(sheet.rows[1]!.cells[0]!.text).toBe('截至 2026年7月1日，共 7 项');
    expect(textsOf(sheet.rows[2]!)).toEqual([
      '序号',
      '反馈问题',
      '',
      '整改措施',
      '责任领导',
      '责任科室',
      '责任人',
      '整改时限',
      '完成情况',
      '亮灯',
      '备注',
      '台账编号',
    ]);
    expect(sheet.rows[3]!.cells.slice(1, 3).map((cell) => cell?.text)).toEqual(['类别', '具体问题']);
    const row = sheet.rows.find(({ cells }) => cells[2]?.text === '已销号的')!;
    expect(textsOf(row)).toEqual([
      '1',
      '第2项',
      '已销号的',
      '',
      '',
      '危化科',
      '',
      '2026年6月10日',
      '已销号（2026年6月10日）',
      '—',
      '',
      expect.stringMatching(/^XC-2026-\d{4}$/),
    ]);
    expect(row.cells[7]!.day).toBe('2026-06-10');
    const overdue = sheet.rows.find(({ cells }) => cells[8]?.text.includes('已补录'))!;
    expect(textsOf(overdue).slice(3, 10)).toEqual([
      '1. 逐项核对\n2. 按月通报',
      '分管甲',
      '危化科（牵头）、减灾救灾科',
      '承办甲',
      '2026年6月20日前，\n并长期坚持\n（原定 2026年5月31日）',
      '整改中 40%\n已补录 12 条',
      '■ 逾期 11 天',
    ]);
    expect(overdue.cells[9]!.fill).toBe('F8CBAD');
    expect(column(sheet, 'J')).toEqual(expect.arrayContaining(['▲ 还有 3 天', '● 正常']));
    expect(column(sheet, 'H')).toEqual(expect.arrayContaining(['立行立改\n（2026年7月20日前）', '长期坚持', '待定']));
  });

  it('merges the item over its neighbours', async () => {
    const { sheet } = await download(api.as('chief'), `kind=inspection_issue&itemId=${api.bureau.itemIds[1]}`);
    expect(sheet.merges).toContainEqual({ top: 5, left: 2, bottom: 6, right: 2 });
  });

  it('keeps a formula a text', async () => {
    const { sheet, file } = await download(api.as('chief'), 'q=HYPERLINK');
    const cells = sheet.rows.flatMap((row) => row.cells);
    expect(cells.filter((cell) => cell?.formula)).toEqual([]);
    expect(cells.some((cell) => cell?.text.startsWith('=HYPERLINK('))).toBe(true);
    const archive = await openArchive(file);
    const xml = (await archive.read('xl/worksheets/sheet1.xml')).toString();
    expect(xml).not.toContain('<f>');
  });

  it.each(['chief', 'head', 'handler', 'head2', 'inspection', 'office', 'auditor', 'clerk', 'safety'])(
    'shows %s exactly what the list shows, cancelled ones left out, in its order',
    async (username) => {
      for (const query of ['', 'sort=-dueOn', 'overdue=true', 'kind=inspection_issue&status=in_progress,closed']) {
        const { sheet } = await download(api.as(username), `${query}&layout=general`);
        const list = await api.as(username).get(`/api/tickets?limit=200&${query}`);
        const numbers = column(sheet, 'N', 4).filter((text) => /^[A-Z]{2}-/.test(text));
        const listed = list.body.items.filter(({ status }: { status: string }) => status !== 'cancelled');
        expect(numbers).toEqual(listed.map(({ no }: { no: string }) => no));
      }
    },
  );

  it('tells the facts of each kind, never the confidential ones', async () => {
    const details = { sourceForm: 'meeting', sourceNo: '第五次常务会', instruction: '从严从快' };
    await api.as('supervision').post('/api/tickets', { kind: 'supervision_item', title: '一件督办', details });
    const { sheet } = await download(api.as('supervision'), 'kind=supervision_item&layout=general');
    const facts = column(sheet, 'M', 4).join('\n');
    expect(facts).toContain('来源形式：会议');
    expect(facts).toContain('第五次常务会');
    expect(facts).not.toContain('从严');
  });

  it('comes back as what is in the ledger already', async () => {
    const { file } = await download(api.as('inspection'), 'kind=inspection_issue');
    const preview = await readLedger(file, '导出.xlsx', {
      kind: 'auto',
      year: null,
      baseDate: null,
      source: null,
      today,
      calendar: officialCalendar,
    });
    const stored = await api.as('inspection').get('/api/tickets?kind=inspection_issue&limit=200');
    expect(preview.tickets.map(({ no }) => no)).toEqual(stored.body.items.map(({ no }: { no: string }) => no));
    const first = preview.tickets.find(({ title }) => title.startsWith('=HYPERLINK'))!;
    expect(first).toMatchObject({
      kind: 'inspection_issue',
      item: '第1项',
      leader: '分管甲',
      leadUnit: '危化科',
      supportUnits: ['减灾救灾科'],
      persons: ['承办甲'],
      status: 'in_progress',
      deadline: { kind: 'date', date: '2026-06-20', originalDate: '2026-05-31', ongoing: true },
      details: { remark: '-1+1' },
    });
    expect(preview.tickets.find(({ title }) => title === '已销号的')).toMatchObject({
      status: 'closed',
      closedOn: '2026-06-10',
      closedOnFrom: 'row',
    });
  });

  it('says so when nothing matches', async () => {
    const { sheet } = await download(api.as('chief'), 'q=没有这样的事项');
    expect(sheet.rows.map(({ cells }) => cells[0]?.text)).toEqual([
      '整改事项台账',
      '截至 2026年7月1日，共 0 项',
      '序号',
      '没有符合条件的事项',
    ]);
  });

  it('is refused to who may see no tickets, and for a filter that is none', async () => {
    expect((await api.as('admin').get('/api/exports/ledger.xlsx')).status).toBe(403);
    expect((await api.as('stats').get('/api/exports/ledger.xlsx')).status).toBe(403);
    expect((await api.anonymous.get('/api/exports/ledger.xlsx')).status).toBe(401);
    expect((await api.as('chief').get('/api/exports/ledger.xlsx?layout=none')).status).toBe(400);
  });

  it('crosses its batches without losing or doubling a row', async () => {
    await create(
      Array.from({ length: 4300 }, (_, at) => ({ title: `批量 ${at}`, itemId: api.bureau.itemIds[at % 2] })),
    );
    const { sheet } = await download(api.as('chief'), 'q=批量&kind=inspection_issue');
    const numbers = column(sheet, 'L');
    expect(numbers).toHaveLength(4300);
    expect(new Set(numbers).size).toBe(4300);
    expect(column(sheet, 'A')).toEqual(Array.from({ length: 4300 }, (_, at) => String(at + 1)));
  });

  it('opens in LibreOffice with repeated headings, pages numbered on landscape A3', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'xiaohao-export-'));
    try {
      const { file } = await download(api.as('chief'), 'q=批量 1&kind=inspection_issue');
      await writeFile(join(folder, 'ledger.xlsx'), file);
      const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
      const convert = (to: string) =>
        run('soffice', [profile, '--headless', '--convert-to', to, '--outdir', folder, join(folder, 'ledger.xlsx')]);
      await convert('pdf');
      const pdf = await readFile(join(folder, 'ledger.pdf'), 'latin1');
      expect(
        pdf
          .match(/\/MediaBox\s*\[\s*0 0 (\d+)[.\d]* (\d+)/)!
          .slice(1)
          .map(Number),
      ).toEqual([1190, 841]);
      const { stdout } = await run('pdftotext', ['-layout', join(folder, 'ledger.pdf'), '-']);
      const pages = stdout.split('\f').filter((page) => page.trim() !== '');
      expect(pages.length).toBeGreaterThan(2);
      for (const [at, page] of pages.entries()) {
        expect(page).toContain('整改时限');
        expect(page.replace(/\s+/g, '')).toContain(`第${at + 1}页共${pages.length}页`);
      }
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }, 120_000);
});
