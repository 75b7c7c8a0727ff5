import { execute, select, SqlParameters, type Queryable } from '@xiaohao/database';
import type { Day } from '@xiaohao/domain';
import { addresseeLabels, dropReasons, noticeText } from '@xiaohao/messages';
import { audienceCtes, subjectColumns } from './audience-sql.js';
import { dayCte, ruleCte, type DueReminder, type NominalDay } from './due-reminder.queries.js';
import { answerKinds, type AnswerKind, type ReminderRule } from './reminder-rules.js';

const majorHazard = `t.kind = 'hazard' and t.level is not distinct from 'major'`;

/** The unit asked stands for the ticket's own: its people have nothing to do with the check. */
const spreadSubject = `a.id as ticket_id, concat_ws('/', a.unit_id, t.kind, ${majorHazard}) as place, t.kind, ${majorHazard} as major,
  a.unit_id, null::uuid as handler_id, null::uuid as submitter_id, false as submitted_by_head, t.status, t.confidential`;

/** Units asked and not answered yet, as a `subject` of the audiences; more conditions may follow. */
export const openSpreadSubjects = `select ${spreadSubject} from spread_answer a join spread s on s.id = a.spread_id
  join ticket t on t.id = s.ticket_id where a.answered_on is null`;

/** Rows `a` that somebody has to answer, each with the ticket `t` it belongs to. */
const openAnswers: Readonly<Record<AnswerKind, { from: string; asker: string; subject: string; audience: string }>> = {
  instruction: {
    from: `instruction a join ticket t on t.id = a.ticket_id and t.status not in ('closed','cancelled')
      where a.answered_on is null`,
    asker: 'a.given_by',
    subject: subjectColumns.replace('t.id as ticket_id', 'a.id as ticket_id'),
    audience: 'a.addressee',
  },
  spread: {
    from: `(select x.id, x.unit_id, s.ticket_id, s.due_on, s.created_by from spread_answer x join spread s on s.id = x.spread_id
        where x.answered_on is null) a
      join ticket t on t.id = a.ticket_id where true`,
    asker: 'a.created_by',
    subject: spreadSubject,
    audience: `'head'`,
  },
};

/** Reminders of what is to be answered by a day, before and after it; not told yet. */
export async function listAnswerReminders(
  db: Queryable,
  rules: readonly ReminderRule[],
  days: readonly NominalDay[],
  postsOn: Day,
): Promise<DueReminder[]> {
  const found: DueReminder[] = [];
  for (const kind of answerKinds) found.push(...(await listOf(db, kind, rules, days, postsOn)));
  return found;
}

async function listOf(
  db: Queryable,
  of: AnswerKind,
  rules: readonly ReminderRule[],
  days: readonly NominalDay[],
  postsOn: Day,
): Promise<DueReminder[]> {
  const counted = rules.flatMap(({ code, level, moment, audience }) => {
    if ((moment.type !== 'before_answer' && moment.type !== 'answer_late') || moment.of !== of) return [];
    return [{ code, level, days: moment.type === 'before_answer' ? -moment.days : moment.days, audience }];
  });
  if (counted.length === 0 || days.length === 0) return [];
  const params = new SqlParameters();
  const type = params.add(of);
  const ctes = [ruleCte(params, counted), dayCte(params, days)];
  const open = openAnswers[of];
  return select<DueReminder>(
    db,
    `with recursive ${ctes.join(', ')},
     moment as materialized (
       select q.*, r.code, r.level, r.audience as told_audience, d.for_on
       from (select a.id as answer_id, a.ticket_id, a.due_on as counted_from, ${open.asker} as asker_id,
           ${open.audience} as addressee from ${open.from}) q
       join rule r on true join day d on q.counted_from = d.nominal_on - r.days),
     subject as materialized (
       select ${open.subject} from ${open.from} and a.id in (select answer_id from moment)),
     ${audienceCtes(params, postsOn, 'nearest')},
     reached as (
       select m.*, x.person_id from moment m join told x on x.ticket_id = m.answer_id and x.audience = m.addressee
       where 'addressee' = any(m.told_audience)
       union
       select m.*, m.asker_id from moment m
       where 'asker' = any(m.told_audience) and m.asker_id in (select person_id from holder))
     select for_on as "forOn", person_id as "personId", ticket_id as "ticketId", code as "ruleCode", 0 as round,
       counted_from as "countedFrom", json_build_object('type', ${type}::text, 'id', answer_id) as task
     from (
       select distinct on (for_on, person_id, answer_id) for_on, person_id, ticket_id, code, counted_from, answer_id
       from reached order by for_on, person_id, answer_id, level desc, code) x
     where not exists (select 1 from reminder_occurrence o where o.rule_code = x.code and o.person_id = x.person_id
       and o.subject_type = ${type}::text and o.subject_id = x.answer_id and o.round = 0 and o.due_on = x.counted_from
       and o.iso_week is null)`,
    params.values,
  );
}

