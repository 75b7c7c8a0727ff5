import { execute, select, SqlParameters, type Queryable } from '@xiaohao/database';
import type { Day } from '@xiaohao/domain';
import { dropReasons, type DropReason } from '@xiaohao/messages';
import type { NoticeBody } from '@xiaohao/notices';
import { liveSql } from '@xiaohao/tickets';
import { audienceCtes, subjectColumns } from './audience-sql.js';

/** A ticket that a message was to tell of and that it need not tell of any more. */
export interface LapsedReminder {
  messageId: string;
  ruleCode: string;
  ticketId: string;
  no: string;
  reason: DropReason;
}

/**
 * Looks at the tickets of these messages again: reported done or closed since, given another deadline, or handed to
 * somebody else. What still holds is not returned.
 */
export async function listLapsed(db: Queryable, messageIds: readonly string[], today: Day): Promise<LapsedReminder[]> {
  const params = new SqlParameters();
  const ids = params.add(messageIds);
  return select<LapsedReminder>(
    db,
    `with recursive
     written as materialized (select id, person_id, for_on from message where id = any(${ids}::uuid[])),
     single as materialized (
       select m.id as message_id, o.rule_code, m.person_id, x.ticket_id, o.round, o.due_on, m.for_on, r.audience,
         r.moment->>'type' as sort
       from written m join message_ticket x on x.message_id = m.id
       join reminder_occurrence o on o.subject_id = x.ticket_id and o.subject_type = 'ticket' and o.message_id = m.id
       join reminder_rule r on r.code = o.rule_code),
     wanted as materialized (
       select * from single
       union all
       select m.id, o.rule_code, m.person_id, x.ticket_id, null, null, m.for_on, r.audience, r.moment->>'of'
       from written m
       join reminder_occurrence o on o.subject_id = m.person_id and o.subject_type = 'person' and o.message_id = m.id
       join reminder_rule r on r.code = o.rule_code join message_ticket x on x.message_id = m.id
       left join single s on s.message_id = m.id and s.ticket_id = x.ticket_id and s.sort <> 'after_due'
       where s.ticket_id is null),
     subject as materialized (
       select ${subjectColumns}, t.no, t.round as round_now, t.due_on as due_now, t.review_on as review_now, t.deadline_kind, ${liveSql()} as live
       from ticket t where t.id in (select ticket_id from wanted)),
     ${audienceCtes(params, today, 'all', 'select person_id from written')},
     verdict as materialized (
       select w.*, s.no, case
         when w.sort = 'unresolved' then case
           when s.status not in ('draft','assigned','in_progress') then 'settled'
           when s.deadline_kind <> 'unresolved' then 'deadlineMoved' end
         when w.sort = 'in_review' then case
           when s.status not in ('dept_review','pending_review','pending_acceptance') or s.round_now <> w.round then 'settled' end
         when w.sort in ('review_day','review_late') then case
           when s.status not in ('suspended','ongoing') or s.round_now <> w.round then 'settled'
           when s.review_now is distinct from w.due_on then 'deadlineMoved' end
         when not s.live then 'settled'
         when w.sort = 'overdue' then case when s.due_now is null or s.due_now >= w.for_on then 'deadlineMoved' end
         when s.due_now is distinct from w.due_on or s.round_now <> w.round then 'deadlineMoved' end as reason
       from wanted w join subject s using (ticket_id)),
     present as materialized (
       select ticket_id, person_id, array_agg(audience) as audiences from told
       where person_id in (select person_id from written) group by ticket_id, person_id)
     select v.message_id as "messageId", v.rule_code as "ruleCode", v.ticket_id as "ticketId", v.no,
       coalesce(v.reason, 'reassigned') as reason
     from verdict v left join present a using (ticket_id, person_id)
     where v.reason is not null or a.audiences is null or not a.audiences && v.audience`,
    params.values,
  );
}

export function listMessageBodies(
  db: Queryable,
  ids: readonly string[],
): Promise<{ id: string; subject: string; body: NoticeBody }[]> {
  return select(db, 'select id, subject, body from message where id = any($1::uuid[])', [ids]);
}

/** Keeps with each occurrence why it was not told after all. A digest's own occurrence stays: the digest was told. */
export async function recordLapsed(tx: Queryable, lapsed: readonly LapsedReminder[]): Promise<void> {
  await execute(
    tx,
    `update reminder_occurrence o set dropped = r.reason
     from jsonb_to_recordset($1::jsonb) as r ("messageId" uuid, "ruleCode" text, "ticketId" uuid, reason text)
     where o.subject_id = r."ticketId" and o.subject_type = 'ticket' and o.message_id = r."messageId"
       and o.rule_code = r."ruleCode"`,
    [JSON.stringify(lapsed.map((row) => ({ ...row, reason: dropReasons[row.reason][0] })))],
  );
}
