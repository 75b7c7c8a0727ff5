import { bootApi, type TestApi } from '../support/boot-api.js';
import { openImportStage, type ImportStage } from '../support/import-stage.js';
import { buildWorkbook, inspectionSheet, type InspectionRow } from '../support/ledger-workbooks.js';

const today = '2026-07-01';
const sheet = '整改台账';
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
let titles = 0;
/** A file of its own source, and the same again. */
const sourceTitle = () => `第${(titles += 1)}批巡察反馈问题整改台账（2026年）`;
const ledger = (rows: readonly InspectionRow[], title = sourceTitle()) =>
  buildWorkbook([inspectionSheet(rows, { title, feedback: null })]);
const row = (title: string, facts: Partial<InspectionRow> = {}): InspectionRow => {
  return { title, unit: '危化科', person: '承办甲', deadline: '2026年9月30日', progress: '推进中', ...facts };
};
const edit = (id: string, body: object) => inspection().patch(`/api/imports/${id}?changed=true`, body);
const whole = async (id: string) => (await inspection().get(`/api/imports/${id}`)).body;

describe('an edit', () => {
  /** Numbers that differ little between runs of one seed. */
  function chooser(seed: number) {
    let state = seed;
    return <Value>(values: readonly Value[]): Value => {
      state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
      return values[Math.floor((state / 2_147_483_648) * values.length)]!;
    };
  }

  it.each([1, 2, 3])('judges the rows it reaches as judging all of them would (series %i)', async (seed) => {
    const choose = chooser(seed);
    const words = ['甲事', '乙事', '丙事', '丁事', '戊事'];
    const title = sourceTitle();
    await stage.commit(inspection(), await ledger([row('甲事'), row('乙事')], title));
    const rows = Array.from({ length: 30 }, () => row(choose(words), { unit: choose(['危化科', '无此科', '']) }));
    const { body } = await stage.preview(inspection(), await ledger(rows, title));
    let version = body.version as number;
    for (let step = 0; step < 25; step += 1) {
      const at = 5 + choose([...rows.keys()]);
      const change = choose([
        { cells: [{ sheet, cell: `C${at}`, text: choose(words) }] },
        { cells: [{ sheet, cell: `F${at}`, text: choose(['危化科', '无此科', '']) }] },
        { cells: [{ sheet, cell: `H${at}`, text: choose(['9.3', '2026年8月31日', '立行立改']) }] },
        { decisions: [{ sheet, row: at, decision: choose(['skip', 'create', 'auto'] as const) }] },
        {
          cells: [
            { sheet, cell: `C${at}`, text: choose(words) },
            { sheet, cell: `C${5 + choose([...rows.keys()])}`, text: choose(words) },
          ],
          decisions: [{ sheet, row: at, decision: choose(['create', 'auto'] as const) }],
        },
      ]);
      const narrow = await edit(body.id, { version, ...change });
      expect(narrow.status).toBe(200);
      const all = await edit(body.id, { version: narrow.body.version, options: {} });
      expect([change, all.body.tickets]).toEqual([change, []]);
      expect(narrow.body.counts).toEqual(all.body.counts);
      version = all.body.version;
    }
  });

  it('is answered with what takes it back, and taking it back leaves nothing changed', async () => {
    const rows = [row('甲'), row('甲'), row('乙', { unit: '无此科' })];
    const { body } = await stage.preview(inspection(), await ledger(rows));
    const before = await whole(body.id);
    const changed = await edit(body.id, {
      version: 1,
      cells: [
        { sheet, cell: 'F7', text: '危化科' },
        { sheet, cell: 'F7', text: '减灾救灾科' },
        { sheet, cell: 'C5', text: '丙' },
      ],
      decisions: [{ sheet, row: 7, decision: 'skip' }],
    });
    expect(changed.body.tickets.map(({ decision }: any) => decision)).toEqual(['create', 'create', 'skip']);
    expect(changed.body.undo.cells.at(-1)).toEqual({ sheet, cell: 'F7', text: '无此科' });
    await edit(body.id, { version: 2, ...changed.body.undo });
    const after = await whole(body.id);
    expect([after.tickets, after.counts]).toEqual([before.tickets, before.counts]);
  });
});

describe('an import part by part', () => {
  const rows = [
    row('甲'),
    row('甲'),
    row('乙', { unit: '无此科' }),
    row('丙', { deadline: '立行立改', unit: '减灾救灾科' }),
    row('丁', { unit: '无此科', deadline: '待定' }),
    row('戊', { progress: '' }),
  ];
  const opened = async () => (await stage.preview(inspection(), await ledger(rows))).body;
  const rowsOf = async (id: string, query: string) =>
    (await inspection().get(`/api/imports/${id}/rows?sheet=${encodeURIComponent(sheet)}&${query}`)).body;

  it('has an outline that says where which rows stand, and no rows', async () => {
    const { id } = await opened();
    const all = await whole(id);
    const { body } = await inspection().get(`/api/imports/${id}?rows=outline`);
    expect(body).toEqual({
      ...all,
      tickets: [],
      outline: [{ sheet, rows: { create: [5, 8, 10], duplicate: [6], attention: [7, 9] }, held: [] }],
    });
  });

  it('gives the rows of the whole import page by page, also those with one decision', async () => {
    const { id } = await opened();
    const all = await whole(id);
    const first = await rowsOf(id, 'limit=4');
    expect([first.version, first.nextFrom]).toEqual([1, 9]);
    const last = await rowsOf(id, `limit=4&from=${first.nextFrom}`);
    expect(last.nextFrom).toBeNull();
    expect([...first.items, ...last.items]).toEqual(all.tickets);
    const waiting = await rowsOf(id, 'decision=attention&from=8');
    expect(waiting.items.map((ticket: any) => ticket.row)).toEqual([9]);
  });

  it('is summed up as its rows say', async () => {
    const { id } = await opened();
    const all = await whole(id);
    const ask = async (query: string) =>
      (await inspection().get(`/api/imports/${id}/digest?sheet=${encodeURIComponent(sheet)}${query}`)).body;
    const digest = await ask('');
    expect(digest).toMatchObject({
      tickets: 6,
      rows: 6,
      updates: 0,
      units: [
        { name: '危化科', count: 3 },
        { name: '无此科', count: 2 },
        { name: '减灾救灾科', count: 1 },
      ],
      months: [
        { name: '2026-09', count: 4 },
        { name: null, count: 2 },
      ],
      needsYou: { count: 2, items: [{ row: 7, cell: 'F7', code: 'leadUnitUnknown' }, { row: 9 }] },
    });
    const told = all.tickets.flatMap(({ row: at, issues }: any) =>
      issues.map(({ cell, code }: any) => `${at} ${cell} ${code}`),
    );
    const listed = [...digest.needsYou.items, ...digest.told.items];
    expect(listed.map((one: any) => `${one.row} ${one.cell} ${one.code}`).sort()).toEqual(told.sort());
    expect(digest.needsYou.count + digest.told.count).toBe(all.counts.findings);
    expect(await ask('&decision=duplicate')).toMatchObject({ tickets: 1, needsYou: { count: 0 }, told: { count: 1 } });
  });

  it('is nobody else’s', async () => {
    const { id } = await opened();
    for (const part of ['rows?sheet=a', 'digest?sheet=a']) {
      expect((await api.as('safety').get(`/api/imports/${id}/${part}`)).status).toBe(404);
    }
    expect((await api.as('safety').get(`/api/imports/${id}?rows=outline`)).status).toBe(404);
  });
});
