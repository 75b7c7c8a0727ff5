import { SqlParameters, select } from '@xiaohao/database';
import { findActor } from '@xiaohao/org';
import { visibleTickets } from '@xiaohao/tickets';
import { linesOf, openReminderStage, type ReminderStage } from '../support/reminder-stage.js';

let stage: ReminderStage;
beforeAll(async () => {
  stage = await openReminderStage();
});
afterEach(() => stage.clear());
afterAll(() => stage.close());

const plan = async (day: string, today = day) => linesOf(await stage.on(today).reminders.plan(day));

describe('before and on the deadline', () => {
  it.each([
    ['2022-06-21', 'due_in_15'],
    ['2022-06-29', 'due_in_7'],
    ['2022-07-05', 'due_in_1'],
    ['2022-07-06', 'due_today'],
  ])('on %s handler and head are told by %s', async (day, rule) => {
    const { no } = await stage.ticket({ dueOn: '2022-07-06' });
    expect(await plan(day)).toEqual([`handler ${rule}: ${no}`, `head ${rule}: ${no}`]);
  });

  it('says nothing on days that no rule names', async () => {
    await stage.ticket({ dueOn: '2022-07-06' });
    expect(await plan('2022-06-28')).toEqual([]);
  });

  it('tells of assigned tickets too, and the head twice never', async () => {
    const { no } = await stage.ticket({ dueOn: '2022-07-06', status: 'assigned', handlerId: null });
    expect(await plan('2022-07-05')).toEqual([`head due_in_1: ${no}`]);
  });

  it.each(['draft', 'pending_review', 'closed', 'ongoing', 'suspended', 'cancelled'] as const)(
    'is silent about a ticket that is %s: nobody can miss its deadline now',
    async (status) => {
      await stage.ticket({ dueOn: '2022-07-06', status });
      const lines = await plan('2022-07-06');
      expect(lines.filter((line) => line.includes('due'))).toEqual([]);
    },
  );
});

describe('after the deadline', () => {
  it('rises: day 1 handler and head, day 3 the deputy in charge, day 5 the chief', async () => {
    const { no } = await stage.ticket({ dueOn: '2022-07-11' });
    expect(await plan('2022-07-12')).toEqual([`handler overdue_1: ${no}`, `head overdue_1: ${no}`]);
    expect(await plan('2022-07-14')).toEqual([`deputy overdue_3: ${no}`]);
    // Day 5 is a Saturday: it goes out on Monday, together with the weekly notice.
    expect(await plan('2022-07-16')).toEqual([]);
    expect(await plan('2022-07-18')).toContain(`chief overdue_5: ${no}`);
  });

  it('escalates to the deputy in charge of that unit, not to another', async () => {
    const { no } = await stage.ticket({
      dueOn: '2022-07-11',
      leadUnitId: stage.bureau.units.relief,
      handlerId: stage.bureau.people['handler3'],
    });
    expect(await plan('2022-07-14')).toEqual([`deputy2 overdue_3: ${no}`]);
  });
});

describe('days off', () => {
  it('moves what falls on a weekend to Monday', async () => {
    const { no } = await stage.ticket({ dueOn: '2022-07-10' });
    expect(await plan('2022-07-09')).toEqual([]);
    const lines = await plan('2022-07-11');
    // due_in_1 fell on Saturday, due_today on Sunday, overdue_1 on Monday: the highest alone is told.
    expect(lines.filter((line) => line.startsWith('handler') && !line.includes('weekly'))).toEqual([
      `handler overdue_1: ${no}`,
    ]);
  });

  it('after a long holiday tells each person the highest level only, and everybody who is due', async () => {
    // National Day 2022: off from 1 to 7 October; 8 and 9 October are worked.
    const { no } = await stage.ticket({ dueOn: '2022-10-02' });
    expect(await plan('2022-10-03')).toEqual([]);
    expect(await plan('2022-10-08')).toEqual([
      `chief overdue_5: ${no}`,
      `chief weekly_overdue: ${no}`,
      `deputy overdue_3: ${no}`,
      `deputy weekly_overdue: ${no}`,
      `handler overdue_1: ${no}`,
      `handler weekly_overdue: ${no}`,
      `head overdue_1: ${no}`,
      `head weekly_overdue: ${no}`,
    ]);
  });

  it('works on a weekend day made up for a holiday', async () => {
    const { no } = await stage.ticket({ dueOn: '2022-10-10' });
    expect(await plan('2022-10-09')).toEqual([`handler due_in_1: ${no}`, `head due_in_1: ${no}`]);
  });
});

