import { liveStatuses, reviewStatuses, type Light } from '@xiaohao/domain';

const quoted = (statuses: readonly string[]) => statuses.map((status) => `'${status}'`).join(',');

/** Live in SQL: the twin of `isLive`, written so that the partial index on live tickets serves it. */
export function liveSql(alias = 't'): string {
  return `${alias}.status in (${quoted(liveStatuses)})`;
}

/** Overdue in SQL: the twin of `isOverdue`. `today` is a placeholder such as `$1`. */
export function overdueSql(today: string, alias = 't'): string {
  return `(${liveSql(alias)} and ${alias}.sort_due_on < ${today}::date)`;
}

/** The lights in SQL: the twin of `lightOf`. `yellowUntil` is a placeholder of today plus the yellow days. */
export function lightSql(light: Light, today: string, yellowUntil: string, alias = 't'): string {
  const live = liveSql(alias);
  const due = `${alias}.sort_due_on`;
  const grey = `${alias}.status in (${quoted([...reviewStatuses, 'suspended'])})`;
  const conditions: Record<Light, string> = {
    red: overdueSql(today, alias),
    yellow: `(${live} and ${due} >= ${today}::date and ${due} <= ${yellowUntil}::date)`,
    green: `(${live} and ${due} > ${yellowUntil}::date and ${due} < 'infinity')`,
    grey: `(${grey})`,
    none: `(not ${grey} and (not ${live} or ${due} = 'infinity'))`,
  };
  return conditions[light];
}

/** On time by the original deadline in SQL: the twin of `onTimeByOriginal`. */
export function onTimeByOriginalSql(alias = 't'): string {
  const done = `coalesce(${alias}.submitted_on, ${alias}.accepted_on, ${alias}.closed_on)`;
  return `(case when ${alias}.closed_on_time is null or ${alias}.original_due_on is not distinct from ${alias}.due_on
    then ${alias}.closed_on_time else ${done} <= ${alias}.original_due_on end)`;
}
