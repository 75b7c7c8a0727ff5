import { verifyChains } from '@xiaohao/tickets';
import { bootApi, type TestApi } from '../support/boot-api.js';
import { act, sentences, walk, type Walked } from '../support/ticket-walk.js';

const today = '2026-07-01';
let api: TestApi;

beforeAll(async () => {
  api = await bootApi(today);
});
afterAll(() => api.stop());

const give = (who: string, ticket: Walked, facts: object = {}) =>
  api.as(who).post(`/api/tickets/${ticket.id}/instructions`, {
    text: '请一周内拿出方案',
    addressee: 'handler',
    dueOn: '2026-07-08',
    ...facts,
  });
const step = (who: string, ticket: Walked, one: { id: string; version: number }, name: string, body: object = {}) =>
  api.as(who).post(`/api/tickets/${ticket.id}/instructions/${one.id}/${name}`, { version: one.version, ...body });
const instructions = async (who: string, ticket: Walked) =>
  (await api.as(who).get(`/api/tickets/${ticket.id}/governance`)).body.instructions;
const toAnswer = async (who: string) => {
  const { body } = await api.as(who).get('/api/workbench');
  return body.groups.find(({ key }: { key: string }) => key === 'to_answer');
};

describe('an instruction', () => {
  it('is given by the chief or the deputy in charge alone', async () => {
    const ticket = await walk(api, 'in_progress');
    for (const who of ['head', 'handler', 'inspection', 'liaison']) {
      expect([who, (await give(who, ticket)).body.code]).toEqual([who, 'forbidden']);
    }
    expect((await give('deputy2', ticket)).status).toBe(404);
    for (const who of ['chief', 'deputy']) expect((await give(who, ticket)).status).toBe(201);
  });

  it('has a day of its own and leaves the ticket’s deadline and status alone', async () => {
    const ticket = await walk(api, 'in_progress');
    const before = (await api.as('chief').get(`/api/tickets/${ticket.id}`)).body;
    expect((await give('chief', ticket, { dueOn: '2026-06-30' })).body.code).toBe('inputWrong');
    expect((await give('chief', ticket)).body.instructions).toMatchObject([
      { text: '请一周内拿出方案', addressee: 'handler', dueOn: '2026-07-08', overdue: false, canAnswer: false },
    ]);
    const after = (await api.as('chief').get(`/api/tickets/${ticket.id}`)).body;
    expect([after.status, after.deadline]).toEqual([before.status, before.deadline]);
    expect((await sentences(api, 'head', ticket.id)).at(-1)).toBe(
      '批示：对象 承办人，请一周内拿出方案，答复期限 7月8日',
    );
  });

  it('needs somebody it can be addressed to', async () => {
    const draft = await walk(api, 'draft');
    expect((await give('chief', draft)).body.code).toBe('inputWrong');
    expect((await give('chief', draft, { addressee: 'coordinator' })).status).toBe(201);
    const closed = await walk(api, 'closed');
    expect((await give('chief', closed)).body.code).toBe('actionNotPossible');
  });

  it('is acknowledged and answered by whom it is addressed to, once', async () => {
    const ticket = await walk(api, 'in_progress');
    const [one] = (await give('deputy', ticket)).body.instructions;
    for (const who of ['inspection', 'deputy', 'liaison']) {
      expect([who, (await step(who, ticket, one, 'answer', { text: '好' })).body.code]).toEqual([who, 'forbidden']);
    }
    expect((await step('handler3', ticket, one, 'answer', { text: '好' })).status).toBe(404);
    const [read] = (await step('handler', ticket, one, 'acknowledgement')).body.instructions;
    expect(read).toMatchObject({ acknowledgedBy: { name: '承办甲' }, acknowledgedOn: today, answeredOn: null });
    expect((await step('handler', ticket, one, 'answer', { text: '好' })).body.code).toBe('stale');
    expect((await step('handler', ticket, read, 'acknowledgement')).body.code).toBe('duplicate');
    const [done] = (await step('handler', ticket, read, 'answer', { text: '方案已报' })).body.instructions;
    expect(done).toMatchObject({ answer: '方案已报', answeredBy: { name: '承办甲' }, canAnswer: false });
    expect((await step('handler', ticket, done, 'answer', { text: '再答' })).body.code).toBe('duplicate');
    expect((await sentences(api, 'deputy', ticket.id)).slice(-2)).toEqual(['阅知批示', '答复批示：方案已报']);
  });

  it('may be answered by the head for the handler, and by nobody for the head', async () => {
    const ticket = await walk(api, 'in_progress');
    const [toHandler] = (await give('deputy', ticket)).body.instructions;
    expect((await step('head', ticket, toHandler, 'answer', { text: '代答' })).status).toBe(201);
    const given = (await give('deputy', ticket, { addressee: 'head' })).body.instructions;
    const toHead = given.find(({ addressee }: { addressee: string }) => addressee === 'head');
    expect((await step('handler', ticket, toHead, 'answer', { text: '代答' })).body.code).toBe('forbidden');
  });
});

describe('the workbench', () => {
  it('shows what is to be answered, late ones by the instruction’s day', async () => {
    const ticket = await walk(api, 'in_progress', { draft: { title: '工作台上的批示' } });
    const before = (await toAnswer('handler'))?.count ?? 0;
    const given = (await give('deputy', ticket)).body.instructions;
    const waits = await toAnswer('handler');
    expect(waits.count).toBe(before + 1);
    await api.owner.query(`update instruction set due_on = '2026-06-20' where id = $1`, [given[0].id]);
    expect((await toAnswer('handler')).overdue).toBe(waits.overdue + 1);
    expect((await instructions('head', ticket))[0]).toMatchObject({ overdue: true });
    const listed = (await api.as('handler').get('/api/tickets?waiting=to_answer&limit=200')).body.items;
    expect(listed.map(({ id }: { id: string }) => id)).toContain(ticket.id);
    await step('handler', ticket, given[0], 'answer', { text: '已办' });
    expect((await toAnswer('handler'))?.count ?? 0).toBe(before);
  });

  it('gives the head what the handler’s place is empty for', async () => {
    const ticket = await walk(api, 'assigned');
    const before = (await toAnswer('head'))?.count ?? 0;
    expect((await give('deputy', ticket)).status).toBe(201);
    expect((await toAnswer('head')).count).toBe(before + 1);
    await act(api, 'head', ticket, 'sign', { handlerId: api.bureau.people['handler2'] });
    expect((await toAnswer('head'))?.count ?? 0).toBe(before);
    expect((await toAnswer('handler2')).count).toBe(1);
  });
});

it('all of it stands in chains that hold', async () => {
  expect((await verifyChains(api.owner)).broken).toBeNull();
});