describe('the weekly notice', () => {
  it('gives handlers theirs, heads their section, deputies and the chief the sections', async () => {
    const mine = await stage.ticket({ dueOn: '2022-06-01' });
    const colleagues = await stage.ticket({ dueOn: '2022-06-02', handlerId: stage.bureau.people['handler2'] });
    const relief = await stage.ticket({
      dueOn: '2022-06-03',
      leadUnitId: stage.bureau.units.relief,
      handlerId: stage.bureau.people['handler3'],
    });
    const { messages } = await stage.on('2022-07-04').reminders.plan('2022-07-04');
    const weekly = messages.filter(({ rule, channel }) => rule === 'weekly_overdue' && channel === 'mail');
    const sections = Object.fromEntries(weekly.map((line) => [line.username, line.sections]));
    const chemicals = (...tickets: { no: string }[]) => ({ unit: '危化科', tickets: tickets.map(({ no }) => no) });
    const reliefRow = { unit: '减灾救灾科', tickets: [relief.no] };
    expect(sections).toEqual({
      handler: [chemicals(mine)],
      handler2: [chemicals(colleagues)],
      handler3: [reliefRow],
      head: [chemicals(mine, colleagues)],
      head2: [reliefRow],
      deputy: [chemicals(mine, colleagues)],
      deputy2: [reliefRow],
      chief: expect.arrayContaining([chemicals(mine, colleagues), reliefRow]),
    });
    expect(weekly.every(({ sent, level }) => !sent && level === 6)).toBe(true);
  });

  it('comes on Monday only, or on the first working day after a Monday off', async () => {
    const { no } = await stage.ticket({ dueOn: '2022-03-01' });
    expect(await plan('2022-07-05')).toEqual([]);
    // Tomb-Sweeping 2022: Monday 4 and Tuesday 5 April are off.
    expect(await plan('2022-04-04')).toEqual([]);
    expect(await plan('2022-04-06')).toContain(`handler weekly_overdue: ${no}`);
    expect(await plan('2022-04-07')).toEqual([]);
  });

  it('chases the coordinator for deadlines nobody has set', async () => {
    const { no } = await stage.ticket({ dueOn: null, status: 'draft', leadUnitId: null, handlerId: null });
    expect(await plan('2022-07-04')).toEqual([`inspection unresolved_deadline: ${no}`]);
    expect(await plan('2022-07-05')).toEqual([]);
  });

  it('gives the head of a unit those of the units below', async () => {
    const [below] = await stage.rows<{ id: string }>(
      `insert into unit (id, parent_id, name, type) values (gen_random_uuid(), $1, '危化一组', 'section') returning id`,
      [stage.bureau.units.chemicals],
    );
    const { no } = await stage.ticket({ dueOn: '2022-06-01', leadUnitId: below!.id });
    const lines = await plan('2022-07-04');
    expect(lines).toEqual([
      `chief weekly_overdue: ${no}`,
      `deputy weekly_overdue: ${no}`,
      `handler weekly_overdue: ${no}`,
      `head weekly_overdue: ${no}`,
    ]);
  });
});

describe('nobody is left out', () => {
  it('without a handler the head is told, without a head the coordinator', async () => {
    const { no } = await stage.ticket({ dueOn: '2022-07-06', leadUnitId: stage.bureau.units.office, handlerId: null });
    expect(await plan('2022-07-05')).toEqual([`inspection due_in_1: ${no}`]);
  });

  it('a handler who left counts as none', async () => {
    await stage.rows(`update post set to_on = '2022-07-01' where person_id = $1`, [stage.bureau.people['handler']]);
    const { no } = await stage.ticket({ dueOn: '2022-07-06' });
    expect(await plan('2022-07-05')).toEqual([`head due_in_1: ${no}`]);
    await stage.rows(`update post set to_on = null where person_id = $1`, [stage.bureau.people['handler']]);
  });

  it('a disabled person is told nothing', async () => {
    await stage.rows(`update person set disabled_at = now() where username = 'head'`);
    const { no } = await stage.ticket({ dueOn: '2022-07-06' });
    expect(await plan('2022-07-05')).toEqual([`handler due_in_1: ${no}`, `inspection due_in_1: ${no}`]);
    await stage.rows(`update person set disabled_at = null where username = 'head'`);
  });

  it('a collective owner has the heads of the supporting units for its own', async () => {
    const [group] = await stage.rows<{ id: string }>(
      `insert into unit (id, parent_id, name, type) values (gen_random_uuid(), $1, '各业务科室', 'group') returning id`,
      [stage.bureau.units.bureau],
    );
    const { chemicals, relief } = stage.bureau.units;
    const draft = { dueOn: '2022-07-06', leadUnitId: group!.id, supportUnitIds: [chemicals, relief], handlerId: null };
    const open = await stage.ticket(draft);
    const secret = await stage.ticket({ ...draft, confidential: true });
    // Supporting units may not see a confidential ticket: its coordinator is told instead.
    expect(await plan('2022-07-05')).toEqual([
      `head due_in_1: ${open.no}`,
      `head2 due_in_1: ${open.no}`,
      `inspection due_in_1: ${secret.no}`,
    ]);
  });
});

