import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { CalendarService, Clock, momentOf } from '@xiaohao/calendar';
import type { Day, Period } from '@xiaohao/domain';
import { blockSections, keepTickets, type NoticeBody } from '@xiaohao/notices';
import type { Actor } from '@xiaohao/org';
import { listDeliveries, type DeliveryFilter, type LoggedDelivery } from './delivery-log.queries.js';
import { countMonth, type CalendarDayCounts } from './reminder-calendar.js';
import { subjectOf, type PlannedMessage } from './reminder-message.js';
import { linesOf, planDay, type ReminderPlan } from './reminder-plan.js';
import { findVisibleNumbers, listWritten } from './reminder-plan.queries.js';
import { editedRules, listRules, saveRules, type RuleEdit } from './reminder-rule.queries.js';
import type { ReminderRule } from './reminder-rules.js';
import type { PreparedMessage } from './reminder-claim.js';
import { findUntold, sweepFor } from './reminder-sweep.js';

/** A message as its reader sees it, or will. */
export interface MessagePreview {
  person: string;
  username: string;
  subject: string;
  body: NoticeBody;
  sent: boolean;
}

/** What went out and what would; the rules that decide it. Nothing here tells anybody anything. */
@Injectable()
export class ReminderPreviewService {
  constructor(
    @Inject(DataSource) private readonly db: DataSource,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(CalendarService) private readonly calendar: CalendarService,
  ) {}

  /** What the rules give for the day, as far as the viewer may see it. */
  async plan(on: Day, viewer: Actor): Promise<ReminderPlan> {
    const { date, messages } = await planDay(
      this.db,
      on,
      await listRules(this.db),
      await momentOf(this.clock, this.calendar),
    );
    return { date, messages: await this.seenBy(viewer, messages) };
  }

  /** What would still go out if the edits were saved: the effect of a change of rules on that day. */
  async planWith(edits: readonly RuleEdit[], on: Day, viewer: Actor): Promise<ReminderPlan> {
    const untold = await this.findUntold(on, editedRules(await listRules(this.db), edits));
    return { date: on, messages: await this.seenBy(viewer, untold.flatMap(linesOf)) };
  }

  /** One person's messages of a day, without tickets the viewer may not see. */
  async messagesOf(username: string, on: Day, viewer: Actor): Promise<MessagePreview[]> {
    const rules = await listRules(this.db);
    const written = (await listWritten(this.db, on, codesOf(rules), username)).map(({ name, body, deliveries }) => ({
      person: name,
      body,
      sent: deliveries.some(({ status }) => status === 'sent'),
    }));
    const untold = (await this.findUntold(on, rules))
      .filter(({ recipient }) => recipient.username === username)
      .map(({ recipient, body }) => ({ person: recipient.name, body, sent: false }));
    const messages = [...written, ...untold];
    const visible = await findVisibleNumbers(this.db, viewer, [
      ...new Set(messages.flatMap(({ body }) => numbersOf(body))),
    ]);
    const byCode = new Map(rules.map((rule) => [rule.code, rule]));
    return messages.flatMap(({ person, body, sent }) => {
      const kept = keepTickets(body, (no) => visible.has(no));
      return kept ? [{ person, username, subject: subjectOf(kept, byCode), body: kept, sent }] : [];
    });
  }

  /** A month of days with what went out and what will, by tickets the viewer may see. */
  async month(period: Period, viewer: Actor): Promise<CalendarDayCounts[]> {
    const rules = await listRules(this.db);
    const times = await momentOf(this.clock, this.calendar);
    const todaysSweep = await sweepFor(this.db, times.today, rules, times);
    return countMonth(this.db, { period, viewer, rules, todaysSweep, ...times });
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

  listRules(): Promise<ReminderRule[]> {
    return listRules(this.db);
  }

  /** All edits or none; 409 where a rule was changed since it was looked at. */
  async editRules(edits: readonly RuleEdit[]): Promise<ReminderRule[]> {
    return this.db.transaction(async (tx) => {
      await saveRules(tx, edits);
      return listRules(tx);
    });
  }

  private async findUntold(on: Day, rules: readonly ReminderRule[]): Promise<PreparedMessage[]> {
    return findUntold(this.db, await sweepFor(this.db, on, rules, await momentOf(this.clock, this.calendar)));
  }

  private async seenBy(viewer: Actor, lines: PlannedMessage[]): Promise<PlannedMessage[]> {
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
}

const numbersOf = ({ blocks }: NoticeBody) =>
  blocks.flatMap((block) => blockSections(block).flatMap(({ tickets }) => tickets));
const codesOf = (rules: readonly ReminderRule[]) => rules.map(({ code }) => code);
