import { select, SqlParameters, type Queryable } from '@xiaohao/database';
import { reviewStatuses, ticketKinds, type Day } from '@xiaohao/domain';
import { liveSql } from '@xiaohao/tickets';
import { audienceCtes, subjectColumns } from './audience-sql.js';
import { daysFromDue, type AnswerKind, type ReminderRule } from './reminder-rules.js';

/** One rule has something to tell one person about one ticket. */
export interface DueReminder {
  forOn: Day;
  personId: string;
  ticketId: string;
  ruleCode: string;
  round: number;
  /** The day the rule counts from: the deadline, the day the review began, the day to look or to answer. */
  countedFrom: Day;
  /** What is to be answered, where that is not the ticket itself. */
  task?: { type: AnswerKind; id: string };
}

/** A day by the rules' reckoning, and the day its reminders go out. */
export interface NominalDay {
  nominalOn: Day;
  forOn: Day;
}

/** Occurrences exist once for ever, whatever day they went out on. */
const notYetTold = `not exists (select 1 from reminder_occurrence o where o.rule_code = x.code and o.person_id = x.person_id
  and o.subject_type = 'ticket' and o.subject_id = x.ticket_id and o.round = x.round and o.due_on = x.counted_from
  and o.iso_week is null)`;

/** Of several rules that fall on one day, a person is told the highest level alone of each ticket. */
export const highestLevel = (moment: string) => `
  select for_on as "forOn", person_id as "personId", ticket_id as "ticketId", code as "ruleCode", round, counted_from as "countedFrom"
  from (
    select distinct on (m.for_on, a.person_id, m.ticket_id) m.for_on, a.person_id, m.ticket_id, m.code, m.round, m.counted_from
    from ${moment} m join told a on a.ticket_id = m.ticket_id and a.audience = any(m.audience)
    order by m.for_on, a.person_id, m.ticket_id, m.level desc, m.code) x
  where ${notYetTold}`;

/** Reminders that count from the deadline, before, on and after it, and are not told yet. */
export async function listDueReminders(
  db: Queryable,
  rules: readonly ReminderRule[],
  days: readonly NominalDay[],
  postsOn: Day,
): Promise<DueReminder[]> {
  const counted = rules.flatMap((rule) => {
    const fromDue = daysFromDue(rule.moment);
    return fromDue === null ? [] : [{ code: rule.code, level: rule.level, days: fromDue, audience: rule.audience }];
  });
  if (counted.length === 0 || days.length === 0) return [];
  const params = new SqlParameters();
  const ctes = [ruleCte(params, counted), dayCte(params, days)];
  return select<DueReminder>(
    db,
    `with recursive ${ctes.join(', ')},
     moment as materialized (
       select t.id as ticket_id, r.code, r.level, r.audience, d.for_on, t.round, t.due_on as counted_from
       from rule r cross join day d join ticket t on t.sort_due_on = d.nominal_on - r.days where ${liveSql()}),
     subject as materialized (
       select ${subjectColumns} from ticket t where t.id in (select ticket_id from moment)),
     ${audienceCtes(params, postsOn, 'nearest')}
     ${highestLevel('moment')}`,
    params.values,
  );
}

/**
 * Reminders of reviewers, not told yet. A review is counted from the day the ticket came to its present stage; where no
 * event tells (an imported ledger), from the day it was reported done, else from the day we learned of it.
 */
export async function listReviewReminders(
  db: Queryable,
  rules: readonly ReminderRule[],
  days: readonly NominalDay[],
  postsOn: Day,
): Promise<DueReminder[]> {
  const counted = rules.flatMap(({ code, level, moment, audience }) =>
    moment.type === 'in_review' ? [{ code, level, days: moment.days, audience }] : [],
  );
  if (counted.length === 0 || days.length === 0) return [];
  const params = new SqlParameters();
  const ctes = [ruleCte(params, counted), dayCte(params, days)];
  const stages = params.add(reviewStatuses);
  const kinds = params.add(ticketKinds);
  const last = params.add(
    days
      .map(({ forOn }) => forOn)
      .sort()
      .at(-1),
  );
  return select<DueReminder>(
    db,
    `with recursive ${ctes.join(', ')},
     subject as materialized (
       select ${subjectColumns}, t.round, coalesce(case when t.status <> 'dept_review' then (
           select max((e.at at time zone 'Asia/Shanghai')::date) from event e
           where e.ticket_id = t.id and e.payload->>'to' = t.status and (e.at at time zone 'Asia/Shanghai')::date <= ${last}::date)
         end, t.submitted_on, (t.created_at at time zone 'Asia/Shanghai')::date) as counted_from
       from ticket t where t.kind = any(${kinds}::text[]) and t.status = any(${stages}::text[])),
     moment as materialized (
       select s.ticket_id, r.code, r.level, r.audience, d.for_on, s.round, s.counted_from
       from subject s cross join rule r join day d on d.nominal_on = s.counted_from + r.days),
     ${audienceCtes(params, postsOn, 'nearest')}
     ${highestLevel('moment')}`,
    params.values,
  );
}

export function ruleCte(params: SqlParameters, rules: readonly object[]): string {
  const json = params.add(JSON.stringify(rules));
  return `rule as materialized (
    select * from jsonb_to_recordset(${json}::jsonb) as r (code text, level int, days int, audience text[]))`;
}

export function dayCte(params: SqlParameters, days: readonly NominalDay[]): string {
  const nominal = params.add(days.map(({ nominalOn }) => nominalOn));
  const forOn = params.add(days.map((day) => day.forOn));
  return `day as materialized (select * from unnest(${nominal}::date[], ${forOn}::date[]) as d (nominal_on, for_on))`;
}
