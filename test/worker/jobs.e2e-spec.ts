import { AppError } from '@xiaohao/errors';
import { execute, newId, select } from '@xiaohao/database';
import { FailedJobsService, JobQueue, QueueStatus, type RunningJob } from '@xiaohao/jobs';
import { allHandlers, openJobStage, pause, queueHomes, until, type JobStage } from '../support/job-stage.js';
import { JobAttempt } from '../../libs/jobs/src/job-attempt.js';
import { JobProducer } from '../../libs/jobs/src/job-producer.js';
import { openQueueStore } from '../../libs/jobs/src/open-queue-store.js';
import { OutboxRelay } from '../../libs/jobs/src/outbox-relay.js';

jest.setTimeout(120_000);

describe.each(queueHomes)('jobs on $home', ({ redisUrl }) => {
  let stage: JobStage;

  beforeAll(async () => {
    stage = await openJobStage(redisUrl());
  });
  afterEach(async () => {
    await stage.stopWorkers();
    await execute(stage.db, 'delete from effect');
  });
  afterAll(() => stage.close());

  const build = () => ({ reportId: newId() });
  const effects = () => select<{ id: string }>(stage.db, 'select job_id as id from effect');
  /** A handler as they should be: effect and mark commit together. */
  const leaveEffect = (job: RunningJob<'report.build'>) =>
    stage.db.transaction(async (tx) => {
      await execute(tx, `insert into effect values ($1, 'built')`, [job.id]);
      await job.done(tx);
    });
  const isDone = async (id: string) => (await stage.row(id)).done;

  it('runs what was committed once, and never what was rolled back', async () => {
    const queue = new JobQueue();
    await stage.work({ 'report.build': leaveEffect });
    let rolledBack = '';
    const refused = stage.db.transaction(async (tx) => {
      rolledBack = await queue.add(tx, 'report.build', build());
      throw new Error('the caller changed its mind');
    });
    await expect(refused).rejects.toThrow('changed its mind');
    const id = await stage.add('report.build', build());
    await until(() => isDone(id), 'the committed job is done');
    await pause(300);
    expect(await effects()).toEqual([{ id }]);
    expect(await stage.row(rolledBack)).toBeUndefined();
  });

  it('hears of a commit at once, without waiting for the poll', async () => {
    await stage.work({ 'report.build': leaveEffect }, { timing: { pollMs: 60_000 } });
    const id = await stage.add('report.build', build());
    await until(() => isDone(id), 'the job is done before the next poll');
  });

  it('hears again after the connection it listened on was cut', async () => {
    await stage.work({ 'report.build': leaveEffect }, { timing: { pollMs: 60_000 } });
    await stage.asOwner(`select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and application_name = 'xiaohao outbox'`);
    const unheard = await stage.add('report.build', build());
    await until(() => isDone(unheard), 'what came meanwhile is done');
    const id = await stage.add('report.build', build());
    await until(() => isDone(id), 'what came afterwards is done');
  });

  it('carries on after the database dropped all its connections', async () => {
    await stage.work({ 'report.build': leaveEffect });
    await stage.add('report.build', build());
    await until(async () => (await effects()).length === 1, 'the first is done');
    await stage.asOwner(`select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid()`);
    await pause(100);
    const id = await stage.add('report.build', build());
    await until(() => isDone(id), 'the second is done');
  });

  it('does each of many jobs once though two workers relay them', async () => {
    const queue = new JobQueue();
    await stage.work({ 'report.build': leaveEffect });
    await stage.work({ 'report.build': leaveEffect });
    const batches = Array.from({ length: 4 }, () =>
      stage.db.transaction((tx) => queue.addAll(tx, 'report.build', Array.from({ length: 60 }, build))),
    );
    const ids = (await Promise.all(batches)).flat().sort();
    await until(async () => (await effects()).length >= ids.length, 'all are done');
    await pause(300);
    expect((await effects()).map(({ id }) => id).sort()).toEqual(ids);
  });

  it('does a job once though the relay died between handing it over and noting that', async () => {
    const id = await stage.add('report.build', build());
    const store = openQueueStore(stage.config);
    const producer = new JobProducer(store, () => {});
    const dying = new OutboxRelay(
      stage.db,
      {
        async addAll(rows) {
          await producer.addAll(rows);
          throw new Error('killed');
        },
      },
      60_000,
    );
    await dying.wake();
    expect(await stage.row(id)).toMatchObject({ relayed: false, attempts: 0 });
    await producer.close();
    await store.close();
    await stage.work({ 'report.build': leaveEffect });
    await until(() => isDone(id), 'it is done');
    await pause(500);
    expect(await effects()).toEqual([{ id }]);
    expect((await stage.row(id)).attempts).toBe(1);
  });

  it('undoes what a second worker did with a job that another has done meanwhile', async () => {
    const id = await stage.add('report.build', build());
    const attempt = new JobAttempt(stage.db, allHandlers({ 'report.build': leaveEffect }));
    await Promise.all([attempt.run(id), attempt.run(id), attempt.run(id)]);
    expect(await effects()).toEqual([{ id }]);
    await attempt.run(id);
    expect(await effects()).toEqual([{ id }]);
  });

  it('tells of a job whose worker died in every attempt, even where telling fails', async () => {
    const told: string[] = [];
    const died = async (givenUp: () => Promise<unknown>) => {
      const id = await stage.add('report.build', build());
      await execute(stage.db, 'update outbox set attempts = 3 where id = $1', [id]);
      const attempt = new JobAttempt(stage.db, allHandlers({}), { 'report.build': givenUp });
      await expect(attempt.run(id)).rejects.toThrow('The worker ended in the middle of each of 3 attempts');
      expect((await stage.row(id)).failed).toBe(true);
    };
    await died(async () => told.push('told'));
    await died(() => Promise.reject(new Error('the report is gone')));
    expect(told).toEqual(['told']);
  });

  it('marks a job done whose handler never said so', async () => {
    await stage.work({ 'outbox.clean': async () => 42 });
    const id = await stage.add('outbox.clean', {});
    await until(() => isDone(id), 'it is done');
  });

  it('tries a failing job as often as the table says, then keeps it for the administrator', async () => {
    const attempts: number[] = [];
    const told: unknown[] = [];
    let broken = true;
    await stage.work(
      {
        'report.build': async (job) => {
          attempts.push(job.attempt);
          if (broken) throw new Error('LibreOffice is not there');
          await leaveEffect(job);
        },
      },
      { givenUp: { 'report.build': async (subject, failure) => told.push([subject, failure]) } },
    );
    const payload = build();
    const id = await stage.add('report.build', payload);
    await until(async () => (await stage.row(id)).failed, 'it is given up');
    expect(attempts).toEqual([1, 2, 3]);
    expect(told).toEqual([[payload, 'LibreOffice is not there']]);

    const failedJobs = new FailedJobsService(stage.db);
    expect(await failedJobs.listFailedJobs()).toEqual([
      {
        id,
        job: 'report.build',
        payload,
        failure: 'LibreOffice is not there',
        attempts: 3,
        createdAt: expect.any(Date),
        failedAt: expect.any(Date),
      },
    ]);

    broken = false;
    await failedJobs.retryFailedJob(id);
    await until(() => isDone(id), 'it is done in the end');
    expect(await effects()).toEqual([{ id }]);
    expect(await failedJobs.listFailedJobs()).toEqual([]);
    await expect(failedJobs.retryFailedJob(id)).rejects.toMatchObject({ code: 'notFound' });
  });

  it('tells of the last failure while it is still trying, and forgets it on success', async () => {
    let broken = true;
    const worker = await stage.work(
      {
        'report.build': async (job) => {
          if (broken) throw new Error('not yet');
          await leaveEffect(job);
        },
      },
      { timing: { backoffSecondMs: 200 } },
    );
    expect(worker).toBeDefined();
    const id = await stage.add('report.build', build());
    await until(async () => (await stage.row(id)).failure === 'not yet', 'the failure is noted');
    expect((await stage.row(id)).failed).toBe(false);
    broken = false;
    await until(() => isDone(id), 'it is done');
    expect((await stage.row(id)).failure).toBeNull();
  });

  it('does not ask again for what was refused', async () => {
    let asked = 0;
    await stage.work({
      'import.read': async () => {
        asked += 1;
        throw new AppError('fileNotWorkbook');
      },
    });
    const id = await stage.add('import.read', { importId: newId() });
    await until(async () => (await stage.row(id)).failed, 'it is given up');
    await pause(200);
    expect([asked, (await stage.row(id)).failure]).toEqual([1, expect.stringContaining('不是可读取的表格')]);
  });

  it('refuses a wrong payload where it is added and where it is read', async () => {
    const wrong = { reportId: 'seven', title: '半年报告' } as unknown as { reportId: string };
    await expect(stage.add('report.build', wrong)).rejects.toThrow(/Payload of report\.build: .*title.*reportId/);
    await stage.work({ 'report.build': leaveEffect });
    const unknown = newId();
    const id = newId();
    await execute(
      stage.db,
      `insert into outbox (id, job, payload) values ($1, 'report.build', '{}'), ($2, 'no.such.job', '{}')`,
      [id, unknown],
    );
    await until(async () => (await stage.row(id)).failed && (await stage.row(unknown)).failed, 'both are given up');
    expect(await stage.row(id)).toMatchObject({ attempts: 1, failure: expect.stringContaining('reportId') });
    expect((await stage.row(unknown)).failure).toBe('This version knows no job no.such.job');
  });

  it('gives up a job in whose middle the worker died each time', async () => {
    const id = await stage.add('report.build', build());
    await execute(stage.db, 'update outbox set attempts = 3 where id = $1', [id]);
    await stage.work({ 'report.build': leaveEffect });
    await until(async () => (await stage.row(id)).failed, 'it is given up');
    expect((await stage.row(id)).failure).toBe('The worker ended in the middle of each of 3 attempts');
    expect(await effects()).toEqual([]);
  });

  it('waits until a job may run', async () => {
    const times: number[] = [];
    await stage.work({ 'outbox.clean': async () => times.push(Date.now()) });
    const runAt = new Date(Date.now() + 1_500);
    const id = await stage.add('outbox.clean', {}, { runAt });
    await until(() => isDone(id), 'it is done');
    expect(times).toHaveLength(1);
    expect(times[0]! - runAt.getTime()).toBeGreaterThanOrEqual(-5);
  });

  it('loses nothing when the queue forgets everything', async () => {
    const ids = await Promise.all(Array.from({ length: 20 }, () => stage.add('report.build', build())));
    const store = openQueueStore(stage.config);
    const producer = new JobProducer(store, () => {});
    await new OutboxRelay(stage.db, producer, 60_000).wake();
    expect((await Promise.all(ids.map(stage.row))).every(({ relayed }) => relayed)).toBe(true);
    await producer.close();
    await store.close();
    await stage.forgetQueue();
    await stage.work({ 'report.build': leaveEffect });
    await until(async () => (await effects()).length >= ids.length, 'all are done');
    await pause(300);
    expect((await effects()).map(({ id }) => id).sort()).toEqual([...ids].sort());
  });

  it('lets somebody with one job pass a person who asked for a thousand', async () => {
    const [greedy, modest] = [newId(), newId()];
    for (let at = 0; at < 30; at += 1) await stage.add('report.build', build(), { askedBy: greedy });
    const own = await stage.add('report.build', build(), { askedBy: modest });
    const order: string[] = [];
    await stage.work({ 'report.build': async ({ id }) => void order.push(id) });
    await until(() => order.length === 31, 'all are done');
    // Two are at work at once, and the greedy person's first has the same turn.
    expect(order.indexOf(own)).toBeLessThan(4);
  });

  it('keeps sending messages while slow work fills its own queue', async () => {
    let release = () => {};
    const held = new Promise<void>((resolve) => (release = resolve));
    await stage.work({ 'report.build': () => held, 'message.send': async () => {} });
    const slow = await Promise.all(Array.from({ length: 6 }, () => stage.add('report.build', build())));
    const message = await stage.add('message.send', { deliveryIds: [newId()] });
    await until(() => isDone(message), 'the message is sent');
    expect((await Promise.all(slow.map(stage.row))).some(({ done }) => done)).toBe(false);
    release();
  });

  it('finishes what it has begun before it stops', async () => {
    const worker = await stage.work({
      'report.build': async (job) => {
        await pause(500);
        await leaveEffect(job);
      },
    });
    const id = await stage.add('report.build', build());
    await until(async () => (await stage.row(id)).attempts === 1, 'it has begun');
    await worker.stop();
    expect(await effects()).toEqual([{ id }]);
  });

  it('tells the health of the queue, and in numbers what waits and what was given up', async () => {
    const status = new QueueStatus(stage.db, stage.config);
    await expect(status.queueHealth()).resolves.toBeUndefined();
    await stage.add('report.build', build());
    const failed = await stage.add('outbox.clean', {});
    await execute(stage.db, 'update outbox set failed_at = now() where id = $1', [failed]);
    const metrics = await status.queueMetrics();
    expect(metrics).toContain('xiaohao_jobs{job="report.build",state="waiting"} 1');
    expect(metrics).toContain('xiaohao_jobs{job="outbox.clean",state="failed"} 1');
    status.onApplicationShutdown();
  });
});

describe('rights on the queue', () => {
  let stage: JobStage;
  beforeAll(async () => {
    stage = await openJobStage(null);
  });
  afterAll(() => stage.close());

  it.each([
    ['make tables', 'create table bullmq.mine (a int)'],
    ['change its version', `update bullmq.migration set min_client_version = 99`],
    ['alter tables', 'alter table bullmq.job add column mine text'],
    ['empty tables at a stroke', 'truncate bullmq.job'],
  ])('do not let the application %s', async (_, statement) => {
    await expect(execute(stage.db, statement)).rejects.toMatchObject({ code: '42501' });
  });

  it('are missed at once where the queue was not migrated', async () => {
    await stage.asOwner('alter schema bullmq rename to elsewhere');
    await expect(new QueueStatus(stage.db, stage.config).queueHealth()).rejects.toThrow(/is not initialized/);
  });
});
