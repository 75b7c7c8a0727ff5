import { officesOf, ticketKinds, type Day } from '@xiaohao/domain';
import type { SqlParameters } from '@xiaohao/database';

/** Roles that see no ticket, even one that names them; being told of one would show it to them. */
const blindRoles = ['admin', 'stats'];
/** Deeper trees are a mistake, and a loop in the tree must end. */
const deepestTree = 20;
/** Stands for "no unit", so that units compare with `=` and join by hash. */
const noUnit = `'00000000-0000-0000-0000-000000000000'::uuid`;

const majorHazard = `t.kind = 'hazard' and t.level is not distinct from 'major'`;

/**
 * Columns of a ticket that decide who is told of it; select them as the CTE `subject`. `place` stands for unit, kind
 * and sort of hazard in one word: joined by three columns the planner would expect next to nothing and loop.
 */
export const subjectColumns = `t.id as ticket_id, concat_ws('/', t.lead_unit_id, t.kind, ${majorHazard}) as place,
  t.kind, ${majorHazard} as major, coalesce(t.lead_unit_id, ${noUnit}) as unit_id, t.handler_id, t.submitter_id, t.submitted_by_head, t.status, t.confidential`;

/**
 * CTEs that end in `holder`, the posts that count on the day (`day` is a placeholder) without those somebody stands in
 * for, and in `above (unit_id, ancestor_id, distance)`, each unit with all above it.
 */
export function holderCtes(params: SqlParameters, day: string, blind: readonly string[] = blindRoles): string {
  return `
running as materialized (
    select o.id as post_id, o.person_id, o.role, o.unit_id, o.acting_for_post_id from post o join person p on p.id = o.person_id
    where p.disabled_at is null and o.from_on <= ${day}::date and (o.to_on is null or o.to_on >= ${day}::date)
      and o.role <> all(${params.add(blind)}::text[])),
  covered as materialized (
    select o.id as post_id, o.person_id as absent_id, o.role, r.person_id from running r join post o on o.id = r.acting_for_post_id),
  holder as materialized (select * from running where post_id not in (select post_id from covered)),
  above (unit_id, ancestor_id, distance) as (
    select id, id, 0 from unit
    union all
    select a.unit_id, u.parent_id, a.distance + 1 from above a join unit u on u.id = a.ancestor_id
    where u.parent_id is not null and a.distance < ${deepestTree})`;
}

/**
 * CTEs that end in `told (ticket_id, audience, person_id)`: whom each audience means for each ticket of `subject`.
 * To be written after `with recursive`. Only enabled people with a post on `postsOn` are told, and only of tickets that
 * the visibility predicate grants them (each audience is one of its grants; a test holds the two against each other).
 *
 * Nobody is left out silently: no handler means the head, no head the kind's coordinator, no deputy the chief, nobody
 * to review the coordinator. A group has the heads of its members for its own; where none are known, those of the
 * supporting units. Whoever is on leave is not told by the post somebody else stands in for. `heads` says whether the
 * nearest head up the tree alone is told, or every head above (who answers for the units below too).
 *
 * People are settled per place (unit, kind, sort of hazard) before tickets come in: places are few, tickets are many.
 * `onlyPeople`, a query of person ids, leaves everybody else out early.
 */
