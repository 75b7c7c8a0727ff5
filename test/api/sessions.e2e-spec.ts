import { forgetSignIns } from '@xiaohao/org';
import { bootApi, bootBeside, caller, type Caller, type TestApi } from '../support/boot-api.js';
import { openTestSession, testPassword } from '../support/bureau.js';
import { announcementsHeard, until } from '../support/waiting.js';

const today = '2026-07-01';
const edge =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36 Edg/126.0.0.0';

let api: TestApi;
let other: { url: string; stop(): Promise<void> };
beforeAll(async () => {
  api = await bootApi(today);
  other = await bootBeside(api, today);
});
afterAll(async () => {
  await other?.stop();
  await api?.stop();
});

interface Session {
  id: string;
  present: boolean;
  agent: string;
  address: string;
}

const newSession = async (username: string) => caller(api.url, await openTestSession(api.owner, id(username)));
const id = (username: string) => api.bureau.people[username]!;
const sessionsOf = async (who: Caller): Promise<Session[]> => (await who.get('/api/auth/sessions')).body;
const present = async (who: Caller) => (await sessionsOf(who)).find((session) => session.present)!.id;
const isIn = async (who: Caller) => (await who.get('/api/auth/me')).status === 200;

/** A session at both processes at once. */
async function everywhere(username: string): Promise<[Caller, Caller]> {
  const token = await openTestSession(api.owner, id(username));
  const both: [Caller, Caller] = [caller(api.url, token), caller(other.url, token)];
  for (const one of both) expect(await isIn(one)).toBe(true);
  return both;
}

/** An open page; `ended` resolves when the server lets it go. */
async function openPage(who: Caller) {
  const closed = new AbortController();
  const response = await who.raw('/api/stream', { signal: closed.signal });
  expect(response.status).toBe(200);
  const reader = response.body!.getReader();
  let open = true;
  const ended = (async () => {
    try {
      for (let part = await reader.read(); !part.done;) part = await reader.read();
    } catch (error) {
      if (!closed.signal.aborted) throw error;
    }
    open = false;
  })();
  return { ended, isOpen: () => open, close: () => closed.abort() };
}

describe('one’s own sessions', () => {
  it('are listed with device and address, this one marked, nobody else’s among them', async () => {
    const signedIn = await api.anonymous.raw('/api/auth/login', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'user-agent': edge },
      body: JSON.stringify({ username: 'head', password: testPassword }),
    });
    const head = caller(api.url, /xiaohao_session=([^;]+)/.exec(signedIn.headers.get('set-cookie')!)![1]!);
    const listed = await sessionsOf(head);
    const expected = await api.owner.query('select id from session where person_id = $1', [id('head')]);
    expect(listed.map((session) => session.id).sort()).toEqual(expected.map((row: Session) => row.id).sort());
    const [mine] = listed.filter((session) => session.present);
    expect(mine).toMatchObject({ agent: edge, address: '127.0.0.1' });
    expect(JSON.stringify(listed)).not.toMatch(/[0-9a-f]{64}/);
  });

  it('end one by one, at once in every process', async () => {
    const [here, there] = await everywhere('handler');
    const handler = api.as('handler');
    expect((await handler.post(`/api/auth/sessions/${await present(here)}/end`)).status).toBe(204);
    expect(await isIn(here)).toBe(false);
    await until(async () => !(await isIn(there)), 'the other process has heard');
    expect(await isIn(handler)).toBe(true);
  });

  it('end all but this one', async () => {
    const [here, there] = await everywhere('handler2');
    const handler = api.as('handler2');
    expect((await handler.post('/api/auth/sessions/end-others')).body).toEqual({ ended: 1 });
    expect(await isIn(here)).toBe(false);
    await until(async () => !(await isIn(there)), 'the other process has heard');
    expect((await sessionsOf(handler)).map((session) => session.present)).toEqual([true]);
  });

  it('are nobody else’s to end', async () => {
    const deputy = await newSession('deputy');
    const foreign = await api.as('handler').post(`/api/auth/sessions/${await present(deputy)}/end`);
    expect([foreign.status, foreign.body.code]).toEqual([404, 'notFound']);
    expect((await api.as('handler').post('/api/auth/sessions/no-id/end')).status).toBe(404);
    expect(await isIn(deputy)).toBe(true);
  });

  it('that are over are not listed, and the nightly job removes those', async () => {
    const [idle, past] = [await newSession('chief'), await newSession('chief')];
    const [idleId, pastId] = [await present(idle), await present(past)];
    await api.owner.query(`update session set last_seen_at = now() - interval '13 hours' where id = $1`, [idleId]);
    await api.owner.query(`update session set expires_at = now() - interval '1 minute' where id = $1`, [pastId]);
    const listed = (await sessionsOf(api.as('chief'))).map((session) => session.id);
    expect(listed).not.toContain(idleId);
    expect(listed).not.toContain(pastId);
    await forgetSignIns(api.owner);
    expect(await api.owner.query('select 1 from session where id = $1', [pastId])).toEqual([]);
  });
});

