import { verifyChains } from '@xiaohao/tickets';
import { readWorkbook } from '@xiaohao/documents';
import { bootApi, type TestApi } from '../support/boot-api.js';
import { runTicketJobs } from '../support/run-ticket-jobs.js';
import { sentences, walk, type Walked } from '../support/ticket-walk.js';

const today = '2026-07-01';
let api: TestApi;
let closed: Walked[];

beforeAll(async () => {
  api = await bootApi(today);
  closed = [];
  for (let count = 0; count < 6; count += 1) {
    closed.push(await walk(api, 'closed', { draft: { title: `第 ${count + 1} 个问题` } }));
  }
  await walk(api, 'in_progress');
});
afterAll(() => api.stop());

const plan = (facts: object = {}) => ({ name: '二季度回头看', kind: 'inspection_issue', sampling: 'all', ...facts });
const create = (facts: object = {}, who = 'liaison') => api.as(who).post('/api/look-backs', plan(facts));
const record = (who: string, lookBack: { id: string }, row: { id: string; version: number }, body: object) =>
  api.as(who).post(`/api/look-backs/${lookBack.id}/rows/${row.id}/result`, { version: row.version, ...body });

describe('the sample', () => {
  it('of all closed tickets holds each of them and none that is open', async () => {
    const { status, body } = await create();
    expect(status).toBe(201);
    expect(body).toMatchObject({ population: 6, total: 6, checked: 0, canRun: true, seed: null });
    expect(body.rows.map(({ no }: { no: string }) => no)).toEqual(closed.map(({ no }) => no).sort());
    expect((await sentences(api, 'liaison', closed[0]!.id)).at(-1)).toBe('列入回头看：二季度回头看');
  });

  it('at random is as large as asked and can be drawn again from its seed', async () => {
    const { body } = await create({ sampling: 'random', sampleSize: 3 });
    expect(body.rows).toHaveLength(3);
    expect(body.seed).toMatch(/^[0-9a-f]{16}$/);
    const again: { id: string }[] = await api.owner.query(
      `select id from ticket where status = 'closed' and kind = 'inspection_issue' order by md5($1 || id::text), id limit 3`,
      [body.seed],
    );
    expect(again.map(({ id }) => id)).toEqual(body.rows.map(({ ticketId }: { ticketId: string }) => ticketId));
  });

  it('of two look-backs is drawn by two seeds', async () => {
    const [first, second] = [
      (await create({ sampling: 'random', sampleSize: 3 })).body,
      (await create({ sampling: 'random', sampleSize: 3 })).body,
    ];
    expect(first.seed).not.toBe(second.seed);
  });

  it('picked by hand takes closed tickets alone', async () => {
    const picked = await create({ sampling: 'picked', ticketIds: [closed[1]!.id, closed[4]!.id] });
    expect(picked.body.rows.map(({ no }: { no: string }) => no)).toEqual([closed[1]!.no, closed[4]!.no]);
    const open = await walk(api, 'in_progress');
    const wrong = await create({ sampling: 'picked', ticketIds: [closed[1]!.id, open.id] });
    expect([wrong.status, wrong.body.code]).toEqual([422, 'inputWrong']);
  });

  it('is refused where there is nothing to draw, and to offices of other kinds', async () => {
    expect((await create({ closedTo: '2020-01-01' })).body.code).toBe('inputWrong');
    expect((await create({}, 'safety')).status).toBe(403);
    expect((await create({}, 'head')).body.code).toBe('forbidden');
    const counted = await api.as('liaison').get('/api/look-backs/population?kind=inspection_issue');
    expect(counted.body).toEqual({ population: 6 });
  });
});

describe('an inspector', () => {
  it('has to see the tickets and to have had no part in them', async () => {
    const { people } = api.bureau;
    const picked = { sampling: 'picked', ticketIds: [closed[0]!.id] };
    for (const who of ['head2', 'handler', 'safety']) {
      const { status, body } = await create({ ...picked, inspectorId: people[who] });
      expect([who, status, body.code]).toEqual([who, 422, 'inputWrong']);
    }
    expect((await create({ ...picked, inspectorId: people['auditor'] })).status).toBe(201);
  });

  it('finds what is to be looked at among the tasks, late ones marked', async () => {
    const { body } = await create({
      sampling: 'picked',
      ticketIds: [closed[0]!.id],
      dueOn: '2026-06-30',
      inspectorId: api.bureau.people['deputy'],
    });
    const desk = await api.as('deputy').get('/api/workbench');
    expect(desk.body.tasks).toEqual([{ key: 'to_inspect', count: 1, overdue: 1 }]);
    const saved = await record('deputy', body, body.rows[0], { result: 'kept', note: '现场整洁' });
    expect(saved.status).toBe(201);
    expect((await api.as('deputy').get('/api/workbench')).body.tasks).toEqual([]);
  });
});

