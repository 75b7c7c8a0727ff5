import { testPassword } from '../support/bureau.js';
import { bootApi, caller, type Answer, type Caller, type TestApi } from '../support/boot-api.js';

const today = '2026-07-01';

let api: TestApi;
let admin: Caller;
beforeAll(async () => {
  api = await bootApi(today);
  admin = api.as('admin');
});
afterAll(() => api.stop());

interface Account {
  id: string;
  username: string;
  disabled: boolean;
  posts: { id: string; role: string; toOn: string | null; charge: { name: string }[] }[];
}

const login = (username: string, password: string) => api.anonymous.post('/api/auth/login', { username, password });
const signedIn = ({ headers }: Answer) =>
  caller(api.url, /xiaohao_session=([^;]+)/.exec(headers.get('set-cookie')!)![1]!);
const account = async (username: string): Promise<Account> =>
  (await admin.get('/api/people/accounts')).body.find((one: Account) => one.username === username);
let made = 0;
/** Nobody else's name. */
const fresh = () => `zhou${(made += 1)}`;
const events = async () => (await api.as('auditor').get('/api/people/events')).body;
const add = (username: string, more: object = {}) =>
  admin.post('/api/people', {
    username,
    name: '周敏',
    email: 'zhou@test.invalid',
    post: { role: 'head', unitId: api.bureau.units.chemicals },
    ...more,
  });

describe('a new person', () => {
  it('signs in with the password told once, changes it and holds the post', async () => {
    const username = fresh();
    const { status, body } = await add(username);
    expect(status).toBe(201);
    const first = await login(username, body.password);
    expect(first.body).toMatchObject({ name: '周敏', roles: ['head'], mustChangePassword: true });
    const change = { oldPassword: body.password, newPassword: 'a-password-of-my-own' };
    expect((await signedIn(first).post('/api/auth/password', change)).status).toBe(204);
    expect((await login(username, 'a-password-of-my-own')).body.mustChangePassword).toBe(false);
    const found = (await admin.get(`/api/people?q=${username}`)).body;
    expect(found).toMatchObject([{ username, name: '周敏', posts: [{ role: 'head', unit: { name: '危化科' } }] }]);
  });

  it('may be a deputy with units in charge; nobody else has any', async () => {
    const { leaders, relief } = api.bureau.units;
    const username = fresh();
    await add(username, { post: { role: 'deputy', unitId: leaders, chargeUnitIds: [relief] } });
    expect((await account(username)).posts).toMatchObject([{ role: 'deputy', charge: [{ name: '减灾救灾科' }] }]);
    const head = await add(fresh(), { post: { role: 'head', unitId: relief, chargeUnitIds: [relief] } });
    expect(head.body).toMatchObject({ code: 'inputWrong', details: { field: 'charge' } });
  });

  it.each([
    ['a username that is taken, however it is written', { username: 'HEAD' }, 'duplicate'],
    ['a username with a blank', { username: 'zhou min' }, 'inputWrong'],
    ['a blank name', { name: '  ' }, 'inputMissing'],
    ['an address that is none', { email: 'zhou' }, 'inputWrong'],
    [
      'a role that does not exist',
      { post: { role: 'boss', unitId: '01234567-0123-7123-8123-0123456789ab' } },
      'malformed',
    ],
    [
      'a unit that does not exist',
      { post: { role: 'head', unitId: '01234567-0123-7123-8123-0123456789ab' } },
      'notFound',
    ],
  ])('is refused with %s, and nobody is added', async (_, wrong, code) => {
    const before = (await admin.get('/api/people/accounts')).body.length;
    expect((await add(fresh(), wrong)).body.code).toBe(code);
    expect((await admin.get('/api/people/accounts')).body).toHaveLength(before);
  });
});

describe('a new unit', () => {
  it('stands below the one it was given and can be chosen at once', async () => {
    const { status, body } = await admin.post('/api/units', {
      name: ' 应急 指挥中心 ',
      type: 'section',
      parentId: api.bureau.units.bureau,
    });
    expect(status).toBe(201);
    const units = (await api.as('head').get('/api/units')).body;
    expect(units).toContainEqual({
      id: body.id,
      name: '应急指挥中心',
      type: 'section',
      parentId: api.bureau.units.bureau,
    });
  });

  it('needs a name of its own and is no second bureau', async () => {
    expect((await admin.post('/api/units', { name: '危化科', type: 'section' })).body.code).toBe('duplicate');
    expect((await admin.post('/api/units', { name: '另一局', type: 'bureau' })).body.code).toBe('malformed');
  });
});

