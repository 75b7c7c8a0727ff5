import type { EntityManager } from 'typeorm';
import { select, SqlParameters, type Queryable } from '@xiaohao/database';
import type { Day, StageFacts } from '@xiaohao/domain';
import type { Actor } from '@xiaohao/org';
import type { DutyFacts } from '../reading/ticket-duties.js';
import { inNameOfSql } from '../reading/open-work.js';
import { countChecks } from '../governing/spread.queries.js';
import { waitingSql, type WaitingGroup } from '../reading/ticket-filter.js';
import { withoutDeputySql } from './deputy-in-charge.js';
import { visibleTickets } from '../reading/visibility.js';

interface Named {
  id: string;
  name: string;
}

/** What the person is to a ticket; each passes to the successor. */
export type NamedPart = 'handler' | 'leader' | 'person' | 'inspector';

/** Tickets of one unit in the person's name. Numbers only, no titles; confidential ones are counted, not named. */
export interface OpenUnit {
  unit: Named | null;
  count: number;
  confidential: number;
  tickets: { id: string; no: string; as: NamedPart[] }[];
}

/** What falls to the person by post; whoever holds the post next has it without being handed anything. */
export type PostWork = Record<'sign' | 'review' | 'accept' | 'decide' | 'instructions' | 'checks', number>;

const partsSql = (person: string) => `array_remove(array[
  case when t.status not in ('closed','cancelled') and t.handler_id = ${person}::uuid then 'handler' end,
  case when t.status not in ('closed','cancelled') and t.leader_id = ${person}::uuid then 'leader' end,
  case when t.status not in ('closed','cancelled') and exists (
    select 1 from ticket_person x where x.ticket_id = t.id and x.person_id = ${person}::uuid) then 'person' end,
  case when exists (select 1 from look_back_row r where r.ticket_id = t.id and r.inspector_id = ${person}::uuid and r.result is null)
    then 'inspector' end], null)`;

/** Open tickets in the person's name, and closed ones the person is to look at again. */
const concernedSql = (person: string) => `((${inNameOfSql(person)})
  or t.id in (select ticket_id from look_back_row where inspector_id = ${person}::uuid and result is null))`;

export async function listOpenUnits(db: Queryable, personId: string): Promise<OpenUnit[]> {
  return select<OpenUnit>(
    db,
    `select case when u.id is not null then json_build_object('id', u.id, 'name', u.name) end as unit, count(*)::int as count,
       count(*) filter (where t.confidential)::int as confidential,
       coalesce(json_agg(json_build_object('id', t.id, 'no', t.no, 'as', ${partsSql('$1')}) order by t.no)
         filter (where not t.confidential), '[]') as tickets
     from ticket t left join unit u on u.id = t.lead_unit_id where ${concernedSql('$1')}
     group by u.id order by u.sort nulls last, u.name`,
    [personId],
  );
}

export interface OpenCounts {
  measures: number;
  instructionsGiven: number;
  lookBacks: number;
}

/** Measures to be done that name the person, instructions given and not answered, look-backs begun and not finished. */
export async function countOpenBeside(db: Queryable, personId: string): Promise<OpenCounts> {
  const [row] = await select<OpenCounts>(
    db,
    `select (select count(*)::int from measure m join ticket t on t.id = m.ticket_id join person p on p.id = $1
         where m.done_on is null and p.name = any(m.persons) and ${inNameOfSql('$1')}) as measures,
       (select count(*)::int from instruction i join ticket t on t.id = i.ticket_id
         where i.given_by = $1 and i.answered_on is null and t.status not in ('closed','cancelled')) as "instructionsGiven",
       (select count(*)::int from look_back b where b.created_by = $1
         and exists (select 1 from look_back_row r where r.look_back_id = b.id and r.result is null)) as "lookBacks"`,
    [personId],
  );
  return row!;
}

export async function countPostWork(db: Queryable, leaving: Actor, today: Day): Promise<PostWork> {
  const params = new SqlParameters();
  const now = params.add(today);
  const visible = visibleTickets(leaving, params);
  const count = (group: WaitingGroup) =>
    `count(*) filter (where ${waitingSql(group, leaving, params, () => now)})::int`;
  const [row] = await select<PostWork>(
    db,
    `select ${count('to_sign')} as sign, ${count('to_review')} as review, ${count('to_accept')} as accept,
       ${count('to_decide')} as decide, ${count('to_answer')} as instructions
     from ticket t where t.status not in ('closed','cancelled') and ${now}::date is not null and ${visible}`,
    params.values,
  );
  return { ...row!, checks: (await countChecks(db, leaving, today)).count };
}

/** A ticket as its hand-over looks at it. */
export interface PassedTicket extends Omit<StageFacts, 'kind' | 'level'>, DutyFacts {
  id: string;
  no: string;
  title: string;
  confidential: boolean;
  dueOn: Day | null;
  unit: string | null;
  parts: NamedPart[];
}

export function listPassed(tx: EntityManager, personId: string, today: Day): Promise<PassedTicket[]> {
  return select<PassedTicket>(
    tx,
    `select t.id, t.no, t.title, t.confidential, t.due_on as "dueOn", t.kind, t.level, t.status, u.name as unit,
       t.submitted_by_head as "submittedByHead", t.extension_count as "grantedExtensionCount",
       t.statutory_deadline as "statutoryDeadline", not ${withoutDeputySql('$2')} as "deputyInCharge", t.lead_unit_id as "leadUnitId", t.handler_id as "handlerId",
       t.submitter_id as "submitterId", t.leader_id as "leaderId", '{}'::uuid[] as "supportUnitIds",
       '{}'::uuid[] as "personIds", ${partsSql('$1')} as parts
     from ticket t left join unit u on u.id = t.lead_unit_id where ${concernedSql('$1')} order by t.id`,
    [personId, today],
  );
}

/** A successor, and the units whose tickets a post of theirs fits from that day on: their own, those above, their groups. */
export interface Successor extends Named {
  disabled: boolean;
  sees: boolean;
  unitIds: string[];
}

export function listSuccessors(tx: EntityManager, ids: readonly string[], from: Day): Promise<Successor[]> {
  return select<Successor>(
    tx,
    `select p.id, p.name, p.disabled_at is not null as disabled, exists (
         select 1 from post o where o.person_id = p.id and o.role not in ('admin','stats')
           and o.from_on <= $2 and (o.to_on is null or o.to_on >= $2)) as sees,
       array(with recursive above as (
           select o.unit_id as id from post o where o.person_id = p.id and o.role not in ('admin','stats')
             and o.from_on <= $2 and (o.to_on is null or o.to_on >= $2)
           union select u.parent_id from unit u join above a on a.id = u.id where u.parent_id is not null)
         select id from above union select m.group_id from group_member m join above a on a.id = m.unit_id
         where m.from_on <= $2 and (m.to_on is null or m.to_on >= $2)) as "unitIds"
     from person p where p.id = any($1::uuid[]) order by p.id for key share`,
    [ids, from],
  );
}
