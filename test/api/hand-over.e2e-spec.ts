import { verifyChains } from '@xiaohao/tickets';
import { bootApi, type Caller, type TestApi } from '../support/boot-api.js';
import { act, sentences, walk } from '../support/ticket-walk.js';

const today = '2026-07-01';

let api: TestApi;
let admin: Caller;
beforeEach(async () => {
  api = await bootApi(today);
  admin = api.as('admin');
});
afterEach(() => api.stop());

const person = (username: string) => api.bureau.people[username]!;
const open = async (username: string) => (await admin.get(`/api/people/${person(username)}/hand-over`)).body;
const handOver = (username: string, body: object) =>
  admin.post(`/api/people/${person(username)}/hand-over`, { lastOn: today, ...body });
const ticketOf = async (id: string) => (await api.as('chief').get(`/api/tickets/${id}`)).body;
const brokenChain = async () => (await verifyChains(api.owner)).broken;

describe('what is open in the name of a person', () => {
  it('is told by counts and numbers, never by a title, and no number of a confidential ticket', async () => {
    const ticket = await walk(api, 'in_progress');
    await walk(api, 'in_progress', { draft: { confidential: true, title: '秘密的事' } });
    const { body } = await admin.get(`/api/people/${person('handler')}/hand-over`);
    expect(body).toMatchObject({
      total: 2,
      units: [{ unit: { name: '危化科' }, count: 2, confidential: 1, tickets: [{ no: ticket.no, as: ['handler'] }] }],
    });
    expect(JSON.stringify(body)).not.toMatch(/隐患台账|秘密的事/);
    expect((await open('deputy')).units[0].tickets[0].as).toEqual(['leader']);
  });

  it('says what falls to the posts beside', async () => {
    await walk(api, 'submitted');
    await walk(api, 'assigned');
    expect((await open('head')).postWork).toMatchObject({ sign: 1, review: 1, accept: 0 });
  });

  it('is for whoever keeps accounts', async () => {
    expect((await api.as('chief').get(`/api/people/${person('head')}/hand-over`)).status).toBe(403);
    expect((await api.as('head').post(`/api/people/${person('head')}/hand-over`, { lastOn: today })).status).toBe(403);
  });
});

