import { select, SqlParameters, type Queryable } from '@xiaohao/database';
import type { Day } from '@xiaohao/domain';
import { overdueSql } from '@xiaohao/tickets';
import { audienceCtes, subjectColumns } from './audience-sql.js';
import type { ReminderRule } from './reminder-rules.js';

/** All of a person's tickets that a digest gathers, split by why they are theirs. */
export interface DigestShare {
  personId: string;
  /** As handler, head or coordinator. */
  ownIds: string[];
  /** As deputy or chief, who look at sections. */
  watchedIds: string[];
}

const digestOf = {
  overdue: (params: SqlParameters, on: Day) => overdueSql(params.add(on)),
  /** A human must set these deadlines; drafts too wait for that. */
  unresolved: () => `t.deadline_kind = 'unresolved' and t.status in ('draft','assigned','in_progress')`,
} as const;

/** What a digest for that day holds, for those who do not have it yet; one row per person. */
export async function listDigestShares(
  db: Queryable,
  digest: { rule: ReminderRule; of: 'overdue' | 'unresolved'; on: Day; key: DigestKey },
  postsOn: Day,
): Promise<DigestShare[]> {
  const params = new SqlParameters();
  const rule = params.add(digest.rule.code);
  const [audience, dueOn, isoWeek] = [digest.rule.audience, digest.key.dueOn, digest.key.isoWeek].map((v) =>
    params.add(v),
  );
  return select<DigestShare>(
    db,
    `with recursive
     subject as materialized (select ${subjectColumns} from ticket t where ${digestOf[digest.of](params, digest.on)}),
     ${audienceCtes(params, postsOn, 'all')},
     share as (
       select person_id, ticket_id, bool_or(audience not in ('deputy','chief')) as own from told
       where audience = any(${audience}::text[]) group by person_id, ticket_id)
     select person_id as "personId", coalesce(array_agg(ticket_id) filter (where own), '{}') as "ownIds",
       coalesce(array_agg(ticket_id) filter (where not own), '{}') as "watchedIds"
     from share s
     where not exists (select 1 from reminder_occurrence o where o.rule_code = ${rule} and o.person_id = s.person_id
       and o.subject_type = 'person' and o.subject_id = s.person_id and o.round = 0
       and o.due_on is not distinct from ${dueOn}::date and o.iso_week is not distinct from ${isoWeek}::text)
     group by person_id`,
    params.values,
  );
}

/** How many people and tickets digests of those days would reach; `tickets` narrows what is counted. */
export async function countDigests(
  db: Queryable,
  request: { rule: ReminderRule; days: readonly Day[]; visible: (params: SqlParameters) => string },
  postsOn: Day,
): Promise<{ on: Day; personId: string; tickets: number }[]> {
  const params = new SqlParameters();
  const moment = request.rule.moment;
  const days = params.add(request.days);
  const of = moment.type === 'digest' ? moment.of : 'overdue';
  const visible = request.visible(params);
  const audience = params.add(request.rule.audience);
  const counts = of === 'overdue' ? 'and s.sort_due_on < d."on"' : '';
  return select(
    db,
    `with recursive
     subject as materialized (
       select ${subjectColumns}, t.sort_due_on from ticket t where ${digestOf[of](params, request.days.at(-1)!)} and ${visible}),
     ${audienceCtes(params, postsOn, 'all')},
     share as materialized (select distinct person_id, ticket_id from told where audience = any(${audience}::text[]))
     select d."on", x.person_id as "personId", count(*)::int as tickets
     from unnest(${days}::date[]) as d ("on") cross join share x join subject s using (ticket_id)
     where true ${counts} group by 1, 2`,
    params.values,
  );
}

/** What makes an occurrence of a digest the only one: its ISO week, or its day. */
export interface DigestKey {
  dueOn: Day | null;
  isoWeek: string | null;
}