describe('a result', () => {
  it('is one of four, told on the ticket, counted in the progress', async () => {
    const { body } = await create({ sampling: 'picked', ticketIds: closed.slice(0, 2).map(({ id }) => id) });
    const [first] = body.rows;
    expect((await record('liaison', body, first, { result: 'fine' })).status).toBe(400);
    expect((await record('liaison', body, first, { result: 'mostly' })).body.code).toBe('inputMissing');
    expect((await record('head', body, first, { result: 'kept' })).status).toBe(403);
    expect((await record('liaison', body, first, { result: 'kept', checkedOn: '2026-07-02' })).body.code).toBe(
      'inputWrong',
    );
    const saved = await record('liaison', body, first, { result: 'mostly', note: '台账偶有漏项' });
    expect(saved.body).toMatchObject({ total: 2, checked: 1, mostly: 1, relapsed: 0 });
    expect((await record('liaison', body, first, { result: 'kept' })).body.code).toBe('stale');
    expect((await sentences(api, 'head', closed[0]!.id)).at(-1)).toBe(
      '回头看：二季度回头看，基本巩固，备注 台账偶有漏项',
    );
    const { lookBacks } = (await api.as('head').get(`/api/tickets/${closed[0]!.id}/governance`)).body;
    expect(lookBacks[0]).toMatchObject({ name: '二季度回头看', result: 'mostly', round: 1 });
  });

  it('may carry evidence, which the ticket keeps as added after closing', async () => {
    const { body } = await create({ sampling: 'picked', ticketIds: [closed[0]!.id] });
    const path = `/api/look-backs/${body.id}/rows/${body.rows[0].id}/evidence`;
    const { body: after } = await api.as('liaison').upload(path, [{ name: '现场照片.txt', content: '照片' }]);
    expect(after.rows[0].evidence).toMatchObject([{ name: '现场照片.txt' }]);
    const file = await api.as('liaison').get(after.rows[0].evidence[0].url);
    expect([file.status, file.body]).toEqual([200, '照片']);
    const { evidence } = (await api.as('liaison').get(`/api/tickets/${closed[0]!.id}`)).body;
    expect(evidence[0]).toMatchObject({ name: '现场照片.txt', afterClosing: true });
    expect((await api.as('head').upload(path, [{ name: 'x.txt', content: 'x' }])).status).toBe(403);
  });
});

