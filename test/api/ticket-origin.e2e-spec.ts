import { execute, select } from '@xiaohao/database';
import { bootApi, type TestApi } from '../support/boot-api.js';
import { openImportStage, type ImportStage } from '../support/import-stage.js';
import { buildWorkbook, inspectionSheet } from '../support/ledger-workbooks.js';

const today = '2026-07-01';
let api: TestApi;
let stage: ImportStage;
let file: Buffer;
let tickets: { id: string; importId: string }[];

beforeAll(async () => {
  api = await bootApi(today);
  stage = await openImportStage(api, today);
  const rows = [
    { item: '一、责任落实', title: '甲题', unit: '危化科', deadline: '2026年9月底', progress: '推进中' },
    { title: '乙题另一件', unit: '危化科', deadline: '2026年9月底', progress: '推进中' },
  ];
  file = await buildWorkbook([inspectionSheet(rows, { title: '第一轮巡察反馈问题整改台账' })]);
  const { body } = await stage.commit(api.as('inspection'), file);
  tickets = await select(
    api.owner,
    'select id, import_id as "importId" from ticket where import_id = $1 order by import_row',
    [body.id],
  );
});
afterAll(async () => {
  await stage.close();
  await api.stop();
});

describe('where a ticket came from', () => {
  it('is its own row of the file with its headings, and no other row', async () => {
    const { status, body } = await api.as('inspection').get(`/api/tickets/${tickets[0]!.id}/origin`);
    expect(status).toBe(200);
    expect(body).toMatchObject({ file: '整改台账.xlsx', sheet: '整改台账', row: 5, mayOpenFile: true });
    expect(body.cells).toEqual(
      expect.arrayContaining([
        { cell: 'C5', heading: '反馈问题-具体问题', text: '甲题', corrected: false },
        { cell: 'H5', heading: '整改时限', text: '2026年9月底', corrected: false },
      ]),
    );
    expect(JSON.stringify(body)).not.toContain('乙题');
  });

  it('says so of a cell that was written over in the preview', async () => {
    const other = await buildWorkbook([
      inspectionSheet([{ title: '丙题', unit: '危化科', progress: '推进中' }], { title: '第二轮巡察反馈问题整改台账' }),
    ]);
    const { body } = await stage.preview(api.as('inspection'), other);
    const cells = [{ sheet: '整改台账', cell: 'C5', text: '丙题改' }];
    await api.as('inspection').patch(`/api/imports/${body.id}`, { version: 1, cells });
    await api.as('inspection').post(`/api/imports/${body.id}/commit`);
    await stage.runJobs();
    const [ticket] = await select<{ id: string }>(api.owner, 'select id from ticket where import_id = $1', [body.id]);
    const origin = (await api.as('inspection').get(`/api/tickets/${ticket!.id}/origin`)).body;
    expect(origin.cells).toContainEqual({ cell: 'C5', heading: '反馈问题-具体问题', text: '丙题改', corrected: true });
  });

  it('shows those who see the ticket its row, and not the file of another office', async () => {
    const origin = `/api/tickets/${tickets[0]!.id}/origin`;
    expect((await api.as('safety').get(origin)).status).toBe(404);
    await execute(
      api.owner,
      `update ticket set lead_unit_id = (select unit_id from post where role = 'clerk' and person_id = $2) where id = $1`,
      [tickets[0]!.id, api.bureau.people['clerk']],
    );
    const seen = await api.as('clerk').get(origin);
    expect([seen.status, seen.body.mayOpenFile]).toEqual([200, false]);
    const whole = `/api/imports/${tickets[0]!.importId}/file`;
    expect((await api.as('clerk').get(whole)).status).toBe(404);
    expect((await api.as('handler').get(origin)).status).toBe(403);
  });

  it('keeps other columns from those who may not see what is confidential of the ticket', async () => {
    const supervision = await buildWorkbook([
      {
        name: '督办',
        rows: [
          ['区政府督办事项台账'],
          ['序号', '督办事项', '批示内容', '承办单位', '协办单位', '办理时限', '办理进展'],
          ['1', '水毁道路修复', '此件不得外传', '危化科', '清河镇', '2026年9月底', '推进中'],
        ],
      },
    ]);
    const { body } = await stage.commit(api.as('supervision'), supervision, { kind: 'supervision_item' });
    const [ticket] = await select<{ id: string }>(api.owner, 'select id from ticket where import_id = $1', [body.id]);
    await execute(
      api.owner,
      `insert into ticket_support_unit (ticket_id, unit_id)
       select $1, unit_id from post where role = 'clerk' and person_id = $2 on conflict do nothing`,
      [ticket!.id, api.bureau.people['clerk']],
    );
    const texts = async (who: string) => {
      const { body: origin } = await api.as(who).get(`/api/tickets/${ticket!.id}/origin`);
      return origin.cells.map(({ text }: { text: string }) => text);
    };
    expect(await texts('supervision')).toContain('此件不得外传');
    expect(await texts('clerk')).toContain('水毁道路修复');
    expect(await texts('clerk')).not.toContain('此件不得外传');
  });

  it('stays closed to whoever imported it once their posts register no such tickets', async () => {
    const path = `/api/imports/${tickets[0]!.importId}`;
    expect((await api.as('inspection').get(path)).status).toBe(200);
    await execute(api.owner, `update ledger_import set created_by = $2 where id = $1`, [
      tickets[0]!.importId,
      api.bureau.people['clerk'],
    ]);
    expect((await api.as('clerk').get(path)).status).toBe(404);
    expect((await api.as('clerk').get(`${path}/file`)).status).toBe(404);
  });

  it('opens the whole file, byte by byte, to the office that keeps it', async () => {
    const response = await api.as('inspection').raw(`/api/imports/${tickets[0]!.importId}/file`);
    expect(response.headers.get('content-disposition')).toMatch(/^attachment/);
    expect(Buffer.from(await response.arrayBuffer()).equals(file)).toBe(true);
  });
});
