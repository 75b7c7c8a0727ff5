import { bootApi, type Caller, type TestApi } from '../support/boot-api.js';
import { runTicketJobs } from '../support/run-ticket-jobs.js';
import { act, sentences, walk } from '../support/ticket-walk.js';
import { announcementsHeard } from '../support/waiting.js';

const today = '2026-07-01';

let api: TestApi;
let admin: Caller;
beforeAll(async () => {
  api = await bootApi(today);
  admin = api.as('admin');
});
afterAll(() => api.stop());
afterEach(async () => {
  await api.owner.query('delete from post where acting_for_post_id is not null');
  await forgotten();
});

const person = (username: string) => api.bureau.people[username]!;
const leavesOf = async (username: string) => (await admin.get(`/api/people/${person(username)}/leaves`)).body;
const postOf = async (username: string): Promise<string> => (await leavesOf(username)).posts[0].id;
const leave = async (username: string, standIn: string, more: object = {}) => ({
  postId: 'postId' in more ? undefined : await postOf(username),
  standInId: person(standIn),
  fromOn: today,
  toOn: '2026-07-10',
  ...more,
});
const set = async (username: string, standIn: string, more: object = {}) =>
  admin.post(`/api/people/${person(username)}/leaves`, await leave(username, standIn, more));
const actionsOf = async (who: string, id: string): Promise<string[]> =>
  (await api.as(who).get(`/api/tickets/${id}`)).body.actions.map(({ action }: { action: string }) => action);

describe('whoever stands in for a head', () => {
  it('sees and does what the head does, and the timeline says for whom', async () => {
    const ticket = await walk(api, 'assigned');
    expect((await api.as('head2').get(`/api/tickets/${ticket.id}`)).status).toBe(404);
    expect((await set('head', 'head2')).status).toBe(201);
    expect((await act(api, 'head2', ticket, 'sign', { handlerId: person('handler') })).status).toBe(201);
    expect((await sentences(api, 'chief', ticket.id)).at(-1)).toContain('代科长甲 签收');
    expect((await api.as('head2').get('/api/auth/me')).body.posts).toContainEqual(
      expect.objectContaining({ role: 'head', actingFor: '科长甲' }),
    );
  });

  it('acts in the own name where the own post would do, and so does the absent head', async () => {
    const [first, second] = [await walk(api, 'assigned'), await walk(api, 'assigned')];
    await set('head', 'handler2');
    await act(api, 'head', first, 'sign', { handlerId: person('handler2') });
    await api.as('handler2').post(`/api/tickets/${first.id}/comments`, { text: '收到' });
    await act(api, 'handler2', second, 'sign', { handlerId: person('handler') });
    expect((await sentences(api, 'chief', first.id)).slice(-2).join()).not.toContain('代');
    expect((await sentences(api, 'chief', second.id)).at(-1)).toContain('代科长甲');
  });

  it('does not review what was submitted by the same person', async () => {
    await set('head', 'handler');
    const ticket = await walk(api, 'in_progress');
    await api.as('handler').upload(`/api/tickets/${ticket.id}/evidence`, [{ name: '说明.txt', content: '已整改' }]);
    expect((await act(api, 'handler', ticket, 'submit', { result: '已补录' })).body.status).toBe('dept_review');
    expect((await act(api, 'handler', ticket, 'review_pass')).body.code).toBe('submitterMayNotReview');
    // Submitted by whoever is the head these days: the deputy reviews.
    expect((await act(api, 'deputy', ticket, 'review_pass')).status).toBe(201);
  });

  it('does not review for a deputy what that deputy submitted', async () => {
    const unitId = api.bureau.units.chemicals;
    await admin.post(`/api/people/${person('deputy')}/posts`, { role: 'handler', unitId });
    const ticket = await walk(api, 'assigned');
    await act(api, 'head', ticket, 'sign', { handlerId: person('deputy') });
    await api.as('deputy').upload(`/api/tickets/${ticket.id}/evidence`, [{ name: '说明.txt', content: '已整改' }]);
    await act(api, 'deputy', ticket, 'submit', { result: '已补录' });
    await act(api, 'head', ticket, 'review_pass');
    await set('deputy', 'deputy2', { postId: await deputysPost() });
    expect((await act(api, 'deputy2', ticket, 'approve')).body.code).toBe('notYourDuty');
  });

  it('does not decide for a deputy on more time the same person asked for', async () => {
    const ticket = await walk(api, 'in_progress');
    await set('deputy', 'head');
    const dueOn = '2026-08-20';
    await act(api, 'head', ticket, 'request_extension', {
      reasonCode: 'funds',
      reason: '资金未到',
      requestedDueOn: dueOn,
    });
    const { groups } = (await api.as('head').get('/api/workbench')).body;
    expect(groups.map(({ key }: { key: string }) => key)).not.toContain('to_decide');
    const own = await act(api, 'head', ticket, 'grant_extension', { grantedDueOn: dueOn });
    expect([own.status, own.body.code]).toEqual([403, 'requesterMayNotGrant']);
    expect((await act(api, 'deputy', ticket, 'grant_extension', { grantedDueOn: dueOn })).status).toBe(201);
  });

  it('is one from the first day to the last, and no longer', async () => {
    const ticket = await walk(api, 'assigned');
    await set('head', 'head2', { fromOn: '2026-07-02' });
    expect((await api.as('head2').get(`/api/tickets/${ticket.id}`)).status).toBe(404);
    const shift = async (from: string, to: string) =>
      api.owner.query('update post set from_on = $1, to_on = $2 where acting_for_post_id is not null', [from, to]);
    await shift('2026-06-20', today);
    await forgotten();
    expect((await api.as('head2').get(`/api/tickets/${ticket.id}`)).status).toBe(200);
    await shift('2026-06-20', '2026-06-30');
    await forgotten();
    expect((await api.as('head2').get(`/api/tickets/${ticket.id}`)).status).toBe(404);
  });

  it('is none any more at once when the leave that began today is ended', async () => {
    const ticket = await walk(api, 'assigned');
    const { body } = await set('head', 'head2');
    expect((await api.as('head2').get(`/api/tickets/${ticket.id}`)).status).toBe(200);
    await admin.post(`/api/people/${person('head')}/leaves/${body.id}/end`);
    expect((await leavesOf('head')).leaves).toEqual([]);
    await forgotten();
    expect((await api.as('head2').get(`/api/tickets/${ticket.id}`)).status).toBe(404);
  });

  it('handles the tickets of a handler, and may not strike off what is handled so', async () => {
    const ticket = await walk(api, 'in_progress');
    await set('handler', 'handler2');
    expect((await api.as('handler2').get(`/api/tickets/${ticket.id}`)).status).toBe(200);
    expect(await actionsOf('handler2', ticket.id)).toContain('submit');
    const mine = (await api.as('handler2').get('/api/tickets?waiting=to_handle')).body.items;
    expect(mine.map(({ id }: { id: string }) => id)).toContain(ticket.id);
    const done = await walk(api, 'pending_acceptance');
    expect((await act(api, 'handler2', done, 'accept', { opinion: '同意' })).body.code).toBe('handlerMayNotAccept');
  });
});

