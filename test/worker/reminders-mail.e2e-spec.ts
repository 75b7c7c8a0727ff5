import { openReminderStage, type ReminderParts, type ReminderStage } from '../support/reminder-stage.js';
import { openSmtpSink, refusal, type SmtpSink } from '../support/smtp-sink.js';

let stage: ReminderStage;
let sink: SmtpSink;
beforeAll(async () => {
  stage = await openReminderStage();
});
beforeEach(async () => {
  sink = await openSmtpSink();
});
afterEach(async () => {
  await stage.clear();
  await sink.close();
});
afterAll(() => stage.close());

const day = '2022-07-06';
const worker = (options: { smtpUrl?: string | null } = {}) => stage.on(day, { smtpUrl: sink.url, ...options });
const deliveries = (where = 'true') =>
  stage.rows<{ username: string; status: string; attempts: number; failure: string | null; address: string | null }>(
    `select p.username, d.status, d.attempts, d.failure, d.address from delivery d join message m on m.id = d.message_id
     join person p on p.id = m.person_id where d.channel = 'mail' and ${where} order by p.username`,
  );
const runDay = async (parts: ReminderParts, on = day) => parts.reminders.run(on);

it('sends each person one mail with all of theirs, in Chinese, and notes it', async () => {
  const tickets = [await stage.ticket({ dueOn: '2022-07-07' }), await stage.ticket({ dueOn: '2022-07-05' })];
  const process = worker();
  await runDay(process);
  await stage.sendAll(process);
  expect(sink.mails.map(({ to }) => to).sort()).toEqual(['handler@test.invalid', 'head@test.invalid']);
  const [mail] = sink.mailsTo('handler@test.invalid');
  expect(mail!.subject).toBe('【销号】1 件事项逾期，另有 1 件催办提醒');
  for (const { no } of tickets) expect(mail!.text).toContain(no);
  expect(mail!.text).toContain('隐患台账更新不及时（7月5日到期，逾期 1 天，承办甲）');
  expect(mail!.raw).toContain('Auto-Submitted: auto-generated');
  expect(await deliveries()).toEqual([
    { username: 'handler', status: 'sent', attempts: 1, failure: null, address: 'handler@test.invalid' },
    { username: 'head', status: 'sent', attempts: 1, failure: null, address: 'head@test.invalid' },
  ]);
});

it('two workers at once send each mail once', async () => {
  for (let index = 0; index < 30; index += 1) {
    await stage.rows(
      `with p as (insert into person (id, username, name, email)
         values (gen_random_uuid(), 'many' || $1, '承办' || $1, 'many' || $1 || '@test.invalid') returning id)
       insert into post (id, person_id, unit_id, role, from_on) select gen_random_uuid(), id, $2, 'handler', '2020-01-01' from p`,
      [index, stage.bureau.units.chemicals],
    );
    const [person] = await stage.rows<{ id: string }>('select id from person where username = $1', [`many${index}`]);
    await stage.ticket({ dueOn: '2022-07-07', handlerId: person!.id });
  }
  const workers = [worker(), worker()];
  await runDay(workers[0]!);
  await Promise.all(workers.map((each) => stage.sendAll(each)));
  expect(sink.mails).toHaveLength(31);
  expect(new Set(sink.mails.map(({ to }) => to)).size).toBe(31);
});

