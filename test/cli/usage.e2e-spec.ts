import { stat } from 'node:fs/promises';
import { passwordMatches } from '../../libs/org/src/password.js';
import { ownerDataSource, select } from '@xiaohao/database';
import { openCommandStage, refusalOf, type CommandStage } from '../support/command-stage.js';
import { openTestSession } from '../support/bureau.js';
import { createSuiteDatabase } from '../support/suite-database.js';

jest.setTimeout(180_000);

let stage: CommandStage;
beforeAll(async () => {
  stage = await openCommandStage('2026-07-01');
});
afterAll(() => stage?.close());

describe('wrong usage', () => {
  it.each([
    [['notice'], 'notice'],
    [['verify', '--quickly'], '--quickly'],
    [['import'], 'file'],
    [['remind'], '--date'],
    [['remind', '--date', '2026-02-30'], '--date 2026-02-30'],
    [['import', 'x.xlsx', '--kind', 'hazzard'], '--kind hazzard'],
    [['import', 'x.xlsx', '--base-date', '3月1日'], '--base-date 3月1日'],
    [['report', '--period', '2026H1', '--out', 'x.docx'], '--template'],
    [
      ['report', '--template', 'half-year', '--period', '2026H1', '--out', 'x.docx', '--set', 'district'],
      '--set district',
    ],
    [
      ['report', '--template', 'half-year', '--period', '2026H1', '--out', 'x.docx', '--known-at', '昨天'],
      '--known-at 昨天',
    ],
    [
      ['report', '--template', 'half-year', '--period', '2026H1', '--out', 'x.docx', '--definitions', 'later'],
      '--definitions later',
    ],
    [['user', 'add', 'zhou'], '--role'],
    [['backup'], 'file'],
  ])('%j ends with 2 and one line that names it', async (args, named) => {
    expect(await stage.run(...args)).toEqual(refusalOf(2, named));
  });

  it('help is no error', async () => {
    const { code, out, error } = await stage.run('--help');
    expect({ code, error }).toEqual({ code: 0, error: '' });
    for (const command of ['import', 'report', 'remind', 'verify', 'backup', 'restore', 'user']) {
      expect(out).toMatch(new RegExp(`^  ${command}`, 'm'));
    }
  });
});

describe('what stands in the way is one line and 1', () => {
  it.each([
    ['no database named', { DATABASE_URL: undefined, DATABASE_ADMIN_URL: undefined }, 'DATABASE_URL'],
    [
      'a database that does not answer',
      { DATABASE_URL: 'postgres://a@127.0.0.1:9/x', DATABASE_ADMIN_URL: 'postgres://a@127.0.0.1:9/x' },
      'ECONNREFUSED',
    ],
    ['a variable that cannot be read', { PORT: 'web' }, 'PORT'],
    ['a day that is none', { XIAOHAO_TODAY: '2026-02-30' }, 'XIAOHAO_TODAY'],
  ])('%s', async (_, environment, named) => {
    expect(await stage.runWith(environment, 'verify')).toEqual(refusalOf(1, named));
  });

  it.each([
    ['remind', '--date', '2026-07-06', '--dry-run'],
    ['report', '--template', 'half-year', '--period', '2026H1', '--out', 'x.docx'],
  ])('a database that does not answer, through the services: %s', async (...args) => {
    const environment = { DATABASE_URL: 'postgres://a@127.0.0.1:9/x', DATABASE_ADMIN_URL: undefined };
    expect(await stage.runWith(environment, ...args)).toEqual(refusalOf(1, 'ECONNREFUSED'));
  });
});