export function audienceCtes(
  params: SqlParameters,
  postsOn: Day,
  heads: 'nearest' | 'all',
  onlyPeople: string | null = null,
): string {
  const day = params.add(postsOn);
  const offices = params.add(JSON.stringify(officeRows()));
  return `
  office as materialized (
    select * from jsonb_to_recordset(${offices}::jsonb) as r (kind text, major boolean, coordinator text, acceptor text)),
  ${holderCtes(params, day)},
  tree_head as materialized (
    select distinct unit_id, person_id from (
      select a.unit_id, h.person_id, a.distance, min(a.distance) over (partition by a.unit_id) as nearest
      from above a join holder h on h.unit_id = a.ancestor_id and h.role in ('head','clerk')) x
    ${heads === 'nearest' ? 'where distance = nearest' : ''}),
  tree_deputy as materialized (
    select distinct a.unit_id, h.person_id from above a join post_charge c on c.unit_id = a.ancestor_id
    join holder h on h.post_id = c.post_id and h.role = 'deputy'),
  member as materialized (
    select m.group_id, m.unit_id from group_member m join unit u on u.id = m.unit_id
    where m.from_on <= ${day}::date and (m.to_on is null or m.to_on >= ${day}::date) and u.closed_on is null),
  unit_head as materialized (
    select unit_id, person_id from tree_head where unit_id not in (select group_id from member)
    union
    select m.group_id, h.person_id from member m join tree_head h using (unit_id)),
  unit_deputy as materialized (
    select unit_id, person_id from tree_deputy
    union
    select m.group_id, d.person_id from member m join tree_deputy d using (unit_id)),
  place as materialized (select distinct place, unit_id, kind, major from subject),
  anybody as (
    select p.place, 'head' as audience, h.person_id from place p join unit_head h using (unit_id)
    union
    select p.place, 'head', h.person_id from place p join office f using (kind, major) join holder h on h.role = f.coordinator
    where p.unit_id not in (select unit_id from unit_head)
    union
    select p.place, 'deputy', d.person_id from place p join unit_deputy d using (unit_id)
    union
    select p.place, 'deputy', h.person_id from place p cross join holder h
    where h.role = 'chief' and p.unit_id not in (select unit_id from unit_deputy)
    union
    select p.place, 'chief', h.person_id from place p cross join holder h where h.role = 'chief'
    union
    select p.place, 'coordinator', h.person_id from place p join office f using (kind, major) join holder h on h.role = f.coordinator
    union
    select p.place, 'acceptor', h.person_id from place p join office f using (kind, major) join holder h on h.role = f.acceptor),
  who as materialized (
    select * from anybody ${onlyPeople ? `where person_id in (${onlyPeople})` : ''}),
  grouped as materialized (
    select distinct s.ticket_id, h.person_id from subject s join unit u on u.id = s.unit_id and u.type = 'group'
      and u.id not in (select group_id from member)
    join ticket_support_unit x on x.ticket_id = s.ticket_id join unit_head h on h.unit_id = x.unit_id
    where not s.confidential),
  standing as materialized (
    select s.ticket_id, w.audience, w.person_id from subject s join who w using (place)
    where w.audience <> 'head' or s.ticket_id not in (select ticket_id from grouped)
    union all
    select ticket_id, 'head', person_id from grouped),
  unhandled as materialized (
    select ticket_id from subject where handler_id is null or (handler_id not in (select person_id from holder)
      and handler_id not in (select absent_id from covered where role = 'handler'))),
  in_review as materialized (
    select ticket_id, submitter_id, handler_id, case status when 'pending_acceptance' then 'acceptor'
        when 'pending_review' then 'deputy' else case when submitted_by_head then 'deputy' else 'head' end end as reviewer
    from subject where status in ('dept_review','pending_review','pending_acceptance')),
  reviewing as materialized (
    select a.ticket_id, a.person_id from in_review r join standing a on a.ticket_id = r.ticket_id and a.audience = r.reviewer
    where a.person_id is distinct from r.submitter_id and a.person_id is distinct from r.handler_id),
  told as (
    select ticket_id, audience, person_id from standing where audience <> 'acceptor'
    union all
    select ticket_id, 'handler', handler_id from subject where handler_id in (select person_id from holder)
    union all
    select s.ticket_id, 'handler', c.person_id from subject s join covered c on c.absent_id = s.handler_id and c.role = 'handler'
    union all
    select ticket_id, 'handler', person_id from standing join unhandled using (ticket_id) where audience = 'head'
    union all
    select ticket_id, 'reviewer', person_id from reviewing
    union all
    select a.ticket_id, 'reviewer', a.person_id from in_review r join standing a using (ticket_id)
    where a.audience = 'coordinator' and r.ticket_id not in (select ticket_id from reviewing))`;
}

/** Which role coordinates and which strikes off, for each kind and for its major sort. */
function officeRows(): { kind: string; major: boolean; coordinator: string; acceptor: string }[] {
  return ticketKinds.flatMap((kind) =>
    [false, true].map((major) => {
      const { coordinator, acceptor } = officesOf(kind, major ? 'major' : null);
      return { kind, major, coordinator, acceptor };
    }),
  );
}
