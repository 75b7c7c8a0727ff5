import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { CalendarService, Clock } from '@xiaohao/calendar';
import type { Day, Period } from '@xiaohao/domain';
import { noticeText } from '@xiaohao/messages';
import {
  blockSections,
  DeliveryService,
  keepTickets,
  NoticeService,
  type NewNotice,
  type NoticeBody,
} from '@xiaohao/notices';
import type { Actor } from '@xiaohao/org';
import { listDeliveries, type DeliveryFilter, type LoggedDelivery } from './delivery-log.queries.js';
import { countMonth, type CalendarDayCounts } from './reminder-calendar.js';
import { isWeeklyDay, sweepDayOf } from './reminder-days.js';
import { plannedMessages, subjectOf, type PlannedMessage } from './reminder-message.js';
import { findVisibleNumbers, listWritten } from './reminder-plan.queries.js';
import { editedRules, listRules, saveRules, type RuleEdit } from './reminder-rule.queries.js';
import { findLastSweptOn, lockSweeps, recordSweep, type SweepKind } from './reminder.queries.js';
import type { ReminderRule } from './reminder-rules.js';
import { claimUntold, findUntold, reachableChannels, type PreparedMessage, type Sweep } from './reminder-sweep.js';
import { recheckReminders } from './still-due.js';
import { writeChangeNotices } from './ticket-change.js';
import { listUnalarmedAdmins, readWatchdog, type Watchdog } from './watchdog.js';

/** The body of `remind --json`. */
export interface ReminderPlan {
  date: Day;
  messages: PlannedMessage[];
}

/** A message as its reader sees it, or will. */
export interface MessagePreview {
  person: string;
  username: string;
  subject: string;
  body: NoticeBody;
  sent: boolean;
}

export interface SweepResult {
  messages: number;
  deliveryIds: string[];
}

type DoneMark = (tx: EntityManager) => Promise<void>;

/** Who must be told what, and when: plans it, tells it once, and looks again before a mail leaves. */
@Injectable()
export class ReminderService {
  constructor(
    @Inject(DataSource) private readonly db: DataSource,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(CalendarService) private readonly calendar: CalendarService,
    @Inject(NoticeService) private readonly notices: NoticeService,
    @Inject(DeliveryService) private readonly deliveries: DeliveryService,
  ) {}

  /** All that the rules give for the day: what went out (`sent`) and what would. With a viewer, only what they may see. */
  async plan(on: Day, viewer?: Actor): Promise<ReminderPlan> {
    return { date: on, messages: await this.seenBy(viewer, await this.linesOf(on)) };
  }

  /** The same as if the edits were saved: what a change of rules would do to that day. */
  async planWith(edits: readonly RuleEdit[], on: Day, viewer: Actor): Promise<ReminderPlan> {
    const rules = editedRules(await listRules(this.db), edits);
    const untold = await findUntold(this.db, await this.sweepOf(on, rules));
    return { date: on, messages: await this.seenBy(viewer, untold.flatMap(linesOf)) };
  }

  /** One person's messages of a day, without tickets the viewer may not see. */
  async previewMessages(on: Day, username: string, viewer: Actor): Promise<MessagePreview[]> {
    const rules = await listRules(this.db);
    const written = await listWritten(this.db, on, codesOf(rules), username);
    const untold = await findUntold(this.db, await this.sweepOf(on, rules));
    const messages = [
      ...written.map(({ name, deliveries, body }) => ({
        person: name,
        body,
        sent: deliveries.some(({ status }) => status === 'sent'),
      })),
      ...untold
        .filter(({ recipient }) => recipient.username === username)
        .map(({ recipient, body }) => ({ person: recipient.name, body, sent: false })),
    ];
    const visible = await findVisibleNumbers(this.db, viewer, numbersOf(messages.map(({ body }) => body)));
    const byCode = new Map(rules.map((rule) => [rule.code, rule]));
    return messages.flatMap(({ person, body, sent }) => {
      const kept = keepTickets(body, (no) => visible.has(no));
      return kept ? [{ person, username, subject: subjectOf(kept, byCode), body: kept, sent }] : [];
    });
  }

