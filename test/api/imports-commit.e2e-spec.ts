import { execute, select } from '@xiaohao/database';
import { jobNames, JobWorker, migrateQueue, type JobHandlers } from '@xiaohao/jobs';
import type { ImportView } from '@xiaohao/ledgers';
import { verifyChains } from '@xiaohao/tickets';
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
const decisionsOf = (body: ImportView) => body.tickets.map(({ decision }) => decision);
let rounds = 0;
const newTitle = () => `第${(rounds += 1)}轮巡察反馈问题整改台账`;
const ledger = (rows: readonly InspectionRow[], title = newTitle(), feedback = '反馈时间：2026年1月15日') =>
  buildWorkbook([inspectionSheet(rows, { title, feedback })]);
const plain = (title: string): InspectionRow => ({
  title,
  unit: '危化科',
  deadline: '2026年9月底',
  progress: '推进中',
});

interface StoredTicket {
  no: string;
  status: string;
  event_count: number;
}

const ticketsOf = (importId: string) =>
  select<StoredTicket>(
    api.owner,
    `select t.no, t.title, t.status, t.deadline_kind, t.due_on, t.original_due_on, t.deadline_ongoing, t.raised_on, t.assigned_on,
       t.submitted_on, t.closed_on, t.closed_on_time, t.completion, t.import_sheet, t.import_row, t.leader_name,
       u.name as unit, h.name as handler, l.name as leader, i.no as item_no, i.title as item, s.name as source,
       s.feedback_on, t.latest_progress, t.latest_progress_on, t.details, t.version, t.event_count,
       array(select p.name from ticket_person p where p.ticket_id = t.id order by sort) as persons,
       array(select m.text from measure m where m.ticket_id = t.id order by sort) as measures
     from ticket t left join unit u on u.id = t.lead_unit_id left join person h on h.id = t.handler_id
     left join person l on l.id = t.leader_id left join source_item i on i.id = t.item_id
     left join source s on s.id = t.source_id where t.import_id = $1 order by t.import_row`,
    [importId],
  );
const everything = async () => {
  const tables = [
    'ticket',
    'ticket_history',
    'event',
    'source',
    'source_item',
    'unit',
    'measure',
    'ticket_number',
    'message',
  ];
  const counts = await Promise.all(
    tables.map((table) => select<{ n: number }>(api.owner, `select count(*)::int as n from ${table}`)),
  );
  return Object.fromEntries(tables.map((table, at) => [table, counts[at]![0]!.n]));
};

