import { execute, newId, select, SqlParameters, type Queryable } from '@xiaohao/database';
import { addDays, reviewStatuses, ticketKinds, type Day } from '@xiaohao/domain';
import { liveSql, overdueSql } from '@xiaohao/tickets';
import { audienceCtes, subjectColumns } from './audience-sql.js';
import { daysFromDue, type ReminderRule } from './reminder-rules.js';

/** One rule has something to tell one person about one ticket. */
export interface DueReminder {
  forOn: Day;
  personId: string;
  ticketId: string;
  ruleCode: string;
  round: number;
  /** The day the rule counts from: the deadline, or the day the review began. */
  countedFrom: Day;
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
const highestLevel = (moment: string) => `
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

function ruleCte(params: SqlParameters, rules: readonly object[]): string {
  const json = params.add(JSON.stringify(rules));
  return `rule as materialized (
    select * from jsonb_to_recordset(${json}::jsonb) as r (code text, level int, days int, audience text[]))`;
}

function dayCte(params: SqlParameters, days: readonly NominalDay[]): string {
  const nominal = params.add(days.map(({ nominalOn }) => nominalOn));
  const forOn = params.add(days.map((day) => day.forOn));
  return `day as materialized (select * from unnest(${nominal}::date[], ${forOn}::date[]) as d (nominal_on, for_on))`;
}

/** All of a person's tickets that a digest gathers, split by why they are theirs. */
export interface DigestShare {
  personId: string;
  /** As handler, head or coordinator. */
  ownIds: string[];
  /** As deputy or chief, who look at sections. */
  watchedIds: string[];
}

const digestOf = {
  overdue: (today: string) => overdueSql(today),
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
  const on = params.add(digest.on);
  const rule = params.add(digest.rule.code);
  const [audience, dueOn, isoWeek] = [digest.rule.audience, digest.key.dueOn, digest.key.isoWeek].map((v) =>
    params.add(v),
  );
  return select<DigestShare>(
    db,
    `with recursive
     subject as materialized (select ${subjectColumns} from ticket t where ${digestOf[digest.of](on)}),
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
  const latest = params.add(addDays(request.days.at(-1)!, 0));
  const visible = request.visible(params);
  const audience = params.add(request.rule.audience);
  const counts = of === 'overdue' ? 'and s.sort_due_on < d."on"' : '';
  return select(
    db,
    `with recursive
     subject as materialized (
       select ${subjectColumns}, t.sort_due_on from ticket t where ${digestOf[of](latest)} and ${visible}),
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

/** An occurrence and the message that tells it. */
export interface NewOccurrence {
  ruleCode: string;
  subjectType: 'ticket' | 'person';
  subjectId: string;
  round: number;
  dueOn: Day | null;
  isoWeek: string | null;
  personId: string;
  forOn: Day;
  level: number;
  messageId: string;
}

/** Claims the occurrences; returns those that are ours, not those somebody else claimed before. */
export async function claimOccurrences(tx: Queryable, occurrences: readonly NewOccurrence[]): Promise<NewOccurrence[]> {
  if (occurrences.length === 0) return [];
  const rows = occurrences.map((occurrence) => ({ id: newId(), ...occurrence }));
  const claimed = await select<{ id: string }>(
    tx,
    `insert into reminder_occurrence (id, rule_code, subject_type, subject_id, round, due_on, iso_week, person_id, for_on,
       level, message_id)
     select id, "ruleCode", "subjectType", "subjectId", round, "dueOn", "isoWeek", "personId", "forOn", level, "messageId"
     from jsonb_to_recordset($1::jsonb) as r (id uuid, "ruleCode" text, "subjectType" text, "subjectId" uuid, round int,
       "dueOn" date, "isoWeek" text, "personId" uuid, "forOn" date, level int, "messageId" uuid)
     on conflict do nothing returning id`,
    [JSON.stringify(rows)],
  );
  const ours = new Set(claimed.map(({ id }) => id));
  return occurrences.filter((_, index) => ours.has(rows[index]!.id));
}

/** Any number; one sweep at a time, so that what one person is told is never split over two messages. */
const sweepLock = 7_420_010;

export async function lockSweeps(tx: Queryable): Promise<void> {
  await execute(tx, 'select pg_advisory_xact_lock($1)', [sweepLock]);
}

export type SweepKind = 'daily' | 'weekly' | 'rehearsal';

export async function recordSweep(
  tx: Queryable,
  sweep: { on: Day; kind: SweepKind; startedAt: Date; counts: Record<string, number> },
): Promise<void> {
  await execute(
    tx,
    `insert into reminder_sweep (id, for_on, kind, started_at, finished_at, counts)
     values ($1, $2, $3, $4, clock_timestamp(), $5)`,
    [newId(), sweep.on, sweep.kind, sweep.startedAt, JSON.stringify(sweep.counts)],
  );
}

/** The last day before `on` that was swept in earnest; rehearsals of other days do not count. */
export async function findLastSweptOn(db: Queryable, on: Day): Promise<Day | null> {
  const [row] = await select<{ lastOn: Day | null }>(
    db,
    `select max(for_on) as "lastOn" from reminder_sweep
     where for_on < $1 and kind <> 'rehearsal' and finished_at is not null`,
    [on],
  );
  return row!.lastOn;
}

/** Facts of a ticket a message needs. */
export interface ToldTicket {
  id: string;
  no: string;
  title: string;
  confidential: boolean;
  dueOn: Day | null;
  deadlineRaw: string | null;
  unitName: string | null;
  unitSort: number | null;
  handlerName: string | null;
  /** Its place in a list, the longest overdue first. */
  place: number;
}

export function listToldTickets(db: Queryable, ids: readonly string[]): Promise<ToldTicket[]> {
  return select<ToldTicket>(
    db,
    `select t.id, t.no, t.title, t.confidential, t.due_on as "dueOn", t.deadline_raw as "deadlineRaw", u.name as "unitName",
       u.sort as "unitSort", h.name as "handlerName", row_number() over (order by t.sort_due_on, t.no)::int as place
     from ticket t left join unit u on u.id = t.lead_unit_id left join person h on h.id = t.handler_id
     where t.id = any($1::uuid[])`,
    [ids],
  );
}

export interface Recipient {
  id: string;
  name: string;
  username: string;
  email: string | null;
}

export function listRecipients(db: Queryable, ids: readonly string[]): Promise<Recipient[]> {
  return select<Recipient>(
    db,
    'select id, name, username, email from person where id = any($1::uuid[]) order by username',
    [ids],
  );
}
