import { bootApi, type TestApi } from '../support/boot-api.js';

let api: TestApi;
beforeAll(async () => {
  api = await bootApi('2026-07-01', null, { environment: { TRUST_PROXY: '1' } });
});
afterAll(() => api.stop());

/** As one proxy passes it on: behind what the caller claimed it adds the address it sees. */
const guess = (claimed: string, seen: string) =>
  api.anonymous.raw('/api/auth/login', {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-forwarded-for': `${claimed}, ${seen}` },
    body: JSON.stringify({ username: 'chief', password: 'a-wrong-password' }),
  });

describe('behind a proxy', () => {
  it('guesses count for the address the proxy saw, whatever address the caller claims', async () => {
    const statuses: number[] = [];
    for (let at = 1; at <= 10; at += 1) statuses.push((await guess(`10.0.0.${at}`, '192.168.7.7')).status);
    expect(statuses).toEqual([...Array(8).fill(401), 429, 429]);
    expect((await guess('10.0.0.1', '192.168.7.8')).status).toBe(401);
    const [row] = await api.owner.query(
      'select array_agg(distinct address order by address) as seen from sign_in_failure',
    );
    expect(row.seen).toEqual(['192.168.7.7', '192.168.7.8']);
  });
});
