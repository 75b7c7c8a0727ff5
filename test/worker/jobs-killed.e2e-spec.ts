import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { execute, newId, select } from '@xiaohao/database';
import { JobQueue, type RunningJob } from '@xiaohao/jobs';
import { openJobStage, quickTiming, queueHomes, until, type JobStage } from '../support/job-stage.js';

jest.setTimeout(120_000);

describe.each(queueHomes)('a worker that is killed, jobs on $home', ({ redisUrl }) => {
  let stage: JobStage;
  let child: ChildProcess | null = null;

  beforeAll(async () => {
    stage = await openJobStage(redisUrl());
  });
  afterEach(async () => {
    child?.kill('SIGKILL');
    await stage.stopWorkers();
    await execute(stage.db, 'delete from effect');
  });
  afterAll(() => stage.close());

  const begin = () => {
    const settings = JSON.stringify({ config: stage.config, timing: quickTiming });
    const begun = fork(join(__dirname, 'dying-worker.mjs'), [settings], {
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    child = begun;
    return {
      async kill() {
        const ended = once(begun, 'exit');
        begun.kill('SIGKILL');
        await ended;
      },
    };
  };
  const effects = () => select<{ id: string }>(stage.db, 'select job_id as id from effect order by job_id');
  const leaveEffect = (job: RunningJob<'report.build'> | RunningJob<'message.send'>) =>
    stage.db.transaction(async (tx) => {
      await execute(tx, `insert into effect values ($1, 'done')`, [job.id]);
      await job.done(tx);
    });

  it('leaves its job to another, who does it when the lock has run out', async () => {
    const id = await stage.add('report.build', { reportId: newId() });
    const dying = begin();
    await until(async () => (await stage.row(id)).attempts === 1, 'it has begun');
    await dying.kill();
    await stage.work({ 'report.build': leaveEffect });
    await until(async () => (await stage.row(id)).done, 'another has done it');
    expect(await effects()).toEqual([{ id }]);
    expect((await stage.row(id)).attempts).toBe(2);
  });

  it('in the middle of many jobs loses none and repeats none whose mark was committed', async () => {
    const queue = new JobQueue();
    const payloads = Array.from({ length: 150 }, () => ({ deliveryIds: [newId()] }));
    const ids = await stage.db.transaction((tx) => queue.addAll(tx, 'message.send', payloads));
    const dying = begin();
    await until(async () => (await effects()).length >= 40, 'some are sent');
    await dying.kill();
    expect((await effects()).length).toBeLessThan(ids.length);
    await stage.work({ 'message.send': leaveEffect });
    await until(async () => (await effects()).length >= ids.length, 'all are sent');
    expect((await effects()).map(({ id }) => id)).toEqual([...ids].sort());
  });
});