describe('a committed ledger', () => {
  it('becomes tickets with the dates of the file, their row remembered', async () => {
    const file = await ledger(
      [
        {
          item: '一、责任落实方面',
          title: '已经销号的问题',
          measure: '逐项核对',
          leader: '分管甲',
          unit: '危化科',
          person: '承办甲',
          deadline: '2026年3月底前',
          progress: '已销号',
          remark: '已报区委巡察办',
        },
        {
          title: '正在整改的问题',
          leader: '外单位领导',
          unit: '危化科',
          person: '承办甲、外来人',
          deadline: '2026年6月底前，并长期坚持',
          progress: '正在推进',
        },
        { title: '没有开始的问题', unit: '危化科', person: '无此人', deadline: '待定', progress: '尚未启动' },
        { item: '二、队伍建设方面', title: '没有牵头的问题', deadline: '2026年9月', progress: '尚未启动' },
        { title: '说做完的问题', unit: '减灾救灾科', deadline: '2026年5月', progress: '已完成' },
        { title: '长期坚持的问题', unit: '减灾救灾科', deadline: '长期坚持', progress: '长期坚持' },
        { title: '立行立改的问题', unit: '减灾救灾科', deadline: '立行立改', progress: '正在整改' },
        { title: '没写情况的问题', unit: '减灾救灾科', deadline: '2026年8月' },
      ],
      '九届区委第一轮巡察反馈问题整改台账',
    );
    const { body } = await stage.commit(inspection(), file);
    expect(body).toMatchObject({ status: 'committed', progress: 100, failure: null });
    const tickets = await ticketsOf(body.id);
    expect(tickets).toHaveLength(8);
    expect(tickets[0]).toMatchObject({
      title: '已经销号的问题',
      status: 'closed',
      raised_on: '2026-01-15',
      due_on: '2026-03-31',
      original_due_on: '2026-03-31',
      closed_on: today,
      closed_on_time: null,
      unit: '危化科',
      handler: '承办甲',
      leader: '分管甲',
      source: '九届区委第一轮巡察',
      feedback_on: '2026-01-15',
      item_no: 1,
      item: '一、责任落实方面',
      import_sheet: '整改台账',
      import_row: 5,
      measures: ['逐项核对'],
      details: { remark: '已报区委巡察办' },
      version: 1,
      event_count: 1,
    });
    expect(tickets[1]).toMatchObject({
      status: 'in_progress',
      deadline_kind: 'date',
      due_on: '2026-06-30',
      deadline_ongoing: true,
      leader: null,
      leader_name: '外单位领导',
      handler: '承办甲',
      persons: ['承办甲', '外来人'],
      latest_progress: '正在推进',
    });
    expect(tickets[2]).toMatchObject({
      status: 'assigned',
      assigned_on: today,
      deadline_kind: 'unresolved',
      due_on: null,
      handler: null,
    });
    expect(tickets[3]).toMatchObject({ status: 'draft', unit: null, item_no: 2, item: '二、队伍建设方面' });
    expect(tickets[4]).toMatchObject({ status: 'pending_acceptance', closed_on: null });
    expect(tickets[5]).toMatchObject({ status: 'ongoing', deadline_kind: 'ongoing', due_on: null });
    // Five working days from the 反馈时间 above the table: 15 January 2026 is a Thursday.
    expect(tickets[6]).toMatchObject({ deadline_kind: 'immediate', due_on: '2026-01-22', status: 'in_progress' });
    expect(tickets[7]).toMatchObject({ status: 'in_progress' });
    expect((body as ImportView).tickets.every(({ ticketId }) => ticketId !== null)).toBe(true);
    expect(await verifyChains(api.owner)).toMatchObject({ broken: null });
    const seen = await api.as('head').get('/api/tickets?q=' + encodeURIComponent('正在整改的问题'));
    expect(seen.body.items).toHaveLength(1);
    const notices = await select<{ subject: string; unread: boolean }>(
      api.owner,
      `select subject, read_at is null as unread from message where person_id = $1 and link like '%' || $2
       order by created_at`,
      [api.bureau.people['inspection'], body.id],
    );
    // Of one import the last message alone is unread, and what was done with none is not said.
    expect(notices).toEqual([
      { subject: expect.stringContaining('请核对后入库'), unread: false },
      { subject: expect.stringMatching(/已入库，新增 8 项$/), unread: true },
    ]);
  });

  it('takes 已完成 for struck off only where the importer said so', async () => {
    const file = await ledger([{ title: '做完的', unit: '危化科', deadline: '2026年5月', progress: '已完成' }]);
    const { body } = await stage.preview(inspection(), file);
    await inspection().patch(`/api/imports/${body.id}`, { version: 1, options: { doneIsClosed: true } });
    await inspection().post(`/api/imports/${body.id}/commit`);
    await stage.runJobs();
    expect(await ticketsOf(body.id)).toMatchObject([{ status: 'closed', closed_on: today, closed_on_time: null }]);
  });

  it('creates nothing twice when the same file comes again', async () => {
    const file = await ledger([plain('甲'), plain('乙')]);
    const first = await stage.commit(inspection(), file);
    const again = await stage.preview(inspection(), file);
    expect(decisionsOf(again.body)).toEqual(['unchanged', 'unchanged']);
    const [ticket] = await ticketsOf(first.body.id);
    expect(again.body.tickets[0].issues.at(-1)).toMatchObject({
      code: 'alreadyByWords',
      message: expect.stringContaining(ticket!.no),
    });
    await inspection().post(`/api/imports/${again.body.id}/commit`);
    await stage.runJobs();
    expect((await inspection().get(`/api/imports/${again.body.id}`)).body.status).toBe('committed');
    expect(await ticketsOf(again.body.id)).toEqual([]);
  });
});

