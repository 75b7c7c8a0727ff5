import { fork } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { commandEnvironment, migrate, serverEnvironment } from '../scripts/database.mjs';
import { root } from '../scripts/commands.mjs';
import { startPostgres } from '../scripts/postgres.mjs';

/** A cluster of its own with tickets in it, the real API, and the bare server of the bench beside it. */
export async function setStage({ rows, bare }) {
  const dataFolder = mkdtempSync(join(tmpdir(), 'xiaohao-bench-'));
  const closing = [() => rmSync(dataFolder, { recursive: true, force: true })];
  const close = async () => {
    for (const step of closing.reverse()) await step();
  };
  try {
    const postgres = await startPostgres({ dataFolder });
    closing.push(postgres.stop);
    const { XIAOHAO_TODAY: _, ...env } = { ...commandEnvironment(dataFolder, postgres), LOG_LEVEL: 'fatal' };
    await migrate(env);
    const tokens = await fill(postgres.ownerUrl, rows);
    const { XIAOHAO_TODAY: __, ...serverEnv } = serverEnvironment(dataFolder, postgres);
    const api = await serve('dist/apps/api/src/main.js', { ...serverEnv, LOG_LEVEL: 'fatal' }, '/api/health/ready');
    closing.push(api.stop);
    const bareServer = await serve(bare, { ...process.env, DATABASE_URL: postgres.appUrl }, '/ready');
    closing.push(bareServer.stop);
    return { apiUrl: api.url, bareUrl: bareServer.url, tokens, close, ownerUrl: postgres.ownerUrl };
  } catch (error) {
    await close();
    throw error;
  }
}

const departments = 30;
const peoplePerDepartment = 10;

/**
 * 12 % open and overdue, 80 % closed, 30 departments, 300 people, Chinese texts; the same rows every time.
 * Triggers rest while it fills: history and rounds are not what a list reads.
 */
async function fill(url, rows) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query('begin');
  await client.query('alter table ticket disable trigger user');
  await client.query(
    `insert into unit (id, name, type, sort) select gen_random_uuid(), '第' || n || '科', 'section', n from generate_series(1, $1::int) n`,
    [departments],
  );
  await client.query(
    `insert into person (id, username, name) select gen_random_uuid(), 'p' || n, '人员' || n from generate_series(1, $1::int) n`,
    [departments * peoplePerDepartment],
  );
  await client.query(
    `insert into post (id, person_id, unit_id, role, from_on)
     select gen_random_uuid(), p.id, u.id, case when p.no % $1 = 1 then 'head' else 'handler' end, '2020-01-01'
     from (select id, row_number() over (order by username) as no from person) p
     join (select id, row_number() over (order by sort) as no from unit) u on u.no = (p.no - 1) / $1 + 1`,
    [peoplePerDepartment],
  );
  await client.query(
    `insert into ticket (id, no, kind, title, status, lead_unit_id, handler_id, deadline_kind, due_on, original_due_on,
       raised_on, closed_on, latest_progress, created_at, updated_at)
     select gen_random_uuid(), 'XC-2026-' || lpad(n::text, 7, '0'),
       (array['inspection_issue','inspection_issue','key_task'])[1 + n % 3],
       '关于第' || n || '项安全生产责任制落实不到位、隐患台账更新不及时问题的整改',
       case when n % 100 < 80 then 'closed' when n % 2 = 0 then 'in_progress' when n % 5 = 0 then 'dept_review' else 'assigned' end,
       u.id, p.id, 'date',
       case when n % 100 < 92 then current_date - (n % 400) - 1 else current_date + n % 200 end, current_date, current_date - 400,
       case when n % 100 < 80 then current_date - n % 300 end,
       '已补录部分记录，正在完善佐证材料', now(), now() - make_interval(secs => n % 1000000)
     from generate_series(1, $1::int) n
     join (select id, row_number() over (order by sort) as no from unit) u on u.no = 1 + n % $2
     join (select id, row_number() over (order by username) as no from person) p on p.no = (n % $2) * $3 + 1 + (n / 7) % $3`,
    [rows, departments, peoplePerDepartment],
  );
  await client.query('alter table ticket enable trigger user');
  await client.query('commit');
  await client.query('vacuum analyze');
  const tokens = await signIn(client);
  await client.end();
  return tokens;
}

/** Sessions of a section head and of the inspection office; real ones, only without the password. */
async function signIn(client) {
  const { rows: heads } = await client.query(
    `select o.person_id, o.unit_id from post o join unit u on u.id = o.unit_id where o.role = 'head' order by u.sort limit 2`,
  );
  await client.query(
    `insert into post (id, person_id, unit_id, role, from_on) values (gen_random_uuid(), $1, $2, 'inspection', '2020-01-01')`,
    [heads[1].person_id, heads[1].unit_id],
  );
  await client.query(`delete from post where person_id = $1 and role = 'head'`, [heads[1].person_id]);
  const tokens = { unitId: heads[0].unit_id };
  for (const [name, head] of [
    ['head', heads[0]],
    ['inspection', heads[1]],
  ]) {
    tokens[name] = randomBytes(32).toString('base64url');
    const hash = createHash('sha256').update(tokens[name]).digest('hex');
    await client.query(
      `insert into session (token_hash, person_id, expires_at) values ($1, $2, now() + interval '1 day')`,
      [hash, head.person_id],
    );
  }
  return tokens;
}

async function serve(entry, env, ready) {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const child = fork(join(root, entry), { env: { ...env, PORT: String(port), HOST: '127.0.0.1' } });
  const stop = () =>
    new Promise((resolve) => {
      if (child.exitCode !== null) return resolve();
      child.once('exit', resolve);
      child.kill('SIGTERM');
    });
  for (let tries = 0; tries < 200; tries += 1) {
    const answer = await fetch(url + ready).catch(() => null);
    if (answer?.ok) return { url, stop };
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  await stop();
  throw new Error(`${entry} did not answer at ${ready}`);
}

function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}
