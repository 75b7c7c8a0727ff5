import { select } from '@xiaohao/database';
import type { ImportView } from '@xiaohao/ledgers';
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
const row = (title: string, more: Partial<InspectionRow> = {}): InspectionRow => ({
  title,
  unit: '危化科',
  deadline: '2026年9月底',
  progress: '推进中',
  ...more,
});
const undo = async (id: string) => (await inspection().post(`/api/imports/${id}/undo`)).body as ImportView;
const sourceOf = async ({ tickets }: ImportView): Promise<{ id: string; name: string }> =>
  (await inspection().get(`/api/tickets/${tickets[0]!.ticketId}`)).body.source;
const sources = async (): Promise<string[]> =>
  (await inspection().get('/api/sources')).body.map(({ id }: { id: string }) => id);

describe('a source an import made', () => {
  it('goes with the import that is taken back; the history keeps it, and the same file makes it anew', async () => {
    const file = await ledger([row('甲'), row('乙')], newTitle());
    const { body } = await stage.commit(inspection(), file);
    const { id, name } = await sourceOf(body);
    expect(await sources()).toContain(id);
    await undo(body.id);
    expect(await sources()).not.toContain(id);
    expect(await sourceOf(body)).toBeNull();
    const [kept] = await select<{ tickets: number }>(
      api.owner,
      `select (select count(distinct t.id)::int from ticket_history t where t.source_id = s.id) as tickets
       from source_history s where s.id = $1 and s.name = $2 and s.recorded_to <> 'infinity'`,
      [id, name],
    );
    expect(kept).toEqual({ tickets: 2 });
    const again = await stage.commit(inspection(), file);
    expect([again.body.counts.create, (await sourceOf(again.body)).name]).toEqual([2, name]);
  });

  it('stays while anything else uses it, and goes with the last import taken back', async () => {
    const title = newTitle();
    const first = await stage.commit(inspection(), await ledger([row('甲')], title));
    const second = await stage.commit(inspection(), await ledger([row('乙')], title));
    const { id } = await sourceOf(first.body);
    expect((await sourceOf(second.body)).id).toBe(id);
    await undo(first.body.id);
    expect(await sources()).toContain(id);
    expect((await sourceOf(second.body)).id).toBe(id);
    await undo(second.body.id);
    expect(await sources()).not.toContain(id);
  });

  it.each([
    ['changed by hand', (id: string) => inspection().patch(`/api/sources/${id}`, { documentNo: '某发〔2026〕1号' })],
    ['given an item by hand', (id: string) => inspection().post(`/api/sources/${id}/items`, { title: '另一项' })],
  ])('stays once it was %s', async (_, change) => {
    const { body } = await stage.commit(inspection(), await ledger([row('甲')], newTitle()));
    const { id } = await sourceOf(body);
    expect((await change(id)).status).toBeLessThan(300);
    await undo(body.id);
    expect(await sources()).toContain(id);
  });

  it('is not the source that was there before', async () => {
    const name = newTitle();
    const { body: made } = await inspection().post('/api/sources', { kind: 'inspection_issue', name });
    const { body } = await stage.commit(inspection(), await ledger([row('甲')], name), { sourceName: name });
    expect((await sourceOf(body)).id).toBe(made.id);
    await undo(body.id);
    expect(await sources()).toContain(made.id);
  });
});

