import type { DataSource } from 'typeorm';
import { CalendarService, Clock } from '@xiaohao/calendar';
import { applicationDataSource, newId, ownerDataSource, select } from '@xiaohao/database';
import type { Day } from '@xiaohao/domain';
import { JobQueue } from '@xiaohao/jobs';
import { DeliveryService, MailTransport, NoticeService } from '@xiaohao/notices';
import { systemActor } from '@xiaohao/org';
import { ReminderPreviewService, ReminderService, seedReminderRules, type ReminderPlan } from '@xiaohao/reminders';
import { createTickets, type NewTicket } from '@xiaohao/tickets';
import { buildBureau, type TestBureau } from './bureau.js';
import { createSuiteDatabase } from './suite-database.js';

/** One process's services over the suite's database, with its own clock. */
export interface ReminderParts {
  db: DataSource;
  notices: NoticeService;
  deliveries: DeliveryService;
  reminders: ReminderService;
  previews: ReminderPreviewService;
}

export interface ReminderStage {
  db: DataSource;
  owner: DataSource;
  bureau: TestBureau;
  /** Services as a process of their own would have them on that day. */
  on(today: Day, options?: { smtpUrl?: string | null; now?: Date }): ReminderParts;
  /** A ticket of the chemicals section, in progress, with a handler, unless said otherwise. */
  ticket(draft: Partial<NewTicket> & { dueOn?: Day | null }): Promise<{ id: string; no: string }>;
  /** Sends all mails that wait, as the worker's jobs would. */
  sendAll(parts: ReminderParts): Promise<void>;
  rows<Row>(sql: string, values?: readonly unknown[]): Promise<Row[]>;
  /** Empties tickets, messages and sweeps; people and rules as they were seeded. */
  clear(): Promise<void>;
  close(): Promise<void>;
}

export async function openReminderStage(): Promise<ReminderStage> {
  const database = await createSuiteDatabase();
  const owner = await ownerDataSource({ databaseAdminUrl: database.ownerUrl }).initialize();
  const db = await applicationDataSource({ databaseUrl: database.appUrl }).initialize();
  const bureau = await buildBureau(owner);
  const opened: MailTransport[] = [];
  return {
    db,
    owner,
    bureau,
    on: (today, { smtpUrl = null, now } = {}) => partsOf(db, today, smtpUrl, now, opened),
    ticket: (draft) => createTicket(db, bureau, draft),
    async sendAll({ reminders }) {
      const rows = await select<{ id: string }>(db, `select id from delivery where status = 'queued'`);
      await reminders.sendDeliveries(rows.map(({ id }) => id));
    },
    rows: (sql, values) => select(owner, sql, values),
    async clear() {
      for (const transport of opened.splice(0)) transport.onApplicationShutdown();
      await owner.query(`truncate ticket, message, reminder_occurrence, reminder_sweep, captured_mail, outbox,
        reminder_rule cascade`);
      await seedReminderRules(owner);
    },
    async close() {
      for (const transport of opened) transport.onApplicationShutdown();
      await Promise.all([db.destroy(), owner.destroy()]);
      await database.drop();
    },
  };
}

class FixedNow extends Clock {
  constructor(
    private readonly day: Day,
    private readonly instant: Date | undefined,
  ) {
    super({ today: day });
  }

  override now(): Date {
    return this.instant ?? new Date(`${this.day}T10:00:00+08:00`);
  }

  /** Suites play ordinary days, not rehearsals. */
  override isFixed(): boolean {
    return false;
  }
}

function partsOf(
  db: DataSource,
  today: Day,
  smtpUrl: string | null,
  now: Date | undefined,
  opened: MailTransport[],
): ReminderParts {
  const config = { smtpUrl, smtpFrom: '销号 <xiaohao@bureau.invalid>', publicUrl: 'http://xiaohao.bureau.invalid' };
  const clock = new FixedNow(today, now);
  const calendar = new CalendarService(db);
  const transport = new MailTransport(config);
  opened.push(transport);
  const notices = new NoticeService(db, config, new JobQueue());
  const deliveries = new DeliveryService(db, config, clock, transport, notices);
  return {
    db,
    notices,
    deliveries,
    reminders: new ReminderService(db, clock, calendar, notices, deliveries),
    previews: new ReminderPreviewService(db, clock, calendar),
  };
}

async function createTicket(
  db: DataSource,
  bureau: TestBureau,
  { dueOn = null, ...draft }: Partial<NewTicket> & { dueOn?: Day | null },
): Promise<{ id: string; no: string }> {
  const whole: NewTicket = {
    id: newId(),
    kind: 'inspection_issue',
    title: '隐患台账更新不及时',
    status: 'in_progress',
    leadUnitId: bureau.units.chemicals,
    handlerId: bureau.people['handler'],
    deadline: { kind: dueOn ? 'date' : 'unresolved', dueOn, ongoing: false },
    raisedOn: '2022-01-10',
    ...draft,
  };
  const at = new Date();
  const [created] = await db.transaction((tx) => createTickets(tx, systemActor, [whole], { today: '2022-01-10', at }));
  return created!;
}

/** Who is told what, as `username rule: numbers`, once whatever the channels. */
export function linesOf({ messages }: ReminderPlan, channel = 'inbox'): string[] {
  return messages
    .filter((message) => message.channel === channel)
    .map(({ username, rule, tickets }) => `${username} ${rule}: ${tickets.join(' ')}`)
    .sort();
}
