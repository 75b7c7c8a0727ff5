import { bootApi, packageOfServer, type TestApi } from '../support/boot-api.js';

let api: TestApi;
let ticketId: string;
beforeAll(async () => {
  api = await bootApi('2026-07-01');
  const { body } = await inspection().post('/api/tickets', { kind: 'inspection_issue', title: '标题' });
  ticketId = body.id;
});
afterAll(() => api.stop());

const inspection = () => api.as('inspection');
const nowhere = '01234567-0123-7123-8123-0123456789ab';
const json = (body: string) => ({ method: 'POST', headers: { 'content-type': 'application/json' }, body });

describe('a body that is costly to check', () => {
  const costly = {
    'lists in lists': `{"username":${'['.repeat(100_000)}${']'.repeat(100_000)},"password":"x"}`,
    'a list of everything': `[${'{},'.repeat(300_000)}{}]`,
    'fields without end': `{${Array.from({ length: 60_000 }, (_, at) => `"k${at}":1`).join(',')}}`,
    'ten thousand lists of ten': `{"username":[${`[${'1,'.repeat(9)}1],`.repeat(9_000)}1],"password":"x"}`,
  };

  it.each(Object.keys(costly) as (keyof typeof costly)[])(
    'of %s is refused at once, from strangers too',
    async (name) => {
      const before = performance.now();
      const response = await api.anonymous.raw('/api/auth/login', json(costly[name]));
      const text = await response.text();
      expect([response.status, JSON.parse(text).code]).toEqual([400, 'malformed']);
      expect(text.length).toBeLessThan(5_000);
      expect(performance.now() - before).toBeLessThan(2_000);
    },
  );

  it('is answered with its first reasons only', async () => {
    const measures = Array.from({ length: 5_000 }, () => ({}));
    const { status, body } = await inspection().post('/api/tickets', {
      kind: 'inspection_issue',
      title: '标题',
      measures,
    });
    expect([status, body.code]).toEqual([400, 'malformed']);
    expect(body.details.fields.length).toBeLessThanOrEqual(10);
  });

  it.each([['application/x-www-form-urlencoded'], ['text/plain']])(
    'that a form of another site could send is none: %s',
    async (type) => {
      const body = 'kind=inspection_issue&title=form';
      const response = await inspection().raw('/api/tickets', {
        method: 'POST',
        headers: { 'content-type': type },
        body,
      });
      expect(response.status).toBe(400);
    },
  );
});

describe('a part of a body that has fields of its own', () => {
  const bodies: [method: 'POST' | 'PATCH', path: string, body: object][] = [
    ['POST', '/api/tickets', { kind: 'inspection_issue', title: '标题', measures: [[{ text: '甲' }]] }],
    ['POST', '/api/tickets', { kind: 'inspection_issue', title: '标题', deadline: [] }],
    ['POST', '/api/ticket-actions', { action: 'request_cancel', tickets: [[]] }],
    ['POST', '/api/people/import/commit', { rows: [[]] }],
    ['PATCH', '/api/imports/01234567-0123-7123-8123-0123456789ab', { version: 1, options: [], decisions: [[]] }],
  ];
  it.each(bodies)('is no list: %s %s %j', async (method, path, body) => {
    const who = path.startsWith('/api/people') ? api.as('admin') : inspection();
    const answer = await (method === 'POST' ? who.post(path, body) : who.patch(path, body));
    expect([answer.status, answer.body.code]).toEqual([400, 'malformed']);
  });

  it('is no list where a ticket is assigned: none goes out without a deadline', async () => {
    const { body: draft } = await inspection().post('/api/tickets', { kind: 'inspection_issue', title: '标题' });
    const input = {
      leadUnitId: api.bureau.units.chemicals,
      leaderId: api.bureau.people['deputy'],
      deadline: [{ kind: 'date', dueOn: '2026-07-20' }],
    };
    const send = { action: 'assign', version: draft.version, input };
    expect((await inspection().post(`/api/tickets/${draft.id}/actions`, send)).status).toBe(400);
    expect((await inspection().get(`/api/tickets/${draft.id}`)).body.status).toBe('draft');
  });

  it('is said to be an object wherever one is looked into', async () => {
    const { getMetadataStorage } = await packageOfServer<typeof import('class-validator')>('class-validator');
    const { validationMetadatas } = getMetadataStorage() as unknown as {
      validationMetadatas: Map<unknown, { type: string; name?: string; propertyName: string; each: boolean }[]>;
    };
    const rules = [...validationMetadatas.values()];
    const nested = rules.flatMap((all) =>
      all
        .filter(({ type }) => type === 'nestedValidation')
        .map((part) =>
          all.some(
            (one) => one.name === 'isObject' && one.propertyName === part.propertyName && !one.each === !part.each,
          ),
        ),
    );
    expect(nested.length).toBeGreaterThan(15);
    expect(nested).not.toContain(false);
  });
});

describe('an upload that is broken', () => {
  const part = '--B\r\nContent-Disposition: form-data; name="file"; filename="a.txt"\r\n\r\nhalf';
  it.each([
    ['without a boundary', 'multipart/form-data', 'x'],
    ['that ends within a file', 'multipart/form-data; boundary=B', part],
    ['with nothing in it', 'multipart/form-data; boundary=B', '--B--\r\n'],
  ])('is said to be: %s', async (_, type, body) => {
    const options = { method: 'POST', headers: { 'content-type': type }, body };
    const response = await inspection().raw(`/api/tickets/${ticketId}/evidence`, options);
    expect([400, 422]).toContain(response.status);
    expect((await inspection().get(`/api/tickets/${ticketId}`)).body.evidence).toEqual([]);
  });
});

