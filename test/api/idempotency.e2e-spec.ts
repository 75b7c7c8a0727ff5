import { forgetSignIns } from '@xiaohao/org';
import { bootApi, bootBeside, caller, type TestApi } from '../support/boot-api.js';
import { openTestSession } from '../support/bureau.js';

const today = '2026-07-01';

let api: TestApi;
let ticketId: string;
beforeAll(async () => {
  api = await bootApi(today);
  const { body } = await api.as('inspection').post('/api/tickets', draft('一件'));
  ticketId = body.id;
});
afterAll(() => api.stop());

const draft = (title: string) => ({ kind: 'inspection_issue', title });
let made = 0;
const freshKey = () => `a-key-of-its-own-${(made += 1)}`;

async function post(path: string, body: unknown, key: string, { who = 'inspection', url = api.url } = {}) {
  const by = url === api.url ? api.as(who) : caller(url, await openTestSession(api.owner, api.bureau.people[who]!));
  const response = await by.raw(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': key },
    body: JSON.stringify(body),
  });
  const text = await response.text();
  const replayed = response.headers.get('idempotency-replayed') === 'true';
  return { status: response.status, text, replayed, code: (JSON.parse(text || '{}') as { code?: string }).code };
}
const comment = (text: string, key: string, options = {}) =>
  post(`/api/tickets/${ticketId}/comments`, { text }, key, options);
const counted = async (table: string, where: string): Promise<number> =>
  (await api.owner.query(`select count(*)::int as n from ${table} where ${where}`))[0].n;

describe('what is submitted twice under one key', () => {
  it('is done once and answered the same, to the letter', async () => {
    const key = freshKey();
    const first = await post('/api/tickets', draft('登记一次'), key);
    const second = await post('/api/tickets', draft('登记一次'), key);
    expect([first.status, second.status]).toEqual([201, 201]);
    expect([first.replayed, second.replayed, second.text === first.text]).toEqual([false, true, true]);
    expect(await counted('ticket', `title = '登记一次'`)).toBe(1);
  });

  it('at the same moment and in two processes too', async () => {
    const other = await bootBeside(api, today);
    try {
      const key = freshKey();
      const answers = await Promise.all(
        [api.url, other.url, api.url, other.url].map((url) => comment('连点几下', key, { url })),
      );
      expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
      expect(answers.filter(({ replayed }) => !replayed)).toHaveLength(1);
      expect(await counted('ticket_comment', `text = '连点几下'`)).toBe(1);
    } finally {
      await other.stop();
    }
  });

  it.each([['measures', { text: '只加一次措施' }, 'measure', `text = '只加一次措施'`]])(
    'is done once: %s',
    async (path, body, table, where) => {
      const key = freshKey();
      for (let time = 0; time < 3; time += 1) await post(`/api/tickets/${ticketId}/${path}`, body, key);
      expect(await counted(table, where)).toBe(1);
    },
  );

  it('is one piece of evidence', async () => {
    const key = freshKey();
    const upload = () => {
      const form = new FormData();
      form.append('file', new Blob(['内容']), '照片.txt');
      const options = { method: 'POST', body: form, headers: { 'idempotency-key': key } };
      return api.as('inspection').raw(`/api/tickets/${ticketId}/evidence`, options);
    };
    const [first, second] = [await upload(), await upload()];
    expect([first.status, second.status]).toEqual([201, 201]);
    expect(await second.text()).toBe(await first.text());
    expect(await counted('evidence', `ticket_id = '${ticketId}'`)).toBe(1);
  });
});

describe('a key', () => {
  it('may not stand for something else', async () => {
    const key = freshKey();
    await comment('原来的话', key);
    expect(await comment('另一句话', key)).toMatchObject({ status: 422, code: 'submissionOther' });
    expect(await post('/api/tickets', draft('另一处'), key)).toMatchObject({ code: 'submissionOther' });
    expect(await counted('ticket_comment', `text = '另一句话'`)).toBe(0);
  });

  it('is one person’s own', async () => {
    const key = freshKey();
    await comment('我的话', key);
    const other = await post('/api/tickets', draft('督查的'), key, { who: 'supervision' });
    expect([other.replayed, other.code]).not.toEqual([true, undefined]);
    expect(other.code).not.toBe('submissionOther');
  });

  it('is given back by a refusal, so that what was mended can be sent', async () => {
    const key = freshKey();
    expect((await comment('', key)).status).toBe(400);
    expect((await comment('改好了', key)).status).toBe(201);
  });

  it('without an answer is never tried again: the person is told to look', async () => {
    const key = freshKey();
    await comment('进程中断之前', key);
    await api.owner.query(
      `update submission set answered_at = null, answer = null, begun_at = now() - interval '11 seconds' where key = $1`,
      [key],
    );
    expect(await comment('进程中断之前', key)).toMatchObject({ status: 409, code: 'submissionUnanswered' });
    expect(await counted('ticket_comment', `text = '进程中断之前'`)).toBe(1);
  });

  it('is kept a day and then forgotten', async () => {
    const key = freshKey();
    await comment('过一天再说', key);
    await forgetSignIns(api.owner);
    expect(await counted('submission', `key = '${key}'`)).toBe(1);
    await api.owner.query(`update submission set begun_at = now() - interval '25 hours' where key = $1`, [key]);
    expect((await comment('过一天再说', key)).replayed).toBe(false);
    await api.owner.query(`update submission set begun_at = now() - interval '25 hours' where key = $1`, [key]);
    await forgetSignIns(api.owner);
    expect(await counted('submission', `key = '${key}'`)).toBe(0);
  });

  it.each(['short', 'with a blank', 'x'.repeat(101)])('that is none is refused: %s', async (key) => {
    expect(await comment('不该有', key)).toMatchObject({ status: 400, code: 'malformed' });
  });

  it('is refused where it would not count, and nothing that tells a secret keeps its answer', async () => {
    const token = { name: '脚本', scope: 'read', expiresOn: '2026-12-31' };
    expect(await post('/api/auth/tokens', token, freshKey())).toMatchObject({ status: 400, code: 'malformed' });
    expect(await api.owner.query('select 1 from api_token')).toEqual([]);
  });
});

describe('an address that cannot be decoded', () => {
  it.each(['/api/tickets/%ff', '/api/tickets/%zz/events'])(
    'is refused in the shape of every refusal: %s',
    async (path) => {
      const { status, body } = await api.as('inspection').get(path);
      expect([status, body]).toEqual([
        400,
        { code: 'malformed', message: expect.any(String), details: expect.any(Object) },
      ]);
    },
  );
});
