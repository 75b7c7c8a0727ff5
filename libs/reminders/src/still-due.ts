import type { DataSource } from 'typeorm';
import type { Day } from '@xiaohao/domain';
import { blockSections, keepTickets, type NoticeBody, type SendVerdict } from '@xiaohao/notices';
import { listLapsedAnswers, recordLapsedAnswers } from './answer-reminder.queries.js';
import {
  listLapsedFilings,
  listToldFilings,
  recordLapsedFilings,
  type LapsedFilings,
} from './lapsed-filing.queries.js';
import { subjectOf } from './reminder-message.js';
import { listRules } from './reminder-rule.queries.js';
import { listLapsed, listMessageBodies, recordLapsed, type LapsedReminder } from './still-due.queries.js';

/**
 * The second look before a mail leaves: tickets that need no reminder any more fall out of it, with the reason kept; a
 * mail that would be empty is dropped. Messages that are no reminders are left alone.
 */
export async function recheckReminders(
  db: DataSource,
  messageIds: readonly string[],
  today: Day,
): Promise<ReadonlyMap<string, SendVerdict>> {
  const lapsed = await listLapsed(db, messageIds, today);
  const answered = await listLapsedAnswers(db, messageIds);
  const filed = await listLapsedFilings(db, await listToldFilings(db, messageIds));
  if (lapsed.length + answered.length + filed.length === 0) return new Map();
  const rules = new Map((await listRules(db)).map((rule) => [rule.code, rule]));
  const byMessage = new Map<string, LapsedReminder[]>();
  for (const row of lapsed) byMessage.set(row.messageId, [...(byMessage.get(row.messageId) ?? []), row]);
  const verdicts = new Map<string, SendVerdict>();
  const concerned = new Set([...byMessage.keys(), ...[...answered, ...filed].map(({ messageId }) => messageId)]);
  for (const { id, body } of await listMessageBodies(db, [...concerned])) {
    const gone = toldOnly(body, byMessage.get(id) ?? []);
    const settled = new Set([
      ...answered
        .filter(({ messageId }) => messageId === id)
        .map(({ ruleCode, answerId }) => `${ruleCode} ${answerId}`),
      ...filed.filter(({ messageId }) => messageId === id).map(filingKey),
    ]);
    if (gone.size + settled.size === 0) continue;
    const kept = keepTickets(
      body,
      (no, rule, what) =>
        !gone.has(`${rule} ${no}`) && !settled.has(`${rule} ${what}`) && !settled.has(`${rule} ${what} ${no}`),
    );
    const drop =
      [...gone.values()][0]?.reason ?? (answered.some(({ messageId }) => messageId === id) ? 'answered' : 'filed');
    verdicts.set(id, kept ? { subject: subjectOf(kept, rules), body: kept } : { drop });
  }
  await recordLapsed(db, lapsed);
  await recordLapsedAnswers(db, answered);
  await recordLapsedFilings(db, filed);
  return verdicts;
}

const filingKey = ({ ruleCode, unitId, period }: LapsedFilings) => `${ruleCode} ${unitId} ${period}`;

/** Those that the message really speaks of: a digest and a single reminder may share a message, not their tickets. */
function toldOnly(body: NoticeBody, lapsed: readonly LapsedReminder[]): ReadonlyMap<string, LapsedReminder> {
  const told = new Set(
    body.blocks.flatMap((block) =>
      block.form === 'lines'
        ? []
        : blockSections(block).flatMap(({ tickets }) => tickets.map((no) => `${block.rule} ${no}`)),
    ),
  );
  const rows = lapsed.map((row) => [`${row.ruleCode} ${row.no}`, row] as const);
  return new Map(rows.filter(([key]) => told.has(key)));
}
