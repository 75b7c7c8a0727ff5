import { DataSource } from 'typeorm';
import { CalendarService, Clock } from '@xiaohao/calendar';
import { applicationDataSource, execute, select } from '@xiaohao/database';
import { JobQueue } from '@xiaohao/jobs';
import { DeliveryService, MailTransport, NoticeService } from '@xiaohao/notices';
import { systemActor } from '@xiaohao/org';
import { ReminderService, seedReminderRules } from '@xiaohao/reminders';
import { createTickets, type NewTicket } from '@xiaohao/tickets';
import { bootApi, type TestApi } from '../support/boot-api.js';

const today = '2026-07-06';
const someId = '01234567-0123-7123-8123-0123456789ab';
const config = { smtpUrl: null, smtpFrom: 'xiaohao@test.invalid', publicUrl: 'http://test.invalid' };

let api: TestApi;
let db: DataSource;
let reminders: ReminderService;
let open: { id: string; no: string };
let confidential: { id: string; no: string };
let relief: { id: string; no: string };
let hazard: { id: string; no: string };

function draft(more: Partial<NewTicket>): NewTicket {
  const { units, people } = api.bureau;
  return {
    kind: 'inspection_issue',
    title: '台账更新不及时',
    status: 'in_progress',
    leadUnitId: units.chemicals,
    handlerId: people['handler'],
    deadline: { kind: 'date', dueOn: '2026-06-20', ongoing: false },
    raisedOn: '2026-01-10',
    ...more,
  };
}

/** Monday: four overdue tickets, told by the weekly notice and sent. */
beforeAll(async () => {
  api = await bootApi(today);
  await seedReminderRules(api.owner);
  db = await applicationDataSource({ databaseUrl: api.appUrl }).initialize();
  const drafts = [
    draft({}),
    draft({ confidential: true, title: '保密事项' }),
    draft({ leadUnitId: api.bureau.units.relief, handlerId: api.bureau.people['handler3'] }),
    draft({ kind: 'hazard', level: 'general' }),
  ];
  const created = await db.transaction((tx) => createTickets(tx, systemActor, drafts, { today, at: new Date() }));
  [open, confidential, relief, hazard] = created as [typeof open, typeof open, typeof open, typeof open];
  const clock = new Clock({ today });
  const notices = new NoticeService(db, config, new JobQueue());
  const deliveries = new DeliveryService(db, config, clock, new MailTransport(config), notices);
  reminders = new ReminderService(db, clock, new CalendarService(db), notices, deliveries);
  await reminders.runAndSend(today);
});
afterAll(async () => {
  await db.destroy();
  await api.stop();
});

