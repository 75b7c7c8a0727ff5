import { bootApi, type TestApi } from '../support/boot-api.js';

let api: TestApi;
beforeAll(async () => {
  api = await bootApi('2026-07-01');
});
afterAll(() => api.stop());

describe('an answer', () => {
  it.each(['/api/auth/me', '/api/tickets', '/api/exports/ledger.xlsx', '/api/no-such-route'])(
    'stays in no cache of a machine that others use: %s',
    async (path) => {
      const response = await api.as('chief').raw(path);
      await response.arrayBuffer();
      expect(response.headers.get('cache-control')).toBe('no-store');
    },
  );
});

describe('live events', () => {
  it('take no more than twenty pages of one person, the newest', async () => {
    const pages = await Promise.all(Array.from({ length: 22 }, () => api.as('chief').raw('/api/stream')));
    const readers = pages.map(({ body }) => body!.getReader());
    const ended = readers.map(async (reader) => {
      for (;;) if ((await reader.read()).done) return true;
    });
    const open = new Promise((resolve) => setTimeout(() => resolve(false), 500));
    const states = await Promise.all(ended.map((end) => Promise.race([end, open])));
    await Promise.all(readers.map((reader) => reader.cancel()));
    expect(states.filter((hasEnded) => hasEnded === true)).toHaveLength(2);
  });
});