describe('notices to the head of a unit', () => {
  it('go to whoever stands in, and not to the one on leave', async () => {
    await set('head', 'head2');
    const ticket = await walk(api, 'assigned');
    await runTicketJobs(api, today);
    const told = async (who: string) =>
      (await api.as(who).get('/api/notices?limit=50')).body.items.filter(({ subject }: { subject: string }) =>
        subject.startsWith(ticket.no),
      ).length;
    expect([await told('head2'), await told('head')]).toEqual([1, 0]);
  });

  it('go to the head again once whoever stands in is disabled', async () => {
    await set('head', 'stats');
    await admin.post(`/api/people/${person('stats')}/disable`);
    const ticket = await walk(api, 'assigned');
    await runTicketJobs(api, today);
    const { items } = (await api.as('head').get('/api/notices?limit=50')).body;
    expect(items.some(({ subject }: { subject: string }) => subject.startsWith(ticket.no))).toBe(true);
    await admin.post(`/api/people/${person('stats')}/enable`);
  });
});

describe('a leave', () => {
  it.each([
    ['oneself', 'head', {}, '不能由本人代理'],
    ['a day that is past', 'head2', { fromOn: '2026-06-30' }, '不能早于今天'],
    ['an end before its beginning', 'head2', { fromOn: '2026-07-09', toOn: '2026-07-08' }, '不能早于开始日期'],
    ['more than a year', 'head2', { toOn: '2028-07-01' }, '不超过一年'],
  ])('is refused with %s', async (_, standIn, more, reason) => {
    const { status, body } = await set('head', standIn, more);
    expect([status, body.message]).toEqual([422, expect.stringContaining(reason)]);
    expect((await leavesOf('head')).leaves).toEqual([]);
  });

  it('is refused with somebody disabled, for the administrator, and for a post that stands in itself', async () => {
    await admin.post(`/api/people/${person('stats')}/disable`);
    expect((await set('head', 'stats')).body.message).toContain('账号已停用');
    await admin.post(`/api/people/${person('stats')}/enable`);
    const [post] = await api.owner.query('select id from post where person_id = $1', [person('admin')]);
    expect((await set('admin', 'office', { postId: post.id })).body.message).toContain('系统管理员不能代理');
    const { body } = await set('head', 'head2');
    const twice = await set('head2', 'handler3', { postId: body.id });
    expect(twice.body.message).toContain('这是代理的任职');
  });

  it('has one stand-in at a time, also when two are named at once', async () => {
    const answers = await Promise.all([set('head', 'head2'), set('head', 'handler2'), set('head', 'clerk')]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
    const later = { fromOn: '2026-07-10', toOn: '2026-07-12' };
    expect((await set('head', 'head2', later)).body).toMatchObject({ code: 'leaveOverlaps' });
    expect((await set('head', 'clerk', { fromOn: '2026-07-11', toOn: '2026-07-12' })).status).toBe(201);
  });

  it('has nobody stand in who is away too, and sends nobody away who stands in', async () => {
    await set('head', 'head2');
    expect((await set('deputy', 'head', { postId: await deputysPost() })).body.message).toContain('也请假');
    expect((await set('head2', 'handler3')).body.message).toContain('正代理科长甲');
  });

  it('is set by oneself within the own section, recorded, and told to whoever stands in', async () => {
    const head = api.as('head');
    expect((await head.post('/api/me/leaves', await leave('head', 'head2'))).body.message).toContain('不在危化科任职');
    const strange = await leave('head2', 'handler2');
    expect((await head.post('/api/me/leaves', strange)).status).toBe(404);
    const own = await leave('head', 'handler2', { toOn: '2026-07-03' });
    expect((await head.post('/api/me/leaves', own)).status).toBe(201);
    const [event] = (await admin.get(`/api/people/events?personId=${person('head')}`)).body;
    expect(event).toMatchObject({ action: 'leave_set', actorName: '科长甲', details: { standIn: '承办乙' } });
    const { items } = (await api.as('handler2').get('/api/notices')).body;
    expect(items[0].subject).toBe('科长甲请假，由承办乙代理');
  });

  it('ends early by whoever was away, not by whoever stands in', async () => {
    const { body } = await set('head', 'handler2', { fromOn: '2026-07-05' });
    expect((await api.as('handler2').post(`/api/me/leaves/${body.id}/end`)).status).toBe(404);
    expect((await api.as('head').post(`/api/me/leaves/${body.id}/end`)).status).toBe(204);
    expect((await leavesOf('head')).leaves).toEqual([]);
    const running = (await set('head', 'handler2')).body.id;
    await api.owner.query(`update post set from_on = '2026-06-25' where id = $1`, [running]);
    await api.as('head').post(`/api/me/leaves/${running}/end`);
    await forgotten();
    expect((await api.as('handler2').get('/api/auth/me')).body.roles).toEqual(['handler']);
    const [kept] = await api.owner.query('select to_on::text as "toOn" from post where id = $1', [running]);
    expect(kept.toOn).toBe('2026-06-30');
  });

  it('ends with the post it is for', async () => {
    await admin.post(`/api/people/${person('clerk')}/posts`, { role: 'stats', unitId: api.bureau.units.relief });
    const post = (await leavesOf('clerk')).posts.find(({ role }: { role: string }) => role === 'stats')!;
    await set('clerk', 'stats', { postId: post.id });
    await admin.post(`/api/people/${person('clerk')}/posts/${post.id}/end`);
    expect((await leavesOf('clerk')).leaves).toMatchObject([{ toOn: today }]);
  });
});

const deputysPost = async (): Promise<string> =>
  (await leavesOf('deputy')).posts.find(({ role }: { role: string }) => role === 'deputy').id;

/** A change by hand in the database is announced at commit; the API hears of it a moment later. */
const forgotten = () => announcementsHeard(api);
