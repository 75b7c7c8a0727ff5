import type { Queryable } from '@xiaohao/database';
import type { Moment } from '@xiaohao/calendar';
import type { Day, WorkingCalendar } from '@xiaohao/domain';
import { isMailAddress, type Channel, type NewNotice } from '@xiaohao/notices';
import { sweepDayOf, type SweepDay } from './reminder-days.js';
import { listDigestShares, type DigestKey } from './digest.queries.js';
import { listAnswerReminders } from './answer-reminder.queries.js';
import { listLookAgainReminders } from './look-again-reminder.queries.js';
import { listDueReminders, listReviewReminders, type DueReminder, type NominalDay } from './due-reminder.queries.js';
import { listFilingReminders } from './filing-reminder.queries.js';
import { filingClaims } from './filing-sweep.js';
import { findLastSweptOn } from './occurrence.queries.js';
import { claimFound, groupsOf, prepare, type Claimable, type PreparedMessage } from './reminder-claim.js';
import type { Recipient } from './told-ticket.queries.js';
import type { ReminderRule } from './reminder-rules.js';

export interface Sweep {
  readonly day: SweepDay;
  readonly rules: readonly ReminderRule[];
  /** The day whose posts count: today's, or the day's own where it lies ahead. */
  readonly postsOn: Day;
  readonly calendar: WorkingCalendar;
}

/** What was missed is made up for on the real today alone; any other day is told by its own rules. */
export async function sweepFor(
  db: Queryable,
  on: Day,
  rules: readonly ReminderRule[],
  { today, calendar }: Moment,
): Promise<Sweep> {
  const lastSweptOn = on === today ? await findLastSweptOn(db, on) : null;
  return { day: sweepDayOf(on, calendar, lastSweptOn), rules, postsOn: on > today ? on : today, calendar };
}

/** What the rules give for the day and nobody was told yet; nothing is written. */
export async function findUntold(db: Queryable, sweep: Sweep): Promise<PreparedMessage[]> {
  const found = await findClaimable(db, sweep);
  return prepare(
    db,
    found.map(({ finding }) => finding),
    sweep.day.on,
  );
}

/**
 * Claims what the rules give for the day and writes the messages, all in the caller's transaction. What somebody else
 * claimed is left out. The sweep lock must be held.
 */
export async function claimUntold(tx: Queryable, sweep: Sweep): Promise<NewNotice[]> {
  return claimFound(tx, await findClaimable(tx, sweep), sweep.day.on);
}

async function findClaimable(db: Queryable, { day, rules, postsOn, calendar }: Sweep): Promise<Claimable[]> {
  const enabled = rules.filter((rule) => rule.enabled);
  const days = day.nominalDays.map((nominalOn) => ({ nominalOn, forOn: day.on }));
  const due = await listCountedReminders(db, enabled, days, postsOn);
  const byCode = new Map(enabled.map((rule) => [rule.code, rule]));
  const digests: Claimable[] = [];
  for (const rule of enabled) digests.push(...(await findDigest(db, rule, day, postsOn)));
  const filings = await listFilingReminders(db, enabled, days, { postsOn, calendar });
  return [...digests, ...groupDue(due, byCode), ...filingClaims(filings, byCode)];
}

/** All reminders that count days, whatever they count from. */
export async function listCountedReminders(
  db: Queryable,
  ...counted: readonly [readonly ReminderRule[], readonly NominalDay[], Day]
): Promise<DueReminder[]> {
  return [
    ...(await listDueReminders(db, ...counted)),
    ...(await listReviewReminders(db, ...counted)),
    ...(await listLookAgainReminders(db, ...counted)),
    ...(await listAnswerReminders(db, ...counted)),
  ];
}

async function findDigest(db: Queryable, rule: ReminderRule, day: SweepDay, postsOn: Day): Promise<Claimable[]> {
  const { moment } = rule;
  const key = moment.type === 'digest' ? digestKey(moment.every, day) : null;
  if (moment.type !== 'digest' || !key) return [];
  const shares = await listDigestShares(db, { rule, of: moment.of, on: day.on, key }, postsOn);
  return shares.map(({ personId, ownIds, watchedIds }) => ({
    finding: { rule, personId, ownIds, watchedIds },
    occurrences: [
      {
        ruleCode: rule.code,
        subjectType: 'person',
        subjectId: personId,
        round: 0,
        ...key,
        personId,
        forOn: day.on,
        level: rule.level,
      },
    ],
  }));
}

/** Null where the digest is not due; on the day of the weekly notice the daily one would say the same again. */
function digestKey(every: 'week' | 'day', day: SweepDay): DigestKey | null {
  if (every === 'week') return day.isoWeek ? { dueOn: null, isoWeek: day.isoWeek } : null;
  return day.nominalDays.length > 0 && !day.isoWeek ? { dueOn: day.on, isoWeek: null } : null;
}

function groupDue(due: readonly DueReminder[], rules: ReadonlyMap<string, ReminderRule>): Claimable[] {
  return groupsOf(due, ({ personId, ruleCode }) => `${personId} ${ruleCode}`).map((group) => {
    const { personId, ruleCode } = group[0]!;
    const rule = rules.get(ruleCode)!;
    return {
      finding: {
        rule,
        personId,
        ownIds: group.filter(({ task }) => !task).map(({ ticketId }) => ticketId),
        watchedIds: [],
        answers: group.flatMap(({ task, ticketId }) => (task ? [{ id: task.id, ticketId }] : [])),
        countedFrom: new Map(group.map(({ ticketId, countedFrom }) => [ticketId, countedFrom])),
      },
      occurrences: group.map(({ ticketId, task, round, countedFrom, forOn }) => ({
        ruleCode,
        subjectType: task?.type ?? ('ticket' as const),
        subjectId: task?.id ?? ticketId,
        round,
        dueOn: countedFrom,
        isoWeek: null,
        personId,
        forOn,
        level: rule.level,
      })),
    };
  });
}

/** The channels a person can really be reached on. */
export function reachableChannels(channels: readonly Channel[], recipient: Recipient): Channel[] {
  return channels.filter((channel) => channel !== 'mail' || isMailAddress(recipient.email));
}