describe('a review that waits', () => {
  const inReview = (submittedOn: string, status: 'dept_review' | 'pending_review' | 'pending_acceptance') =>
    stage.ticket({ dueOn: '2022-06-01', status, submittedOn });

  it.each([
    ['dept_review', 'head'],
    ['pending_review', 'deputy'],
    ['pending_acceptance', 'liaison'],
  ] as const)('in %s is chased with the %s after 3 and 7 days', async (status, reviewer) => {
    const { no } = await inReview('2022-07-05', status);
    expect(await plan('2022-07-08')).toEqual([`${reviewer} review_waiting_3: ${no}`]);
    expect(await plan('2022-07-12')).toEqual([`${reviewer} review_waiting_7: ${no}`]);
    expect(await plan('2022-07-13')).toEqual([]);
  });

  it('goes past the head who submitted to the deputy', async () => {
    const { id, no } = await inReview('2022-07-05', 'dept_review');
    const { head } = stage.bureau.people;
    await stage.rows('update ticket set submitted_by_head = true, submitter_id = $2 where id = $1', [id, head]);
    expect(await plan('2022-07-08')).toEqual([`deputy review_waiting_3: ${no}`]);
  });

  it('never asks the submitter to review: the coordinator hears of it', async () => {
    const { id, no } = await inReview('2022-07-05', 'dept_review');
    await stage.rows('update ticket set submitter_id = $2 where id = $1', [id, stage.bureau.people['head']]);
    expect(await plan('2022-07-08')).toEqual([`inspection review_waiting_3: ${no}`]);
  });
});

it('tells nobody of a ticket that the visibility predicate keeps from them', async () => {
  const { units, people } = stage.bureau;
  const kinds = ['inspection_issue', 'hazard', 'public_report', 'key_task', 'accident_investigation'] as const;
  const statuses = ['assigned', 'in_progress', 'dept_review', 'pending_review', 'pending_acceptance'] as const;
  const leads = [units.chemicals, units.relief, units.town, units.office, null];
  const handlers = ['handler', 'handler3', 'stats', 'admin', null];
  for (const [index, kind] of kinds.entries()) {
    for (const [at, status] of statuses.entries()) {
      const handler = handlers[(index + at) % 5];
      await stage.ticket({
        kind,
        status,
        dueOn: index % 2 ? null : '2022-06-30',
        submittedOn: '2022-06-27',
        level: at % 2 ? 'major' : null,
        confidential: (index + at) % 2 === 0,
        leadUnitId: leads[(index * 2 + at) % 5],
        handlerId: handler ? people[handler] : null,
      });
    }
  }
  await stage.rows(`update reminder_rule set enabled = true, audience = case code
    when 'review_waiting_7' then '{reviewer,handler,head,deputy,chief,coordinator}' else '{handler,head,deputy,chief,coordinator}' end::text[]`);
  const { messages } = await stage.on('2022-07-04').reminders.plan('2022-07-04');
  expect(messages.length).toBeGreaterThan(40);
  for (const username of new Set(messages.map((message) => message.username))) {
    const { actor } = (await findActor(stage.db, people[username]!, '2022-07-04'))!;
    const params = new SqlParameters();
    const visible = await select<{ no: string }>(
      stage.db,
      `select no from ticket t where ${visibleTickets(actor, params)}`,
      params.values,
    );
    const seen = new Set(visible.map(({ no }) => no));
    const told = messages.filter((message) => message.username === username).flatMap(({ tickets }) => tickets);
    expect({ username, hidden: told.filter((no) => !seen.has(no)) }).toEqual({ username, hidden: [] });
  }
});
