import { newId, Person, Post, select } from '@xiaohao/database';
import type { ImportView } from '@xiaohao/ledgers';
import { systemActor } from '@xiaohao/org';
import { createTickets, verifyChains, type NewTicket } from '@xiaohao/tickets';
import ExcelJS from 'exceljs';
import { bootApi, type TestApi } from '../support/boot-api.js';
import { openImportStage, type ImportStage } from '../support/import-stage.js';

const today = '2026-07-01';
let api: TestApi;
let stage: ImportStage;

beforeAll(async () => {
  api = await bootApi(today);
  stage = await openImportStage(api, today);
  const { units } = api.bureau;
  const more = [
    ['town', '镇承办丁', units.town],
    ['namesake1', '同名人', units.town],
    ['namesake2', '同名人', units.town],
  ] as const;
  await api.owner.transaction(async (tx) => {
    for (const [username, name, unitId] of more) {
      const personId = newId();
      await tx.insert(Person, { id: personId, username, name });
      await tx.insert(Post, { id: newId(), personId, unitId, role: 'handler', fromOn: '2020-01-01' });
      api.bureau.people[username] = personId;
    }
  });
});
afterAll(async () => {
  await stage.close();
  await api.stop();
});

let made = 0;
const hazard = async (facts: Partial<NewTicket>) => {
  const industry = `批次${(made += 1)}`;
  const draft: NewTicket = {
    kind: 'hazard',
    title: `隐患${made}`,
    level: 'general',
    site: '某厂',
    industry,
    status: 'in_progress',
    deadline: { kind: 'date', dueOn: '2026-12-31', ongoing: false },
    raisedOn: '2026-01-15',
    assignedOn: '2026-01-20',
    leadUnitId: api.bureau.units.town,
    handlerId: api.bureau.people['clerk'],
    ...facts,
  };
  const [ticket] = await api.owner.transaction((tx) =>
    createTickets(tx, systemActor, [draft], { today, at: new Date() }),
  );
  return { id: ticket!.id, industry };
};

const personsHeading = '整改责任人';
/** What the ledger shows as 责任人, and the same file with another name written there. */
async function exported(who: string, industry: string, write?: string): Promise<{ shown: string; file: Buffer }> {
  const response = await api.as(who).raw(`/api/exports/ledger.xlsx?kind=hazard&industry=${industry}`);
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load((await response.arrayBuffer()) as ExcelJS.Buffer);
  const [sheet] = workbook.worksheets;
  let column = 0;
  sheet!.eachRow((row) =>
    row.eachCell((cell, at) => {
      if (cell.text === personsHeading) column = at;
    }),
  );
  const cell = sheet!.getCell(4, column);
  const shown = cell.text;
  if (write !== undefined) cell.value = write;
  return { shown, file: Buffer.from(await workbook.xlsx.writeBuffer()) };
}

const importEdited = async (who: string, industry: string, write: string): Promise<ImportView> => {
  const { file } = await exported(who, industry, write);
  return (await stage.preview(api.as(who), file, { kind: 'hazard' })).body;
};
const changesOf = ({ tickets }: ImportView) =>
  tickets.flatMap(({ changes }) => changes.map((one) => [one.field, one.held]));
const store = async (who: string, id: string) => {
  expect((await api.as(who).post(`/api/imports/${id}/commit`)).status).toBe(200);
  await stage.runJobs();
  expect((await api.as(who).get(`/api/imports/${id}`)).body).toMatchObject({ status: 'committed' });
};
const handlerOf = async (id: string) => {
  const [row] = await select<{ handler: string | null; actions: string[]; seq: number }>(
    api.owner,
    `select (select name from person p where p.id = t.handler_id) as handler, t.event_count as seq,
       array(select e.action from event e where e.ticket_id = t.id order by e.seq) as actions
     from ticket t where t.id = $1`,
    [id],
  );
  return row!;
};

describe('another name under 责任人', () => {
  it('passes the ticket on where the importer leads the unit: an event of its own, told to whom it concerns, taken back with the import', async () => {
    const { id, industry } = await hazard({});
    expect((await exported('clerk', industry)).shown).toBe('镇办甲');
    const view = await importEdited('clerk', industry, '镇承办丁');
    expect(changesOf(view)).toEqual([
      ['persons', null],
      ['handler', null],
    ]);
    expect((await handlerOf(id)).handler).toBe('镇办甲');
    await store('clerk', view.id);
    const { handler, actions, seq } = await handlerOf(id);
    expect([handler, actions.slice(1)]).toEqual(['镇承办丁', ['import_update', 'reassign']]);
    const told = await select(
      api.owner,
      `select 1 from outbox where job = 'ticket.changed' and payload->>'ticketId' = $1 and (payload->>'seq')::int = $2`,
      [id, seq],
    );
    expect(told).toHaveLength(1);
    expect((await exported('clerk', industry)).shown).toBe('镇承办丁');
    const undone = await api.as('clerk').post(`/api/imports/${view.id}/undo`);
    expect([undone.status, undone.body.counts.update]).toEqual([200, 1]);
    expect((await handlerOf(id)).handler).toBe('镇办甲');
    expect((await exported('clerk', industry)).shown).toBe('镇办甲');
    expect(await verifyChains(api.owner)).toMatchObject({ broken: null });
  });

  it('is left to the head where the importer is an office; the next ledger shows what was written, and tells it no more', async () => {
    const { id, industry } = await hazard({});
    const view = await importEdited('safety', industry, '镇承办丁');
    expect(changesOf(view)).toEqual([
      ['persons', null],
      ['handler', expect.stringContaining('负责人')],
    ]);
    await store('safety', view.id);
    expect(await handlerOf(id)).toMatchObject({ handler: '镇办甲' });
    expect((await handlerOf(id)).actions).not.toContain('reassign');
    expect((await exported('safety', industry)).shown).toBe('镇承办丁');
    const again = await importEdited('safety', industry, '镇承办丁');
    expect(changesOf(again)).toEqual([]);
  });

  it.each([
    ['of nobody', '无此人'],
    ['of two people', '同名人'],
    ['of somebody of another unit', '承办丙'],
  ])('%s stays a name, and the handler who he is', async (_, name) => {
    const { id, industry } = await hazard({});
    const view = await importEdited('clerk', industry, name);
    expect(changesOf(view)).toEqual([
      ['persons', null],
      ['handler', expect.stringContaining('唯一对应')],
    ]);
    await store('clerk', view.id);
    expect((await handlerOf(id)).handler).toBe('镇办甲');
    expect((await exported('clerk', industry)).shown).toBe(name);
  });

  it('passes nothing on where the flow does not', async () => {
    const { industry } = await hazard({ status: 'pending_acceptance', submittedOn: '2026-06-01' });
    expect(changesOf(await importEdited('clerk', industry, '镇承办丁'))).toEqual([
      ['persons', null],
      ['handler', expect.any(String)],
    ]);
  });

  it('refuses an import whose handler has left the unit since the preview, and changes nothing', async () => {
    const { id, industry } = await hazard({});
    const view = await importEdited('clerk', industry, '镇承办丁');
    await api.owner.query(`update post set to_on = '2026-06-30' where person_id = $1`, [api.bureau.people['town']]);
    await api.as('clerk').post(`/api/imports/${view.id}/commit`);
    await stage.runJobs();
    expect((await api.as('clerk').get(`/api/imports/${view.id}`)).body).toMatchObject({ status: 'ready' });
    expect(await handlerOf(id)).toMatchObject({ handler: '镇办甲', seq: 1 });
  });
});