describe('a post', () => {
  it('is given and counts at once, and ends with today', async () => {
    const { id } = await account('handler');
    const unitId = api.bureau.units.chemicals;
    expect((await admin.post(`/api/people/${id}/posts`, { role: 'head', unitId })).status).toBe(201);
    expect((await api.as('handler').get('/api/auth/me')).body.roles.sort()).toEqual(['handler', 'head']);
    expect((await admin.post(`/api/people/${id}/posts`, { role: 'head', unitId })).body.code).toBe('duplicate');

    const post = (await account('handler')).posts.find(({ role }) => role === 'handler')!;
    expect((await admin.post(`/api/people/${id}/posts/${post.id}/end`)).status).toBe(204);
    expect((await account('handler')).posts.find((one) => one.id === post.id)!.toOn).toBe(today);
    expect((await admin.post(`/api/people/${id}/posts/${post.id}/end`)).body.code).toBe('notFound');
  });

  it('is ended only where it belongs', async () => {
    const [clerk, head] = [await account('clerk'), await account('head')];
    const strange = await admin.post(`/api/people/${head.id}/posts/${clerk.posts[0]!.id}/end`);
    expect(strange.status).toBe(404);
    expect((await account('clerk')).posts[0]!.toOn).toBeNull();
  });
});

describe('an account', () => {
  it('that is disabled is signed out at once, its open pages too, until it is enabled', async () => {
    const { id } = await account('handler2');
    const handler = signedIn(await login('handler2', testPassword));
    const stream = await handler.raw('/api/stream');
    const reader = stream.body!.getReader();
    expect((await admin.post(`/api/people/${id}/disable`)).status).toBe(204);
    expect((await handler.get('/api/auth/me')).status).toBe(401);
    expect((await login('handler2', testPassword)).status).toBe(401);
    for (let part = await reader.read(); !part.done;) part = await reader.read();
    expect((await account('handler2')).disabled).toBe(true);

    expect((await admin.post(`/api/people/${id}/enable`)).status).toBe(204);
    expect((await handler.get('/api/auth/me')).status).toBe(401);
    expect((await login('handler2', testPassword)).status).toBe(200);
  });

  it('gets a new one-time password: the former one and its sessions end', async () => {
    const { id } = await account('handler3');
    const handler = signedIn(await login('handler3', testPassword));
    const { body } = await admin.post(`/api/people/${id}/password`);
    expect((await handler.get('/api/auth/me')).status).toBe(401);
    expect((await login('handler3', testPassword)).status).toBe(401);
    expect((await login('handler3', body.password)).body.mustChangePassword).toBe(true);
  });

  it('is corrected: name and address', async () => {
    const { id } = await account('head2');
    expect((await admin.patch(`/api/people/${id}`, { name: '承办丁', email: null })).status).toBe(204);
    expect(await account('head2')).toMatchObject({ name: '承办丁', email: null });
    expect((await admin.patch(`/api/people/${id}`, { email: 'x' })).body.code).toBe('inputWrong');
  });
});

describe('the record', () => {
  it('says who changed which rights when, and never a password', async () => {
    const username = fresh();
    const { body } = await add(username);
    const { posts } = await account(username);
    await admin.post(`/api/people/${body.id}/posts/${posts[0]!.id}/end`);
    const reset = await admin.post(`/api/people/${body.id}/password`);
    await admin.post(`/api/people/${body.id}/disable`);
    const told = (await api.as('auditor').get(`/api/people/events?personId=${body.id}`)).body;
    expect(told.map(({ action, actorName }: { action: string; actorName: string }) => [action, actorName])).toEqual(
      ['account_disabled', 'password_reset', 'post_ended', 'post_added', 'person_added'].map((one) => [one, '管理员']),
    );
    expect(told[2]).toMatchObject({
      details: { person: '周敏', role: 'head', unit: '危化科', toOn: today },
      at: expect.stringMatching(/^20\d\d-/),
    });
    expect(JSON.stringify(told)).not.toContain(body.password);
    expect(JSON.stringify(told)).not.toContain(reset.body.password);
  });

  it('holds what did not happen for none of it', async () => {
    const before = await events();
    const { id } = await account('admin');
    await admin.post(`/api/people/${id}/disable`);
    await add(fresh(), { name: ' ' });
    await admin.post(`/api/people/${(await account('head')).id}/enable`);
    expect(await events()).toEqual(before);
  });

  it('cannot be changed by the application', async () => {
    await add(fresh());
    for (const change of [`update people_event set actor_name = 'x'`, 'delete from people_event']) {
      await expect(
        api.owner.transaction(async (tx) => {
          await tx.query('set local role xiaohao_app');
          await tx.query(change);
        }),
      ).rejects.toThrow(/permission denied/);
    }
  });
});
