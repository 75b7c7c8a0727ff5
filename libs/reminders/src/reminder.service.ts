import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { CalendarService, Clock, momentOf } from '@xiaohao/calendar';
import type { Day } from '@xiaohao/domain';
import { noticeText } from '@xiaohao/messages';
import { DeliveryService, NoticeService, type NewNotice, type NoticeBody } from '@xiaohao/notices';
import { lockSweeps, recordSweep, type SweepKind } from './occurrence.queries.js';
import { isWeeklyDay } from './reminder-days.js';
import { planDay, type ReminderPlan } from './reminder-plan.js';
import { listUnsentMails } from './reminder-plan.queries.js';
import { listRules } from './reminder-rule.queries.js';
import { claimUntold, sweepFor } from './reminder-sweep.js';
import { recheckReminders } from './still-due.js';
import { writeChangeNotices } from './ticket-change.js';
import { listUnalarmedAdmins, readWatchdog, type Watchdog } from './watchdog.js';

export interface SweepResult {
  messages: number;
  /** Mails written, to be sent by their jobs. */
  deliveryIds: string[];
}

/** Marks the job done in the transaction of its effect. */
type DoneMark = (tx: EntityManager) => Promise<void>;

/** Tells people what is due, once, and looks again before a mail leaves. */
@Injectable()
export class ReminderService {
  constructor(
    @Inject(DataSource) private readonly db: DataSource,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(CalendarService) private readonly calendar: CalendarService,
    @Inject(NoticeService) private readonly notices: NoticeService,
    @Inject(DeliveryService) private readonly deliveries: DeliveryService,
  ) {}

  /** All that the rules give for the day, also what was already sent. */
  async plan(on: Day): Promise<ReminderPlan> {
    return planDay(this.db, on, await listRules(this.db), await momentOf(this.clock, this.calendar));
  }

  /** 08:00. On the day of the weekly notice everything waits for it, so that nobody gets two messages that morning. */
  async runDaily(day: Day = this.clock.today(), done?: DoneMark): Promise<SweepResult | null> {
    const on = this.notPast(day);
    return isWeeklyDay(on, await this.calendar.loadCalendar()) ? null : this.run(on, done);
  }

  /** 08:30. Acts on Mondays, or on the first working day after a Monday off. */
  async runWeekly(day: Day = this.clock.today(), done?: DoneMark): Promise<SweepResult | null> {
    const on = this.notPast(day);
    return isWeeklyDay(on, await this.calendar.loadCalendar()) ? this.run(on, done) : null;
  }

  /**
   * Tells what the rules give for the day and nobody was told yet: occurrences, messages and the jobs that send them
   * commit together. Runs once or often, alone or beside another, with the same outcome.
   */
  async run(on: Day, done?: DoneMark): Promise<SweepResult> {
    const startedAt = this.clock.now();
    const times = await momentOf(this.clock, this.calendar);
    return this.db.transaction(async (tx) => {
      await lockSweeps(tx);
      const sweep = await sweepFor(tx, on, await listRules(tx), times);
      const messages = await claimUntold(tx, sweep);
      const deliveryIds = await this.notices.postMany(tx, messages);
      const resumed = await this.deliveries.resumeForgotten(tx);
      const kind: SweepKind = on !== times.today ? 'rehearsal' : sweep.day.isoWeek ? 'weekly' : 'daily';
      const counts = { messages: messages.length, mails: deliveryIds.length, resumed };
      await recordSweep(tx, { on, kind, startedAt, counts });
      await done?.(tx);
      return { messages: messages.length, deliveryIds };
    });
  }

  /** The day's run from the command line: sends without a worker, also what an earlier run could not send. */
  async runAndSend(on: Day): Promise<SweepResult> {
    const result = await this.run(on);
    await this.sendDeliveries(await listUnsentMails(this.db, on));
    return result;
  }

  /** Sends mails, each after a second look at what it tells. The handler of `message.send`. */
  async sendDeliveries(ids: readonly string[]): Promise<void> {
    const today = this.clock.today();
    await this.deliveries.sendDeliveries(ids, (messageIds) => recheckReminders(this.db, messageIds, today));
  }

  /** Tells those whose turn it is now of an event of a ticket; together with `done` exactly once. */
  async tellOfChange(change: { ticketId: string; seq: number }, done?: DoneMark): Promise<void> {
    await this.db.transaction(async (tx) => {
      await this.notices.postMany(tx, await writeChangeNotices(tx, change, this.clock.today()));
      await done?.(tx);
    });
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

  /** A job that comes late does today's work: what it missed is made up for there. */
  private notPast(day: Day): Day {
    const today = this.clock.today();
    return day < today ? today : day;
  }
}

function alarmNotice(personId: string, forOn: Day, text: string): NewNotice {
  const subject = noticeText('watchdogSubject');
  const body: NoticeBody = { heading: subject, blocks: [{ form: 'lines', lines: [text] }] };
  return { personId, ruleCode: 'watchdog', forOn, subject, body, channels: ['inbox', 'mail'] };
}
