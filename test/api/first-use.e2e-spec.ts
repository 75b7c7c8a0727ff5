import { createHash } from 'node:crypto';
import { Clock } from '@xiaohao/calendar';
import { applicationDataSource, select } from '@xiaohao/database';
import { AccountsService, FirstUseService } from '@xiaohao/org';
import { bootEmptyApi, caller, type Answer, type TestApi } from '../support/boot-api.js';
import { buildWorkbook, inspectionSheet } from '../support/ledger-workbooks.js';

const today = '2026-07-01';
const password = 'a-password-of-my-own';

let api: TestApi;
beforeAll(async () => {
  api = await bootEmptyApi(today);
});
afterEach(() =>
  api.owner.query('truncate person, unit, first_use, sign_in_failure, people_event, bureau_parameter cascade'),
);
afterAll(() => api.stop());

const clock = { today: () => today } as Clock;
const issueCode = () => new FirstUseService(api.owner, clock).issueCode();
const isOpen = async () => (await api.anonymous.get('/api/first-use')).body;
const input = (code: string, more: object = {}) => ({
  code,
  bureauName: '青河区应急管理局',
  administrator: { username: 'chengruolan', name: '程若兰', password },
  sections: ['1. 办公室', '', '危化科', '减灾救灾科', '危化科'],
  keepsLedger: true,
  ...more,
});
const begin = (code: string, more: object = {}) => api.anonymous.post('/api/first-use', input(code, more));
const signedIn = ({ headers }: Answer) =>
  caller(api.url, /xiaohao_session=([^;]+)/.exec(headers.get('set-cookie')!)![1]!);

describe('an installation without people', () => {
  it('says that first use is open and nothing else', async () => {
    expect(await isOpen()).toEqual({ open: true });
  });

  it('is set up in one call: bureau, sections in their order, an administrator who keeps the ledger, signed in', async () => {
    const done = await begin(await issueCode());
    expect(done.status).toBe(201);
    expect(done.body).toMatchObject({
      keeperPassword: null,
      me: { name: '程若兰', roles: ['admin', 'inspection'], mustChangePassword: false },
    });
    expect(done.body.me.permissions).toEqual(expect.arrayContaining(['import.run', 'people.edit']));
    const me = signedIn(done);
    expect((await api.anonymous.get('/api/settings')).body.bureauName).toBe('青河区应急管理局');
    const units = (await me.get('/api/units')).body as { id: string; name: string; type: string; parentId: string }[];
    expect(units.map(({ name, type }) => [name, type])).toEqual([
      ['青河区应急管理局', 'bureau'],
      ['办公室', 'section'],
      ['危化科', 'section'],
      ['减灾救灾科', 'section'],
    ]);
    expect(new Set(units.slice(1).map(({ parentId }) => parentId))).toEqual(new Set([units[0]!.id]));
    const login = await api.anonymous.post('/api/auth/login', { username: 'chengruolan', password });
    expect(login.status).toBe(200);
  });

  it('lets the new person take in the first ledger at once', async () => {
    const me = signedIn(await begin(await issueCode()));
    const workbook = await buildWorkbook([inspectionSheet([{ title: '台账更新不及时', unit: '危化科' }])]);
    const started = await me.upload('/api/imports', [{ name: '台账.xlsx', content: workbook }], { kind: 'auto' });
    expect(started.status).toBe(201);
  });

  it('may be given another ledger keeper, who changes the one-time password first', async () => {
    const ledgerKeeper = { username: 'lujianping', name: '陆建平' };
    const done = await begin(await issueCode(), { keepsLedger: false, ledgerKeeper });
    expect(done.body.me.roles).toEqual(['admin']);
    const login = { username: 'lujianping', password: done.body.keeperPassword };
    const keeper = await api.anonymous.post('/api/auth/login', login);
    expect(keeper.body).toMatchObject({ roles: ['inspection'], mustChangePassword: true });
  });

  it('names the record of the change: who set up what', async () => {
    const me = signedIn(await begin(await issueCode()));
    const { body } = await me.get('/api/people/events');
    const actions = body.map(({ action, actorName }: { action: string; actorName: string }) => [action, actorName]);
    expect(actions).toEqual([
      ['first_use', '程若兰'],
      ['post_added', '程若兰'],
      ['post_added', '程若兰'],
      ['person_added', '程若兰'],
    ]);
    expect(JSON.stringify(body)).not.toContain(password);
  });
});

