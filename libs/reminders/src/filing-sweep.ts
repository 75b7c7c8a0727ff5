import type { Queryable } from '@xiaohao/database';
import type { Day } from '@xiaohao/domain';
import type { NewNotice } from '@xiaohao/notices';
import type { FilingReminder } from './filing-reminder.queries.js';
import { claimFound, type Claimable } from './reminder-claim.js';
import type { ReminderRule } from './reminder-rules.js';

/** What one person is told by one rule, with the occurrences that make it happen once. */
export function filingClaims(
  reminders: readonly FilingReminder[],
  rules: ReadonlyMap<string, ReminderRule>,
): Claimable[] {
  const groups = new Map<string, FilingReminder[]>();
  for (const reminder of reminders) {
    const key = `${reminder.personId} ${reminder.ruleCode}`;
    groups.set(key, [...(groups.get(key) ?? []), reminder]);
  }
  return [...groups.values()].map((group) => {
    const { personId, ruleCode } = group[0]!;
    const rule = rules.get(ruleCode)!;
    return {
      finding: { rule, personId, ownIds: [], watchedIds: [], filings: group.flatMap(({ filings }) => filings) },
      occurrences: group.map(({ unitId, dueOn, forOn }) => ({
        ruleCode,
        subjectType: 'filing' as const,
        subjectId: unitId,
        round: 0,
        dueOn,
        isoWeek: null,
        personId,
        forOn,
        level: rule.level,
      })),
    };
  });
}

/** Claims an urging and writes its messages, in the caller's transaction. The sweep lock must be held. */
export function claimFilings(
  tx: Queryable,
  rule: ReminderRule,
  reminders: readonly FilingReminder[],
  on: Day,
): Promise<NewNotice[]> {
  return claimFound(tx, filingClaims(reminders, new Map([[rule.code, rule]])), on);
}