it('a crash between the server’s 250 and our commit repeats that mail alone, with the same Message-ID', async () => {
  await stage.ticket({ dueOn: '2022-07-07' });
  const dying = worker();
  await runDay(dying);
  let killed = false;
  sink.beforeAnswer = async () => {
    if (killed) return;
    killed = true;
    // The sender's connection dies with its transaction; the mail server has taken the mail all the same.
    await stage.rows(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where datname = current_database() and pid <> pg_backend_pid() and state = 'idle in transaction'`,
    );
  };
  await expect(stage.sendAll(dying)).rejects.toThrow();
  expect(await deliveries(`d.status = 'queued'`)).toHaveLength(2);
  await stage.sendAll(worker());
  expect(await deliveries(`d.status = 'sent'`)).toHaveLength(2);
  const ids = sink.mailsTo('handler@test.invalid').map(({ messageId }) => messageId);
  expect(ids.length).toBeGreaterThan(1);
  expect(new Set(ids).size).toBe(1);
  expect(ids[0]).toMatch(/^<[0-9a-f-]{36}@bureau\.invalid>$/);
  const total = sink.mails.length;
  await stage.sendAll(worker());
  expect(sink.mails).toHaveLength(total);
});

it('tries again what the server could not take now, and keeps the reason', async () => {
  await stage.ticket({ dueOn: '2022-07-07' });
  const process = worker();
  await runDay(process);
  sink.beforeAnswer = ({ to }) => {
    if (to.startsWith('handler')) throw refusal(451, 'greylisted, come back later');
  };
  await expect(stage.sendAll(process)).rejects.toMatchObject({ code: 'deliveriesPending' });
  expect(await deliveries(`p.username = 'handler'`)).toMatchObject([
    { status: 'queued', attempts: 1, failure: expect.stringContaining('greylisted') },
  ]);
  sink.beforeAnswer = () => {};
  await stage.sendAll(process);
  expect(await deliveries(`p.username = 'handler'`)).toMatchObject([{ status: 'sent', attempts: 2, failure: null }]);
  expect(sink.mailsTo('head@test.invalid')).toHaveLength(1);
});

it('fails for good when the server refuses for good, and may be tried again by hand', async () => {
  await stage.ticket({ dueOn: '2022-07-07' });
  const process = worker();
  await runDay(process);
  sink.beforeAnswer = ({ to }) => {
    if (to.startsWith('handler')) throw refusal(550, 'no such mailbox');
  };
  await stage.sendAll(process);
  expect(await deliveries(`p.username = 'handler'`)).toMatchObject([
    { status: 'failed', attempts: 1, failure: expect.stringContaining('no such mailbox') },
  ]);
  sink.beforeAnswer = () => {};
  const [failed] = await stage.rows<{ id: string }>(`select id from delivery where status = 'failed'`);
  await process.deliveries.retry(failed!.id);
  await expect(process.deliveries.retry(failed!.id)).rejects.toMatchObject({ code: 'notFound' });
  expect(await stage.rows(`select 1 from outbox where job = 'message.send'`)).toHaveLength(2);
  await stage.sendAll(process);
  expect(sink.mailsTo('handler@test.invalid')).toHaveLength(1);
});

it('gives up after eight attempts', async () => {
  await stage.ticket({ dueOn: '2022-07-07' });
  const process = worker();
  await runDay(process);
  sink.beforeAnswer = () => {
    throw refusal(451, 'never now');
  };
  for (let attempt = 1; attempt < 8; attempt += 1) await expect(stage.sendAll(process)).rejects.toThrow();
  await stage.sendAll(process);
  expect(await deliveries()).toMatchObject([
    { status: 'failed', attempts: 8 },
    { status: 'failed', attempts: 8 },
  ]);
});

it('a mail server that is down costs no mail its attempts and ends the batch at once', async () => {
  for (let index = 0; index < 12; index += 1) {
    await stage.ticket({ dueOn: '2022-07-07', handlerId: null, leadUnitId: null, kind: 'hazard' });
  }
  await stage.ticket({ dueOn: '2022-07-07' });
  const { url } = sink;
  await sink.close();
  const cut = worker({ smtpUrl: url });
  await runDay(cut);
  for (let attempt = 0; attempt < 9; attempt += 1) {
    await expect(stage.sendAll(cut)).rejects.toMatchObject({ code: 'deliveriesPending' });
  }
  expect(await deliveries()).toMatchObject([
    { username: 'handler', status: 'queued', attempts: 0, failure: expect.stringContaining('ECONNREFUSED') },
    { username: 'head', status: 'queued', attempts: 0 },
    { username: 'safety', status: 'queued', attempts: 0 },
  ]);
  sink = await openSmtpSink(Number(new URL(url).port));
  await stage.sendAll(cut);
  expect(sink.mails).toHaveLength(3);
});

it('puts mails whose jobs were lost back to work at the next sweep', async () => {
  await stage.ticket({ dueOn: '2022-07-07' });
  await runDay(worker());
  await stage.rows(`update delivery set created_at = now() - interval '2 hours'`);
  await stage.rows('delete from outbox');
  await runDay(worker());
  const jobs = await stage.rows<{ payload: { deliveryIds: string[] } }>('select payload from outbox');
  expect(jobs.flatMap(({ payload }) => payload.deliveryIds)).toHaveLength(2);
});

describe('between planning and sending', () => {
  const sendAfter = async (change: string, more: { keep?: boolean } = {}) => {
    const { id } = await stage.ticket({ dueOn: '2022-07-07' });
    if (more.keep) await stage.ticket({ dueOn: '2022-07-07', title: '仍需提醒的问题' });
    const process = worker();
    await runDay(process);
    await stage.rows(change, [id]);
    await stage.sendAll(process);
  };

  it.each([
    [
      'closed',
      `update ticket set status = 'closed', closed_on = '2022-07-06' where id = $1`,
      '发送前事项已报结、办结或撤销',
    ],
    ['reported done', `update ticket set status = 'dept_review' where id = $1`, '发送前事项已报结、办结或撤销'],
    ['extended', `update ticket set due_on = '2022-08-01' where id = $1`, '发送前时限已变更'],
    [
      'reopened as a new round',
      `update ticket set round = 2, assigned_on = '2022-07-06' where id = $1`,
      '发送前时限已变更',
    ],
  ])('a ticket that was %s is not chased any more', async (_, change, reason) => {
    await sendAfter(change);
    expect(sink.mails).toEqual([]);
    expect(await deliveries()).toMatchObject([
      { status: 'dropped', attempts: 0, failure: reason },
      { status: 'dropped', attempts: 0, failure: reason },
    ]);
    const dropped = await stage.rows<{ dropped: string }>('select dropped from reminder_occurrence');
    expect(dropped.map((row) => row.dropped)).toEqual([reason, reason]);
  });

  it('a ticket that was reassigned is not told to the former handler', async () => {
    const { handler2 } = stage.bureau.people;
    await sendAfter(`update ticket set handler_id = '${handler2}' where id = $1`);
    expect(sink.mails.map(({ to }) => to)).toEqual(['head@test.invalid']);
    expect(await deliveries(`p.username = 'handler'`)).toMatchObject([
      { status: 'dropped', failure: '发送前已改派他人' },
    ]);
  });

  it('what still holds is sent without the rest, and the inbox says the same', async () => {
    await sendAfter(`update ticket set status = 'closed' where id = $1`, { keep: true });
    const [mail] = sink.mailsTo('handler@test.invalid');
    expect(mail!.text).toContain('仍需提醒的问题');
    expect(mail!.text).not.toContain('隐患台账更新不及时');
    expect(mail!.subject).toBe('【销号】1 件事项催办提醒');
    expect(await stage.rows(`select distinct subject from message`)).toEqual([{ subject: '1 件事项催办提醒' }]);
  });

  it('a weekly notice loses what is settled and goes out with the rest', async () => {
    const gone = await stage.ticket({ dueOn: '2022-06-01' });
    const left = await stage.ticket({ dueOn: '2022-06-02' });
    const process = stage.on('2022-07-04', { smtpUrl: sink.url });
    await runDay(process, '2022-07-04');
    await stage.rows(`update ticket set status = 'pending_review' where id = $1`, [gone.id]);
    await stage.sendAll(process);
    expect(sink.mails).toHaveLength(4);
    for (const { text } of sink.mails) expect(text).not.toContain(gone.no);
    expect(sink.mailsTo('chief@test.invalid')[0]!.text).toContain('危化科（1 件）');
    expect(sink.mailsTo('head@test.invalid')[0]!.text).toContain(left.no);
  });
});

describe('who can be written to', () => {
  it.each([null, '', 'no-address', 'two@test.invalid, three@test.invalid', 'a@test.invalid\r\nBcc: evil@test.invalid'])(
    'an address like %j is dropped with the reason, the inbox has the message',
    async (email) => {
      await stage.rows(`update person set email = $1 where username = 'handler'`, [email]);
      await stage.ticket({ dueOn: '2022-07-07' });
      const process = worker();
      await runDay(process);
      await stage.sendAll(process);
      expect(sink.mails.map(({ to }) => to)).toEqual(['head@test.invalid']);
      expect(await deliveries(`p.username = 'handler'`)).toMatchObject([
        { status: 'dropped', failure: '没有可用的邮箱地址' },
      ]);
      const { messages } = await process.reminders.plan(day);
      expect(messages.map(({ username, channel, sent }) => `${username} ${channel} ${sent}`).sort()).toEqual([
        'handler inbox true',
        'head inbox true',
        'head mail true',
      ]);
      await stage.rows(`update person set email = 'handler@test.invalid' where username = 'handler'`);
    },
  );

  it('a person disabled after planning gets no mail', async () => {
    await stage.ticket({ dueOn: '2022-07-07' });
    const process = worker();
    await runDay(process);
    await stage.rows(`update person set disabled_at = now() where username = 'handler'`);
    await stage.sendAll(process);
    expect(sink.mails.map(({ to }) => to)).toEqual(['head@test.invalid']);
    await stage.rows(`update person set disabled_at = null where username = 'handler'`);
  });
});

it('nothing people type becomes markup or a header', async () => {
  const title = '</td><script>alert(1)</script>\r\nBcc: evil@test.invalid\r\n\r\n正文';
  await stage.rows(`update person set name = E'承办\\r\\nBcc: evil2@test.invalid' where username = 'handler'`);
  await stage.ticket({ dueOn: '2022-07-07', title });
  const process = worker();
  await runDay(process);
  await stage.sendAll(process);
  await stage.rows(`update person set name = '承办甲' where username = 'handler'`);
  expect(sink.mails.map(({ to }) => to).sort()).toEqual(['handler@test.invalid', 'head@test.invalid']);
  for (const { raw, text, html } of sink.mails) {
    expect(raw.split('\r\n\r\n')[0]).not.toMatch(/^Bcc:/im);
    expect(text).toContain('</td><script>alert(1)</script> Bcc: evil@test.invalid 正文');
    expect(html).not.toContain('<script>');
    expect(html).toContain('&lt;/td&gt;&lt;script&gt;alert(1)&lt;/script&gt;');
  }
});

it('a confidential ticket travels by its number alone', async () => {
  const { no } = await stage.ticket({ dueOn: '2022-07-07', title: '涉密字样不得外发', confidential: true });
  const process = worker();
  await runDay(process);
  await stage.sendAll(process);
  for (const { text } of sink.mails) {
    expect(text).toContain(no);
    expect(text).not.toContain('涉密字样不得外发');
  }
});

it('without a mail server mails are captured, each once', async () => {
  await stage.ticket({ dueOn: '2022-07-07' });
  const process = worker({ smtpUrl: null });
  await runDay(process);
  await stage.sendAll(process);
  await stage.sendAll(process);
  const captured = await stage.rows<{ recipient: string; subject: string; body: string }>(
    'select recipient, subject, body from captured_mail order by recipient',
  );
  expect(captured.map(({ recipient }) => recipient)).toEqual(['handler@test.invalid', 'head@test.invalid']);
  expect(captured[0]!.body).toContain('隐患台账更新不及时');
  expect(sink.mails).toEqual([]);
  expect(await deliveries(`d.status = 'sent'`)).toHaveLength(2);
});

it('the command line sends at once and then lists everything as sent', async () => {
  await stage.ticket({ dueOn: '2022-07-07' });
  const process = worker();
  await process.reminders.runAndSend(day);
  expect(sink.mails).toHaveLength(2);
  const { date, messages } = await process.reminders.plan(day);
  expect(date).toBe(day);
  expect(messages).toHaveLength(4);
  expect(messages.every(({ sent }) => sent)).toBe(true);
  await process.reminders.runAndSend(day);
  expect(sink.mails).toHaveLength(2);
});
