import { mayDo, roles, type Permission } from '@xiaohao/domain';
import { bootApi, type TestApi } from '../support/boot-api.js';
import { routesOf, type Route } from '../support/routes.js';

const someId = '01234567-0123-7123-8123-0123456789ab';

let api: TestApi;
beforeAll(async () => {
  api = await bootApi('2026-07-01');
});
afterAll(() => api.stop());

const routes = routesOf();
/** They end the session they are called with. */
const endingSession = ['/api/auth/logout', '/api/auth/login'];

async function call(route: Route, who: string | null) {
  const caller = who ? api.as(who) : api.anonymous;
  const path = route.path.replace(/:\w+/g, someId);
  const body = ['POST', 'PUT', 'PATCH'].includes(route.method)
    ? { body: '{}', headers: { 'content-type': 'application/json' } }
    : {};
  const stop = new AbortController();
  const response = await caller.raw(path, { method: route.method, signal: stop.signal, ...body });
  const isJson = response.headers.get('content-type')?.includes('json') ?? false;
  const code = isJson ? ((await response.json()) as { code?: string }).code : undefined;
  stop.abort();
  return { status: response.status, code };
}

describe('every route', () => {
  it('demands exactly this', () => {
    const lines = routes.map(({ method, path, access }) => `${method} ${path}: ${access}`).sort();
    expect(lines.join('\n')).toMatchSnapshot();
  });

  it('is closed to whoever is not signed in, unless it is public', async () => {
    for (const route of routes) {
      const { status } = await call(route, null);
      expect([route.method, route.path, status === 401]).toEqual([route.method, route.path, route.access !== 'public']);
    }
  });

  it.each(roles)('lets %s through exactly where the table says so', async (role) => {
    for (const route of routes) {
      if (endingSession.includes(route.path)) continue;
      const open =
        route.access === 'public' || route.access === 'signedIn' || mayDo([role], route.access as Permission);
      const { status, code } = await call(route, role);
      const refused = status === 401 || (status === 403 && code === 'forbidden');
      expect([role, route.method, route.path, refused ? 'refused' : 'through']).toEqual([
        role,
        route.method,
        route.path,
        open ? 'through' : 'refused',
      ]);
      expect([route.method, route.path, status]).not.toEqual([route.method, route.path, 500]);
    }
  });
});
