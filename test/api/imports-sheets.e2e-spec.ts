import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bootApi, type TestApi } from '../support/boot-api.js';
import { openImportStage, type ImportStage } from '../support/import-stage.js';
import { buildWorkbook, type TestSheet } from '../support/ledger-workbooks.js';

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

/** Changes a preview and has the file read again. */
async function reread(id: string, change: object) {
  const { body } = await inspection().get(`/api/imports/${id}`);
  const { status } = await inspection().patch(`/api/imports/${id}`, { version: body.version, ...change });
  expect(status).toBe(200);
  await stage.runJobs();
  return (await inspection().get(`/api/imports/${id}`)).body;
}

async function store(id: string) {
  expect((await inspection().post(`/api/imports/${id}/commit`)).status).toBe(200);
  await stage.runJobs();
  expect((await inspection().get(`/api/imports/${id}`)).body.status).toBe('committed');
}

describe('a table below another, with columns in another order', () => {
  it('has its cells corrected where they stand in the file, and says where', async () => {
    const file = readFileSync(join(__dirname, '../files/ledgers/two-tables.xlsx'));
    const { body } = await stage.preview(inspection(), file, {}, 'two-tables.xlsx');
    const rowOf = ({ tickets }: { tickets: { row: number }[] }) => tickets.find(({ row }) => row === 8) as any;
    const { cells, places } = rowOf(body);
    expect([cells.D, places.D]).toEqual(['信息科', 'C8']);
    const edit = { version: body.version, cells: [{ sheet: '整改情况', cell: 'C8', text: '危化科' }] };
    const edited = await inspection().patch(`/api/imports/${body.id}`, edit);
    expect(rowOf(edited.body)).toMatchObject({ leadUnit: '危化科', persons: ['林峰'], decision: 'create' });
    const again = await reread(body.id, { options: { year: 2022 } });
    expect(rowOf(again)).toMatchObject({ leadUnit: '危化科', persons: ['林峰'] });
    const blanked = { version: again.version, cells: [{ sheet: '整改情况', cell: 'D8', text: '' }] };
    const without = (await inspection().patch(`/api/imports/${body.id}`, blanked)).body;
    expect(rowOf(without)).toMatchObject({ persons: [], places: { M: 'D8' } });
    const written = { version: without.version, cells: [{ sheet: '整改情况', cell: 'D8', text: '孙丽' }] };
    const last = await inspection().patch(`/api/imports/${body.id}`, written);
    expect(rowOf(last.body)).toMatchObject({ leadUnit: '危化科', persons: ['孙丽'] });
  });
});

it('a cell merged over two tickets is corrected where it begins, for both, and stays so', async () => {
  const rows = [
    ['合并单元格台账'],
    ['序号', '点位', '存在问题', '责任科室', '整改时限'],
    ['1', '老粮站', '墙体开裂', '办公室', '2026年9月30日'],
    ['2', null, '屋面漏雨', '办公室', '2026年9月30日'],
  ];
  const file = await buildWorkbook([{ name: '合并', rows, merges: ['D3:D4'] }]);
  const { body } = await stage.preview(inspection(), file, {}, '合并.xlsx');
  expect(body.tickets[1].places).toMatchObject({ D: 'D3' });
  const edit = { version: body.version, cells: [{ sheet: '合并', cell: 'D3', text: '危化科' }] };
  await inspection().patch(`/api/imports/${body.id}`, edit);
  const again = await reread(body.id, { options: { year: 2026 } });
  expect(again.tickets.map(({ leadUnit }: { leadUnit: string }) => leadUnit)).toEqual(['危化科', '危化科']);
});

