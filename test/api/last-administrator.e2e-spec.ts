import { bootApi, type Caller, type TestApi } from '../support/boot-api.js';

let api: TestApi;
let admin: Caller;
beforeEach(async () => {
  api = await bootApi('2026-07-01');
  admin = api.as('admin');
});
afterEach(() => api.stop());

interface Account {
  id: string;
  username: string;
  posts: { id: string; role: string; toOn: string | null }[];
}

const account = async (username: string): Promise<Account> =>
  (await admin.get('/api/people/accounts')).body.find((one: Account) => one.username === username);

describe('the last administrator', () => {
  const makeAdmin = async (username: string) => {
    const { id } = await account(username);
    await admin.post(`/api/people/${id}/posts`, { role: 'admin', unitId: api.bureau.units.office });
  };
  const endAdmin = async (who: Caller, username: string) => {
    const { id, posts } = await account(username);
    return who.post(`/api/people/${id}/posts/${posts.find(({ role }) => role === 'admin')!.id}/end`);
  };

  it('can neither be disabled nor lose the post', async () => {
    const { id } = await account('admin');
    expect((await admin.post(`/api/people/${id}/disable`)).body.code).toBe('lastAdministrator');
    expect((await endAdmin(admin, 'admin')).body.code).toBe('lastAdministrator');
    expect((await account('admin')).posts[0]!.toOn).toBeNull();
  });

  it('is also whoever stays when another’s post ends with today', async () => {
    await makeAdmin('office');
    expect((await endAdmin(admin, 'office')).status).toBe(204);
    expect((await endAdmin(admin, 'admin')).body.code).toBe('lastAdministrator');
  });

  it('may go once another stays', async () => {
    await makeAdmin('office');
    expect((await endAdmin(admin, 'admin')).status).toBe(204);
  });

  it('stays when two take away each other at once', async () => {
    await makeAdmin('office');
    const [one, two] = [await account('admin'), await account('office')];
    const answers = await Promise.all([
      admin.post(`/api/people/${two.id}/disable`),
      api.as('office').post(`/api/people/${one.id}/disable`),
    ]);
    const statuses = answers.map(({ status }) => status).sort();
    expect([
      [204, 401],
      [204, 409],
    ]).toContainEqual(statuses);
    const [left] = await api.owner.query(
      `select count(*)::int as n from person p join post o on o.person_id = p.id
       where o.role = 'admin' and p.disabled_at is null`,
    );
    expect(left.n).toBe(1);
  });
});
