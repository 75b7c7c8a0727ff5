import { select, SqlParameters, type Queryable } from '@xiaohao/database';
import type { Day } from '@xiaohao/domain';
import { audienceCtes, subjectColumns } from './audience-sql.js';
import { dayCte, highestLevel, ruleCte, type DueReminder, type NominalDay } from './due-reminder.queries.js';
import type { ReminderRule } from './reminder-rules.js';

/** Reminders to look again at what is suspended or kept up, on its day and after it; not told yet. */
export async function listLookAgainReminders(
  db: Queryable,
  rules: readonly ReminderRule[],
  days: readonly NominalDay[],
  postsOn: Day,
): Promise<DueReminder[]> {
  const counted = rules.flatMap(({ code, level, moment, audience }) => {
    if (moment.type === 'review_day') return [{ code, level, days: 0, statuses: [moment.of], audience }];
    if (moment.type !== 'review_late') return [];
    return [{ code, level, days: moment.days, statuses: ['suspended', 'ongoing'], audience }];
  });
  if (counted.length === 0 || days.length === 0) return [];
  const params = new SqlParameters();
  const statuses = params.add(JSON.stringify(counted.map(({ code, statuses: of }) => ({ code, of }))));
  const ctes = [ruleCte(params, counted), dayCte(params, days)];
  return select<DueReminder>(
    db,
    `with recursive ${ctes.join(', ')},
     moment as materialized (
       select t.id as ticket_id, r.code, r.level, r.audience, d.for_on, t.round, t.review_on as counted_from
       from rule r join jsonb_to_recordset(${statuses}::jsonb) as s (code text, "of" text[]) on s.code = r.code
       cross join day d join ticket t on t.review_on = d.nominal_on - r.days
       where t.status in ('ongoing','suspended') and t.status = any(s."of")),
     subject as materialized (
       select ${subjectColumns} from ticket t where t.id in (select ticket_id from moment)),
     ${audienceCtes(params, postsOn, 'nearest')}
     ${highestLevel('moment')}`,
    params.values,
  );
}
