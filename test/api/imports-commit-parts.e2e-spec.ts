import { select } from '@xiaohao/database';
import { ticketsPerPart } from '@xiaohao/tickets';
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
const rowsOf = (count: number, prefix: string) =>
  Array.from({ length: count }, (_, at): InspectionRow => {
    const item = `${prefix}第${Math.floor(at / 100)}项`;
    return { title: `${prefix}问题${at}`, item, unit: '危化科', deadline: '2026年9月底', progress: '推进中' };
  });
const ledger = (rows: readonly InspectionRow[], title: string) =>
  buildWorkbook([inspectionSheet(rows, { title, feedback: '反馈时间：2026年1月15日' })]);
const commit = async (id: string) => {
  const { body: started } = await inspection().post(`/api/imports/${id}/commit`);
  await stage.runJobs();
  return { started, after: (await inspection().get(`/api/imports/${id}?rows=outline`)).body };
};
const ticketCount = async () => {
  const [row] = await select<{ n: number }>(api.owner, 'select count(*)::int as n from ticket');
  return row!.n;
};

describe('an import of more rows than are written at once', () => {
  const count = ticketsPerPart * 2 + 3;

  it('numbers its tickets in the order of the file, each with its own item and beside its own row', async () => {
    const { body } = await stage.preview(inspection(), await ledger(rowsOf(count, '甲'), '第1轮巡察反馈问题整改台账'));
    const leftOut = body.tickets[ticketsPerPart - 1];
    const decisions = [{ sheet: leftOut.sheet, row: leftOut.row, decision: 'skip' }];
    await inspection().patch(`/api/imports/${body.id}`, { version: body.version, decisions });
    const { started, after } = await commit(body.id);
    expect(started).toMatchObject({ status: 'committing', tickets: [] });
    expect(after).toMatchObject({ status: 'committed', progress: 100 });
    const stored = await select<{ no: string; title: string; item: string; row: number }>(
      api.owner,
      `select t.no, t.title, i.title as item, r.sheet_row as row
       from ledger_import_row r join ticket t on t.id = r.ticket_id join source_item i on i.id = t.item_id
       where r.import_id = $1 order by t.no`,
      [body.id],
    );
    const wanted = rowsOf(count, '甲').flatMap(({ title, item }, at) =>
      at === ticketsPerPart - 1 ? [] : [{ title, item, row: body.tickets[at].row }],
    );
    expect(stored.map(({ title, item, row }) => ({ title, item, row }))).toEqual(wanted);
    expect(stored.at(-1)!.no).toBe(`XC-2026-${String(count - 1).padStart(4, '0')}`);
  });

  it('creates none of them where the last one came into the ledger meanwhile', async () => {
    const title = '第2轮巡察反馈问题整改台账';
    const rows = rowsOf(count, '乙');
    const many = await stage.preview(inspection(), await ledger(rows, title));
    await stage.commit(inspection(), await ledger(rows.slice(-1), title));
    const before = await ticketCount();
    const { after } = await commit(many.body.id);
    expect(after).toMatchObject({ status: 'ready', failure: { code: 'importKnownMeanwhile' } });
    expect(after.failure.details.row).toBe(many.body.tickets.at(-1).row);
    expect(await ticketCount()).toBe(before);
  });

  it('answers with its rows only where they are asked for', async () => {
    const { body } = await stage.commit(inspection(), await ledger(rowsOf(1, '丙'), '第3轮巡察反馈问题整改台账'));
    const undone = await inspection().post(`/api/imports/${body.id}/undo?rows=all`);
    expect(undone.body).toMatchObject({ status: 'undone', tickets: [{ title: '丙问题0' }] });
  });
});