describe('an upload of several files', () => {
  const parts = (names: readonly string[]) =>
    names.map((name) => `--B\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\n\r\n${name}\r\n`);
  const send = (body: string, headers: Record<string, string> = {}) =>
    inspection().raw(`/api/tickets/${ticketId}/evidence`, {
      method: 'POST',
      headers: { 'content-type': 'multipart/form-data; boundary=B', ...headers },
      body,
    });
  const kept = async () => {
    const { evidence, version } = (await inspection().get(`/api/tickets/${ticketId}`)).body;
    return { names: evidence.map(({ name }: { name: string }) => name), version };
  };

  it.each([
    ['one too many', parts(Array.from({ length: 21 }, (_, at) => `${at}.txt`)).join('') + '--B--\r\n'],
    ['one without content', parts(['甲.txt']).join('') + parts(['']).join('') + '--B--\r\n'],
    ['one that breaks off', parts(['甲.txt', '乙.txt']).join('').slice(0, -8)],
  ])('is kept whole or not at all, and may be sent again: %s', async (_, body) => {
    const before = await kept();
    const key = { 'idempotency-key': `several-${body.length}` };
    for (let time = 0; time < 2; time += 1) expect([400, 413, 422]).toContain((await send(body, key)).status);
    expect(await kept()).toEqual(before);
  });

  it('is one event for each, in the order they came', async () => {
    const before = await kept();
    expect((await send(parts(['丙.txt', '丁.txt']).join('') + '--B--\r\n')).status).toBe(201);
    const after = await kept();
    expect(after).toEqual({ names: expect.arrayContaining(['丙.txt', '丁.txt']), version: before.version + 2 });
    const { items } = (await inspection().get(`/api/tickets/${ticketId}/events`)).body;
    expect(items.slice(0, 2).map(({ text }: { text: string }) => text)).toEqual([
      expect.stringContaining('丁.txt'),
      expect.stringContaining('丙.txt'),
    ]);
  });
});

describe('values no column takes', () => {
  it.each([
    ['a title that is null', { title: null }],
    ['confidentiality that is null', { confidential: null }],
    ['NUL in a text', { title: 'a\u0000b' }],
    ['half a surrogate pair', { title: '\ud800' }],
    ['half a surrogate pair within an object', { deadline: { kind: 'date', dueOn: '\udfff' } }],
  ])('are refused as such: %s', async (_, edit) => {
    const { body: now } = await inspection().get(`/api/tickets/${ticketId}`);
    const { status, body } = await inspection().patch(`/api/tickets/${ticketId}`, { version: now.version, ...edit });
    expect([status, body.code]).toEqual([400, 'malformed']);
  });

  it.each([
    ['a source that is none', { sourceId: nowhere }],
    ['an item that is none', { itemId: nowhere }],
    ['a dated deadline without its day', { deadline: { kind: 'date' } }],
    ['a deadline that has passed', { deadline: { kind: 'date', dueOn: '2026-06-30' } }],
    ['an item without its source', () => ({ itemId: api.bureau.itemIds[0] })],
    ['a level the kind does not know', { level: 'Major' }],
    ['a source of another kind', () => ({ kind: 'hazard', sourceId: api.bureau.sourceId })],
  ])('are named: %s', async (_, facts) => {
    const draft = { kind: 'inspection_issue', title: '标题', ...(typeof facts === 'function' ? facts() : facts) };
    const { status, body } = await api
      .as(draft.kind === 'hazard' ? 'safety' : 'inspection')
      .post('/api/tickets', draft);
    expect([status, body.code]).toEqual([422, expect.stringMatching(/^input(Wrong|Missing)$/)]);
  });

  it('are named when a ticket is given an item of another source', async () => {
    const { body: now } = await inspection().get(`/api/tickets/${ticketId}`);
    const edit = { version: now.version, itemId: api.bureau.itemIds[0] };
    const { status, body } = await inspection().patch(`/api/tickets/${ticketId}`, edit);
    expect([status, body.code]).toEqual([422, 'inputWrong']);
  });

  const cursor = (...parts: unknown[]) => Buffer.from(JSON.stringify(parts)).toString('base64url');
  it.each([
    ['a cursor of no day', `/api/tickets?sort=dueOn&cursor=${cursor('dueOn', '2026-99-99', nowhere)}`],
    [
      'a cursor of no instant',
      `/api/tickets?sort=-updatedAt&cursor=${cursor('-updatedAt', '2026-01-01T99:99:99Z', nowhere)}`,
    ],
    ['a cursor of lists', `/api/tickets?sort=dueOn&cursor=${cursor('dueOn', ['2026-01-01'], [nowhere])}`],
    ['an inbox cursor of no instant', `/api/notices?cursor=${cursor('2026-99-99T00:00:00Z', nowhere)}`],
    ['an inbox cursor of lists', `/api/notices?cursor=${cursor(['2026-01-01T00:00:00.000Z'], nowhere)}`],
    ['deliveries of no day', '/api/deliveries?on=2026-99-99'],
    ['deliveries of year 0', '/api/deliveries?on=0000-01-01'],
    ['a name of NUL', '/api/reminders/preview/%00?date=2026-07-01'],
  ])('are refused as such: %s', async (_, path) => {
    const { status, body } = await inspection().get(path);
    expect([status, body.code]).toEqual([400, 'malformed']);
  });

  it('are refused where only the database knows its bounds', async () => {
    const change = { parameters: [{ key: 'bureau_name', value: 'x', version: 1e15 }] };
    const { status, body } = await api.as('admin').put('/api/parameters', change);
    expect([status, body.code]).toEqual([400, 'malformed']);
  });
});