  /** 08:00. On the day of the weekly notice everything waits for it, so that nobody gets two messages that morning. */
  async runDaily(day: Day, done?: DoneMark): Promise<SweepResult | null> {
    const on = this.notPast(day);
    return isWeeklyDay(on, await this.calendar.loadCalendar()) ? null : this.run(on, done);
  }

  /** 08:30. Acts on Mondays, or on the first working day after a Monday off. */
  async runWeekly(day: Day, done?: DoneMark): Promise<SweepResult | null> {
    const on = this.notPast(day);
    return isWeeklyDay(on, await this.calendar.loadCalendar()) ? this.run(on, done) : null;
  }

  /**
   * Tells what the rules give for the day and nobody was told yet: occurrences, messages and the jobs that send them
   * commit together. Runs once or often, alone or beside another, with the same outcome.
   */
  async run(on: Day, done?: DoneMark): Promise<SweepResult> {
    const startedAt = this.clock.now();
    const today = this.clock.today();
    return this.db.transaction(async (tx) => {
      await lockSweeps(tx);
      const sweep = await this.sweepOf(on, await listRules(tx), tx);
      const messages = await claimUntold(tx, sweep);
      const deliveryIds = await this.notices.postMany(tx, messages);
      const resumed = await this.deliveries.resumeForgotten(tx);
      const kind: SweepKind = on !== today ? 'rehearsal' : sweep.day.isoWeek ? 'weekly' : 'daily';
      const counts = { messages: messages.length, mails: deliveryIds.length, resumed };
      await recordSweep(tx, { on, kind, startedAt, counts });
      await done?.(tx);
      return { messages: messages.length, deliveryIds };
    });
  }

  /** The day's run from the command line: does not wait for a worker to send the mails. */
  async runAndSend(on: Day): Promise<SweepResult> {
    const result = await this.run(on);
    await this.sendDeliveries(result.deliveryIds);
    return result;
  }

  /** Sends mails, each after a second look at what it tells. */
  async sendDeliveries(ids: readonly string[]): Promise<void> {
    const today = this.clock.today();
    await this.deliveries.sendDeliveries(ids, (tx, messageIds) => recheckReminders(tx, messageIds, today));
  }

  /** Tells those whose turn it is now of an event of a ticket; together with `done` exactly once. */
  async tellOfChange(change: { ticketId: string; seq: number }, done?: DoneMark): Promise<void> {
    await this.db.transaction(async (tx) => {
      await this.notices.postMany(tx, await writeChangeNotices(tx, change, this.clock.today()));
      await done?.(tx);
    });
  }

  /** A month of days with what went out and what will, by tickets the viewer may see. */
  async month(period: Period, viewer: Actor): Promise<CalendarDayCounts[]> {
    const today = this.clock.today();
    const [calendar, rules] = [await this.calendar.loadCalendar(), await listRules(this.db)];
    const todaysSweep = await this.sweepOf(today, rules);
    return countMonth(this.db, { period, today, viewer, calendar, rules, todaysSweep });
  }

  async listDeliveries(
    viewer: Actor,
    filter: DeliveryFilter,
    page: { limit: number; beforeId: string | null },
  ): Promise<{ items: LoggedDelivery[]; nextCursor: string | null }> {
    const rows = await listDeliveries(this.db, viewer, filter, { ...page, limit: page.limit + 1 });
    const items = rows.slice(0, page.limit);
    return { items, nextCursor: rows.length > page.limit ? items.at(-1)!.id : null };
  }

  /** Whether the last sweep that should be over is over. On a fixed day nothing is late: its clock stands still. */
  async watchdog(): Promise<Watchdog> {
    const [today, now] = [this.clock.today(), this.clock.now()];
    const state = await readWatchdog(this.db, today, now, await this.calendar.loadCalendar());
    return this.clock.isFixed() ? { ...state, overdueByMinutes: 0, message: null } : state;
  }