describe('units an import made', () => {
  const units = async (): Promise<{ id: string; name: string }[]> => (await inspection().get('/api/units')).body;
  const isOpen = async (name: string) => (await units()).some((unit) => unit.name === name);
  const told = ({ madeUnits }: ImportView) => madeUnits.map(({ name, closed, keptFor }) => [name, closed, keptFor]);
  const importOf = async (...names: string[]) => {
    const file = await ledger(
      names.map((name, index) => row(`事项${index}`, { unit: name })),
      newTitle(),
    );
    const { body } = await stage.preview(inspection(), file);
    await inspection().patch(`/api/imports/${body.id}`, { version: 1, options: { createUnits: true } });
    await inspection().post(`/api/imports/${body.id}/commit`);
    await stage.runJobs();
    return (await inspection().get(`/api/imports/${body.id}`)).body as ImportView;
  };

  it('are closed with the import that is taken back, with an entry of their own, and made anew by the same file', async () => {
    const one = await importOf('新设甲科、新设乙科', '新设甲科');
    expect(told(one)).toEqual([
      ['新设甲科', false, null],
      ['新设乙科', false, null],
    ]);
    expect(told(await undo(one.id))).toEqual([
      ['新设甲科', true, null],
      ['新设乙科', true, null],
    ]);
    expect([await isOpen('新设甲科'), await isOpen('新设乙科')]).toEqual([false, false]);
    const entries = await select<{ action: string }>(
      api.owner,
      'select action from people_event where unit_id = $1 order by id',
      [one.madeUnits[0]!.id],
    );
    expect(entries.map(({ action }) => action)).toEqual(['unit_added', 'unit_closed']);
    const again = await importOf('新设甲科');
    expect([await isOpen('新设甲科'), again.madeUnits.length]).toEqual([true, 1]);
  });

  it('stay where anything else uses them, and it is said what', async () => {
    const one = await importOf('丙新科', '丁新科', '戊新科', '己新科');
    const idOf = (name: string) => one.madeUnits.find((unit) => unit.name === name)!.id;
    const second = await importOf('丙新科');
    await api.as('admin').post(`/api/units/${idOf('丁新科')}/rename`, { name: '丁新室' });
    await api.as('admin').post('/api/units', { name: '戊下组', type: 'section', parentId: idOf('戊新科') });
    expect(told(await undo(one.id))).toEqual([
      ['丙新科', false, '1 件其他事项'],
      ['丁新科', false, '改名或调整上级 1 次'],
      ['戊新科', false, '1 个下级单位'],
      ['己新科', true, null],
    ]);
    expect([await isOpen('丙新科'), await isOpen('丁新室'), await isOpen('己新科')]).toEqual([true, true, false]);
    expect(second.madeUnits).toEqual([]);
  });
});

describe('the numbers of an import of corrections', () => {
  it('are the same before and after it is stored, and tell how many tickets were put back', async () => {
    const title = newTitle();
    const rows = ['甲', '乙', '丙'].map((name) => row(name));
    await stage.commit(inspection(), await ledger(rows, title));
    const corrected = [row('甲', { remark: '补记' }), row('乙', { remark: '补记', deadline: '2026年11月底' })];
    const held = row('丙', { deadline: '2026年11月底' });
    const { body } = await stage.preview(inspection(), await ledger([...corrected, held], title));
    const { tickets, counts } = body as ImportView;
    expect(tickets.map(({ decision }) => decision)).toEqual(['update', 'update', 'unchanged']);
    // What is left to a person is told, also of the row that changes nothing.
    expect(tickets[2]!.changes).toMatchObject([{ field: 'deadline', held: expect.any(String) }]);
    expect(counts).toMatchObject({ update: 2, unchanged: 1, held: 2 });
    await inspection().post(`/api/imports/${body.id}/commit`);
    await stage.runJobs();
    const stored = (await inspection().get(`/api/imports/${body.id}`)).body as ImportView;
    expect([stored.status, stored.counts]).toEqual(['committed', counts]);
    const { status, counts: putBack } = await undo(body.id);
    expect([status, putBack.create ?? 0, putBack.update]).toEqual(['undone', 0, 2]);
  });

  it('follow an edit of a cell', async () => {
    const title = newTitle();
    await stage.commit(inspection(), await ledger([row('甲')], title));
    const { body } = await stage.preview(inspection(), await ledger([row('甲', { deadline: '2026年11月底' })], title));
    expect(body.counts).toMatchObject({ unchanged: 1, held: 1 });
    const { letter } = Object.entries(body.tickets[0].cells as Record<string, string>)
      .map(([letter, text]) => ({ letter, text }))
      .find(({ text }) => text === '2026年11月底')!;
    const cells = [{ sheet: body.tickets[0].sheet, cell: `${letter}${body.tickets[0].row}`, text: '2026年9月底' }];
    const edited = await inspection().patch(`/api/imports/${body.id}`, { version: 1, cells });
    expect([edited.body.counts.unchanged, edited.body.counts.held]).toEqual([1, undefined]);
  });
});
