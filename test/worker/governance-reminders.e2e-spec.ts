import { newId } from '@xiaohao/database';
import { appendEvents, lockChains } from '@xiaohao/tickets';
import { systemActor } from '@xiaohao/org';
import { linesOf, openReminderStage, type ReminderStage } from '../support/reminder-stage.js';

let stage: ReminderStage;
beforeAll(async () => {
  stage = await openReminderStage();
});
afterEach(() => stage.clear());
afterAll(() => stage.close());

const plan = async (day: string) => linesOf(await stage.on(day).reminders.plan(day));
const messages = () =>
  stage.rows<{ username: string; subject: string; text: string }>(
    `select p.username, m.subject, m.body::text as text from message m join person p on p.id = m.person_id order by p.username, m.id`,
  );
const usernames = async () => (await messages()).map(({ username }) => username);

/** A ticket far from its own deadline, so that only what governs it speaks. */
const quiet = (facts: object = {}) => stage.ticket({ dueOn: '2022-12-30', ...facts });

async function instruct(ticketId: string, { addressee = 'handler', dueOn = '2022-07-12' } = {}): Promise<string> {
  const id = newId();
  await stage.rows(
    `insert into instruction (id, ticket_id, text, addressee, due_on, given_by, given_on)
     values ($1, $2, '请拿出方案', $3, $4, $5, '2022-07-01')`,
    [id, ticketId, addressee, dueOn, stage.bureau.people['deputy']],
  );
  return id;
}

async function spread(ticketId: string, units: readonly ('relief' | 'town' | 'bureau')[], dueOn = '2022-07-12') {
  const id = newId();
  await stage.rows(
    `insert into spread (id, no, ticket_id, question, due_on, created_by, created_on)
     values ($1, $2, $3, '台账是否更新', $4, $5, '2022-07-01')`,
    [id, `JY-2022-${id.slice(-4)}`, ticketId, dueOn, stage.bureau.people['inspection']],
  );
  for (const unit of units) {
    await stage.rows('insert into spread_answer (id, spread_id, unit_id) values ($1, $2, $3)', [
      newId(),
      id,
      stage.bureau.units[unit],
    ]);
  }
  return { id, no: `JY-2022-${id.slice(-4)}` };
}

describe('the day to look again', () => {
  it.each([
    ['suspended', ['inspection suspension_review']],
    ['ongoing', ['head ongoing_review', 'inspection ongoing_review']],
  ] as const)('of a ticket %s is told to %j', async (status, told) => {
    const { id, no } = await quiet({ status });
    await stage.rows(`update ticket set review_on = '2022-07-12' where id = $1`, [id]);
    expect(await plan('2022-07-11')).toEqual([]);
    expect(await plan('2022-07-12')).toEqual(told.map((line) => `${line}: ${no}`));
  });

  it('is told again a week later when nobody looked, to the deputy too', async () => {
    const { id, no } = await quiet({ status: 'ongoing' });
    await stage.rows(`update ticket set review_on = '2022-07-12' where id = $1`, [id]);
    expect(await plan('2022-07-19')).toEqual([`deputy review_late_7: ${no}`, `inspection review_late_7: ${no}`]);
    await stage.rows(`update ticket set review_on = '2022-10-12' where id = $1`, [id]);
    expect(await plan('2022-07-19')).toEqual([]);
  });

  it('says nothing of a ticket that is cancelled or back at work', async () => {
    for (const status of ['cancelled', 'in_progress', 'closed'] as const) {
      const { id } = await quiet({ status });
      await stage.rows(`update ticket set review_on = '2022-07-12' where id = $1`, [id]);
    }
    expect(await plan('2022-07-12')).toEqual([]);
  });

  it('is told once, and dropped from a mail where somebody looked before it left', async () => {
    const { id } = await quiet({ status: 'suspended' });
    await stage.rows(`update ticket set review_on = '2022-07-12' where id = $1`, [id]);
    const process = stage.on('2022-07-12');
    await Promise.all([process.reminders.run('2022-07-12'), stage.on('2022-07-12').reminders.run('2022-07-12')]);
    expect(await usernames()).toEqual(['inspection']);
    await stage.rows(`update ticket set review_on = '2022-08-12' where id = $1`, [id]);
    await stage.sendAll(process);
    const [mail] = await stage.rows<{ status: string; failure: string }>(
      `select status, failure from delivery where channel = 'mail'`,
    );
    expect(mail).toEqual({ status: 'dropped', failure: '发送前时限已变更' });
    expect(await stage.rows(`select dropped from reminder_occurrence`)).toEqual([{ dropped: '发送前时限已变更' }]);
  });
});

