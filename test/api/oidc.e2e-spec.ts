import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { bootApi, caller, type TestApi } from '../support/boot-api.js';
import { readConfig } from '@xiaohao/config';
import { testPassword } from '../support/bureau.js';

const today = '2026-07-01';
/** As people write it; the tests bring what is meant for it to the port the application got. */
const publicUrl = 'http://ledger.test';

let provider: ChildProcess;
let issuer: string;
let api: TestApi;
let byEmail: TestApi;
beforeAll(async () => {
  provider = fork('test/support/identity-provider.mjs', [`${publicUrl}/api/auth/oidc/callback`], {
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  [{ issuer }] = await once(provider, 'message');
  api = await bootApi(today, null, { environment: environment() });
  byEmail = await bootApi(today, null, { environment: { ...environment(), OIDC_CLAIM: 'email' } });
});
afterAll(async () => {
  await byEmail?.stop();
  await api?.stop();
  provider?.disconnect();
});

const environment = (more: object = {}) => ({
  PUBLIC_URL: publicUrl,
  OIDC_ISSUER: issuer,
  OIDC_CLIENT_ID: 'xiaohao',
  OIDC_CLIENT_SECRET: 'c'.repeat(40),
  OIDC_NAME: '青河统一认证',
  ...more,
});

type Spoil = 'forged' | 'otherNonce' | 'otherAudience' | 'past' | null;
async function signingIn(person: object, spoil: Spoil = null): Promise<void> {
  provider.send({ person, spoil });
  await once(provider, 'message');
}

/** A browser: keeps the cookies of each server and follows where it is led. */
class Browser {
  private readonly cookies = new Map<string, Map<string, string>>();
  constructor(private readonly at: TestApi) {}

  async open(address: string): Promise<Response> {
    const url = new URL(address, publicUrl);
    const jar = this.cookies.get(url.host) ?? new Map<string, string>();
    this.cookies.set(url.host, jar);
    const target = url.origin === publicUrl ? this.at.url + url.pathname + url.search : url.href;
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(target, { redirect: 'manual', headers: { cookie } });
    for (const line of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line)!;
      jar.set(name!, value!);
    }
    return response;
  }

  /** Follows until `until` is where it would go next. */
  async follow(address: string, until: (next: URL) => boolean): Promise<string> {
    for (let step = 0, next = address; step < 12; step += 1) {
      const response = await this.open(next);
      const location = response.headers.get('location');
      if (!location) throw new Error(`${response.status} at ${next}: ${(await response.text()).slice(0, 300)}`);
      const url = new URL(location, new URL(next, publicUrl));
      if (until(url)) return url.href;
      next = url.href;
    }
    throw new Error('led in a circle');
  }

  session(): string | undefined {
    return this.cookies.get(new URL(publicUrl).host)?.get('xiaohao_session') || undefined;
  }
}

const start = (returnTo = '/tickets?view=mine') => `/api/auth/oidc/start?returnTo=${encodeURIComponent(returnTo)}`;
const isCallback = ({ pathname }: URL) => pathname === '/api/auth/oidc/callback';
/** Where a page of ours is shown at last. */
const isPage = ({ origin, pathname }: URL) => origin === publicUrl && !pathname.startsWith('/api/');

async function walk(at: TestApi, returnTo?: string): Promise<{ browser: Browser; end: string }> {
  const browser = new Browser(at);
  const end = await browser.follow(start(returnTo), isPage);
  return { browser, end: end.slice(publicUrl.length) };
}
const sessions = async (at: TestApi) => (await at.owner.query('select count(*)::int as n from session'))[0].n;

describe('signing in through the identity provider', () => {
  it('ends where it began, with the session everybody has', async () => {
    await signingIn({ preferred_username: 'Handler' });
    const { browser, end } = await walk(api);
    expect(end).toBe('/tickets?view=mine');
    const handler = caller(api.url, browser.session()!);
    expect((await handler.get('/api/auth/me')).body).toMatchObject({ username: 'handler', roles: ['handler'] });
    const mine = (await handler.get('/api/auth/sessions')).body.filter(({ present }: { present: boolean }) => present);
    expect(mine).toMatchObject([{ oidc: true }]);
    expect(await api.owner.query('select 1 from oidc_request')).toEqual([]);
  });

  it('does not ask for a one-time password to be changed that nobody used', async () => {
    await api.owner.query(`update person set must_change_password = true where username = 'handler2'`);
    await signingIn({ preferred_username: 'handler2' });
    const { browser } = await walk(api);
    expect((await caller(api.url, browser.session()!).get('/api/units')).status).toBe(200);
  });

  it('is offered by its name, only where it is configured', async () => {
    expect((await api.anonymous.get('/api/settings')).body.oidc).toEqual({ name: '青河统一认证' });
    const without = await bootApi(today);
    try {
      expect((await without.anonymous.get('/api/settings')).body.oidc).toBeNull();
      expect((await without.anonymous.get('/api/auth/oidc/start')).status).toBe(404);
    } finally {
      await without.stop();
    }
  });

  it.each([
    '//evil.example/',
    'https://evil.example/',
    '/\\evil.example',
    '/\t/evil.example',
    'javascript:alert(1)',
    '/..//evil.example',
    '/api/auth/oidc/start',
  ])('never leads to another site: %s', async (wanted) => {
    await signingIn({ preferred_username: 'head' });
    const { end } = await walk(api, wanted);
    expect(end).toMatch(/^\/(?![/\\])(evil\.example)?$/);
  });
});

describe('whoever has no account here', () => {
  it.each([
    ['is unknown', { preferred_username: 'stranger' }],
    ['is named by no claim', {}],
    ['is named by something that is no text', { preferred_username: { head: true } }],
  ])('is refused in plain words, and no account is made: %s', async (_, person) => {
    const people = await api.owner.query('select count(*) from person');
    const before = await sessions(api);
    await signingIn(person);
    expect((await walk(api)).end).toBe('/sign-in?problem=oidcNoAccount');
    expect(await sessions(api)).toBe(before);
    expect(await api.owner.query('select count(*) from person')).toEqual(people);
  });

  it('is refused where the account is disabled', async () => {
    await api.owner.query(`update person set disabled_at = now() where username = 'clerk'`);
    await signingIn({ preferred_username: 'clerk' });
    const { browser, end } = await walk(api);
    expect([end, browser.session()]).toEqual(['/sign-in?problem=oidcNoAccount', undefined]);
  });

  it.each<[string, object, string]>([
    ['verified: in', { email: 'HEAD@test.invalid', email_verified: true }, '/tickets?view=mine'],
    ['not verified', { email: 'head@test.invalid', email_verified: false }, '/sign-in?problem=oidcNoAccount'],
    [
      'verified in a word only',
      { email: 'head@test.invalid', email_verified: 'true' },
      '/sign-in?problem=oidcNoAccount',
    ],
    ['shared by two', { email: 'chief@test.invalid', email_verified: true }, '/sign-in?problem=oidcNoAccount'],
  ])('by an address: %s', async (_, person, end) => {
    await byEmail.owner.query(`update person set email = 'chief@test.invalid' where username in ('chief', 'deputy')`);
    await signingIn({ preferred_username: 'x', ...person });
    expect((await walk(byEmail)).end).toBe(end);
  });
});

describe('what the provider did not say so', () => {
  const refused = '/sign-in?problem=oidcRefused';

  it.each<[string, Spoil]>([
    ['a forged signature', 'forged'],
    ['the nonce of another sign-in', 'otherNonce'],
    ['a token for another client', 'otherAudience'],
    ['a token that is over', 'past'],
  ])('opens nothing: %s', async (_, spoil) => {
    const before = await sessions(api);
    await signingIn({ preferred_username: 'chief' }, spoil);
    expect((await walk(api)).end).toBe(refused);
    expect(await sessions(api)).toBe(before);
  });

  it('opens nothing: a wrong state, and none', async () => {
    await signingIn({ preferred_username: 'chief' });
    for (const change of [
      (url: URL) => url.searchParams.set('state', 'x'.repeat(43)),
      (url: URL) => url.searchParams.delete('state'),
    ]) {
      const browser = new Browser(api);
      const back = new URL(await browser.follow(start(), isCallback));
      change(back);
      expect(new URL(await browser.follow(back.href, isPage)).href).toBe(publicUrl + refused);
      expect(browser.session()).toBeUndefined();
    }
  });

  it('opens nothing a second time: the way and the code count once', async () => {
    await signingIn({ preferred_username: 'chief' });
    const browser = new Browser(api);
    const back = await browser.follow(start(), isCallback);
    expect(await browser.follow(back, isPage)).toBe(`${publicUrl}/tickets?view=mine`);
    expect(await browser.follow(back, isPage)).toBe(publicUrl + refused);
    // The same code under a way that is new.
    const other = new Browser(api);
    const fresh = new URL(await other.follow(start(), isCallback));
    fresh.searchParams.set('code', new URL(back).searchParams.get('code')!);
    expect(await other.follow(fresh.href, isPage)).toBe(publicUrl + refused);
    expect(other.session()).toBeUndefined();
  });

  it('opens nothing in another browser: nobody is led into a stranger’s account', async () => {
    await signingIn({ preferred_username: 'chief' });
    const back = await new Browser(api).follow(start(), isCallback);
    const victim = new Browser(api);
    expect(await victim.follow(back, isPage)).toBe(publicUrl + refused);
    expect(victim.session()).toBeUndefined();
  });

  it('opens nothing after ten minutes', async () => {
    await signingIn({ preferred_username: 'chief' });
    const browser = new Browser(api);
    const back = await browser.follow(start(), isCallback);
    await api.owner.query(`update oidc_request set expires_at = now() - interval '1 second'`);
    expect(await browser.follow(back, isPage)).toBe(publicUrl + refused);
  });
});

describe('a provider that is away', () => {
  it('keeps nobody from starting or signing in by password, and is told of at once', async () => {
    const away = await bootApi(today, null, { environment: environment({ OIDC_ISSUER: 'http://127.0.0.1:9' }) });
    try {
      expect((await walk(away)).end).toBe('/sign-in?problem=oidcAway');
      const login = await away.anonymous.post('/api/auth/login', { username: 'head', password: testPassword });
      expect(login.status).toBe(200);
    } finally {
      await away.stop();
    }
  });
});

describe('signing in by password', () => {
  it('may be left to administrators', async () => {
    const closed = await bootApi(today, null, { environment: environment({ PASSWORD_SIGN_IN: 'off' }) });
    try {
      const login = (username: string, password = testPassword) =>
        closed.anonymous.post('/api/auth/login', { username, password });
      expect((await login('admin')).status).toBe(200);
      expect((await login('head')).body.code).toBe('passwordSignInOff');
      expect((await login('head', 'not-the-password')).body.code).toBe('wrongCredentials');
    } finally {
      await closed.stop();
    }
  });

  it.each([
    ['a provider without https', { OIDC_ISSUER: 'http://id.example' }, /OIDC_ISSUER: must be https/],
    ['no address of our own', { PUBLIC_URL: '' }, /PUBLIC_URL/],
    ['no client', { OIDC_CLIENT_ID: '' }, /OIDC_CLIENT_ID/],
  ])('settings that cannot be safe stop the start: %s', (_, wrong, reason) => {
    expect(() => readConfig(environment(wrong))).toThrow(reason);
  });
});