describe('a relapse', () => {
  const relapse = async (ticket: Walked) => {
    const { body } = await create({ sampling: 'picked', ticketIds: [ticket.id] }, 'inspection');
    const saved = await record('inspection', body, body.rows[0], { result: 'relapsed', note: '又有漏项' });
    return { lookBack: saved.body, row: saved.body.rows[0] };
  };
  const follow = (lookBack: { id: string }, row: { id: string; version: number }, body: object, who = 'inspection') =>
    api.as(who).post(`/api/look-backs/${lookBack.id}/rows/${row.id}/follow-up`, { version: row.version, ...body });

  it('opens a new round; the first closure stays as it was written', async () => {
    const ticket = await walk(api, 'closed');
    const { lookBack, row } = await relapse(ticket);
    const before = (await api.as('chief').get(`/api/tickets/${ticket.id}`)).body.rounds[0];
    const deadline = { kind: 'date', dueOn: '2026-09-30' };
    expect((await follow(lookBack, row, { how: 'reopen', deadline }, 'liaison')).body.code).toBe('notYourDuty');
    expect((await follow(lookBack, row, { how: 'reopen' })).body.code).toBe('inputMissing');
    expect((await follow(lookBack, row, { how: 'reopen', deadline })).status).toBe(201);
    const after = (await api.as('chief').get(`/api/tickets/${ticket.id}`)).body;
    expect(after).toMatchObject({ status: 'in_progress', round: 2 });
    expect(after.rounds[0]).toEqual(before);
    expect((await sentences(api, 'chief', ticket.id)).at(-1)).toBe(
      '重启整改：时限 9月30日，理由 回头看（二季度回头看）：反弹，又有漏项',
    );
    const seen = (await api.as('inspection').get(`/api/look-backs/${lookBack.id}`)).body.rows[0];
    expect(seen).toMatchObject({ followUp: 'reopen', result: 'relapsed', round: 1, followUpTicket: { no: ticket.no } });
    expect((await follow(lookBack, seen, { how: 'recurrence' })).body.code).toBe('duplicate');
    expect((await record('inspection', lookBack, seen, { result: 'kept' })).body.code).toBe('duplicate');
  });

  it('or becomes a ticket of its own that names it', async () => {
    const ticket = await walk(api, 'closed');
    const { lookBack, row } = await relapse(ticket);
    const { body } = await follow(lookBack, row, { how: 'recurrence' });
    const created = (await api.as('inspection').get(`/api/tickets/${body.ticketId}`)).body;
    expect(created).toMatchObject({ status: 'draft', leadUnit: { name: '危化科' }, kind: 'inspection_issue' });
    const { relations } = (await api.as('inspection').get(`/api/tickets/${body.ticketId}/governance`)).body;
    expect(relations).toMatchObject([{ type: 'recurrence_of', forwards: true, ticket: { no: ticket.no } }]);
    expect((await api.as('chief').get(`/api/tickets/${ticket.id}`)).body).toMatchObject({ status: 'closed', round: 1 });
  });

  it('found by whoever strikes off is told to the office that reopens, and is not followed up by the finder', async () => {
    const ticket = await walk(api, 'closed');
    const { body } = await create({ sampling: 'picked', ticketIds: [ticket.id] }, 'liaison');
    const saved = await record('liaison', body, body.rows[0], { result: 'relapsed', note: '又有漏项' });
    expect(saved.body.canFollowUp).toBe(false);
    const refused = await follow(body, saved.body.rows[0], { how: 'recurrence' }, 'liaison');
    expect([refused.status, refused.body.message]).toEqual([403, '“后续处理”应由巡察整改办办理']);
    await runTicketJobs(api, today);
    const notices = (await api.as('inspection').get('/api/notices?limit=50')).body.items;
    expect(notices.map(({ subject }: { subject: string }) => subject)).toContain(`${ticket.no} 回头看`);
    const seen = (await api.as('inspection').get(`/api/look-backs/${body.id}`)).body;
    expect(seen.canFollowUp).toBe(true);
    expect((await follow(body, seen.rows[0], { how: 'recurrence' })).status).toBe(201);
  });

  it('is followed up only where something was found', async () => {
    const { body } = await create({ sampling: 'picked', ticketIds: [closed[0]!.id] }, 'inspection');
    const saved = await record('inspection', body, body.rows[0], { result: 'kept' });
    expect((await follow(body, saved.body.rows[0], { how: 'recurrence' })).body.code).toBe('inputWrong');
  });
});

describe('who may not see a ticket', () => {
  it('finds neither its row nor its number in the counts, nor a look-back of such rows alone', async () => {
    const { body } = await create({ sampling: 'picked', ticketIds: [closed[0]!.id, closed[1]!.id] });
    await api.owner.query('update ticket set lead_unit_id = $2 where id = $1', [
      closed[1]!.id,
      api.bureau.units.relief,
    ]);
    const seen = (await api.as('head').get(`/api/look-backs/${body.id}`)).body;
    expect(seen).toMatchObject({ total: 1, canRun: false });
    expect(seen.rows.map(({ no }: { no: string }) => no)).toEqual([closed[0]!.no]);
    expect((await api.as('clerk').get(`/api/look-backs/${body.id}`)).status).toBe(404);
    expect((await api.as('clerk').get('/api/look-backs')).body.items).toEqual([]);
    const ids = (await api.as('head').get('/api/look-backs')).body.items.map(({ id }: { id: string }) => id);
    expect(ids).toContain(body.id);
  });
});

it('the table that is exported holds the rows its reader sees', async () => {
  const { body } = await create({ sampling: 'picked', ticketIds: [closed[0]!.id] });
  await record('liaison', body, body.rows[0], { result: 'not_done', note: '佐证与现场不符' });
  const response = await api.as('liaison').raw(`/api/look-backs/${body.id}/table.xlsx`);
  expect(response.status).toBe(200);
  const workbook = await readWorkbook(Buffer.from(await response.arrayBuffer()));
  const texts = workbook.sheets[0]!.rows.flatMap(({ cells }) => cells.map((cell) => cell?.text ?? ''));
  expect(texts).toEqual(expect.arrayContaining([closed[0]!.no, '未整改到位', '佐证与现场不符', '2026年7月1日']));
  expect((await api.as('clerk').raw(`/api/look-backs/${body.id}/table.xlsx`)).status).toBe(404);
});

it('all of it stands in chains that hold', async () => {
  expect((await verifyChains(api.owner)).broken).toBeNull();
});
