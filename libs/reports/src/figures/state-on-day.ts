import { reviewStatuses } from '@xiaohao/domain';
import type { Times } from './known-tickets.js';

/** Assigned by the day, and neither kept up for good nor suspended on it. */
const inWork = 'not t.kept_up and not t.paused and not t.unassigned';

/** Overdue on the report's day: due before it, neither done nor waiting on a reviewer by then. */
export function overdueOnDaySql(times: Times): string {
  return `(${liveOnDaySql(times)} and t.due_on < ${times.asOf})`;
}

/** Somebody has to work on it on the report's day. */
export function liveOnDaySql(times: Times): string {
  return `(not t.done and ${inWork} and not ${submittedOnDaySql(times)})`;
}

/** 报结 by the report's day; a ticket imported into review has no such date and counts as submitted. */
export function submittedOnDaySql({ asOf }: Times): string {
  return `(t.submitted_on is not null and t.submitted_on <= ${asOf}
    or t.submitted_on is null and t.status in (${reviewStatuses.map((status) => `'${status}'`).join(', ')}))`;
}

/** Assigned by the report's day and not done on it, be it suspended or kept up. */
export const toDoOnDaySql = '(not t.done and not t.unassigned)';

/** Somebody had to work on it in the period, be it done by now: assigned by its end, and not done before it. */
export function atHandSql({ from }: Times): string {
  return `(${toDoOnDaySql} or t.done_on >= ${from})`;
}

/** Waits on a reviewer on the report's day. */
export function waitsForReviewSql(times: Times): string {
  return `(not t.done and ${inWork} and ${submittedOnDaySql(times)})`;
}

/**
 * On some day from the period's first to its last it was past its deadline, neither done nor waiting on a reviewer. What
 * it was on days before the round of work of the report's day is not looked at.
 */
export function overdueInPeriodSql(times: Times): string {
  const first = `greatest(t.due_on + 1, ${times.from})`;
  return `(t.due_on is not null and (t.done or ${inWork})
    and not (t.submitted_on is null and t.status in (${reviewStatuses.map((status) => `'${status}'`).join(', ')}))
    and ${first} <= ${times.until} and ${first} < coalesce(least(t.submitted_on, t.done_on), 'infinity'::date))`;
}

/** What a ticket is on a day, as a report says it: `reportWords` has a word for each. */
export type DayState = 'Draft' | 'Done' | 'Overdue' | 'Submitted' | 'Ongoing' | 'Suspended' | 'UnderWay';

export function stateOnDaySql(times: Times): string {
  return `case when t.done then 'Done' when t.unassigned then 'Draft' when ${overdueOnDaySql(times)} then 'Overdue'
    when t.kept_up then 'Ongoing' when t.paused then 'Suspended' when ${submittedOnDaySql(times)} then 'Submitted'
    else 'UnderWay' end`;
}