describe('all or nothing', () => {
  it('leaves nothing of an import whose tenth row fails in the database', async () => {
    const rows = Array.from({ length: 20 }, (_, at) => plain(at === 9 ? '坏行' : `好行${at}`));
    const { body } = await stage.preview(
      inspection(),
      await ledger([{ ...rows[0]!, item: '新的一项' }, ...rows.slice(1)]),
    );
    await execute(
      api.owner,
      `create function refuse_row() returns trigger language plpgsql as
       $$ begin if new.title = '坏行' then raise exception 'disk trouble'; end if; return new; end $$`,
    );
    await execute(
      api.owner,
      'create trigger refuse_row before insert on ticket for each row execute function refuse_row()',
    );
    const before = await everything();
    await inspection().post(`/api/imports/${body.id}/commit`);
    await stage.runJobs();
    await stage.jobs.giveUpCommit(body.id);
    const { body: after } = await inspection().get(`/api/imports/${body.id}`);
    expect(after).toMatchObject({ status: 'ready', failure: { code: 'internal' } });
    expect(await everything()).toEqual({ ...before, message: before['message']! + 1 });
    await execute(api.owner, 'drop trigger refuse_row on ticket');
    await inspection().post(`/api/imports/${body.id}/commit`);
    await stage.runJobs();
    expect(await ticketsOf(body.id)).toHaveLength(20);
  });

  it('refuses when a unit was closed after the preview, and shows that row as waiting', async () => {
    const id = crypto.randomUUID();
    await execute(api.owner, `insert into unit (id, name, type) values ($1, '将撤科', 'section')`, [id]);
    const { body } = await stage.preview(inspection(), await ledger([{ ...plain('甲'), unit: '将撤科' }, plain('乙')]));
    await execute(api.owner, `update unit set closed_on = '2026-06-30' where id = $1`, [id]);
    await inspection().post(`/api/imports/${body.id}/commit`);
    await stage.runJobs();
    const { body: after } = await inspection().get(`/api/imports/${body.id}`);
    expect(after).toMatchObject({ status: 'ready', failure: { code: 'importNeedsAttention', details: { row: 5 } } });
    expect(decisionsOf(after)).toEqual(['attention', 'create']);
    expect(await ticketsOf(body.id)).toEqual([]);
  });
});

describe('twice and at once', () => {
  it('lets one of two people commit and tells the other', async () => {
    const { body } = await stage.preview(inspection(), await ledger([plain('甲')]));
    const both = await Promise.all([1, 2].map(() => inspection().post(`/api/imports/${body.id}/commit`)));
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(both.find(({ status }) => status === 409)!.body.code).toBe('alreadyCommitted');
    await stage.runJobs();
    expect(await ticketsOf(body.id)).toHaveLength(1);
    expect((await inspection().post(`/api/imports/${body.id}/commit`)).body.code).toBe('alreadyCommitted');
  });

  it('creates each ticket once when two workers run the same job', async () => {
    const other = await openImportStage(api, today);
    const { body } = await stage.preview(
      inspection(),
      await ledger(Array.from({ length: 30 }, (_, at) => plain(`题${at}`))),
    );
    await inspection().post(`/api/imports/${body.id}/commit`);
    const person = api.bureau.people['inspection']!;
    await Promise.all([stage, other, stage, other].map(({ jobs }) => jobs.commit(body.id, person)));
    await stage.jobs.commit(body.id, person);
    await other.close();
    const tickets = await ticketsOf(body.id);
    expect(tickets).toHaveLength(30);
    expect(new Set(tickets.map(({ no }) => no)).size).toBe(30);
  });

  it('tells whoever comes second with the same rows, and creates nothing', async () => {
    const file = await ledger([plain('甲'), plain('乙')]);
    const one = await stage.preview(inspection(), file);
    const two = await stage.preview(inspection(), file);
    for (const { body } of [one, two]) await inspection().post(`/api/imports/${body.id}/commit`);
    await stage.runJobs();
    const states = await Promise.all(
      [one, two].map(async ({ body }) => (await inspection().get(`/api/imports/${body.id}`)).body),
    );
    expect(states.map(({ status }) => status).sort()).toEqual(['committed', 'ready']);
    const late = states.find(({ status }) => status === 'ready')!;
    expect(late.failure).toMatchObject({ code: 'importKnownMeanwhile' });
    expect(decisionsOf(late)).toEqual(['unchanged', 'unchanged']);
  });

  it('stores nothing that a colleague changed since it was looked at', async () => {
    const { body } = await stage.preview(inspection(), await ledger([plain('甲')]));
    const decisions = [{ sheet: body.tickets[0].sheet, row: body.tickets[0].row, decision: 'skip' }];
    await inspection().patch(`/api/imports/${body.id}`, { version: body.version, decisions });
    const refused = await inspection().post(`/api/imports/${body.id}/commit`, { version: body.version });
    expect([refused.status, refused.body.code]).toEqual([409, 'stale']);
    expect((await inspection().get(`/api/imports/${body.id}`)).body.status).toBe('ready');
  });

  it('that was given up shows its preview again, and can be confirmed once more', async () => {
    const { body } = await stage.preview(inspection(), await ledger([plain('甲')]));
    await inspection().post(`/api/imports/${body.id}/commit`);
    await execute(api.owner, `delete from outbox where job = 'import.commit'`);
    await stage.jobs.giveUpCommit(body.id);
    await stage.jobs.giveUpCommit(body.id);
    const back = (await inspection().get(`/api/imports/${body.id}`)).body;
    expect([back.status, back.failure.code]).toEqual(['ready', 'internal']);
    await inspection().post(`/api/imports/${body.id}/commit`);
    await stage.runJobs();
    expect(await ticketsOf(body.id)).toHaveLength(1);
    await stage.jobs.giveUpCommit(body.id);
    expect((await inspection().get(`/api/imports/${body.id}`)).body.status).toBe('committed');
  });

  it('that could not be read for trouble on our side says so, and is read when its job is asked for again', async () => {
    const { body } = await inspection().upload('/api/imports', [
      { name: 'a.xlsx', content: await ledger([plain('甲')]) },
    ]);
    await stage.jobs.giveUpReading(body.id);
    const failed = (await inspection().get(`/api/imports/${body.id}`)).body;
    expect([failed.status, failed.failure.code]).toEqual(['failed', 'internal']);
    await stage.runJobs();
    expect((await inspection().get(`/api/imports/${body.id}`)).body).toMatchObject({ status: 'ready', failure: null });
  });

  it('runs through the real queue with two workers', async () => {
    await migrateQueue(api.ownerUrl);
    const other = await openImportStage(api, today);
    const workers = [stage, other].map(
      ({ db, jobs }) =>
        new JobWorker(
          db,
          { databaseUrl: api.appUrl, redisUrl: null, today: null },
          {
            ...(Object.fromEntries(jobNames.map((name) => [name, () => Promise.resolve()])) as unknown as JobHandlers),
            'import.read': (job) => jobs.read(job.payload.importId),
            'import.commit': (job) => jobs.commit(job.payload.importId, job.payload.personId, job.done),
          },
          { schedules: {}, timing: { pollMs: 100 } },
        ),
    );
    await Promise.all(workers.map((worker) => worker.start()));
    const status = async (id: string, wanted: string) => {
      for (const end = Date.now() + 20_000; Date.now() < end; await new Promise((next) => setTimeout(next, 50))) {
        if ((await inspection().get(`/api/imports/${id}`)).body.status === wanted) return;
      }
      throw new Error(`never ${wanted}`);
    };
    const { body } = await inspection().upload('/api/imports', [
      { name: 'a.xlsx', content: await ledger([plain('甲'), plain('乙')]) },
    ]);
    await status(body.id, 'ready');
    await inspection().post(`/api/imports/${body.id}/commit`);
    await status(body.id, 'committed');
    await Promise.all(workers.map((worker) => worker.stop()));
    await other.close();
    expect(await ticketsOf(body.id)).toHaveLength(2);
    const open = await select(api.owner, `select 1 from outbox where job like 'import.%' and done_at is null`);
    expect(open).toEqual([]);
  });
});