describe('accounts', () => {
  const person = async (username: string) => {
    const [row] = await select<{ id: string; name: string; role: string; unit: string; hash: string; change: boolean }>(
      stage.owner,
      `select p.id, p.name, o.role, u.name as unit, p.password_hash as hash, p.must_change_password as change
       from person p join post o on o.person_id = p.id join unit u on u.id = o.unit_id where p.username = $1`,
      [username],
    );
    return row!;
  };
  const passwordIn = (out: string) => /一次性密码：([^（\s]+)/.exec(out)![1]!;

  it('user add makes an account with a password to be changed at the first sign-in', async () => {
    const { code, out, error } = await stage.run(
      'user',
      'add',
      'zhoumin',
      '--role',
      'head',
      '--unit',
      '危化科',
      '--name',
      '周敏',
    );
    expect({ code, error }).toEqual({ code: 0, error: '' });
    const { hash, ...made } = await person('zhoumin');
    expect(made).toMatchObject({ name: '周敏', role: 'head', unit: '危化科', change: true });
    expect(await passwordMatches(hash, passwordIn(out))).toBe(true);
  });

  it.each([
    ['a name that is taken, however it is written', ['ADMIN', '--role', 'head', '--unit', '危化科'], 'ADMIN'],
    ['a unit that does not exist', ['sun', '--role', 'head', '--unit', '不存在科'], '不存在科'],
    ['an address that is none', ['sun', '--role', 'head', '--unit', '危化科', '--email', 'sun'], '邮箱'],
    [
      'units in charge for another than a deputy',
      ['sun', '--role', 'head', '--unit', '危化科', '--charge', '危化科'],
      'deputy',
    ],
    [
      'a deputy in charge of a unit that does not exist',
      ['sun', '--role', 'deputy', '--unit', '局领导', '--charge', '不存在科'],
      '不存在科',
    ],
    ['a name with a blank', ['sun li', '--role', 'head', '--unit', '危化科'], 'sun li'],
  ])('user add refuses %s and adds nobody', async (_, args, named) => {
    const before = await stage.count('select count(*) from person');
    expect(await stage.run('user', 'add', ...args)).toEqual(refusalOf(1, named));
    expect(await stage.count('select count(*) from person')).toBe(before);
  });

  it('user add takes a role that does not exist for wrong usage', async () => {
    expect(await stage.run('user', 'add', 'sun', '--role', 'boss', '--unit', '危化科')).toEqual(refusalOf(2, 'boss'));
  });

  it('user add makes the units it is asked to, and says whom a deputy leads', async () => {
    const { code } = await stage.run(
      'user',
      'add',
      'qian',
      '--role',
      'deputy',
      '--unit',
      '局领导',
      '--email',
      'qian@test.invalid',
      '--charge',
      '危化科',
      '非煤矿山科',
      '--create-units',
    );
    expect(code).toBe(0);
    const charges = await select<{ unit: string; parent: string }>(
      stage.owner,
      `select u.name as unit, b.name as parent from person p join post o on o.person_id = p.id
       join post_charge c on c.post_id = o.id join unit u on u.id = c.unit_id join unit b on b.id = u.parent_id
       where p.username = 'qian' and p.email = 'qian@test.invalid' order by u.name`,
    );
    expect(charges).toEqual([
      { unit: '危化科', parent: '测试局' },
      { unit: '非煤矿山科', parent: '测试局' },
    ]);
  });

  it('the first account of an empty installation makes its bureau', async () => {
    const empty = await createSuiteDatabase();
    const environment = { DATABASE_URL: empty.appUrl, DATABASE_ADMIN_URL: empty.ownerUrl };
    const add = (...args: string[]) => stage.runWith(environment, 'user', 'add', ...args, '--create-units');
    expect((await add('root', '--role', 'admin', '--unit', '青河区应急管理局')).code).toBe(0);
    expect((await add('han', '--role', 'head', '--unit', '危化科')).code).toBe(0);
    const owner = await ownerDataSource({ databaseAdminUrl: empty.ownerUrl }).initialize();
    const units = await select(
      owner,
      `select u.name, u.type, b.name as parent from unit u left join unit b on b.id = u.parent_id order by u.type`,
    ).finally(() => owner.destroy());
    await empty.drop();
    expect(units).toEqual([
      { name: '青河区应急管理局', type: 'bureau', parent: null },
      { name: '危化科', type: 'section', parent: '青河区应急管理局' },
    ]);
  });

  it('user first names a link while nobody has an account, and refuses afterwards', async () => {
    expect(await stage.run('user', 'first')).toEqual(refusalOf(1, '已有账号'));
    const empty = await createSuiteDatabase();
    const environment = { DATABASE_URL: empty.appUrl, DATABASE_ADMIN_URL: undefined, PUBLIC_URL: 'http://ledger.test' };
    const { code, out } = await stage.runWith(environment, 'user', 'first');
    const migrated = await stage.runWith(
      { ...environment, DATABASE_ADMIN_URL: empty.ownerUrl },
      'migrate',
      '--first-use',
    );
    await empty.drop();
    const link = /http:\/\/ledger\.test\/first-use\?code=[\w-]{22,}\n/;
    expect([code, out]).toEqual([0, expect.stringMatching(link)]);
    expect([migrated.code, migrated.out]).toEqual([0, expect.stringMatching(link)]);
  });

  it('user passwd sets a new password and ends what was signed in with the old one', async () => {
    const { id, hash: old } = await person('handler');
    await openTestSession(stage.owner, id);
    const { code, out } = await stage.run('user', 'passwd', 'handler');
    expect(code).toBe(0);
    const { hash, change } = await person('handler');
    expect(change).toBe(true);
    expect(await passwordMatches(hash, passwordIn(out))).toBe(true);
    expect(await passwordMatches(old, passwordIn(out))).toBe(false);
    expect(await stage.count('select count(*) from session where person_id = $1', [id])).toBe(0);
    expect(await stage.run('user', 'passwd', 'nobody')).toEqual(refusalOf(1, 'nobody'));
  });
});

describe('backup and restore', () => {
  it('bring back what was changed since', async () => {
    const backup = stage.file('all.xiaohao');
    const written = await stage.run('backup', backup);
    expect(written).toMatchObject({ code: 0, error: '' });
    expect(written.out).toContain(backup);
    expect((await stat(backup)).size).toBeGreaterThan(1000);
    await stage.owner.query(`update person set name = '改过' where username = 'chief'`);
    expect(await stage.run('restore', backup)).toMatchObject({ code: 0, error: '' });
    expect(await stage.count(`select count(*) from person where username = 'chief' and name = '局长甲'`)).toBe(1);
    expect((await stage.run('verify')).code).toBe(0);
  });

  it('refuse a file that is no backup, or is not there, and change nothing', async () => {
    const people = await stage.count('select count(*) from person');
    const wrong = await stage.write('wrong.xiaohao', 'not a backup');
    expect(await stage.run('restore', wrong)).toEqual(refusalOf(1, '备份文件'));
    expect(await stage.run('restore', stage.file('missing.xiaohao'))).toEqual(refusalOf(1, 'missing.xiaohao'));

    expect(await stage.count('select count(*) from person')).toBe(people);
  });
});
