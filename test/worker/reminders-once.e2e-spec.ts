import { linesOf, openReminderStage, type ReminderParts, type ReminderStage } from '../support/reminder-stage.js';

let stage: ReminderStage;
beforeAll(async () => {
  stage = await openReminderStage();
});
afterEach(() => stage.clear());
afterAll(() => stage.close());

const monday = '2022-07-04';
const messages = () =>
  stage.rows<{ username: string; tickets: number }>(
    `select p.username, count(x.ticket_id)::int as tickets from message m join person p on p.id = m.person_id
     left join message_ticket x on x.message_id = m.id group by m.id, p.username order by p.username`,
  );
const usernames = async () => (await messages()).map(({ username }) => username);
const run = (parts: ReminderParts, day: string) => parts.reminders.run(day);

it('reminds once a day, however often the sweep runs', async () => {
  await stage.ticket({ dueOn: '2022-07-07' });
  const process = stage.on('2022-07-06');
  for (let round = 0; round < 3; round += 1) await run(process, '2022-07-06');
  expect(await usernames()).toEqual(['handler', 'head']);
});

it('two sweeps at once give each person one message, not two halves', async () => {
  for (let index = 0; index < 40; index += 1) {
    await stage.ticket({ dueOn: index % 2 ? '2022-07-07' : '2022-06-20', title: `问题 ${index}` });
  }
  const workers = Array.from({ length: 4 }, () => stage.on(monday));
  await Promise.all(workers.map((worker) => run(worker, monday)));
  expect(await messages()).toEqual([
    { username: 'chief', tickets: 20 },
    { username: 'deputy', tickets: 20 },
    { username: 'handler', tickets: 40 },
    { username: 'head', tickets: 40 },
  ]);
});

it('without the lock too, an occurrence is claimed once', async () => {
  await stage.ticket({ dueOn: '2022-07-07' });
  await run(stage.on('2022-07-06'), '2022-07-06');
  const [first] = await stage.rows<Record<string, unknown>>('select * from reminder_occurrence limit 1');
  const again = stage.rows(
    `insert into reminder_occurrence (id, rule_code, subject_type, subject_id, round, due_on, person_id, for_on, level)
     select gen_random_uuid(), rule_code, subject_type, subject_id, round, due_on, person_id, for_on, level
     from reminder_occurrence where id = $1`,
    [first!['id']],
  );
  await expect(again).rejects.toThrow('reminder_occurrence_once_key');
});

it('the weekly notice comes once per ISO week, on whichever of its days it is asked for', async () => {
  await stage.ticket({ dueOn: '2022-06-01' });
  await run(stage.on(monday), monday);
  await run(stage.on(monday), monday);
  await run(stage.on('2022-07-05'), '2022-07-05');
  expect(await usernames()).toEqual(['chief', 'deputy', 'handler', 'head']);
  await run(stage.on('2022-07-11'), '2022-07-11');
  expect(await usernames()).toHaveLength(8);
});

it('on the day of the weekly notice the daily run waits for it: one message that morning', async () => {
  await stage.ticket({ dueOn: '2022-06-01' });
  await stage.ticket({ dueOn: '2022-07-05' });
  const process = stage.on(monday);
  expect(await process.reminders.runDaily(monday)).toBeNull();
  expect(await usernames()).toEqual([]);
  await process.reminders.runWeekly(monday);
  expect(await messages()).toContainEqual({ username: 'handler', tickets: 2 });
  expect(await usernames()).toEqual(['chief', 'deputy', 'handler', 'head']);
  expect(await stage.on('2022-07-05').reminders.runWeekly('2022-07-05')).toBeNull();
});

it('after a new deadline the reminders count anew', async () => {
  const { id } = await stage.ticket({ dueOn: '2022-07-07' });
  await run(stage.on('2022-07-06'), '2022-07-06');
  await stage.rows(`update ticket set due_on = '2022-07-14' where id = $1`, [id]);
  const plan = await stage.on('2022-07-13').reminders.plan('2022-07-13');
  expect(linesOf(plan).map((line) => line.split(':')[0])).toEqual(['handler due_in_1', 'head due_in_1']);
});