describe('taking an import back', () => {
  it('cancels its tickets while nobody has touched them, and gives no number again', async () => {
    const file = await ledger([plain('甲'), plain('乙')]);
    const { body } = await stage.commit(inspection(), file);
    const before = await ticketsOf(body.id);
    const undone = await inspection().post(`/api/imports/${body.id}/undo`);
    expect([undone.status, undone.body.status]).toEqual([200, 'undone']);
    const after = await ticketsOf(body.id);
    expect(after.map(({ status, event_count: events }) => [status, events])).toEqual([
      ['cancelled', 2],
      ['cancelled', 2],
    ]);
    expect(await verifyChains(api.owner)).toMatchObject({ broken: null });
    expect((await inspection().post(`/api/imports/${body.id}/undo`)).body.code).toBe('importUndone');
    const again = await stage.commit(inspection(), file);
    const numbers = (await ticketsOf(again.body.id)).map(({ no }) => no);
    expect(numbers.some((no) => before.some((former) => former.no === no))).toBe(false);
  });

  it('is refused once one of them was worked on', async () => {
    const { body } = await stage.commit(inspection(), await ledger([plain('甲'), plain('乙')]));
    const [ticket] = await ticketsOf(body.id);
    const [found] = await select<{ id: string }>(api.owner, 'select id from ticket where no = $1', [ticket!.no]);
    const touched = async () => (await inspection().get(`/api/imports/${body.id}?rows=outline`)).body.touched;
    expect(await touched()).toBeNull();
    await inspection().post(`/api/tickets/${found!.id}/comments`, { text: '请尽快办理' });
    expect(await touched()).toEqual({ count: 1, no: ticket!.no });
    const refused = await inspection().post(`/api/imports/${body.id}/undo`);
    expect([refused.status, refused.body.code, refused.body.details]).toEqual([
      409,
      'importTouched',
      { count: 1, no: ticket!.no },
    ]);
    expect(await ticketsOf(body.id)).toMatchObject([{ status: 'in_progress' }, { status: 'in_progress' }]);
  });
});