describe('handing over', () => {
  it('passes every ticket in one step, each with an event of its chain, and tells the successor once', async () => {
    const tickets = [await walk(api, 'in_progress'), await walk(api, 'submitted'), await walk(api, 'in_progress')];
    await api.as('head').post(`/api/tickets/${tickets[0]!.id}/measures`, { text: '补录', persons: ['承办甲'] });
    const { status, body } = await handOver('handler', { successorId: person('handler2'), disable: true });
    expect([status, body]).toEqual([200, [{ successorId: person('handler2'), tickets: 3 }]]);
    for (const { id } of tickets) {
      expect((await ticketOf(id)).handler.name).toBe('承办乙');
      expect((await sentences(api, 'chief', id)).at(-1)).toBe('工作交接：承办人 承办甲 → 承办乙');
    }
    expect((await ticketOf(tickets[0]!.id)).measures[0].persons).toEqual(['承办乙']);
    expect((await open('handler')).total).toBe(0);
    const notices = (await api.as('handler2').get('/api/notices')).body.items;
    expect(notices.map(({ subject }: { subject: string }) => subject)).toEqual(['承办甲的工作已移交给您（3 件）']);
    const account = (await admin.get('/api/people/accounts?q=handler')).body.find(
      (one: { username: string }) => one.username === 'handler',
    );
    expect(account).toMatchObject({ disabled: true, posts: [{ toOn: today }] });
    const events = (await admin.get(`/api/people/events?personId=${person('handler')}`)).body;
    expect(events.map(({ action }: { action: string }) => action)).toEqual([
      'handed_over',
      'account_disabled',
      'post_ended',
    ]);
    expect(await brokenChain()).toBeNull();
  });

  it('may go to one by unit and another by ticket', async () => {
    const [first, second] = [await walk(api, 'in_progress'), await walk(api, 'in_progress')];
    const unitId = api.bureau.units.chemicals;
    await handOver('handler', {
      byUnit: [{ unitId, successorId: person('handler2') }],
      byTicket: [{ ticketId: second.id, successorId: person('head') }],
    });
    expect((await ticketOf(first.id)).handler.name).toBe('承办乙');
    expect((await ticketOf(second.id)).handler.name).toBe('科长甲');
  });

  it('passes a post on, and its work with it', async () => {
    const ticket = await walk(api, 'in_progress');
    const [post] = (await admin.get(`/api/people/${person('deputy')}/leaves`)).body.posts;
    const body = {
      successorId: person('deputy2'),
      passedPosts: [{ postId: post.id, successorId: person('deputy2') }],
    };
    expect((await handOver('deputy', body)).status).toBe(200);
    expect((await ticketOf(ticket.id)).leader.name).toBe('分管乙');
    const accounts = (await admin.get('/api/people/accounts?q=deputy2')).body;
    expect(accounts[0].posts).toContainEqual(
      expect.objectContaining({
        role: 'deputy',
        fromOn: '2026-07-02',
        charge: [expect.objectContaining({ name: '危化科' })],
      }),
    );
  });

  it.each([
    ['nobody named for a ticket', {}, 'inputMissing'],
    ['the person itself', { successorId: 'handler' }, 'inputWrong'],
    ['a handler of another unit', { successorId: 'handler3' }, 'successorUnfit'],
    ['an administrator, who sees no ticket', { successorId: 'admin' }, 'inputWrong'],
    ['a day that is past', { successorId: 'handler2', lastOn: '2026-06-30' }, 'inputWrong'],
    [
      'an account disabled before the last day',
      { successorId: 'handler2', lastOn: '2026-07-03', disable: true },
      'inputWrong',
    ],
  ])('is refused with %s, and nothing changes', async (_, given: Record<string, unknown>, code) => {
    const ticket = await walk(api, 'in_progress');
    const before = await ticketOf(ticket.id);
    const successor = given['successorId'] as string | undefined;
    const answer = await handOver('handler', { ...given, ...(successor ? { successorId: person(successor) } : {}) });
    expect(answer.body.code).toBe(code);
    expect(await ticketOf(ticket.id)).toEqual(before);
    expect((await open('handler')).total).toBe(1);
  });

  it('makes no handler of whoever is to review the ticket', async () => {
    const ticket = await walk(api, 'submitted');
    const { body } = await handOver('handler', { successorId: person('head') });
    expect(body).toMatchObject({ code: 'successorUnfit', details: { no: ticket.no } });
  });

  it('leaves nothing behind that was changed or assigned meanwhile', async () => {
    const tickets = [];
    for (let at = 0; at < 4; at += 1) tickets.push(await walk(api, at % 2 ? 'assigned' : 'in_progress'));
    const writes = tickets.map(({ id }, at) =>
      at % 2
        ? act(api, 'head', { id }, 'sign', { handlerId: person('handler') })
        : api.as('handler').post(`/api/tickets/${id}/progress`, { text: '继续' }),
    );
    const [answer] = await Promise.all([
      handOver('handler', { successorId: person('handler2'), disable: true }),
      ...writes,
    ]);
    expect(answer.status).toBe(200);
    expect((await open('handler')).total).toBe(0);
    expect(await brokenChain()).toBeNull();
  });

  it('happens once of two at the same time', async () => {
    const ticket = await walk(api, 'in_progress');
    const answers = await Promise.all([
      handOver('handler', { successorId: person('handler2') }),
      handOver('handler', { successorId: person('head') }),
    ]);
    const given = answers
      .flatMap(({ body }) => body as { tickets: number }[])
      .reduce((sum, one) => sum + one.tickets, 0);
    expect(given).toBe(1);
    const told = await sentences(api, 'chief', ticket.id);
    expect(told.filter((text) => text.startsWith('工作交接'))).toHaveLength(1);
  });
});

describe('an account with open tickets', () => {
  it('is not disabled, nor does its last fitting post end, before they are handed over', async () => {
    await walk(api, 'in_progress');
    const disabled = await admin.post(`/api/people/${person('handler')}/disable`);
    expect(disabled.body).toMatchObject({ code: 'openWork', details: { count: 1 } });
    expect(disabled.body.message).toContain('工作交接');
    const [post] = (await admin.get(`/api/people/${person('handler')}/leaves`)).body.posts;
    const end = `/api/people/${person('handler')}/posts/${post.id}/end`;
    expect((await admin.post(end)).body.code).toBe('openWork');
    expect((await admin.get('/api/people/accounts?q=handler')).body[0]).toMatchObject({
      disabled: false,
      posts: [{ toOn: null }],
    });
    await admin.post(`/api/people/${person('handler')}/posts`, { role: 'head', unitId: api.bureau.units.chemicals });
    expect((await admin.post(end)).status).toBe(204);
    await handOver('handler', { successorId: person('handler2') });
    expect((await admin.post(`/api/people/${person('handler')}/disable`)).status).toBe(204);
  });
});
