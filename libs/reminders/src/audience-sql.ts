import { officesOf, ticketKinds, type Day } from '@xiaohao/domain';
import type { SqlParameters } from '@xiaohao/database';

/** Roles that see no ticket, even one that names them; being told of one would show it to them. */
const blindRoles = ['admin', 'stats'];
/** Deeper trees are a mistake, and a loop in the tree must end. */
const deepestTree = 20;

/** Columns of a ticket that decide who is told of it; select them as the CTE `subject`. */
export const subjectColumns = `t.id as ticket_id, t.kind, t.kind = 'hazard' and t.level is not distinct from 'major' as major,
  t.lead_unit_id, t.handler_id, t.submitter_id, t.submitted_by_head, t.status, t.confidential`;

/**
 * CTEs that end in `told (ticket_id, audience, person_id)`: whom each audience means for each ticket of `subject`.
 * To be written after `with recursive`. Only enabled people with a post on `postsOn` are told, and only of tickets that
 * the visibility predicate grants them (each audience is one of its grants; a test holds the two against each other).
 *
 * Nobody is left out silently: no handler means the head, no head the kind's coordinator, no deputy the chief.
 * A group has the heads of the supporting units for its own. `heads` says whether the nearest head up the tree alone is
 * told, or every head above (who answers for the units below too).
 */
export function audienceCtes(params: SqlParameters, postsOn: Day, heads: 'nearest' | 'all'): string {
  const day = params.add(postsOn);
  const offices = params.add(JSON.stringify(officeRows()));
  return `
  office as materialized (
    select * from jsonb_to_recordset(${offices}::jsonb) as r (kind text, major boolean, coordinator text, acceptor text)),
  holder as materialized (
    select o.id as post_id, o.person_id, o.role, o.unit_id from post o join person p on p.id = o.person_id
    where p.disabled_at is null and o.from_on <= ${day}::date and (o.to_on is null or o.to_on >= ${day}::date)
      and o.role <> all(${params.add(blindRoles)}::text[])),
  above (unit_id, ancestor_id, distance) as (
    select id, id, 0 from unit
    union all
    select a.unit_id, u.parent_id, a.distance + 1 from above a join unit u on u.id = a.ancestor_id
    where u.parent_id is not null and a.distance < ${deepestTree}),
  unit_head as materialized (
    select distinct unit_id, person_id from (
      select a.unit_id, h.person_id, a.distance, min(a.distance) over (partition by a.unit_id) as nearest
      from above a join holder h on h.unit_id = a.ancestor_id and h.role in ('head','clerk')) x
    ${heads === 'nearest' ? 'where distance = nearest' : ''}),
  unit_deputy as materialized (
    select distinct a.unit_id, h.person_id from above a join post_charge c on c.unit_id = a.ancestor_id
    join holder h on h.post_id = c.post_id and h.role = 'deputy'),
  chief as materialized (select distinct person_id from holder where role = 'chief'),
  coordinator as materialized (
    select distinct f.kind, f.major, h.person_id from office f join holder h on h.role = f.coordinator),
  acceptor as materialized (
    select distinct f.kind, f.major, h.person_id from office f join holder h on h.role = f.acceptor),
  head_of as materialized (
    select s.ticket_id, h.person_id from subject s join unit_head h on h.unit_id = s.lead_unit_id
    union
    select s.ticket_id, h.person_id from subject s join unit u on u.id = s.lead_unit_id and u.type = 'group'
      join ticket_support_unit x on x.ticket_id = s.ticket_id join unit_head h on h.unit_id = x.unit_id
    where not s.confidential),
  head_or_office as materialized (
    select ticket_id, person_id from head_of
    union all
    select s.ticket_id, c.person_id from subject s join coordinator c on c.kind = s.kind and c.major = s.major
    where not exists (select 1 from head_of h where h.ticket_id = s.ticket_id)),
  acting as materialized (
    select s.ticket_id from subject s where s.handler_id in (select person_id from holder)),
  deputy_or_chief as materialized (
    select s.ticket_id, d.person_id from subject s join unit_deputy d on d.unit_id = s.lead_unit_id
    union all
    select s.ticket_id, c.person_id from subject s cross join chief c
    where not exists (select 1 from unit_deputy d where d.unit_id = s.lead_unit_id)),
  reviewing as materialized (
    select s.ticket_id, r.person_id from subject s join (
        select ticket_id, person_id, 'head' as duty from head_of
        union all select ticket_id, person_id, 'deputy' from deputy_or_chief
        union all select s.ticket_id, a.person_id, 'acceptor'
          from subject s join acceptor a on a.kind = s.kind and a.major = s.major) r on r.ticket_id = s.ticket_id
    where r.duty = case s.status when 'pending_acceptance' then 'acceptor' when 'pending_review' then 'deputy'
        when 'dept_review' then case when s.submitted_by_head then 'deputy' else 'head' end end
      and r.person_id is distinct from s.submitter_id and r.person_id is distinct from s.handler_id),
  told as (
    select s.ticket_id, 'handler' as audience, s.handler_id as person_id from subject s join acting using (ticket_id)
    union all
    select ticket_id, 'handler', person_id from head_or_office where ticket_id not in (select ticket_id from acting)
    union all
    select ticket_id, 'head', person_id from head_or_office
    union all
    select ticket_id, 'deputy', person_id from deputy_or_chief
    union all
    select s.ticket_id, 'chief', c.person_id from subject s cross join chief c
    union all
    select s.ticket_id, 'coordinator', c.person_id from subject s join coordinator c on c.kind = s.kind and c.major = s.major
    union all
    select ticket_id, 'reviewer', person_id from reviewing
    union all
    select s.ticket_id, 'reviewer', c.person_id from subject s join coordinator c on c.kind = s.kind and c.major = s.major
    where s.status in ('dept_review','pending_review','pending_acceptance')
      and not exists (select 1 from reviewing r where r.ticket_id = s.ticket_id))`;
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
