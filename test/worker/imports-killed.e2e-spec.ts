import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import pg from 'pg';
import { execute, select } from '@xiaohao/database';
import { JobWorker, jobNames, migrateQueue, type JobHandlers } from '@xiaohao/jobs';
import { verifyChains } from '@xiaohao/tickets';
import { bootApi, type TestApi } from '../support/boot-api.js';
import { openImportStage, type ImportStage } from '../support/import-stage.js';
import { quickTiming, until } from '../support/job-stage.js';
import { buildWorkbook, inspectionSheet } from '../support/ledger-workbooks.js';

const today = '2026-07-01';
const rows = 1200;
/** The row in whose middle a worker is stopped. */
const stopAt = 900;
let api: TestApi;
let stage: ImportStage;
let living: JobWorker | null = null;

beforeAll(async () => {
  api = await bootApi(today);
  stage = await openImportStage(api, today);
  await migrateQueue(api.ownerUrl);
  await execute(
    api.owner,
    `create function wait_here() returns trigger language plpgsql as
     $$ begin perform pg_advisory_xact_lock_shared(4711); return new; end $$`,
  );
});
afterEach(async () => {
  await living?.stop();
  living = null;
});
afterAll(async () => {
  await stage.close();
  await api.stop();
});

const inspection = () => api.as('inspection');
const statusOf = async (id: string) => {
  const [row] = await select<{ status: string }>(api.owner, 'select status from ledger_import where id = $1', [id]);
  return row!.status;
};

describe('a worker killed in the middle of an import', () => {
  it('of which it read a part leaves the reading to another, each row once', async () => {
    const gate = await closeGate('ledger_import_row', `new.no = ${stopAt}`);
    const id = await upload(1);
    await killAtGate(gate);
    expect(await previewRows(id)).toEqual({ all: 0, different: 0 });
    await until(async () => (await statusOf(id)) === 'ready', 'another has read it');
    expect(await previewRows(id)).toEqual({ all: rows, different: rows });
  });

  it('of which it stored a part leaves the commit to another, each ticket once and every chain whole', async () => {
    await startLiving();
    const id = await upload(2);
    await until(async () => (await statusOf(id)) === 'ready', 'it is read');
    await living!.stop();
    const gate = await closeGate('ticket', `new.title = '第${stopAt}个问题'`);
    await inspection().post(`/api/imports/${id}/commit`);
    await killAtGate(gate);
    expect(await ticketsOf(id)).toEqual({ all: 0, numbers: 0 });
    await until(async () => (await statusOf(id)) === 'committed', 'another has committed it');
    expect(await ticketsOf(id)).toEqual({ all: rows, numbers: rows });
    expect(await verifyChains(api.owner)).toMatchObject({ broken: null });
  });
});

async function upload(round: number): Promise<string> {
  const some = Array.from({ length: rows }, (_, at) => ({
    title: `第${at + 1}个问题`,
    unit: '危化科',
    progress: '推进中',
  }));
  const file = await buildWorkbook([inspectionSheet(some, { title: `第${round}轮巡察反馈问题整改台账（2026年）` })]);
  return (await inspection().upload('/api/imports', [{ name: '台账.xlsx', content: file }])).body.id;
}

async function previewRows(importId: string) {
  const [counted] = await select(
    api.owner,
    `select count(*)::int as all, count(distinct ticket#>>'{preview,row}')::int as different
     from ledger_import_row where import_id = $1`,
    [importId],
  );
  return counted;
}

async function ticketsOf(importId: string) {
  const [counted] = await select(
    api.owner,
    'select count(*)::int as all, count(distinct no)::int as numbers from ticket where import_id = $1',
    [importId],
  );
  return counted;
}

/** Whoever writes such a row waits until the gate is opened. */
async function closeGate(table: string, condition: string): Promise<{ open(): Promise<void> }> {
  const holder = new pg.Client({ connectionString: api.ownerUrl });
  await holder.connect();
  await holder.query('select pg_advisory_lock(4711)');
  await execute(
    api.owner,
    `create trigger wait_here before insert on ${table} for each row when (${condition}) execute function wait_here()`,
  );
  return {
    async open() {
      await holder.end();
      await until(async () => !(await someoneWaits()), 'nobody waits');
      await execute(api.owner, `drop trigger wait_here on ${table}`);
    },
  };
}

async function someoneWaits(): Promise<boolean> {
  const waiting = await select(
    api.owner,
    `select 1 from pg_locks where locktype = 'advisory' and objid = 4711 and not granted
       and database = (select oid from pg_database where datname = current_database())`,
  );
  return waiting.length > 0;
}

/** A worker goes as far as the gate and is killed there; then another begins. */
async function killAtGate(gate: { open(): Promise<void> }): Promise<void> {
  const dying = startDying();
  await until(someoneWaits, 'it is in the middle');
  dying.kill('SIGKILL');
  await once(dying, 'exit');
  await gate.open();
  await startLiving();
}

function startDying(): ChildProcess {
  const told = { databaseUrl: api.appUrl, dataFolder: api.dataFolder, today, timing: quickTiming };
  return fork(join(__dirname, 'dying-import-worker.mjs'), [JSON.stringify(told)], { execArgv: [] });
}

async function startLiving(): Promise<void> {
  const handlers = {
    ...(Object.fromEntries(jobNames.map((name) => [name, () => Promise.resolve()])) as unknown as JobHandlers),
    'import.read': (job) => stage.jobs.read(job.payload.importId),
    'import.commit': (job) => stage.jobs.commit(job.payload.importId, job.payload.personId, job.done),
  } satisfies JobHandlers;
  living = new JobWorker(stage.db, { databaseUrl: api.appUrl, redisUrl: null, today: null }, handlers, {
    schedules: {},
    timing: quickTiming,
  });
  await living.start();
}