describe('a leader’s instruction', () => {
  it('reminds who has to answer, then the leader too', async () => {
    const { id, no } = await quiet();
    await instruct(id);
    expect(await plan('2022-07-11')).toEqual([`handler instruction_in_1: ${no}`]);
    expect(await plan('2022-07-12')).toEqual([]);
    expect(await plan('2022-07-13')).toEqual([`deputy instruction_late_1: ${no}`, `handler instruction_late_1: ${no}`]);
    expect(await plan('2022-07-19')).toEqual([`deputy instruction_late_7: ${no}`, `handler instruction_late_7: ${no}`]);
  });

  it('goes to the head where there is no handler, to the office where it is addressed so', async () => {
    const { id, no } = await quiet({ handlerId: null });
    await instruct(id);
    await instruct(id, { addressee: 'coordinator' });
    expect(await plan('2022-07-11')).toEqual([`head instruction_in_1: ${no}`, `inspection instruction_in_1: ${no}`]);
  });

  it('is silent once answered, and with a ticket that is closed or cancelled', async () => {
    const answered = await quiet();
    const instruction = await instruct(answered.id);
    await stage.rows(
      `update instruction set answer = '已办', answered_on = '2022-07-10', answered_by = $2 where id = $1`,
      [instruction, stage.bureau.people['handler']],
    );
    for (const status of ['closed', 'cancelled'] as const) await instruct((await quiet({ status })).id);
    expect(await plan('2022-07-13')).toEqual([]);
  });

  it('is told once however often the sweep runs; two on one ticket are two', async () => {
    const { id, no } = await quiet();
    await instruct(id);
    await instruct(id);
    const workers = Array.from({ length: 3 }, () => stage.on('2022-07-13'));
    await Promise.all(workers.map((worker) => worker.reminders.run('2022-07-13')));
    expect(await usernames()).toEqual(['deputy', 'handler']);
    const [first] = await messages();
    expect(first!.text.split(no)).toHaveLength(3);
    const occurrences = await stage.rows(`select 1 from reminder_occurrence where subject_type = 'instruction'`);
    expect(occurrences).toHaveLength(4);
  });

  it('of a confidential ticket says its number alone', async () => {
    const { id, no } = await quiet({ confidential: true });
    await instruct(id);
    await stage.on('2022-07-11').reminders.run('2022-07-11');
    const [first] = await messages();
    expect(first!.text).toContain(no);
    expect(first!.text).not.toContain('请拿出方案');
  });

  it('answered between sweep and mail falls out of the mail, the other one stays', async () => {
    const { id, no } = await quiet();
    const [first] = [await instruct(id), await instruct(id, { dueOn: '2022-07-12' })];
    const process = stage.on('2022-07-11');
    await process.reminders.run('2022-07-11');
    const answer = `update instruction set answer = '已办', answered_on = '2022-07-11', answered_by = $2 where id = $1`;
    await stage.rows(answer, [first, stage.bureau.people['handler']]);
    await stage.sendAll(process);
    const [mail] = await stage.rows<{ body: string }>('select body from captured_mail');
    expect(mail!.body.split(no)).toHaveLength(2);
    const dropped = await stage.rows('select dropped from reminder_occurrence where dropped is not null');
    expect(dropped).toEqual([{ dropped: '发送前已答复' }]);
  });

  it('answered before its only mail leaves is not sent at all', async () => {
    const { id } = await quiet();
    const only = await instruct(id);
    const process = stage.on('2022-07-11');
    await process.reminders.run('2022-07-11');
    await stage.rows(
      `update instruction set answer = '已办', answered_on = '2022-07-11', answered_by = $2 where id = $1`,
      [only, stage.bureau.people['handler']],
    );
    await stage.sendAll(process);
    expect(await stage.rows(`select status, failure from delivery where channel = 'mail'`)).toEqual([
      { status: 'dropped', failure: '发送前已答复' },
    ]);
  });
});