describe('the inbox', () => {
  it('shows each person theirs, with what is unread', async () => {
    const { status, body } = await api.as('handler').get('/api/notices');
    expect(status).toBe(200);
    expect(body).toMatchObject({ unread: 1, nextCursor: null });
    expect(body.items).toMatchObject([
      { ruleCode: 'weekly_overdue', forOn: today, ticketCount: 3, link: '/tickets?overdue=true', readAt: null },
    ]);
    expect((await api.as('office').get('/api/notices')).body).toEqual({ items: [], nextCursor: null, unread: 0 });
  });

  it('keeps somebody else’s message from everybody, in every way', async () => {
    const { items } = (await api.as('handler').get('/api/notices')).body;
    for (const path of [`/api/notices/${items[0].id}`, `/api/notices/${someId}`, '/api/notices/nonsense']) {
      expect(await api.as('chief').get(path)).toMatchObject({ status: 404, body: { code: 'notFound' } });
    }
    for (const action of ['read', 'acknowledge']) {
      expect((await api.as('chief').post(`/api/notices/${items[0].id}/${action}`)).status).toBe(404);
    }
    expect((await api.as('handler').get('/api/notices')).body.unread).toBe(1);
  });

  it('is read and acknowledged once; the first time stays', async () => {
    const handler = api.as('handler');
    const { id } = (await handler.get('/api/notices')).body.items[0];
    expect((await handler.post(`/api/notices/${id}/read`)).status).toBe(204);
    const first = (await handler.get(`/api/notices/${id}`)).body;
    expect(first.readAt).not.toBeNull();
    expect(first.body.blocks[0]).toMatchObject({ form: 'list', rule: 'weekly_overdue' });
    expect((await handler.post(`/api/notices/${id}/acknowledge`)).status).toBe(204);
    expect((await handler.post(`/api/notices/${id}/read`)).status).toBe(204);
    const later = (await handler.get(`/api/notices/${id}`)).body;
    expect(later.readAt).toBe(first.readAt);
    expect(later.acknowledgedAt).not.toBeNull();
    expect((await handler.get('/api/notices?unread=true')).body).toMatchObject({ items: [], unread: 0 });
  });

  it('pages backwards without losing or repeating any', async () => {
    const { people } = api.bureau;
    await db.transaction((tx) =>
      new NoticeService(db, config, new JobQueue()).postMany(
        tx,
        Array.from({ length: 7 }, (_, index) => ({
          personId: people['clerk']!,
          ruleCode: 'test',
          forOn: today,
          subject: `第 ${index} 条`,
          body: { heading: '测试', blocks: [] },
          channels: ['inbox'] as const,
        })),
      ),
    );
    const subjects: string[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const { body } = await api.as('clerk').get(`/api/notices?limit=3${cursor && `&cursor=${cursor}`}`);
      subjects.push(...body.items.map((item: { subject: string }) => item.subject));
      cursor = body.nextCursor;
    }
    expect([...subjects].sort()).toEqual(Array.from({ length: 7 }, (_, index) => `第 ${index} 条`));
    expect((await api.as('clerk').get('/api/notices?cursor=bad')).body.code).toBe('malformed');
    expect((await api.as('clerk').post('/api/notices/read')).status).toBe(204);
    expect((await api.as('clerk').get('/api/notices')).body.unread).toBe(0);
  });
});

describe('the delivery log', () => {
  const log = async (who: string, query = '') =>
    (await api.as(who).get(`/api/deliveries?limit=200${query}`)).body.items;

  it('shows whom a ticket was told to and how it went', async () => {
    const rows = await log('chief', `&ticketId=${relief.id}&channel=mail`);
    expect(rows.map((row: { person: { name: string } }) => row.person.name).sort()).toEqual([
      '分管乙',
      '局长甲',
      '承办丙',
      '科长乙',
    ]);
    expect(rows.every((row: { status: string; on: string }) => row.status === 'sent' && row.on === today)).toBe(true);
  });

  it('counts and names only tickets the viewer may see', async () => {
    const own = (rows: any[]) => rows.find((row) => row.person.name === '承办甲' && row.channel === 'mail');
    expect(own(await log('chief'))).toMatchObject({ ticketCount: 3 });
    const auditors = own(await log('auditor'));
    expect(auditors.ticketCount).toBe(2);
    expect(JSON.stringify(auditors)).not.toContain(confidential.no);
    const safety = own(await log('safety'));
    expect(safety.tickets).toEqual([{ id: hazard.id, no: hazard.no }]);
    expect(await log('safety', `&ticketId=${open.id}`)).toEqual([]);
    expect((await log('deputy2')).map((row: any) => row.person.name)).not.toContain('承办甲');
  });

  it('shows an administrator every delivery and no ticket', async () => {
    const rows = await log('admin');
    const ids = new Set(rows.map((row: any) => row.id));
    const chiefs = await log('chief');
    expect(chiefs.length).toBeGreaterThan(10);
    expect(chiefs.filter((row: any) => !ids.has(row.id))).toEqual([]);
    expect(rows.every((row: any) => row.ticketCount === 0 && row.tickets.length === 0)).toBe(true);
    expect(await log('admin', `&ticketId=${open.id}`)).toEqual([]);
  });

  it('filters by person, status and day, and refuses nonsense', async () => {
    expect(await log('chief', `&personId=${api.bureau.people['head']}`)).toHaveLength(2);
    expect(await log('chief', '&status=failed')).toEqual([]);
    expect(await log('chief', '&on=2026-07-07')).toEqual([]);
    expect((await api.as('chief').get('/api/deliveries?status=lost')).status).toBe(400);
    expect((await api.as('handler').get('/api/deliveries')).status).toBe(403);
  });

  it('a failed mail can be tried again by those who keep the reminders', async () => {
    const [row] = await select<{ id: string }>(
      api.owner,
      `update delivery set status = 'failed', failure = '测试' where id = (select id from delivery where channel = 'mail' limit 1)
       returning id`,
    );
    expect((await api.as('chief').post(`/api/deliveries/${row!.id}/retry`)).status).toBe(403);
    expect((await api.as('supervision').post(`/api/deliveries/${row!.id}/retry`)).status).toBe(204);
    expect((await api.as('supervision').post(`/api/deliveries/${row!.id}/retry`)).status).toBe(404);
    await reminders.sendDeliveries([row!.id]);
  });
});

