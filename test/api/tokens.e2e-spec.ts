import { bootApi, bootBeside, caller, program, type Caller, type TestApi } from '../support/boot-api.js';
import { openTestSession } from '../support/bureau.js';
import { routesOf } from '../support/routes.js';
import { until } from '../support/waiting.js';

const today = '2026-07-01';
const someId = '01234567-0123-7123-8123-0123456789ab';

let api: TestApi;
beforeAll(async () => {
  api = await bootApi(today);
});
afterAll(() => api.stop());

const input = (more: object = {}) => ({ name: '每日导出', scope: 'full', expiresOn: '2026-12-31', ...more });
const make = (who: string, more: object = {}) => api.as(who).post('/api/auth/tokens', input(more));
const tokenOf = async (who: string, more: object = {}): Promise<{ id: string; token: string; call: Caller }> => {
  const { status, body } = await make(who, more);
  expect(status).toBe(201);
  return { ...body, call: program(api.url, body.token) };
};
const isIn = async (call: Caller) => (await call.get('/api/auth/me')).status === 200;
const ticket = { kind: 'inspection_issue', title: '由程序登记' };

afterEach(() => api.owner.query('delete from api_token'));

describe('a token', () => {
  it('is shown once and stored as a hash only', async () => {
    const { token } = await tokenOf('inspection');
    expect(token).toMatch(/^xh_[\w-]{43}$/);
    const [row] = await api.owner.query('select * from api_token');
    expect(JSON.stringify(row)).not.toContain(token);
    const listed = await api.as('inspection').get('/api/auth/tokens');
    expect(listed.body).toMatchObject([{ name: '每日导出', scope: 'full', expiresOn: '2026-12-31', lastUsedAt: null }]);
    expect(JSON.stringify(listed.body)).not.toContain(token.slice(3));
  });

  it('acts as its owner and is seen to be used', async () => {
    const { call } = await tokenOf('inspection');
    const created = await call.post('/api/tickets', ticket);
    expect(created.status).toBe(201);
    const { items } = (await call.get(`/api/tickets/${created.body.id}/events`)).body;
    expect(items[0]).toMatchObject({ actor: { name: '巡察办甲' } });
    const [listed] = (await api.as('inspection').get('/api/auth/tokens')).body;
    expect(listed.lastUsedAt).not.toBeNull();
  });

  it('that only reads changes nothing', async () => {
    const { call } = await tokenOf('inspection', { scope: 'read' });
    expect((await call.get('/api/tickets')).status).toBe(200);
    expect(await call.post('/api/tickets', ticket)).toMatchObject({ status: 403, body: { code: 'tokenReadOnly' } });
  });

  it('never does more than its owner may that day', async () => {
    const { call } = await tokenOf('stats');
    expect(await call.get('/api/tickets')).toMatchObject({ status: 403, body: { code: 'forbidden' } });
    expect((await call.get('/api/indicators')).status).not.toBe(403);
    await api.owner.query(`update post set to_on = '2026-06-30' where person_id = $1`, [api.bureau.people['stats']]);
    await until(async () => (await call.get('/api/indicators')).status === 403, 'the former right is gone');
    await api.owner.query(`update post set to_on = null where person_id = $1`, [api.bureau.people['stats']]);
  });

  it('needs no protection against other sites, since no browser adds it; a cookie beside it does not help', async () => {
    const { call, token } = await tokenOf('inspection');
    const headers = { 'content-type': 'application/json', origin: 'http://scripts.example' };
    const sent = await call.raw('/api/tickets', { method: 'POST', headers, body: JSON.stringify(ticket) });
    expect(sent.status).toBe(201);
    const cookie = `xiaohao_session=${await openTestSession(api.owner, api.bureau.people['inspection']!)}`;
    const wrong = { cookie, authorization: `Bearer ${token}x` };
    expect((await api.anonymous.raw('/api/auth/me', { headers: wrong })).status).toBe(401);
    expect(await isIn(caller(api.url, token))).toBe(false);
  });
});

describe('making a token', () => {
  it('is for those whose posts say so', async () => {
    for (const who of ['head', 'handler', 'chief', 'deputy', 'clerk']) {
      expect((await make(who)).body.code).toBe('forbidden');
    }
  });

  it.each([
    ['more than a year', { expiresOn: '2027-07-02' }],
    ['a day that is past', { expiresOn: '2026-06-30' }],
    ['no day', { expiresOn: '2026-02-30' }],
    ['no name', { name: '  ' }],
    ['an unknown scope', { scope: 'everything' }],
  ])('is refused for %s', async (_, more) => {
    expect([400, 422]).toContain((await make('inspection', more)).status);
    expect(await api.owner.query('select 1 from api_token')).toEqual([]);
  });

  it('ends at ten for one person, however many ask at once', async () => {
    const answers = await Promise.all(Array.from({ length: 14 }, () => make('inspection')));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(10);
    expect(answers.filter(({ body }) => body.code === 'tooManyTokens')).toHaveLength(4);
    const { id } = answers.find(({ status }) => status === 201)!.body;
    await api.as('inspection').post(`/api/auth/tokens/${id}/revoke`);
    expect((await make('inspection')).status).toBe(201);
  });
});