describe('a check of sister units', () => {
  it('reminds the head of each unit that has not answered, with the question and without the ticket', async () => {
    const { id, no } = await quiet({ title: '别家不该知道的事' });
    const asked = await spread(id, ['relief', 'town']);
    expect(await plan('2022-07-09')).toEqual([]);
    // Three days before is a Saturday: it goes out on Monday.
    expect(await plan('2022-07-11')).toEqual([`clerk spread_in_3: ${asked.no}`, `head2 spread_in_3: ${asked.no}`]);
    await stage.on('2022-07-13').reminders.run('2022-07-13');
    expect(await usernames()).toEqual(['clerk', 'head2']);
    for (const { text } of await messages()) {
      expect(text).toContain('台账是否更新');
      expect(text).toContain('/checks');
      expect(text).not.toContain(no);
      expect(text).not.toContain('别家不该知道的事');
    }
  });

  it('is silent for a unit that answered; a week late the asker is told as well', async () => {
    const { id } = await quiet();
    const asked = await spread(id, ['relief', 'town']);
    await stage.rows(
      `update spread_answer set found = 0, text = '无', answered_on = '2022-07-08', answered_by = $2 where unit_id = $1`,
      [stage.bureau.units.relief, stage.bureau.people['head2']],
    );
    expect(await plan('2022-07-13')).toEqual([`clerk spread_late_1: ${asked.no}`]);
    expect(await plan('2022-07-19')).toEqual([
      `clerk spread_late_7: ${asked.no}`,
      `inspection spread_late_7: ${asked.no}`,
    ]);
  });

  it('of a unit without a head is the coordinator’s to chase', async () => {
    const { id } = await quiet();
    const asked = await spread(id, ['bureau']);
    expect(await plan('2022-07-13')).toEqual([`inspection spread_late_1: ${asked.no}`]);
  });

  it('answered between sweep and mail is not sent', async () => {
    const { id } = await quiet();
    await spread(id, ['relief']);
    const process = stage.on('2022-07-13');
    await process.reminders.run('2022-07-13');
    await stage.rows(`update spread_answer set found = 0, text = '无', answered_on = '2022-07-13', answered_by = $1`, [
      stage.bureau.people['head2'],
    ]);
    await stage.sendAll(process);
    expect(await stage.rows(`select status, failure from delivery where channel = 'mail'`)).toEqual([
      { status: 'dropped', failure: '发送前已答复' },
    ]);
  });
});

describe('at once', () => {
  const tell = async (ticketId: string, action: string, payload: Record<string, unknown>, by = 'deputy') => {
    const seqs = await stage.db.transaction(async (tx) =>
      appendEvents(
        tx,
        { ...systemActor, personId: stage.bureau.people[by]!, name: by },
        await lockChains(tx, [ticketId]),
        { action, payloadOf: () => payload },
        new Date(),
      ),
    );
    await stage.on('2022-07-04').reminders.tellOfChange({ ticketId, seq: seqs.get(ticketId)! });
  };

  it('who is addressed hears of the instruction, and the leader of the answer', async () => {
    const { id, no } = await quiet();
    const instructionId = await instruct(id);
    await tell(id, 'instruct', { instructionId, addressee: 'handler', text: '请拿出方案' });
    expect((await messages()).map(({ username, subject }) => [username, subject])).toEqual([['handler', `${no} 批示`]]);
    await tell(id, 'instruction_answer', { instructionId, text: '已报' }, 'handler');
    expect(await usernames()).toEqual(['deputy', 'handler']);
  });

  it('the heads of the units asked hear of the check', async () => {
    const { id, no } = await quiet();
    const asked = await spread(id, ['relief', 'town']);
    await tell(id, 'spread', { spreadId: asked.id, spreadNo: asked.no, text: '台账是否更新', answerBy: '2022-07-12' });
    expect(await usernames()).toEqual(['clerk', 'head2']);
    for (const { text, subject } of await messages()) {
      expect(subject).toBe(`${asked.no} 部署举一反三`);
      expect(text).not.toContain(no);
    }
  });
});