describe('captured mails', () => {
  it('are listed for the administrator with their bodies masked', async () => {
    const { status, body } = await api.as('admin').get('/api/captured-mails?limit=200');
    expect(status).toBe(200);
    expect(body.items.length).toBeGreaterThan(5);
    expect(body.items.every((mail: any) => mail.masked && mail.body === null && mail.html === null)).toBe(true);
    expect(JSON.stringify(body)).not.toContain(open.no);
  });

  it('are nobody else’s business', async () => {
    for (const who of ['chief', 'auditor', 'handler', 'supervision']) {
      expect((await api.as(who).get('/api/captured-mails')).status).toBe(403);
    }
  });

  it('show the administrator their own', async () => {
    await db.transaction((tx) =>
      new NoticeService(db, config, new JobQueue()).post(tx, {
        personId: api.bureau.people['admin']!,
        ruleCode: 'test',
        forOn: today,
        subject: '给管理员',
        body: { heading: '看得见', blocks: [] },
        channels: ['mail'],
      }),
    );
    const rows = await select<{ id: string }>(db, `select id from delivery where status = 'queued'`);
    await reminders.sendDeliveries(rows.map(({ id }) => id));
    const { items } = (await api.as('admin').get('/api/captured-mails?limit=1')).body;
    expect(items).toMatchObject([{ masked: false, body: expect.stringContaining('看得见') }]);
  });
});

describe('the preview', () => {
  const preview = async (who: string, date = today) =>
    (await api.as(who).get(`/api/reminders/preview?date=${date}`)).body;

  it('lists what went out in the shape the command line writes', async () => {
    const { date, messages } = await preview('chief');
    expect(date).toBe(today);
    expect(messages.find((line: any) => line.username === 'head2' && line.channel === 'mail')).toEqual({
      person: '科长乙',
      username: 'head2',
      channel: 'mail',
      rule: 'weekly_overdue',
      level: 6,
      sent: true,
      tickets: [relief.no],
      sections: [{ unit: '减灾救灾科', tickets: [relief.no] }],
    });
  });

  it('shows no ticket, count or section beyond what the viewer may see', async () => {
    const seen = async (who: string) => new Set((await preview(who)).messages.flatMap((line: any) => line.tickets));
    expect(await seen('chief')).toEqual(new Set([open.no, confidential.no, relief.no, hazard.no]));
    expect(await seen('auditor')).toEqual(new Set([open.no, relief.no, hazard.no]));
    expect(await seen('deputy2')).toEqual(new Set([relief.no]));
    expect(await seen('safety')).toEqual(new Set([hazard.no]));
    expect((await api.as('handler').get(`/api/reminders/preview?date=${today}`)).status).toBe(403);
    expect((await api.as('admin').get(`/api/reminders/preview?date=${today}`)).status).toBe(403);
  });

  it('shows a message as its reader sees it, less what the viewer may not see', async () => {
    const of = async (who: string) => (await api.as(who).get(`/api/reminders/preview/handler?date=${today}`)).body;
    expect(await of('chief')).toMatchObject([{ person: '承办甲', sent: true, subject: '3 件事项逾期，请及时处理' }]);
    const [auditors] = await of('auditor');
    expect(auditors.subject).toBe('2 件事项逾期，请及时处理');
    expect(JSON.stringify(auditors)).not.toContain(confidential.no);
    expect(await of('deputy2')).toEqual([]);
  });

  it('refuses a day that does not exist', async () => {
    for (const date of ['2026-02-30', '', 'tomorrow']) {
      expect((await api.as('chief').get(`/api/reminders/preview?date=${date}`)).status).toBe(400);
    }
  });
});