  /** Tells the administrators once when a sweep is missing; sends by itself, since the worker may be what is missing. */
  async raiseAlarm(): Promise<void> {
    const { message, expectedOn } = await this.watchdog();
    if (!message) return;
    const mails = await this.db.transaction(async (tx) => {
      await lockSweeps(tx);
      const admins = await listUnalarmedAdmins(tx, expectedOn, this.clock.today());
      return this.notices.postMany(
        tx,
        admins.map((personId) => alarmNotice(personId, expectedOn, message)),
      );
    });
    await this.deliveries.sendDeliveries(mails);
  }

  listRules(): Promise<ReminderRule[]> {
    return listRules(this.db);
  }

  async editRules(edits: readonly RuleEdit[]): Promise<ReminderRule[]> {
    return this.db.transaction(async (tx) => {
      await saveRules(tx, edits);
      return listRules(tx);
    });
  }

  private async linesOf(on: Day): Promise<PlannedMessage[]> {
    const rules = await listRules(this.db);
    const written = await listWritten(this.db, on, codesOf(rules));
    const untold = await findUntold(this.db, await this.sweepOf(on, rules));
    const told = written.flatMap(({ name, username, body, deliveries }) => {
      const channels = deliveries
        .filter(({ status }) => status !== 'dropped')
        .map(({ channel, status }) => ({ channel, sent: status === 'sent' }));
      return plannedMessages(body, { name, username }, channels);
    });
    return [...told, ...untold.flatMap(linesOf)];
  }

  private async seenBy(viewer: Actor | undefined, lines: PlannedMessage[]): Promise<PlannedMessage[]> {
    if (!viewer) return lines;
    const visible = await findVisibleNumbers(this.db, viewer, [...new Set(lines.flatMap(({ tickets }) => tickets))]);
    return lines
      .map((line) => ({
        ...line,
        tickets: line.tickets.filter((no) => visible.has(no)),
        sections: line.sections
          .map(({ unit, tickets }) => ({ unit, tickets: tickets.filter((no) => visible.has(no)) }))
          .filter(({ tickets }) => tickets.length > 0),
      }))
      .filter(({ tickets }) => tickets.length > 0);
  }

  /** What was missed is made up for on the real today alone; any other day is told by its own rules. */
  private async sweepOf(
    on: Day,
    rules: readonly ReminderRule[],
    db: DataSource | EntityManager = this.db,
  ): Promise<Sweep> {
    const today = this.clock.today();
    const lastSweptOn = on === today ? await findLastSweptOn(db, on) : null;
    const day = sweepDayOf(on, await this.calendar.loadCalendar(), lastSweptOn);
    return { day, rules, postsOn: on > today ? on : today };
  }

  /** A job that comes late does today's work: what it missed is made up for there. */
  private notPast(day: Day): Day {
    const today = this.clock.today();
    return day < today ? today : day;
  }
}

function linesOf({ body, recipient, channels }: PreparedMessage): PlannedMessage[] {
  return plannedMessages(
    body,
    recipient,
    reachableChannels(channels, recipient).map((channel) => ({ channel, sent: false })),
  );
}

function alarmNotice(personId: string, forOn: Day, text: string): NewNotice {
  const body: NoticeBody = { heading: noticeText('watchdogSubject'), blocks: [{ form: 'lines', lines: [text] }] };
  const subject = noticeText('watchdogSubject');
  return { personId, ruleCode: 'watchdog', forOn, subject, body, channels: ['inbox', 'mail'] };
}

const numbersOf = (bodies: readonly NoticeBody[]) => [
  ...new Set(
    bodies.flatMap(({ blocks }) => blocks.flatMap((block) => blockSections(block).flatMap(({ tickets }) => tickets))),
  ),
];
const codesOf = (rules: readonly ReminderRule[]) => rules.map(({ code }) => code);
