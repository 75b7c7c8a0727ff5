import { select } from '@xiaohao/database';
import { openJobStage, pause, queueHomes, until, type JobStage } from '../support/job-stage.js';
import { JobProducer } from '../../libs/jobs/src/job-producer.js';
import { JobSchedules, scheduledId, tableSchedules, type Schedules } from '../../libs/jobs/src/job-schedules.js';
import { openQueueStore } from '../../libs/jobs/src/open-queue-store.js';
import type { QueueStore } from '../../libs/jobs/src/queue-store.js';

jest.setTimeout(120_000);

const payload = (day: string) => ({ day });
const shanghai = (at: string) => new Date(`${at}+08:00`);
/** HH:MM:SS in Asia/Shanghai. */
const timeIn = (milliseconds: number) =>
  new Date(Date.now() + 8 * 3_600_000 + milliseconds).toISOString().slice(11, 19);
const todayInShanghai = () => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);

describe.each(queueHomes)('daily jobs on $home', ({ redisUrl }) => {
  let stage: JobStage;
  let store: QueueStore;
  let producer: JobProducer;

  beforeAll(async () => {
    stage = await openJobStage(redisUrl());
    store = openQueueStore(stage.config);
    producer = new JobProducer(store, () => {});
  });
  afterEach(() => stage.stopWorkers());
  afterAll(async () => {
    await producer.close();
    await store.close();
    await stage.close();
  });

  const keep = (schedules: Schedules, fixedDay: string | null = null) =>
    new JobSchedules(stage.db, producer.queue('quick'), fixedDay, schedules);
  const rows = () =>
    select<{ id: string; job: string; payload: { day?: string } }>(
      stage.db,
      'select id, job, payload from outbox order by created_at, job',
    );

  it('run once at their time, however many workers there are', async () => {
    // A tick in the last seconds of a day would be for the next one.
    if (timeIn(0) > '23:59:20') await pause(41_000);
    const runs: string[] = [];
    const schedules = { 'reminder.daily': { at: timeIn(2_500), payload } };
    const handlers = {
      'reminder.daily': async (job: { payload: { day?: string } }) => runs.push(`${job.payload.day} ${timeIn(1_000)}`),
    };
    await Promise.all([stage.work(handlers, { schedules }), stage.work(handlers, { schedules })]);
    // A busy machine may take so long to begin that the time has come; a tick may be a second early.
    const made = await rows();
    expect(made.length === 0 || timeIn(1_000) >= schedules['reminder.daily'].at).toBe(true);
    await until(() => runs.length > 0, 'it has run');
    await pause(1_000);
    expect(runs).toHaveLength(1);
    const [day, time] = runs[0]!.split(' ');
    expect(day).toBe(todayInShanghai());
    expect(time! >= schedules['reminder.daily'].at).toBe(true);
    expect((await rows()).map(({ id }) => id)).toEqual([scheduledId('reminder.daily', day!)]);
  });

  it('are caught up once when their time today was missed, and wait when it is yet to come', async () => {
    const schedules = {
      'reminder.daily': { at: '08:00', payload },
      'reminder.weekly': { at: '08:30', payload },
    };
    await keep(schedules).enqueueDue(shanghai('2022-07-04T07:59:00'));
    expect(await rows()).toEqual([]);
    await keep(schedules).enqueueDue(shanghai('2022-07-04T08:10:00'));
    await Promise.all([1, 2, 3].map(() => keep(schedules).enqueueDue(shanghai('2022-07-04T23:59:59'))));
    expect((await rows()).map(({ job, payload: { day } }) => `${job} ${day}`).sort()).toEqual([
      'reminder.daily 2022-07-04',
      'reminder.weekly 2022-07-04',
    ]);
    await keep(schedules).enqueueDue(shanghai('2022-07-05T00:00:00'));
    expect(await rows()).toHaveLength(2);
  });

  it('are told the fixed day of a rehearsal instead of the real one', async () => {
    await keep({ 'reminder.daily': { at: '08:00', payload } }, '2022-07-04').enqueueDue(
      shanghai('2026-11-23T09:00:00'),
    );
    expect((await rows()).map(({ payload }) => payload)).toEqual([{ day: '2022-07-04' }]);
  });

  it('are known to the queue in the time of Asia/Shanghai, and no longer when the table drops them', async () => {
    await keep(tableSchedules).announce();
    await keep(tableSchedules).announce();
    const known = await producer.queue('quick').getJobSchedulers();
    expect(known.map(({ key, pattern, tz }) => `${key} ${pattern} ${tz}`).sort()).toEqual([
      'backup.daily 0 30 2 * * * Asia/Shanghai',
      'outbox.clean 0 30 3 * * * Asia/Shanghai',
      'reminder.daily 0 0 8 * * * Asia/Shanghai',
      'reminder.weekly 0 30 8 * * * Asia/Shanghai',
      'root.daily 0 30 0 * * * Asia/Shanghai',
    ]);
    const next = known.find(({ key }) => key === 'reminder.daily')!.next!;
    expect(new Date(next).toISOString()).toMatch(/T00:00:00\.000Z$/);

    await keep({ 'reminder.daily': { at: '09:15', payload } }).announce();
    const changed = await producer.queue('quick').getJobSchedulers();
    expect(changed.map(({ key, pattern }) => `${key} ${pattern}`)).toEqual(['reminder.daily 0 15 9 * * *']);
  });

  it('are announced again after the queue forgot everything', async () => {
    await keep(tableSchedules).announce();
    await stage.forgetQueue();
    expect(await producer.queue('quick').getJobSchedulers()).toEqual([]);
    await keep(tableSchedules).announce();
    expect(await producer.queue('quick').getJobSchedulers()).toHaveLength(5);
  });
});