describe('what a person made of the columns', () => {
  let files = 0;
  const file = (headings: readonly string[], lead: string) => {
    files += 1;
    const rows = [[`第${files}次自查台账`], headings, ['1', `第${files}件事`, '减灾救灾科', lead, '2026年9月30日']];
    return buildWorkbook([{ name: '自查', rows }]);
  };
  const open = async (headings: readonly string[], lead = '危化科') =>
    (await stage.preview(inspection(), await file(headings, lead), {}, `自查${files}.xlsx`)).body;

  it('is kept when the import is stored and read again under the same headings, and said', async () => {
    const headings = ['序号', '存在问题', '责任科室', '落实处', '整改时限'];
    const first = await open(headings);
    expect(first.tickets[0].leadUnit).toBe('减灾救灾科');
    expect(first.sheets[0].profile).toBeNull();
    const columns = [{ sheet: '自查', column: 'D', meaning: 'leadUnit' }];
    expect((await reread(first.id, { columns })).tickets[0].leadUnit).toBe('危化科');
    const unsaid = await open(headings);
    expect([unsaid.tickets[0].leadUnit, unsaid.sheets[0].profile]).toEqual(['减灾救灾科', null]);
    await store(first.id);

    const next = await open(headings);
    expect(next.tickets[0].leadUnit).toBe('危化科');
    expect(next.sheets[0]).toMatchObject({
      columns: { C: 'details', D: 'leadUnit' },
      profile: { fileName: first.fileName, used: true },
    });
    const without = await reread(next.id, { sheets: [{ sheet: '自查', profile: 'none' }] });
    expect([without.tickets[0].leadUnit, without.sheets[0].profile.used]).toEqual(['减灾救灾科', false]);
    const again = await reread(next.id, { sheets: [{ sheet: '自查', profile: 'use' }] });
    expect(again.tickets[0].leadUnit).toBe('危化科');

    const other = await open(['序号', '存在问题', '责任科室', '落实情况', '整改时限']);
    expect([other.tickets[0].leadUnit, other.sheets[0].profile]).toEqual(['减灾救灾科', null]);
  });

  it('finds a header that says nothing to us, where a person pointed at one like it before', async () => {
    const headings = ['第几', '啥毛病', '谁看的', '谁来办', '啥时候'];
    const first = await open(headings);
    expect(first.status).toBe('failed');
    const read = await reread(first.id, {
      headerRows: [{ sheet: '自查', rows: [2] }],
      columns: [
        { sheet: '自查', column: 'B', meaning: 'title' },
        { sheet: '自查', column: 'D', meaning: 'leadUnit' },
        { sheet: '自查', column: 'E', meaning: 'deadline' },
      ],
    });
    await store(read.id);
    const next = await open(headings, '执法监督科');
    expect(next.sheets[0]).toMatchObject({ role: 'ledger', headerRows: [2], profile: { used: true } });
    expect(next.tickets).toMatchObject([{ leadUnit: '执法监督科', deadline: { date: '2026-09-30' } }]);
  });

  it('is listed for those who import, and forgotten when one of them deletes it', async () => {
    const headings = ['序号', '存在问题', '责任科室', '办理方', '整改时限'];
    const first = await open(headings);
    await reread(first.id, { columns: [{ sheet: '自查', column: 'D', meaning: 'leadUnit' }] });
    await store(first.id);
    const [profile] = (await inspection().get('/api/import-profiles')).body;
    expect(profile).toMatchObject({
      headings,
      meanings: ['seq', 'title', 'details', 'leadUnit', 'deadline'],
      fileName: first.fileName,
      sheet: '自查',
      keptByName: '巡察办甲',
    });
    expect((await api.as('head').get('/api/import-profiles')).status).toBe(403);
    // A town neither sees nor deletes what the offices keep.
    expect((await api.as('clerk').get('/api/import-profiles')).body).toEqual([]);
    expect((await api.as('clerk').get('/api/unit-aliases')).body).toEqual([]);
    const byTown = await api.as('clerk').raw(`/api/import-profiles/${profile.id}`, { method: 'DELETE' });
    expect(byTown.status).toBe(404);
    expect((await api.as('safety').get('/api/import-profiles')).body[0].id).toBe(profile.id);
    const path = `/api/import-profiles/${profile.id}`;
    expect((await inspection().raw(path, { method: 'DELETE' })).status).toBe(204);
    expect((await inspection().raw(path, { method: 'DELETE' })).status).toBe(404);
    expect((await open(headings)).tickets[0].leadUnit).toBe('减灾救灾科');
  });
});

describe('which sheets are read', () => {
  const table = (name: string, title: string, more: Partial<TestSheet> = {}): TestSheet => ({
    name,
    rows: [
      ['序号', '存在问题', '责任科室', '整改时限'],
      ['1', title, '危化科', '2026年9月30日'],
    ],
    ...more,
  });
  const titlesOf = (body: any) => body.tickets.map(({ title }: any) => title);

  it('is for a person to say: one left out is read after all, one that is read is left out', async () => {
    const file = await buildWorkbook([table('一', '甲'), table('二', '乙', { hidden: true }), table('填表说明', '丙')]);
    const { body } = await stage.preview(inspection(), file);
    expect(titlesOf(body)).toEqual(['甲']);
    expect(body.sheets[1]).toMatchObject({
      role: 'skipped',
      head: [{ row: 1 }, { row: 2, cells: [{}, { text: '乙' }, {}, {}] }],
    });
    const all = await reread(body.id, {
      sheets: [
        { sheet: '二', read: 'yes' },
        { sheet: '填表说明', read: 'yes' },
      ],
    });
    expect(titlesOf(all)).toEqual(['甲', '乙', '丙']);
    const less = await reread(body.id, { sheets: [{ sheet: '一', read: 'no' }] });
    expect(titlesOf(less)).toEqual(['乙', '丙']);
    expect(less.sheets[0]).toMatchObject({ role: 'skipped', why: '按您的选择不读' });
    expect(titlesOf(await reread(body.id, { sheets: [{ sheet: '一', read: 'auto' }] }))).toEqual(['甲', '乙', '丙']);
  });

  it('leaves at least one', async () => {
    const { body } = await stage.preview(inspection(), await buildWorkbook([table('一', '甲')]));
    const sheets = [{ sheet: '一', read: 'no' }];
    const refused = await inspection().patch(`/api/imports/${body.id}`, { version: body.version, sheets });
    expect([refused.status, refused.body.code]).toEqual([422, 'inputWrong']);
  });

  it('reads a sheet without a header we know once a person points at it', async () => {
    const odd = {
      name: '毛病',
      rows: [
        ['啥毛病', '谁来办'],
        ['灭火器过期', '危化科'],
      ],
    };
    const { body } = await stage.preview(inspection(), await buildWorkbook([table('一', '甲'), odd]));
    expect(body.sheets[1].role).toBe('skipped');
    const read = await reread(body.id, {
      headerRows: [{ sheet: '毛病', rows: [1] }],
      columns: [{ sheet: '毛病', column: 'A', meaning: 'title' }],
    });
    expect(titlesOf(read)).toEqual(['甲', '灭火器过期']);
  });

  it('does not show a hidden sheet because its headings were kept', async () => {
    const headings = ['序号', '存在问题', '责任科室', '谁管'];
    const rows = [headings, ['1', '甲', '减灾救灾科', '危化科']];
    const first = await stage.preview(inspection(), await buildWorkbook([{ name: '一', rows }]));
    await reread(first.body.id, { columns: [{ sheet: '一', column: 'D', meaning: 'leadUnit' }] });
    await store(first.body.id);
    const hidden = { name: '二', rows, hidden: true };
    const { body } = await stage.preview(inspection(), await buildWorkbook([table('一', '丁'), hidden]));
    expect(body.sheets[1].role).toBe('skipped');
  });
});