describe('a token ends', () => {
  it('when its owner revokes it, at once in every process', async () => {
    const other = await bootBeside(api, today);
    try {
      const { id, token, call } = await tokenOf('inspection');
      const there = program(other.url, token);
      expect([await isIn(call), await isIn(there)]).toEqual([true, true]);
      expect((await api.as('inspection').post(`/api/auth/tokens/${id}/revoke`)).status).toBe(204);
      expect(await call.get('/api/auth/me')).toMatchObject({ status: 401, body: { code: 'tokenWrong' } });
      await until(async () => !(await isIn(there)), 'the other process has heard');
    } finally {
      await other.stop();
    }
  });

  it('when the administrator revokes it, who sees those of all', async () => {
    const { id, call } = await tokenOf('inspection');
    expect((await api.as('admin').get('/api/people/tokens')).body).toMatchObject([{ id, owner: { name: '巡察办甲' } }]);
    const foreign = await api.as('office').post(`/api/auth/tokens/${id}/revoke`);
    expect([foreign.status, await isIn(call)]).toEqual([404, true]);
    expect((await api.as('head').get('/api/people/tokens')).status).toBe(403);
    expect((await api.as('admin').post(`/api/people/tokens/${id}/revoke`)).status).toBe(204);
    expect(await isIn(call)).toBe(false);
  });

  it('with its last day', async () => {
    const { id, call } = await tokenOf('inspection', { expiresOn: today });
    await api.owner.query(
      'update api_token set expires_at = now() - interval $$1 second$$, revoked_at = null where id = $1',
      [id],
    );
    await until(async () => !(await isIn(call)), 'it is over');
    expect((await api.as('inspection').get('/api/auth/tokens')).body).toEqual([]);
  });

  it('with the account, and with a password reset by the administrator', async () => {
    const [auditor, safety] = [await tokenOf('auditor'), await tokenOf('safety')];
    await api.as('admin').post(`/api/people/${api.bureau.people['auditor']}/disable`);
    expect(await isIn(auditor.call)).toBe(false);
    await api.as('admin').post(`/api/people/${api.bureau.people['safety']}/password`);
    expect(await isIn(safety.call)).toBe(false);
    await api.as('admin').post(`/api/people/${api.bureau.people['auditor']}/enable`);
  });

  it('and the record says who made and revoked it, never the token', async () => {
    const { id, token } = await tokenOf('inspection');
    await api.as('admin').post(`/api/people/tokens/${id}/revoke`);
    const { body } = await api.as('admin').get(`/api/people/events?personId=${api.bureau.people['inspection']}`);
    expect(body.slice(0, 2)).toMatchObject([
      { action: 'token_revoked', actorName: '管理员', details: { token: '每日导出', person: '巡察办甲' } },
      { action: 'token_created', actorName: '巡察办甲', details: { scope: 'full', until: '2026-12-31' } },
    ]);
    expect(JSON.stringify(body)).not.toContain(token);
  });
});

describe('every route', () => {
  const routes = routesOf().filter(({ access }) => access !== 'public');

  it('for a person at a page stays closed to tokens', () => {
    const closed = routes.filter(({ tokens }) => !tokens).map(({ method, path }) => `${method} ${path}`);
    expect(closed).toEqual(
      expect.arrayContaining([
        'POST /api/auth/password',
        'POST /api/auth/logout',
        'GET /api/auth/sessions',
        'POST /api/auth/tokens',
        'GET /api/auth/tokens',
        'POST /api/people',
        'POST /api/people/:id/posts',
        'POST /api/people/:id/password',
        'GET /api/people/:id/sessions',
        'POST /api/tickets/:id/reporter/looks',
        'GET /api/stream',
      ]),
    );
    expect(
      routes.filter(({ path, tokens }) => tokens && path.startsWith('/api/auth/')).map(({ path }) => path),
    ).toEqual(['/api/auth/me']);
  });

  it('refuses tokens exactly where it says so', async () => {
    // Of somebody whose posts allow everything, so that nothing else refuses.
    const roles = ['inspection', 'supervision', 'office', 'chief', 'auditor', 'clerk', 'head'];
    for (const role of roles) {
      await api.owner.query(
        `insert into post (id, person_id, unit_id, role, from_on) values (gen_random_uuid(), $1, $2, $3, '2026-01-01')`,
        [api.bureau.people['admin'], api.bureau.units.office, role],
      );
    }
    const { token } = await tokenOf('admin');
    const call = program(api.url, token);
    for (const { method, path, tokens } of routes) {
      const body = method === 'GET' ? {} : { body: '{}', headers: { 'content-type': 'application/json' } };
      const response = await call.raw(path.replace(/:\w+/g, someId), { method, ...body });
      const answer = response.headers.get('content-type')?.includes('json') ? await response.json() : {};
      const { code } = answer as { code?: string };
      expect([method, path, code === 'notForTokens']).toEqual([method, path, !tokens]);
    }
  });
});
