import { CalendarService, Clock } from '@xiaohao/calendar';
import { newId } from '@xiaohao/database';
import { seedIndicators, MissingFilingsService } from '@xiaohao/indicators';
import { FilingUrgeService } from '@xiaohao/reminders';
import { linesOf, openReminderStage, type ReminderStage } from '../support/reminder-stage.js';

let stage: ReminderStage;
beforeAll(async () => {
  stage = await openReminderStage();
  await stage.owner.transaction((tx) => seedIndicators(tx));
});
afterEach(async () => {
  await stage.clear();
  await stage.owner.query('truncate indicator_filing, indicator_filing_history, filing_duty cascade');
});
afterAll(() => stage.close());

type Unit = 'chemicals' | 'relief' | 'town';

async function file(unit: Unit, period: string, key = 'drills', status = 'submitted') {
  await stage.rows(
    `insert into indicator_filing (id, key, unit_id, period, value, status) values ($1, $2, $3, $4, 7, $5)
     on conflict (key, unit_id, period) do update set status = excluded.status`,
    [newId(), key, stage.bureau.units[unit], period, status],
  );
}
const plan = async (day: string) => linesOf(await stage.on(day).reminders.plan(day));
const subjects = () =>
  stage.rows<{ username: string; rule: string; subject: string; body: string }>(
    `select p.username, m.rule_code as rule, m.subject, m.body::text as body from message m
     join person p on p.id = m.person_id order by p.username, m.id`,
  );

/** The first half of 2022 is due on Thursday 7 July, the fifth working day. */
describe('what is to be filed', () => {
  it('is told to those who file for the unit three days before and after, by working days', async () => {
    await file('chemicals', '2021H2');
    await file('relief', '2021H2');
    expect(await plan('2022-07-01')).toEqual([]);
    expect(await plan('2022-07-04')).toEqual([
      'head filing_in_3: 2022H1',
      'head2 filing_in_3: 2022H1',
      'stats filing_in_3: 2022H1',
    ]);
    expect(await plan('2022-07-08')).toEqual([
      'head filing_late_1: 2022H1',
      'head2 filing_late_1: 2022H1',
      'stats filing_late_1: 2022H1',
    ]);
    // Tuesday the 12th: who collects hears of it too.
    expect(await plan('2022-07-12')).toContain('office filing_late_5: 2022H1');
  });

  it('is told of a period whose day lies before a holiday on the first working day after it', async () => {
    await file('chemicals', '2022Q2');
    // 国庆节 lasts to the 7th, the 8th and 9th are worked: the third quarter is due on 12 October.
    const days = ['2022-10-08', '2022-10-09', '2022-10-10'];
    const told = await Promise.all(days.map(plan));
    expect(told).toEqual([[], ['head filing_in_3: 2022Q3'], []]);
  });

  it('is told once, however often the sweep runs, and names what is missing', async () => {
    await file('chemicals', '2021H2');
    await file('chemicals', '2021H2', 'publicity_events');
    const parts = stage.on('2022-07-04');
    await parts.reminders.run('2022-07-04');
    await parts.reminders.run('2022-07-04');
    const told = await subjects();
    expect(told.map(({ username, rule, subject }) => [username, rule, subject])).toEqual([
      ['head', 'filing_in_3', '有数据待填报'],
    ]);
    expect(told[0]!.body).toContain('2022年上半年：安全宣传活动、事故应急演练（2 项）');
    expect(await plan('2022-07-04')).toEqual(['head filing_in_3: 2022H1']);
  });

  it('is not told where it was submitted, returned is as not filed', async () => {
    await file('chemicals', '2021H2');
    await file('relief', '2021H2');
    await file('chemicals', '2022H1');
    await file('relief', '2022H1', 'drills', 'returned');
    expect(await plan('2022-07-04')).toEqual(['head2 filing_in_3: 2022H1', 'stats filing_in_3: 2022H1']);
  });

  it('drops out of a mail when it was filed before that left', async () => {
    await file('chemicals', '2021H2');
    const parts = stage.on('2022-07-04');
    await parts.reminders.run('2022-07-04');
    await file('chemicals', '2022H1');
    await stage.sendAll(parts);
    const [mail] = await stage.rows<{ status: string; failure: string }>(
      `select status, failure from delivery where channel = 'mail'`,
    );
    expect(mail).toMatchObject({ status: 'dropped', failure: '发送前已填报' });
  });

  it('can be switched off as any rule', async () => {
    await file('chemicals', '2021H2');
    await stage.rows(`update reminder_rule set enabled = false where code = 'filing_in_3'`);
    expect(await plan('2022-07-04')).toEqual([]);
  });
});

describe('urging', () => {
  function urging(today: string) {
    const { db, notices } = stage.on(today);
    const clock = new Clock({ today });
    const calendar = new CalendarService(db);
    return new FilingUrgeService(db, clock, calendar, notices, new MissingFilingsService(db, clock, calendar));
  }

  it('tells everybody who has not filed once a day, however often it is clicked', async () => {
    await file('chemicals', '2021H2');
    await file('town', '2021H2');
    const answers = await Promise.all([1, 2, 3].map(() => urging('2022-07-05').urge('2022H1', null)));
    expect(answers.map(({ messages }) => messages).sort()).toEqual([0, 0, 2]);
    expect((await subjects()).map(({ username, rule }) => `${username} ${rule}`)).toEqual([
      'clerk filing_urge',
      'head filing_urge',
    ]);
    expect((await urging('2022-07-06').urge('2022H1', [stage.bureau.units.town])).messages).toBe(1);
    expect(await plan('2022-07-06')).toEqual(['clerk filing_urge: 2022H1']);
  });

  it('names units for which nobody files, and tells nobody on a day off', async () => {
    await file('town', '2021H2');
    await stage.rows(`update post set to_on = '2022-01-01' where unit_id = $1`, [stage.bureau.units.town]);
    expect(await urging('2022-07-05').urge('2022H1', null)).toEqual({ messages: 0, unreached: ['云栖镇'] });
    await stage.rows('update post set to_on = null where unit_id = $1', [stage.bureau.units.town]);
    await expect(urging('2022-07-03').urge('2022H1', null)).rejects.toMatchObject({ code: 'dayOff' });
  });
});
