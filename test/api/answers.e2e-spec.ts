import { bootApi, type TestApi } from '../support/boot-api.js';
import { openStream, tellPages, until } from '../support/waiting.js';

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
  it('of a ticket end for a page as soon as its person may see the ticket no more', async () => {
    const office = api.as('inspection');
    const draft = { kind: 'inspection_issue', title: '标题', leadUnitId: api.bureau.units.chemicals };
    const { id } = (await office.post('/api/tickets', draft)).body;
    const [reader, keeper] = [await openStream(api, 'auditor', id), await openStream(api, 'inspection', id)];
    const times = (page: typeof reader) => page.heard().split(id).length - 1;
    const heardBy = (page: typeof reader, count: number) => until(() => times(page) >= count, `${count} are heard`);
    await office.post(`/api/tickets/${id}/comments`, { text: '公开' });
    for (const page of [reader, keeper]) await heardBy(page, 1);
    expect([times(reader), times(keeper)]).toEqual([1, 1]);
    await office.patch(`/api/tickets/${id}`, { version: 2, confidential: true });
    await office.post(`/api/tickets/${id}/comments`, { text: '保密' });
    await heardBy(keeper, 3);
    // Another event the reader does hear comes after: whatever was on its way is there by then.
    const after = await tellPages(api, 'auditor');
    await until(() => reader.heard().includes(after), 'the reader hears what came after');
    expect([times(reader), times(keeper)]).toEqual([1, 3]);
    await Promise.all([reader.close(), keeper.close()]);
  });

  it('of a report are for those who may read reports', async () => {
    const pages = [await openStream(api, 'chief'), await openStream(api, 'handler')];
    const event = { type: 'report', id: 'the-report', status: 'ready' };
    await api.owner.query(`select pg_notify('live', $1)`, [JSON.stringify(event)]);
    for (const [at, who] of ['chief', 'handler'].entries()) {
      const after = await tellPages(api, who);
      await until(() => pages[at]!.heard().includes(after), `${who} hears what came after`);
    }
    expect(pages.map((page) => page.heard().includes('the-report'))).toEqual([true, false]);
    await Promise.all(pages.map((page) => page.close()));
  });

  it('take no more than twenty pages of one person, the newest', async () => {
    const pages = await Promise.all(Array.from({ length: 22 }, () => openStream(api, 'chief')));
    const open = () => pages.filter((page) => !page.ended());
    await until(() => open().length <= 20, 'the oldest end');
    const after = await tellPages(api, 'chief');
    await until(() => open().every((page) => page.heard().includes(after)), 'all others hear what comes');
    expect(open()).toHaveLength(20);
    await Promise.all(pages.map((page) => page.close()));
  });
});
