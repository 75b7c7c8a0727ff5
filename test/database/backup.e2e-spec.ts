import { mkdtemp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DataSource } from 'typeorm';
import { restoreBackup, writeBackup } from '@xiaohao/backups';
import { migrate, newId, ownerDataSource } from '@xiaohao/database';
import { FileStore } from '@xiaohao/files';
import { systemActor } from '@xiaohao/org';
import { createTickets, verifyChains } from '@xiaohao/tickets';
import { buildBureau } from '../support/bureau.js';
import { createSuiteDatabase } from '../support/suite-database.js';

type Database = Awaited<ReturnType<typeof createSuiteDatabase>>;
let here: Database;
let there: Database;
let source: DataSource;
let target: DataSource;
let folder: string;

beforeAll(async () => {
  [here, there] = [await createSuiteDatabase(), await createSuiteDatabase()];
  source = await ownerDataSource({ databaseAdminUrl: here.ownerUrl }).initialize();
  target = await ownerDataSource({ databaseAdminUrl: there.ownerUrl }).initialize();
  folder = await mkdtemp(join(tmpdir(), 'xiaohao-backup-'));
  const bureau = await buildBureau(source);
  await source.transaction(async (tx) => {
    await new FileStore({ dataFolder: join(folder, 'here') }, source).store(
      Buffer.from('证据'.repeat(200_000)),
      { name: '证据.txt', createdBy: null },
      tx,
    );
    const drafts = Array.from({ length: 1200 }, (_, index) => ({
      kind: 'inspection_issue' as const,
      title: `第${index}件 "引号" \\ 换行\n与表情😀`,
      status: 'in_progress' as const,
      sourceId: bureau.sourceId,
      leadUnitId: bureau.units.chemicals,
      raisedOn: '2026-01-01',
      deadline: { kind: 'date' as const, dueOn: '2026-07-20', ongoing: false },
      outcomes: [{ type: 'money_collected', amount: '1234567890123.4567', on: '2026-02-01' }],
    }));
    const [{ id: headed }] = await tx.query('select id from post where person_id = $1', [bureau.people['head']]);
    await tx.query(
      `insert into post (id, person_id, unit_id, role, from_on, to_on, acting_for_post_id)
       select x, $2, $3, 'head', '2026-01-01', '2026-01-02', $4 from unnest($1::uuid[]) x`,
      [Array.from({ length: 1200 }, () => newId()), bureau.people['handler'], bureau.units.chemicals, headed],
    );
    // Its row now lies behind those that stand in for it.
    await tx.query(`update post set to_on = '2027-01-01' where id = $1`, [headed]);
    await createTickets(tx, systemActor, drafts, { today: '2026-07-01', at: new Date() });
  });
});
afterAll(async () => {
  await source?.destroy();
  await target?.destroy();
  await here?.drop();
  await there?.drop();
  await rm(folder, { recursive: true, force: true });
});

const fingerprint = async (db: DataSource) =>
  db.query(`select (select md5(string_agg(t::text, '|' order by id)) from ticket t) as tickets,
    (select md5(string_agg(h::text, '|' order by id, recorded_from)) from ticket_history h) as history,
    (select md5(string_agg(o::text, '|' order by id)) from outcome o) as outcomes,
    (select md5(string_agg(o::text, '|' order by id)) from post o) as posts,
    (select count(*)::int from event) as events, (select count(*)::int from ticket_round) as rounds`);

describe('a backup', () => {
  it('is taken before an update, which holds a connection of its own meanwhile', async () => {
    const old = await createSuiteDatabase();
    const owner = await ownerDataSource({ databaseAdminUrl: old.ownerUrl }).initialize();
    try {
      await owner.undoLastMigration();
      const file = join(folder, 'before.xiaohao');
      const done = await migrate(owner, async () => void (await writeBackup(owner, join(folder, 'none'), file)));
      expect([done.length, (await readFile(file)).length > 0]).toEqual([1, true]);
    } finally {
      await owner.destroy();
      await old.drop();
    }
  });

  it('brings everything back to the letter: rows, history, chains and files', async () => {
    const file = join(folder, 'all.xiaohao');
    const written = await writeBackup(source, join(folder, 'here', 'files'), file);
    const restored = await restoreBackup(target, join(folder, 'there', 'files'), file);
    expect(restored).toMatchObject({ rows: written.rows, files: 1 });
    expect(await fingerprint(target)).toEqual(await fingerprint(source));
    expect((await verifyChains(target)).broken).toBeNull();
    const [{ id }] = await target.query('select id from file');
    const content = await new FileStore({ dataFolder: join(folder, 'there') }, target).read(id);
    expect(content.toString()).toBe('证据'.repeat(200_000));
  });

  it('leaves nothing half-written behind', async () => {
    expect((await readdir(folder)).filter((name) => name.includes('.part'))).toEqual([]);
  });

  it('that is cut short or altered changes nothing', async () => {
    const file = join(folder, 'cut.xiaohao');
    await writeBackup(source, join(folder, 'here', 'files'), file);
    const whole = await readFile(file);
    const before = await fingerprint(target);
    await truncate(file, Math.floor(whole.length / 2));
    await expect(restoreBackup(target, join(folder, 'there', 'files'), file)).rejects.toMatchObject({
      code: 'backupDamaged',
    });
    await writeFile(file, 'no backup at all');
    await expect(restoreBackup(target, join(folder, 'there', 'files'), file)).rejects.toMatchObject({
      code: 'backupDamaged',
    });
    expect(await fingerprint(target)).toEqual(before);
  });

  it('goes on from where it was: triggers work again after a restore', async () => {
    await target.query(`update ticket set title = '恢复之后' where no = 'XC-2026-0001'`);
    const [{ count }] = await target.query(
      `select count(*)::int from ticket_history where title = '恢复之后' and recorded_to = 'infinity'`,
    );
    expect(count).toBe(1);
  });
});
