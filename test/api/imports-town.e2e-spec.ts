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
  await stage?.close();
  await api?.stop();
});

interface Row {
  title: string;
  level?: string;
  unit?: string;
}
let ledgers = 0;
const hazards = (...rows: Row[]) =>
  buildWorkbook([
    {
      name: '隐患台账',
      rows: [
        [`第${(ledgers += 1)}批安全隐患排查整改台账`],
        ['序号', '隐患内容', '隐患等级', '责任单位', '发现日期', '整改时限', '整改情况'],
        ...rows.map(({ title, level = '一般', unit = '' }, at) => [
          at + 1,
          title,
          level,
          unit,
          '2026年6月20日',
          '2026年8月30日',
          '正在整改',
        ]),
      ],
    },
  ]);
const clerk = () => api.as('clerk');
const preview = async (...rows: Row[]) =>
  (await stage.preview(clerk(), await hazards(...rows), { kind: 'hazard' })).body;
const reasons = ({ tickets }: ImportView) =>
  tickets.map(({ decision, issues }) => [
    decision,
    issues.map(({ code }) => code).filter((code) => code.endsWith('OfOthers')),
  ]);

describe('a town’s clerk', () => {
  it('imports general hazards of the own town, those that name no unit among them', async () => {
    const read = await preview({ title: '鱼塘缺警示牌', unit: '云栖镇' }, { title: '护栏破损' });
    expect(reasons(read)).toEqual([
      ['create', []],
      ['create', []],
    ]);
    expect((await clerk().post(`/api/imports/${read.id}/commit`)).status).toBe(200);
    await stage.runJobs();
    expect((await clerk().get(`/api/imports/${read.id}`)).body.status).toBe('committed');
    const { items } = (await clerk().get(`/api/tickets?importId=${read.id}`)).body;
    expect(
      items.map(({ leadUnit, kind }: { leadUnit: { name: string }; kind: string }) => [leadUnit.name, kind]),
    ).toEqual([
      ['云栖镇', 'hazard'],
      ['云栖镇', 'hazard'],
    ]);
  });

  it('is told which rows are not the town’s, and commits none before they are left out', async () => {
    const read = await preview(
      { title: '甲', unit: '云栖镇' },
      { title: '乙', unit: '危化科' },
      { title: '丙', level: '重大', unit: '云栖镇' },
    );
    expect(reasons(read)).toEqual([
      ['create', []],
      ['attention', ['unitOfOthers']],
      ['attention', ['majorOfOthers']],
    ]);
    const refused = await clerk().post(`/api/imports/${read.id}/commit`);
    expect(refused.body).toMatchObject({ code: 'importNeedsAttention', details: { count: 2 } });
    expect(refused.body.message).toContain('镇办只能导入本单位及下级单位的隐患，“危化科”不在其内');

    const skip = read.tickets
      .slice(1)
      .map(({ sheet, row }: { sheet: string; row: number }) => ({ sheet, row, decision: 'skip' }));
    const edited = await clerk().patch(`/api/imports/${read.id}`, { version: read.version, decisions: skip });
    expect(edited.status).toBe(200);
    expect((await clerk().post(`/api/imports/${read.id}/commit`)).status).toBe(200);
    await stage.runJobs();
    const { items } = (await api.as('safety').get(`/api/tickets?importId=${read.id}`)).body;
    expect(items.map(({ title }: { title: string }) => title)).toEqual(['甲']);
  });

  it('imports no other kind, and makes no units', async () => {
    const rounds = await buildWorkbook([inspectionSheet([{ title: '台账不全', unit: '云栖镇', progress: '推进' }])]);
    expect(
      (await clerk().upload('/api/imports', [{ name: 'a.xlsx', content: rounds }], { kind: 'inspection_issue' }))
        .status,
    ).toBe(403);
    const read = (await stage.preview(clerk(), rounds)).body;
    expect(reasons(read)).toEqual([['attention', ['kindOfOthers']]]);
    const { body } = await stage.preview(clerk(), await hazards({ title: '丁', unit: '无名村' }), { kind: 'hazard' });
    const made = await clerk().patch(`/api/imports/${body.id}`, {
      version: body.version,
      options: { createUnits: true },
    });
    expect(made.body).toMatchObject({ code: 'inputWrong', details: { field: 'createUnits' } });
  });

  it('sees the own imports alone, and learns nothing of others’ tickets by importing their words', async () => {
    const file = await hazards({ title: '罐区围堰开裂', unit: '危化科' });
    const theirs = (await stage.preview(api.as('safety'), file, { kind: 'hazard' })).body;
    expect((await clerk().get(`/api/imports/${theirs.id}`)).status).toBe(404);
    const mine = (await clerk().get('/api/imports')).body;
    expect(mine.every(({ createdByName }: { createdByName: string }) => createdByName === '镇办甲')).toBe(true);
    expect((await api.as('safety').post(`/api/imports/${theirs.id}/commit`)).status).toBe(200);
    await stage.runJobs();
    const again = (await stage.preview(clerk(), file, { kind: 'hazard' })).body;
    expect(JSON.stringify(again.tickets)).not.toContain('YH-2026');
    expect((await stage.preview(api.as('safety'), file, { kind: 'hazard' })).body.tickets[0].decision).toBe(
      'unchanged',
    );
  });

  it('keeps what it made of headings for its own next file; the offices read theirs as before', async () => {
    const rows = [
      ['序号', '隐患内容', '隐患等级', '整改时限', '何方办理'],
      [1, '甲处护栏破损', '一般', '2026年8月30日', '云栖镇'],
    ];
    const file = await buildWorkbook([{ name: '自排表', rows }]);
    const read = async (who: 'clerk' | 'safety') =>
      (await stage.preview(api.as(who), file, { kind: 'hazard' })).body.sheets[0].columns.E;
    const before = await read('safety');
    const first = (await stage.preview(clerk(), file, { kind: 'hazard' })).body;
    const columns = [{ sheet: '自排表', column: 'E', meaning: 'measures' }];
    await clerk().patch(`/api/imports/${first.id}`, { version: first.version, columns });
    await stage.runJobs();
    await clerk().post(`/api/imports/${first.id}/commit`);
    await stage.runJobs();
    expect([await read('clerk'), await read('safety')]).toEqual(['measures', before]);
    const listed = async (who: 'clerk' | 'safety') =>
      (await api.as(who).get('/api/import-profiles')).body.filter(({ sheet }: any) => sheet === '自排表').length;
    expect([await listed('clerk'), await listed('safety')]).toEqual([1, 0]);
  });

  it('takes the own import back while nobody has touched it', async () => {
    const read = await preview({ title: '消防通道堵塞' });
    await clerk().post(`/api/imports/${read.id}/commit`);
    await stage.runJobs();
    expect((await clerk().post(`/api/imports/${read.id}/undo`)).body.status).toBe('undone');
  });

  it('whose town has gone meanwhile commits nothing', async () => {
    const read = await preview({ title: '临崖路段无护栏' });
    const [other] = await api.owner.query(
      `insert into unit (id, name, type) values (gen_random_uuid(), '松溪镇', 'town') returning id`,
    );
    await api.owner.query('update post set unit_id = $1 where person_id = $2', [other.id, api.bureau.people['clerk']]);
    await api.owner.query(
      `update ledger_import_row set ticket = jsonb_set(ticket, '{preview,leadUnit}', '"云栖镇"') where import_id = $1`,
      [read.id],
    );
    await clerk().post(`/api/imports/${read.id}/commit`);
    await stage.runJobs();
    const after = (await clerk().get(`/api/imports/${read.id}`)).body;
    expect([after.status, after.failure.code]).toEqual(['ready', 'importNeedsAttention']);
    expect(reasons(after)).toEqual([['attention', ['unitOfOthers']]]);
  });
});