describe('the code', () => {
  it('is long, random and stored as a hash only', async () => {
    const code = await issueCode();
    expect(Buffer.from(code, 'base64url').length).toBeGreaterThanOrEqual(16);
    const rows = await select<{ code_hash: string }>(api.owner, 'select code_hash from first_use');
    expect(rows).toEqual([{ code_hash: createHash('sha256').update(code).digest('hex') }]);
  });

  it('counts until the next one is made', async () => {
    const former = await issueCode();
    const code = await issueCode();
    expect((await api.anonymous.post('/api/first-use/code', { code: former })).body.code).toBe('firstUseCodeWrong');
    expect((await api.anonymous.post('/api/first-use/code', { code })).status).toBe(204);
    expect((await begin(former)).body.code).toBe('firstUseCodeWrong');
    expect((await begin(code)).status).toBe(201);
  });

  it('counts once, and none is made while somebody has an account', async () => {
    const code = await issueCode();
    await begin(code);
    expect(await isOpen()).toEqual({ open: false });
    const again = await begin(code, { administrator: { username: 'second', name: '第二', password } });
    expect([again.status, again.body.code]).toEqual([409, 'firstUseOver']);
    await expect(issueCode()).rejects.toMatchObject({ code: 'firstUseOver' });
    expect(await select(api.owner, 'select 1 from first_use')).toEqual([]);
  });

  it('makes exactly one administrator however many use it at once', async () => {
    const code = await issueCode();
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, at) =>
        begin(code, { bureauName: `第${at}局`, administrator: { username: `admin${at}`, name: `甲${at}`, password } }),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([201, ...Array.from({ length: 7 }, () => 409)]);
    const [made] = await api.owner.query(
      `select (select count(*)::int from person) as people, (select count(*)::int from unit where type = 'bureau') as bureaus`,
    );
    expect(made).toEqual({ people: 1, bureaus: 1 });
  });

  it('does not count beside an account made by the command line meanwhile', async () => {
    const code = await issueCode();
    const accounts = new AccountsService(api.owner, clock);
    const [link] = await Promise.all([
      begin(code),
      accounts.add('root', { role: 'admin', unit: '另一局', createUnits: true }).catch(() => null),
    ]);
    const people = await select<{ username: string }>(api.owner, 'select username from person');
    if (link.status === 409) expect(people).toEqual([{ username: 'root' }]);
    else
      expect([link.status, people.map(({ username }) => username)]).toEqual([
        201,
        expect.arrayContaining(['chengruolan']),
      ]);
    expect((await begin(code)).body.code).toBe('firstUseOver');
  });

  it('cannot be guessed: after eight wrong ones an address has to wait, with the right one too', async () => {
    const code = await issueCode();
    const guesses = await Promise.all(Array.from({ length: 10 }, (_, at) => begin(`guess-${at}`)));
    expect(guesses.map(({ status }) => status).sort()).toEqual([...Array.from({ length: 8 }, () => 403), 429, 429]);
    expect((await begin(code)).body.code).toBe('tooManyFailures');
    expect(await isOpen()).toEqual({ open: true });
  });

  it('may be made by the application’s own role, as in a container without the owner’s password', async () => {
    const app = await applicationDataSource({ databaseUrl: api.appUrl }, 1).initialize();
    const code = await new FirstUseService(app, clock).issueCode().finally(() => app.destroy());
    expect((await begin(code)).status).toBe(201);
  });
});

describe('what cannot be taken', () => {
  it.each([
    ['a weak password', { administrator: { username: 'cheng', name: '程', password: 'short' } }, 'weakPassword'],
    ['a username with a blank', { administrator: { username: 'cheng r', name: '程', password } }, 'inputWrong'],
    ['no name of the bureau', { bureauName: '  ' }, 'inputMissing'],
    ['a section whose name is too long', { sections: ['办公室', '长'.repeat(51)] }, 'unitNameTooLong'],
    ['the bureau among its sections', { sections: ['青河区应急管理局'] }, 'unitNameIsBureau'],
    ['more than 500 sections', { sections: Array.from({ length: 501 }, (_, at) => `第${at}科`) }, 'tooManyUnits'],
    ['one name for two people', { ledgerKeeper: { username: 'ChengRuolan', name: '程' } }, 'duplicate'],
    ['sections that are no list', { sections: '办公室' }, 'malformed'],
  ])('is refused and leaves everything as it was: %s', async (_, wrong, expected) => {
    const code = await issueCode();
    const refused = await begin(code, wrong);
    expect(refused.body.code).toBe(expected);
    expect(
      (await api.owner.query('select (select count(*) from person) + (select count(*) from unit) as n'))[0].n,
    ).toBe('0');
    expect((await begin(code)).status).toBe(201);
  });

  it('is named by its line', async () => {
    const { body } = await begin(await issueCode(), { sections: ['办公室', '', '长'.repeat(51)] });
    expect(body).toMatchObject({ details: { line: 3 }, message: expect.stringContaining('第 3 行') });
  });
});
