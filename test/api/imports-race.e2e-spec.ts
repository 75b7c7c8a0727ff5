import pg from 'pg';
import { select } from '@xiaohao/database';
import type { ImportView } from '@xiaohao/ledgers';
import { bootApi, type TestApi } from '../support/boot-api.js';
import { openImportStage, type ImportStage } from '../support/import-stage.js';
import { buildWorkbook, inspectionSheet } from '../support/ledger-workbooks.js';

const today = '2026-07-01';
let api: TestApi;
let stage: ImportStage;
let other: ImportStage;

beforeAll(async () => {
  api = await bootApi(today);
  stage = await openImportStage(api, today);
  other = await openImportStage(api, today);
});
afterAll(async () => {
  await other.close();
  await stage.close();
  await api.stop();
});

const inspection = () => api.as('inspection');
const person = () => api.bureau.people['inspection']!;
let rounds = 0;
const ledger = (count: number) => {
  const rows = Array.from({ length: count }, (_, at) => ({ title: `问题${at}`, unit: '危化科', progress: '推进中' }));
  return buildWorkbook([inspectionSheet(rows, { title: `第${(rounds += 1)}轮巡察反馈问题整改台账（2026年）` })]);
};
const viewOf = async (id: string) => (await inspection().get(`/api/imports/${id}`)).body as ImportView;

describe('two at the very same time', () => {
  it('who commit the same new file make each ticket once; the later one is told which row and ticket', async () => {
    const file = await ledger(700);
    const ids: string[] = [];
    for (const _ of [1, 2]) ids.push((await stage.preview(inspection(), file)).body.id);
    for (const id of ids) await inspection().post(`/api/imports/${id}/commit`);
    await Promise.all([stage, other].map(({ jobs }, at) => jobs.commit(ids[at]!, person())));
    const views = await Promise.all(ids.map(viewOf));
    expect(views.map(({ status }) => status).sort()).toEqual(['committed', 'ready']);
    const late = views.find(({ status }) => status === 'ready')!;
    expect(late.failure).toMatchObject({ code: 'importKnownMeanwhile', details: { row: 5 } });
    expect(late.failure!['message']).toMatch(/XC-2026-\d+/);
    const made = await select<{ times: number }>(
      api.owner,
      'select count(*)::int as times from ticket where import_id = any($1) group by title',
      [ids],
    );
    expect(made).toHaveLength(700);
    expect(made.every(({ times }) => times === 1)).toBe(true);
  });

  it('who read the same import store each row once', async () => {
    const { body } = await inspection().upload('/api/imports', [{ name: '台账.xlsx', content: await ledger(1200) }]);
    await Promise.all([stage, other, stage].map(({ jobs }) => jobs.read(body.id)));
    const { status, tickets, counts } = await viewOf(body.id);
    expect([status, tickets.length, counts.tickets, counts.create]).toEqual(['ready', 1200, 1200, 1200]);
    expect(new Set(tickets.map(({ row }) => row)).size).toBe(1200);
  });
});

describe('an import given up while it is read', () => {
  it('stays given up, and nothing of it is stored', async () => {
    const { body } = await inspection().upload('/api/imports', [{ name: '台账.xlsx', content: await ledger(20) }]);
    const holder = new pg.Client({ connectionString: api.ownerUrl });
    await holder.connect();
    await holder.query('select pg_advisory_lock(hashtextextended($1, 0))', [body.id]);
    const reading = stage.jobs.read(body.id);
    while ((await viewOf(body.id)).progress < 5) await new Promise((next) => setTimeout(next, 20));
    await stage.jobs.giveUpReading(body.id);
    await holder.end();
    await reading;
    const { status, failure, tickets } = await viewOf(body.id);
    expect([status, failure!['code'], tickets]).toEqual(['failed', 'internal', []]);
  });
});

describe('taking back what somebody has touched', () => {
  it('is refused with the numbers of the first and how many, and takes back nothing', async () => {
    const { body } = await stage.commit(inspection(), await ledger(30));
    const touched = (body as ImportView).tickets.slice(10, 12).map(({ ticketId }) => ticketId!);
    for (const id of touched) await inspection().post(`/api/tickets/${id}/comments`, { text: '请尽快办理' });
    const first = (await inspection().get(`/api/tickets/${touched[0]}`)).body.no;
    const refused = await inspection().post(`/api/imports/${body.id}/undo`);
    expect([refused.status, refused.body.code]).toEqual([409, 'importTouched']);
    expect(refused.body.details).toEqual({ count: 2, no: first });
    expect(refused.body.message).toContain(first);
    const states = await select<{ status: string }>(
      api.owner,
      'select distinct status from ticket where import_id = $1',
      [body.id],
    );
    expect(states).toEqual([{ status: 'in_progress' }]);
  });
});
