import { newId } from '@xiaohao/database';
import { bootApi, caller, type TestApi } from '../support/boot-api.js';
import { testPassword } from '../support/bureau.js';
import { announcementsHeard } from '../support/waiting.js';

let api: TestApi;
beforeAll(async () => {
  api = await bootApi('2026-07-01');
});
afterAll(() => api.stop());

const login = (username: string, password: string) => api.anonymous.post('/api/auth/login', { username, password });
const tokenOf = (cookie: string) => /xiaohao_session=([^;]+)/.exec(cookie)![1]!;

describe('signing in', () => {
  it('opens a session by a cookie scripts cannot read, and tells who one is', async () => {
    const { status, headers, body } = await login('head', testPassword);
    expect(status).toBe(200);
    expect(body).toMatchObject({ name: '科长甲', roles: ['head'], mustChangePassword: false });
    const cookie = headers.get('set-cookie')!;
    expect(cookie).toMatch(/HttpOnly/);
    expect(cookie).toMatch(/SameSite=Lax/);
    expect(cookie).not.toMatch(/Secure/);
    const [{ token_hash }] = await api.owner.query('select token_hash from session order by created_at desc limit 1');
    expect(token_hash).not.toBe(tokenOf(cookie));
  });

  it('tells a wrong password and an unknown user apart in nothing', async () => {
    const wrong = await login('head', 'not-the-password');
    const unknown = await login('nobody-at-all', 'not-the-password');
    expect([wrong.status, wrong.body]).toEqual([401, unknown.body]);
  });

  it('makes a name wait after eight failures, counted in the database; other names are not touched', async () => {
    const answers = await Promise.all(Array.from({ length: 12 }, () => login('chief', 'wrong-wrong-wrong')));
    const statuses = answers.map(({ status }) => status);
    expect(statuses.filter((status) => status === 401)).toHaveLength(8);
    expect(statuses.filter((status) => status === 429)).toHaveLength(4);
    expect((await login('chief', testPassword)).status).toBe(429);
    expect((await login('deputy', testPassword)).status).toBe(200);
  });

  it('counts failures only', async () => {
    for (let round = 0; round < 12; round += 1) expect((await login('office', testPassword)).status).toBe(200);
  });

  it('asks for a new password first where one was given', async () => {
    await api.owner.query(`update person set must_change_password = true where username = 'stats'`);
    const { headers, body } = await login('stats', testPassword);
    expect(body.mustChangePassword).toBe(true);
    const stats = caller(api.url, tokenOf(headers.get('set-cookie')!));
    expect((await stats.get('/api/units')).body.code).toBe('passwordChangeRequired');
    const weak = await stats.post('/api/auth/password', { oldPassword: testPassword, newPassword: 'short' });
    expect(weak.body.code).toBe('weakPassword');
    const change = { oldPassword: testPassword, newPassword: 'another-long-password' };
    expect((await stats.post('/api/auth/password', change)).status).toBe(204);
    expect((await login('stats', testPassword)).status).toBe(401);
    expect((await login('stats', 'another-long-password')).body.mustChangePassword).toBe(false);
  });

  it('ends with signing out, at once and everywhere', async () => {
    const { headers } = await login('safety', testPassword);
    const safety = caller(api.url, tokenOf(headers.get('set-cookie')!));
    expect((await safety.get('/api/auth/me')).status).toBe(200);
    expect((await safety.post('/api/auth/logout')).status).toBe(204);
    expect((await safety.get('/api/auth/me')).status).toBe(401);
  });
});

describe('rights are today’s', () => {
  it('follow a post given and taken away without a new sign-in', async () => {
    const auditor = api.as('auditor');
    expect((await auditor.get('/api/auth/me')).body.roles).toEqual(['auditor']);
    const postId = newId();
    await api.owner.query(
      `insert into post (id, person_id, unit_id, role, from_on) values ($1, $2, $3, 'office', '2026-01-01')`,
      [postId, api.bureau.people['auditor'], api.bureau.units.office],
    );
    await announcementsHeard(api);
    expect((await auditor.get('/api/auth/me')).body.roles.sort()).toEqual(['auditor', 'office']);
    await api.owner.query(`update post set to_on = '2026-06-30' where id = $1`, [postId]);
    await announcementsHeard(api);
    expect((await auditor.get('/api/auth/me')).body.roles).toEqual(['auditor']);
  });

  it('end with the account', async () => {
    await api.owner.query(`update person set disabled_at = now() where username = 'clerk'`);
    await announcementsHeard(api);
    expect((await api.as('clerk').get('/api/auth/me')).status).toBe(401);
  });
});

describe('requests of other sites', () => {
  const change = (headers: Record<string, string>) =>
    api.as('inspection').raw('/api/tickets', {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ kind: 'inspection_issue', title: '跨站' }),
    });

  it.each([[{ origin: 'http://evil.example' }], [{ 'sec-fetch-site': 'cross-site' }], [{ origin: 'null' }]])(
    'may change nothing: %j',
    async (headers) => {
      const response = await change(headers as Record<string, string>);
      expect([response.status, ((await response.json()) as { code: string }).code]).toEqual([403, 'foreignOrigin']);
    },
  );

  it('are told from programs, which name no site, and from our own page', async () => {
    expect((await change({})).status).toBe(201);
    expect((await change({ origin: api.url, 'sec-fetch-site': 'same-origin' })).status).toBe(201);
  });
});