describe('the administrator', () => {
  it('sees and ends the sessions of a person, and it is recorded', async () => {
    const [here, there] = await everywhere('safety');
    const admin = api.as('admin');
    const listed = (await admin.get(`/api/people/${id('safety')}/sessions`)).body as Session[];
    const own = await present(here);
    expect(listed.map((session) => session.id)).toContain(own);
    expect((await admin.post(`/api/people/${id('safety')}/sessions/${own}/end`)).status).toBe(204);
    expect(await isIn(here)).toBe(false);
    await until(async () => !(await isIn(there)), 'the other process has heard');
    expect((await admin.post(`/api/people/${id('safety')}/sessions/end`)).body).toEqual({ ended: 1 });
    expect(await isIn(api.as('safety'))).toBe(false);
    const [last] = (await admin.get(`/api/people/events?personId=${id('safety')}`)).body;
    expect(last).toMatchObject({
      action: 'sessions_ended',
      actorName: '管理员',
      details: { person: '安委办甲', count: 1 },
    });
  });

  it('alone: nobody else sees or ends the sessions of others', async () => {
    for (const who of ['head', 'chief', 'auditor']) {
      const asked = [
        await api.as(who).get(`/api/people/${id('deputy')}/sessions`),
        await api.as(who).post(`/api/people/${id('deputy')}/sessions/end`),
      ];
      expect(asked.map(({ status }) => status)).toEqual([403, 403]);
    }
  });
});

describe('an open page', () => {
  it.each<[string, string, (who: Caller) => Promise<unknown>]>([
    ['signed out', 'stats', (who) => who.post('/api/auth/logout')],
    [
      'ended from another session',
      'office',
      async (who) => api.as('office').post(`/api/auth/sessions/${await present(who)}/end`),
    ],
    ['ended by the administrator', 'liaison', () => api.as('admin').post(`/api/people/${id('liaison')}/sessions/end`)],
    ['of a disabled person', 'clerk', () => api.as('admin').post(`/api/people/${id('clerk')}/disable`)],
    [
      'of a person disabled by hand',
      'head2',
      () => api.owner.query(`update person set disabled_at = now() where username = 'head2'`),
    ],
  ])('closes at once in every process when its session is %s', async (_, username, end) => {
    const [here, there] = await everywhere(username);
    const pages = [await openPage(here), await openPage(there)];
    const stranger = await openPage(api.as('inspection'));
    await end(here);
    await Promise.all(pages.map(({ ended }) => ended));
    expect(stranger.isOpen()).toBe(true);
    stranger.close();
  });
});

