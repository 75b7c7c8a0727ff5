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

/** A page that is open and what it heard. */
async function openPage(who: string, ticketId = '') {
  const { body } = await api.as(who).raw(`/api/stream${ticketId ? `?ticketId=${ticketId}` : ''}`);
  const reader = body!.getReader();
  let text = '';
  const end = (async () => {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      text += Buffer.from(value).toString();
    }
  })();
  return { heard: () => text, close: () => reader.cancel().then(() => end) };
}

describe('live events', () => {
  it('of a ticket end for a page as soon as its person may see the ticket no more', async () => {
    const office = api.as('inspection');
    const draft = { kind: 'inspection_issue', title: '标题', leadUnitId: api.bureau.units.chemicals };
    const { id } = (await office.post('/api/tickets', draft)).body;
    const [reader, keeper] = [await openPage('auditor', id), await openPage('inspection', id)];
    const heardBy = async (page: typeof reader, times: number) => {
      const count = () => page.heard().split(id).length - 1;
      for (let look = 0; look < 100 && count() < times; look += 1) await new Promise((next) => setTimeout(next, 20));
      return count();
    };
    await office.post(`/api/tickets/${id}/comments`, { text: '公开' });
    expect([await heardBy(reader, 1), await heardBy(keeper, 1)]).toEqual([1, 1]);
    await office.patch(`/api/tickets/${id}`, { version: 2, confidential: true });
    await office.post(`/api/tickets/${id}/comments`, { text: '保密' });
    expect(await heardBy(keeper, 3)).toBe(3);
    // Another event the reader does hear comes after: whatever was on its way is there by then.
    await api.owner.query(`select pg_notify('live', $1)`, [
      JSON.stringify({ type: 'message', id: 'after', personId: api.bureau.people['auditor'] }),
    ]);
    while (!reader.heard().includes('after')) await new Promise((next) => setTimeout(next, 20));
    expect(await heardBy(reader, 1)).toBe(1);
    await Promise.all([reader.close(), keeper.close()]);
  });

  it('of a report are for those who may read reports', async () => {
    const pages = [await openPage('chief'), await openPage('handler')];
    const notify = (event: object) => api.owner.query(`select pg_notify('live', $1)`, [JSON.stringify(event)]);
    await notify({ type: 'report', id: 'the-report', status: 'ready' });
    for (const who of ['chief', 'handler'])
      await notify({ type: 'message', id: 'after', personId: api.bureau.people[who] });
    for (const page of pages) while (!page.heard().includes('after')) await new Promise((next) => setTimeout(next, 20));
    expect(pages.map((page) => page.heard().includes('the-report'))).toEqual([true, false]);
    await Promise.all(pages.map((page) => page.close()));
  });

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