describe('days nobody swept', () => {
  const seed = () => run(stage.on('2022-07-12'), '2022-07-12');

  it('are made up for by the next run, the highest level of each ticket and person only', async () => {
    await seed();
    // Wednesday and Thursday are missed: overdue_1 fell on Wednesday, overdue_3 on Friday.
    const { no } = await stage.ticket({ dueOn: '2022-07-12' });
    // due_in_3 fell on Wednesday, due_in_1 on Friday.
    const soon = await stage.ticket({ dueOn: '2022-07-16' });
    const plan = await stage.on('2022-07-15').reminders.plan('2022-07-15');
    expect(linesOf(plan)).toEqual([
      `deputy overdue_3: ${no}`,
      `handler due_in_1: ${soon.no}`,
      `handler overdue_1: ${no}`,
      `head due_in_1: ${soon.no}`,
      `head overdue_1: ${no}`,
    ]);
    await run(stage.on('2022-07-15'), '2022-07-15');
    const after = await stage.on('2022-07-15').reminders.plan('2022-07-15');
    expect(linesOf(after)).toEqual(linesOf(plan));
    expect(after.messages.filter(({ channel }) => channel === 'inbox').every(({ sent }) => sent)).toBe(true);
  });

  it('are not made up for in a rehearsal of another day', async () => {
    await seed();
    await stage.ticket({ dueOn: '2022-07-12' });
    const plan = await stage.on('2022-07-12').reminders.plan('2022-07-14');
    expect(linesOf(plan)).toEqual([]);
  });

  it('bring no flood: what fell before the last fortnight is left to the weekly notice', async () => {
    await seed();
    const old = await stage.ticket({ dueOn: '2022-07-18' });
    const recent = await stage.ticket({ dueOn: '2022-08-15' });
    const lines = linesOf(await stage.on('2022-08-17').reminders.plan('2022-08-17'));
    expect(lines.filter((line) => !line.includes('weekly'))).toEqual([
      `handler overdue_1: ${recent.no}`,
      `head overdue_1: ${recent.no}`,
    ]);
    expect(lines).toContain(`chief weekly_overdue: ${old.no} ${recent.no}`);
  });

  it('include a weekly notice that was missed; it is not sent again the same week', async () => {
    await seed();
    await stage.ticket({ dueOn: '2022-06-01' });
    const wednesday = stage.on('2022-07-20');
    await wednesday.reminders.runDaily('2022-07-20');
    await wednesday.reminders.runDaily('2022-07-20');
    await stage.on('2022-07-21').reminders.runDaily('2022-07-21');
    expect(await usernames()).toEqual(['chief', 'deputy', 'handler', 'head']);
  });

  it('are nothing to a bureau that never swept: the first day starts with its own', async () => {
    await stage.ticket({ dueOn: '2022-07-12' });
    expect(linesOf(await stage.on('2022-07-14').reminders.plan('2022-07-14'))).toEqual([]);
  });

  it('a job for yesterday that comes today does the work of today', async () => {
    const { no } = await stage.ticket({ dueOn: '2022-07-14' });
    await stage.on('2022-07-13').reminders.runDaily('2022-07-12');
    expect(linesOf(await stage.on('2022-07-13').reminders.plan('2022-07-13'))).toEqual([
      `handler due_in_1: ${no}`,
      `head due_in_1: ${no}`,
    ]);
    expect(await usernames()).toEqual(['handler', 'head']);
  });
});

it('a sweep that fails leaves nothing behind', async () => {
  await stage.ticket({ dueOn: '2022-07-07' });
  const failing = () => Promise.reject(new Error('done by another worker'));
  await expect(stage.on('2022-07-06').reminders.run('2022-07-06', failing)).rejects.toThrow('done by another worker');
  expect(await usernames()).toEqual([]);
  expect(await stage.rows('select 1 from reminder_occurrence union all select 1 from reminder_sweep')).toEqual([]);
});

describe('the watchdog', () => {
  const at = (day: string, time: string) => stage.on(day, { now: new Date(`${day}T${time}+08:00`) });
  beforeAll(() => stage.rows(`update person set created_at = '2022-01-01'`));

  it('is quiet when the sweep of the day is over, and until it should be', async () => {
    await run(stage.on('2022-07-12'), '2022-07-12');
    expect(await at('2022-07-12', '11:00:00').reminders.watchdog()).toMatchObject({
      overdueByMinutes: 0,
      message: null,
    });
    expect((await at('2022-07-13', '08:50:00').reminders.watchdog()).message).toBeNull();
  });

  it('speaks up when no sweep has run, and not on days off', async () => {
    await run(stage.on('2022-07-12'), '2022-07-12');
    expect(await at('2022-07-13', '10:00:00').reminders.watchdog()).toMatchObject({
      lastSweptOn: '2022-07-12',
      expectedOn: '2022-07-13',
      overdueByMinutes: 60,
      message: expect.stringContaining('7月13日'),
    });
    await run(stage.on('2022-07-15'), '2022-07-15');
    expect((await at('2022-07-17', '12:00:00').reminders.watchdog()).message).toBeNull();
  });

  it('does not blame a bureau younger than the sweep, nor counts a rehearsal as one', async () => {
    await stage.rows(`update person set created_at = '2022-07-13 09:30:00+08'`);
    expect((await at('2022-07-13', '10:00:00').reminders.watchdog()).message).toBeNull();
    await stage.rows(`update person set created_at = '2022-01-01'`);
    await run(stage.on('2022-07-12'), '2022-07-13');
    expect((await at('2022-07-13', '10:00:00').reminders.watchdog()).message).not.toBeNull();
  });

  it('tells the administrators once, by itself', async () => {
    const late = at('2022-07-13', '10:00:00');
    await late.reminders.raiseAlarm();
    await late.reminders.raiseAlarm();
    const mails = await stage.rows<{ recipient: string; body: string }>('select recipient, body from captured_mail');
    expect(mails).toEqual([{ recipient: 'admin@test.invalid', body: expect.stringContaining('催办任务') }]);
  });
});
