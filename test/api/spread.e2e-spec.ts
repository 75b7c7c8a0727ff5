import { verifyChains } from '@xiaohao/tickets';
import { bootApi, type TestApi } from '../support/boot-api.js';
import { sentences, walk, type Walked } from '../support/ticket-walk.js';

const today = '2026-07-01';
let api: TestApi;

beforeAll(async () => {
  api = await bootApi(today);
});
afterAll(() => api.stop());

const question = '是否存在隐患台账更新不及时';
const ask = (who: string, ticket: Walked, facts: object = {}) => {
  const { relief, town, chemicals } = api.bureau.units;
  return api.as(who).post(`/api/tickets/${ticket.id}/spreads`, {
    unitIds: [relief, town, chemicals],
    question,
    dueOn: '2026-07-10',
    ...facts,
  });
};
const checks = async (who: string) => (await api.as(who).get('/api/checks')).body.items;
const answer = (who: string, check: { id: string; version: number }, body: object) =>
  api.as(who).post(`/api/checks/${check.id}/answer`, { version: check.version, ...body });
const spreadsOf = async (ticket: Walked) =>
  (await api.as('inspection').get(`/api/tickets/${ticket.id}/governance`)).body.spreads;

describe('asking sister units', () => {
  it('is for those who steer the ticket, with existing units and a day ahead', async () => {
    const ticket = await walk(api, 'in_progress');
    for (const who of ['head', 'handler']) expect((await ask(who, ticket)).body.code).toBe('forbidden');
    for (const who of ['head2', 'safety', 'clerk']) expect((await ask(who, ticket)).status).toBe(404);
    const unknown = ['01234567-0123-7123-8123-0123456789ab'];
    expect((await ask('inspection', ticket, { unitIds: unknown })).body.code).toBe('inputWrong');
    expect((await ask('inspection', ticket, { dueOn: '2026-06-30' })).body.code).toBe('inputWrong');
    for (const who of ['inspection', 'deputy', 'chief', 'liaison']) expect((await ask(who, ticket)).status).toBe(201);
    const spreads = await spreadsOf(ticket);
    expect(spreads).toHaveLength(4);
    expect(new Set(spreads.map(({ no }: { no: string }) => no)).size).toBe(4);
    expect(spreads[0].no).toMatch(/^JY-2026-\d{4}$/);
  });

  it('shows each head the question for their unit, and nothing of a ticket they may not see', async () => {
    const ticket = await walk(api, 'in_progress');
    await ask('inspection', ticket);
    const [check] = await checks('head2');
    expect(check).toMatchObject({ question, unit: { name: '减灾救灾科' }, askedBy: '巡察办甲', found: null });
    expect(JSON.stringify(check)).not.toContain(ticket.id);
    expect(JSON.stringify(check)).not.toContain(ticket.no);
    expect((await api.as('head2').get(`/api/tickets/${ticket.id}`)).status).toBe(404);
    expect(await checks('handler3')).toEqual([]);
    const { tasks } = (await api.as('head2').get('/api/workbench')).body;
    expect(tasks).toContainEqual({ key: 'to_check', count: (await checks('head2')).length, overdue: 0 });
  });
});

describe('an answer', () => {
  it('is the unit’s own, one line; the ticket sums them up', async () => {
    const ticket = await walk(api, 'in_progress');
    await ask('inspection', ticket);
    const [mine] = await checks('head2');
    expect((await answer('head', mine, { found: 0, text: '无' })).status).toBe(404);
    expect((await answer('head2', mine, { found: -1, text: '无' })).status).toBe(400);
    expect((await answer('head2', mine, { found: 2, text: '两处台账未更新' })).status).toBe(201);
    expect((await answer('head2', mine, { found: 0, text: '无' })).body.code).toBe('stale');
    const [theirs] = await checks('clerk');
    await answer('clerk', theirs, { found: 0, text: '已全面自查' });
    expect(await spreadsOf(ticket)).toMatchObject([{ asked: 3, answered: 2, found: 2, unitsWithFindings: 1 }]);
    expect((await sentences(api, 'inspection', ticket.id)).slice(-2)).toEqual([
      '举一反三自查：减灾救灾科，发现 2 个，两处台账未更新',
      '举一反三自查：云栖镇，未发现同类问题，已全面自查',
    ]);
  });

  it('may be set right until it has become a ticket', async () => {
    const ticket = await walk(api, 'in_progress');
    await ask('inspection', ticket);
    const [check] = await checks('head2');
    await answer('head2', check, { found: 0, text: '无' });
    const corrected = await answer('head2', { ...check, version: 2 }, { found: 1, text: '复查发现一处' });
    expect(corrected.status).toBe(201);
    expect(await spreadsOf(ticket)).toMatchObject([{ answered: 1, found: 1 }]);
  });

  it('is taken once when two heads answer at the same moment', async () => {
    const ticket = await walk(api, 'in_progress');
    await ask('inspection', ticket);
    const [check] = await checks('head2');
    const answers = await Promise.all([0, 1, 2, 3].map((found) => answer('head2', check, { found, text: '自查' })));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409]);
  });
});

describe('a finding', () => {
  it('becomes a draft of the unit, linked to where it came from', async () => {
    const ticket = await walk(api, 'in_progress');
    await ask('inspection', ticket);
    const [check] = await checks('head2');
    const register = (version: number) =>
      api.as('head2').post(`/api/checks/${check.id}/ticket`, { version, title: '减灾科台账未更新' });
    expect((await register(check.version)).body.code).toBe('inputWrong');
    await answer('head2', check, { found: 1, text: '一处未更新' });
    const { status, body } = await register(2);
    expect(status).toBe(201);
    expect((await register(3)).body.code).toBe('duplicate');
    const draft = (await api.as('head2').get(`/api/tickets/${body.id}`)).body;
    expect(draft).toMatchObject({ status: 'draft', kind: 'inspection_issue', leadUnit: { name: '减灾救灾科' } });
    const relationsAs = async (who: string) =>
      (await api.as(who).get(`/api/tickets/${body.id}/governance`)).body.relations;
    expect(await relationsAs('inspection')).toMatchObject([
      { type: 'spread_of', forwards: true, ticket: { no: ticket.no } },
    ]);
    // The head may see the new ticket and not the one it came from.
    expect(await relationsAs('head2')).toEqual([]);
    expect(JSON.stringify(await sentences(api, 'head2', body.id))).not.toContain(ticket.no);
    const summary = (await spreadsOf(ticket))[0].answers.find(
      ({ unit }: { unit: { name: string } }) => unit.name === '减灾救灾科',
    );
    expect(summary.ticket).toEqual({ id: body.id, no: body.no });
    expect((await checks('head2')).find(({ id }: { id: string }) => id === check.id).ticket).toEqual(summary.ticket);
  });
});

it('all of it stands in chains that hold', async () => {
  expect((await verifyChains(api.owner)).broken).toBeNull();
});