describe('a use of a session', () => {
  it('is written down once in five minutes, not with every request', async () => {
    const handler = await newSession('handler3');
    const sessionId = await present(handler);
    const [[{ at }]] = await api.owner.query(
      `update session set last_seen_at = now() - interval '4 minutes' where id = $1 returning last_seen_at as at`,
      [sessionId],
    );
    // Forgets who is remembered, so that each request asks the database.
    const ask = async () => {
      await api.owner.query(`select pg_notify('people', '')`);
      await announcementsHeard(api);
      expect(await isIn(handler)).toBe(true);
      return (await api.owner.query('select last_seen_at, xmin::text from session where id = $1', [sessionId]))[0];
    };
    const [first, second] = [await ask(), await ask()];
    expect(first.last_seen_at).toEqual(at);
    expect(second.xmin).toBe(first.xmin);
    await api.owner.query(`update session set last_seen_at = now() - interval '6 minutes' where id = $1`, [sessionId]);
    expect((await ask()).last_seen_at.getTime()).toBeGreaterThan(at.getTime());
  });
});

describe('a changed password', () => {
  const change = (who: Caller, oldPassword: string, newPassword: string) =>
    who.raw('/api/auth/password', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ oldPassword, newPassword }),
    });
  const codeOf = async (response: Response) => ((await response.json()) as { code: string }).code;

  it('ends all other sessions; this one goes on under a new cookie, the former one opens nothing', async () => {
    const [here, there] = await everywhere('supervision');
    const mine = await newSession('supervision');
    const changed = await change(mine, testPassword, 'four words of my own');
    expect(changed.status).toBe(204);
    const renewed = caller(api.url, /xiaohao_session=([^;]+)/.exec(changed.headers.get('set-cookie')!)![1]!);
    expect(await isIn(renewed)).toBe(true);
    expect([await isIn(mine), await isIn(here)]).toEqual([false, false]);
    await until(async () => !(await isIn(there)), 'the other process has heard');
    expect(await sessionsOf(renewed)).toHaveLength(1);
  });

  it('is refused after eight wrong guesses of the old one, counted with the sign-in page', async () => {
    const auditor = api.as('auditor');
    const guesses = await Promise.all(
      Array.from({ length: 10 }, (_, at) => change(auditor, `wrong-guess-${at}`, 'four words of my own')),
    );
    expect(guesses.map(({ status }) => status).sort()).toEqual([...Array.from({ length: 8 }, () => 422), 429, 429]);
    expect(await codeOf(await change(auditor, testPassword, 'four words of my own'))).toBe('tooManyFailures');
    const login = await api.anonymous.post('/api/auth/login', { username: 'auditor', password: testPassword });
    expect(login.body.code).toBe('tooManyFailures');
  });

  it.each([
    ['the old one again', testPassword, 'passwordUnchanged'],
    ['the username and a year', 'inspection2026', 'weakPassword'],
    ['the name', '巡察办甲巡察办甲巡察办甲', 'weakPassword'],
    ['the bureau', '测试局测试局测试局测试局', 'weakPassword'],
    ['a repetition', 'abababababab', 'weakPassword'],
    ['the password of the demo', 'xiaohao-demo', 'weakPassword'],
    ['a short one', 'kurz', 'weakPassword'],
  ])('may not be %s, and nothing changes', async (_, password, code) => {
    const who = api.as('inspection');
    const before = await api.owner.query(`select version, password_hash from person where username = 'inspection'`);
    expect(await codeOf(await change(who, testPassword, password))).toBe(code);
    expect(await api.owner.query(`select version, password_hash from person where username = 'inspection'`)).toEqual(
      before,
    );
    expect(await isIn(who)).toBe(true);
  });

  it('may not be the one-time one that was told', async () => {
    const { body: told } = await api.as('admin').post(`/api/people/${id('deputy2')}/password`);
    const { headers } = await api.anonymous.post('/api/auth/login', { username: 'deputy2', password: told.password });
    const deputy = caller(api.url, /xiaohao_session=([^;]+)/.exec(headers.get('set-cookie')!)![1]!);
    expect(await codeOf(await change(deputy, told.password, told.password))).toBe('passwordUnchanged');
    expect((await deputy.get('/api/units')).body.code).toBe('passwordChangeRequired');
  });
});
