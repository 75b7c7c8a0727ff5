import { newId } from '@xiaohao/database';
import { bootApi, type TestApi } from '../support/boot-api.js';

let api: TestApi;
const id = newId();

beforeAll(async () => {
  api = await bootApi('2022-07-04');
  await api.owner.query(
    `insert into outbox (id, job, payload, attempts, relayed_at, failed_at, failure)
     values ($1, 'report.build', '{"reportId": "0"}', 3, now(), now(), 'LibreOffice is not there')`,
    [id],
  );
}, 60_000);
afterAll(() => api.stop());

describe('failed jobs', () => {
  it('are shown to the administrator, named in words', async () => {
    const { status, body } = await api.as('admin').get('/api/jobs/failed');
    expect(status).toBe(200);
    expect(body.items).toEqual([
      expect.objectContaining({
        id,
        job: 'report.build',
        name: '生成报告',
        attempts: 3,
        failure: 'LibreOffice is not there',
      }),
    ]);
  });

  it('are nobody else’s business', async () => {
    expect((await api.as('chief').get('/api/jobs/failed')).status).toBe(403);
    expect((await api.as('handler').post(`/api/jobs/failed/${id}/retry`)).status).toBe(403);
    expect((await api.anonymous.get('/api/jobs/failed')).status).toBe(401);
  });

  it('wait for a worker again when they are retried, once', async () => {
    expect((await api.as('admin').post(`/api/jobs/failed/${id}/retry`)).status).toBe(204);
    const [row] = await api.owner.query('select attempts, failed_at, relayed_at from outbox where id = $1', [id]);
    expect(row).toEqual({ attempts: 0, failed_at: null, relayed_at: null });
    expect((await api.as('admin').get('/api/jobs/failed')).body.items).toEqual([]);
    expect((await api.as('admin').post(`/api/jobs/failed/${id}/retry`)).body.code).toBe('notFound');
    expect((await api.as('admin').post('/api/jobs/failed/seven/retry')).status).toBe(404);
  });
});