/** What a message says of something to be answered. */
export interface ToldAnswer {
  id: string;
  type: AnswerKind;
  no: string;
  title: string;
  unitName: string;
  unitSort: number;
  dueOn: Day;
  answerer: string | null;
  link: string;
}

/** Facts of instructions and checks; a check tells its question and nothing of the ticket it came from. */
export async function listToldAnswers(db: Queryable, ids: readonly string[]): Promise<ToldAnswer[]> {
  if (ids.length === 0) return [];
  const rows = await select<Omit<ToldAnswer, 'link'> & { ticketId: string; confidential: boolean }>(
    db,
    `select i.id, 'instruction' as type, t.no, i.text as title, coalesce(u.name, '') as "unitName", coalesce(u.sort, 0) as "unitSort",
       i.due_on as "dueOn", i.addressee as answerer, t.id as "ticketId", t.confidential
     from instruction i join ticket t on t.id = i.ticket_id left join unit u on u.id = t.lead_unit_id where i.id = any($1::uuid[])
     union all
     select a.id, 'spread', s.no, s.question, u.name, u.sort, s.due_on, null, s.ticket_id, false
     from spread_answer a join spread s on s.id = a.spread_id join unit u on u.id = a.unit_id where a.id = any($1::uuid[])
     order by 7, 3`,
    [ids],
  );
  return rows.map(({ ticketId, answerer, confidential, title, ...row }) => ({
    ...row,
    // Mails travel open.
    title: confidential ? noticeText('confidentialTitle') : title,
    answerer: answerer ? addresseeLabels[answerer as keyof typeof addresseeLabels][0] : null,
    link: row.type === 'spread' ? '/checks' : `/tickets/${ticketId}`,
  }));
}

/** Something a message was to tell of that has been answered since. */
export interface LapsedAnswer {
  messageId: string;
  ruleCode: string;
  answerId: string;
}

export function listLapsedAnswers(db: Queryable, messageIds: readonly string[]): Promise<LapsedAnswer[]> {
  return select<LapsedAnswer>(
    db,
    `select o.message_id as "messageId", o.rule_code as "ruleCode", o.subject_id as "answerId"
     from reminder_occurrence o
     left join instruction i on o.subject_type = 'instruction' and i.id = o.subject_id left join ticket t on t.id = i.ticket_id
     left join spread_answer a on o.subject_type = 'spread' and a.id = o.subject_id
     where o.message_id = any($1::uuid[]) and o.subject_type in ('instruction','spread')
       and (i.answered_on is not null or a.answered_on is not null or t.status in ('closed','cancelled'))`,
    [messageIds],
  );
}

export async function recordLapsedAnswers(tx: Queryable, lapsed: readonly LapsedAnswer[]): Promise<void> {
  await execute(
    tx,
    `update reminder_occurrence o set dropped = $2
     from jsonb_to_recordset($1::jsonb) as r ("messageId" uuid, "ruleCode" text, "answerId" uuid)
     where o.subject_id = r."answerId" and o.message_id = r."messageId" and o.rule_code = r."ruleCode"`,
    [JSON.stringify(lapsed), dropReasons.answered[0]],
  );
}