describe('the month', () => {
  it('tells what went out, what will, and which days are off', async () => {
    const { body } = await api.as('chief').get('/api/reminders/calendar?month=2026-07');
    expect(body).toHaveLength(31);
    const on = (date: string) => body.find((day: { on: string }) => day.on === date);
    expect(on(today)).toMatchObject({ working: true, planned: 0, failed: 0 });
    expect(on(today).sent).toBeGreaterThan(5);
    expect(on('2026-07-05')).toMatchObject({ working: false, planned: 0, sent: 0 });
    // The weekly notice of the following Mondays reaches handlers, heads, deputies and the chief again.
    expect(on('2026-07-13').planned).toBe(7);
    expect(on('2026-07-14').planned).toBe(0);
  });

  it('no longer plans for whom was told of a day before it came', async () => {
    const planned = async () =>
      (await api.as('chief').get('/api/reminders/calendar?month=2026-07')).body.find(
        ({ on }: { on: string }) => on === '2026-07-20',
      ).planned;
    const before = await planned();
    const [{ id }] = await api.owner.query('select id from message limit 1');
    await api.owner.query(
      `insert into message (id, person_id, rule_code, level, for_on, subject, body)
       values (gen_random_uuid(), $1, 'weekly_overdue', 6, '2026-07-20', '周报', (select body from message where id = $2))`,
      [api.bureau.people['chief'], id],
    );
    expect([before, await planned()]).toEqual([7, 6]);
    await api.owner.query(`delete from message where for_on = '2026-07-20'`);
  });

  it('counts only by tickets the viewer may see', async () => {
    const { body } = await api.as('deputy2').get('/api/reminders/calendar?month=2026-07');
    const monday = body.find((day: { on: string }) => day.on === '2026-07-13');
    // Handler, head and deputy of the section, and the chief.
    expect(monday.planned).toBe(4);
    expect((await api.as('deputy2').get('/api/reminders/calendar?month=2026')).status).toBe(400);
  });
});

describe('the rules', () => {
  const rule = async (code: string) =>
    (await api.as('admin').get('/api/reminder-rules')).body.find((row: { code: string }) => row.code === code);

  it('are sentences with what may be edited', async () => {
    expect(await rule('overdue_3')).toMatchObject({
      sentence: '逾期第 3 天，通知分管领导',
      enabled: true,
      moment: { type: 'after_due', days: 3 },
      audience: ['deputy'],
      channels: ['inbox', 'mail'],
      version: 1,
    });
    expect((await rule('daily_overdue')).enabled).toBe(false);
  });

  it('can be tried before they are saved', async () => {
    const { version } = await rule('due_in_7');
    const edit = { code: 'due_in_7', version, days: 9, audience: ['chief'] };
    const [{ no, id }] = (await db.transaction((tx) =>
      createTickets(
        tx,
        systemActor,
        [draft({ kind: 'supervision_item', deadline: { kind: 'date', dueOn: '2026-07-16', ongoing: false } })],
        { today, at: new Date() },
      ),
    )) as [{ no: string; id: string }];
    const tried = { rules: [edit], date: '2026-07-07' };
    const lines = (answer: any) =>
      answer.body.messages.map((line: any) => `${line.username} ${line.channel} ${line.rule} ${line.tickets}`).sort();
    const expected = [`chief inbox due_in_7 ${no}`, `chief mail due_in_7 ${no}`];
    expect(lines(await api.as('supervision').post('/api/reminder-rules/preview', tried))).toEqual(expected);
    // An administrator keeps the rules too, and sees no ticket.
    expect(lines(await api.as('admin').post('/api/reminder-rules/preview', tried))).toEqual([]);
    expect((await rule('due_in_7')).moment.days).toBe(7);
    expect((await api.as('chief').get('/api/reminders/preview?date=2026-07-07')).body.messages).toEqual([]);
    await api.as('supervision').put('/api/reminder-rules', { rules: [edit] });
    expect(lines(await api.as('chief').get('/api/reminders/preview?date=2026-07-07'))).toEqual(expected);
    await execute(api.owner, `update ticket set status = 'cancelled' where id = $1`, [id]);
  });

  it('are saved all or none, and not over somebody else’s change', async () => {
    const { version } = await rule('overdue_5');
    const edits = { rules: [{ code: 'overdue_5', version, days: 6 }] };
    expect((await api.as('admin').put('/api/reminder-rules', edits)).status).toBe(200);
    expect(await rule('overdue_5')).toMatchObject({ moment: { days: 6 }, version: version + 1 });
    const both = { rules: [{ code: 'overdue_1', version: 1, enabled: false }, ...edits.rules] };
    expect(await api.as('admin').put('/api/reminder-rules', both)).toMatchObject({
      status: 409,
      body: { code: 'stale' },
    });
    expect((await rule('overdue_1')).enabled).toBe(true);
  });

  it.each([
    [{ code: 'overdue_3', version: 1, days: 0 }, 422],
    [{ code: 'overdue_3', version: 1, days: 91 }, 422],
    [{ code: 'due_today', version: 1, days: 2 }, 422],
    [{ code: 'overdue_3', version: 1, audience: [] }, 422],
    [{ code: 'overdue_3', version: 1, audience: ['reviewer'] }, 422],
    [{ code: 'overdue_3', version: 1, audience: ['everybody'] }, 400],
    [{ code: 'overdue_3', version: 1, channels: [] }, 422],
    [{ code: 'no_such_rule', version: 1 }, 404],
    [{ code: 'overdue_3', version: 1, level: 99 }, 400],
    [{ code: 'overdue_3' }, 400],
  ])('refuse %j with %i', async (edit, status) => {
    const before = await rule('overdue_3');
    const answer = await api.as('admin').put('/api/reminder-rules', { rules: [edit] });
    expect(answer.status).toBe(status);
    expect(await rule('overdue_3')).toEqual(before);
  });

  it('are edited by those who keep them, and by nobody else', async () => {
    const edit = { rules: [{ code: 'overdue_3', version: 1, days: 4 }] };
    for (const who of ['chief', 'inspection', 'head', 'auditor']) {
      expect((await api.as(who).put('/api/reminder-rules', edit)).status).toBe(403);
    }
  });
});

