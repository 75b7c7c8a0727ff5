import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dayInShanghai } from '@xiaohao/calendar';
import { execute, newId, select } from '@xiaohao/database';
import { openJobStage, queueHomes, until, type JobStage } from '../support/job-stage.js';
import { scheduledId } from '../../libs/jobs/src/job-schedules.js';

jest.setTimeout(120_000);

describe.each(queueHomes)('the worker application, jobs on $home', ({ redisUrl }) => {
  let stage: JobStage;
  let child: ChildProcess | null = null;
  const dataFolder = mkdtempSync(join(tmpdir(), 'worker-'));

  beforeAll(async () => {
    stage = await openJobStage(redisUrl());
  });
  afterEach(() => child?.kill('SIGKILL'));
  afterAll(async () => {
    await stage.close();
    rmSync(dataFolder, { recursive: true });
  });

  const begin = (databaseUrl = stage.config.databaseUrl) => {
    const begun = fork(join(__dirname, '../../dist/apps/worker/src/main.js'), {
      env: {
        PATH: process.env['PATH'],
        DATABASE_URL: databaseUrl,
        ...(stage.config.redisUrl ? { REDIS_URL: stage.config.redisUrl } : {}),
        XIAOHAO_DATA: dataFolder,
        XIAOHAO_SECRET: 's'.repeat(64),
      },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    child = begun;
    const said: string[] = [];
    for (const stream of [begun.stdout!, begun.stderr!]) stream.on('data', (text) => said.push(String(text)));
    return {
      process: begun,
      said: () => said.join(''),
      ended: once(begun, 'exit') as Promise<[number | null, string]>,
    };
  };

  it('does jobs of the table by the services behind them', async () => {
    const [old, unordered] = [newId(), newId()];
    await execute(
      stage.db,
      `insert into outbox (id, job, payload, relayed_at, done_at) values ($1, 'report.build', '{}', now(), now() - interval '8 days')`,
      [old],
    );
    await execute(
      stage.db,
      `insert into sign_in_failure (username, address, failed_at) values ('x', '127.0.0.1', now() - interval '2 days'),
         ('y', '127.0.0.1', now())`,
    );
    const worker = begin();
    const clean = await stage.add('outbox.clean', {});
    // The row of today's schedule, there or not by the time of day.
    const backup = scheduledId('backup.daily', dayInShanghai(new Date()));
    await execute(
      stage.db,
      `insert into outbox (id, job, payload) values ($1, 'backup.daily', '{}') on conflict do nothing`,
      [backup],
    );
    // Nobody ordered this report: there is nothing to do, which is no failure.
    const build = await stage.add('report.build', { reportId: unordered });
    const states = () => Promise.all([clean, backup, build].map(stage.row));
    await until(async () => (await states()).every((state) => state?.done || state?.failed), 'all have ended');
    expect((await states()).map((state) => ({ done: state?.done, failure: state?.failure }))).toEqual(
      Array.from({ length: 3 }, () => ({ done: true, failure: null })),
    );
    expect(await select(stage.db, 'select 1 from outbox where id = $1', [old])).toEqual([]);
    expect(await select(stage.db, 'select username from sign_in_failure')).toEqual([{ username: 'y' }]);
    expect(readdirSync(join(dataFolder, 'backups'))).toEqual([expect.stringMatching(/^daily-.*\.xiaohao$/)]);

    worker.process.kill('SIGTERM');
    expect((await worker.ended)[0]).toBe(0);
    expect(worker.said()).toContain('worker is ready');
  });

  it('ends by itself when its supervisor is gone', async () => {
    const worker = begin();
    await until(() => worker.said().includes('worker is ready'), 'it is ready');
    worker.process.disconnect();
    expect((await worker.ended)[0]).toBe(0);
  });

  it('says why it cannot start and ends', async () => {
    const worker = begin('postgres://nobody@127.0.0.1:1/none');
    expect((await worker.ended)[0]).toBe(1);
    expect(worker.said()).toContain('worker could not start');
    expect(worker.said()).toContain('ECONNREFUSED');
  });
});