describe('who hears of an action', () => {
  const act = async (who: string, action: string, input: object) => {
    const { version } = (await api.as(who).get(`/api/tickets/${open.id}`)).body;
    const answer = await api.as(who).post(`/api/tickets/${open.id}/actions`, { action, version, input });
    expect(answer.status).toBeLessThan(300);
    const [event] = await select<{ seq: number }>(db, 'select max(seq) as seq from event where ticket_id = $1', [
      open.id,
    ]);
    return { ticketId: open.id, seq: event!.seq };
  };
  const told = async () => {
    const rows = await select<{ username: string; subject: string }>(
      db,
      `select p.username, m.subject from message m join person p on p.id = m.person_id
       where m.rule_code = 'ticket_changed' order by p.username`,
    );
    await execute(api.owner, `truncate message cascade`);
    return rows.map(({ username, subject }) => `${username}: ${subject}`);
  };
  const extension = { reasonCode: 'weather', reason: '汛期', requestedDueOn: '2026-08-01' };

  it('those whose turn it is, never whoever acted; once with the job, not at all without', async () => {
    const asked = await act('head', 'request_extension', extension);
    const failing = reminders.tellOfChange(asked, () => Promise.reject(new Error('done by another worker')));
    await expect(failing).rejects.toThrow();
    expect(await told()).toEqual([]);
    await reminders.tellOfChange(asked);
    expect(await told()).toEqual([`deputy: ${open.no} 申请延期`]);

    await reminders.tellOfChange(await act('deputy', 'grant_extension', { grantedDueOn: '2026-07-31' }));
    expect(await told()).toEqual([`handler: ${open.no} 同意延期`, `head: ${open.no} 同意延期`]);

    await reminders.tellOfChange(await act('head', 'reassign', { handlerId: api.bureau.people['handler2'] }));
    expect(await told()).toEqual([`handler2: ${open.no} 改派`]);
  });

  it('a second extension is for the chief to decide', async () => {
    await reminders.tellOfChange(
      await act('head', 'request_extension', { ...extension, requestedDueOn: '2026-09-01' }),
    );
    expect(await told()).toEqual([`chief: ${open.no} 申请延期`]);
  });

  it('an event that a later one overtook is not told any more', async () => {
    const moved = await act('inspection', 'suspend', { reason: '等待拆迁', reviewOn: '2026-08-15' });
    await act('inspection', 'resume', {});
    await reminders.tellOfChange(moved);
    expect(await told()).toEqual([]);
  });
});
