import type { Role } from '@xiaohao/domain';
import { select, type Queryable } from '@xiaohao/database';
import type { Actor, ActorPost } from './actor.js';

export interface UnitRow {
  id: string;
  name: string;
  type: string;
  parentId: string | null;
}

export interface PersonRow {
  id: string;
  name: string;
  username: string;
  posts: { role: Role; unit: { id: string; name: string }; actingFor: string | null }[];
}

/** Every open unit, parents before children where `sort` says so. */
export function listUnits(db: Queryable): Promise<UnitRow[]> {
  return select<UnitRow>(
    db,
    `select id, name, type, parent_id as "parentId" from unit where closed_on is null order by sort, name`,
  );
}

export interface ClosedUnitRow {
  id: string;
  name: string;
  closedOn: string;
  mergedInto: { id: string; name: string } | null;
}

/** Units that are no more, the latest first. */
export function listClosedUnits(db: Queryable): Promise<ClosedUnitRow[]> {
  return select<ClosedUnitRow>(
    db,
    `select u.id, u.name, u.closed_on as "closedOn",
       case when m.id is not null then json_build_object('id', m.id, 'name', m.name) end as "mergedInto"
     from unit u left join unit m on m.id = u.merged_into_id
     where u.closed_on is not null order by u.closed_on desc, u.name limit 200`,
  );
}

/** People with a post on `today`, by unit, role or part of their name. */
export function listPeople(
  db: Queryable,
  filter: { unitId?: string; role?: string; q?: string },
  today: string,
): Promise<PersonRow[]> {
  return select<PersonRow>(
    db,
    `select p.id, p.name, p.username,
       json_agg(json_build_object('role', o.role, 'unit', json_build_object('id', u.id, 'name', u.name),
       'actingFor', w.name) order by o.acting_for_post_id is not null, u.sort) as posts
     from person p
     join post o on o.person_id = p.id and o.from_on <= $1 and (o.to_on is null or o.to_on >= $1)
     join unit u on u.id = o.unit_id
     left join post x on x.id = o.acting_for_post_id left join person w on w.id = x.person_id
     where p.disabled_at is null
       and ($2::uuid is null or exists (select 1 from post x where x.person_id = p.id and x.unit_id = $2
            and x.from_on <= $1 and (x.to_on is null or x.to_on >= $1)))
       and ($3::text is null or exists (select 1 from post x where x.person_id = p.id and x.role = $3
            and x.from_on <= $1 and (x.to_on is null or x.to_on >= $1)))
       and ($4::text is null or p.name like '%' || $4 || '%' or p.username like $4 || '%')
     group by p.id order by p.name limit 500`,
    [today, filter.unitId ?? null, filter.role ?? null, filter.q?.replace(/[%_\\]/g, '\\$&') ?? null],
  );
}

/** Groups that any of the units given by the query `id` is a member of on $2. */
const groupsOf = (units: string) => `(select json_agg(distinct m.group_id) from group_member m
  join unit g on g.id = m.group_id and g.closed_on is null
  where m.unit_id in (${units}) and m.from_on <= $2 and (m.to_on is null or m.to_on >= $2))`;

// What a unit took over when another was merged into it is below it too: what that one closed is still answered for.
const below = 'select u.id from unit u join below b on b.id in (u.parent_id, u.merged_into_id)';
const reached = `with recursive below as (select o.unit_id as id union ${below}) select id from below`;
const charged = `with recursive below as (
  select c.unit_id as id from post_charge c where c.post_id = o.id union ${below}) select id from below`;

const actorSql = (where: string) => `
  select p.id, p.name, p.username, p.demo, p.must_change_password as "mustChangePassword",
    coalesce((
      select json_agg(json_build_object('role', o.role, 'unitId', o.unit_id,
        'unitIds', (select json_agg(id) from (${reached}) x),
        'chargeUnitIds', coalesce((select json_agg(id) from (${charged}) x), '[]'),
        'groupIds', coalesce(${groupsOf(reached)}, '[]'), 'chargeGroupIds', coalesce(${groupsOf(charged)}, '[]'),
        'actingFor', case when a.id is not null
          then json_build_object('personId', w.id, 'name', w.name, 'toOn', o.to_on) end))
      from post o left join post a on a.id = o.acting_for_post_id left join person w on w.id = a.person_id
      where o.person_id = p.id and o.from_on <= $2 and (o.to_on is null or o.to_on >= $2)), '[]') as posts
  from person p ${where}`;

export interface SignedInPerson {
  actor: Actor;
  demo: boolean;
  mustChangePassword: boolean;
}

interface ActorRow {
  id: string;
  name: string;
  username: string;
  demo: boolean;
  mustChangePassword: boolean;
  posts: ActorPost[];
}

/** The person with the posts of that day; null when unknown or disabled. */
export async function findActor(db: Queryable, personId: string, today: string): Promise<SignedInPerson | null> {
  const [row] = await select<ActorRow>(db, actorSql('where p.id = $1 and p.disabled_at is null'), [personId, today]);
  return row ? signedIn(row) : null;
}

function signedIn(row: ActorRow): SignedInPerson {
  return {
    actor: {
      personId: row.id,
      name: row.name,
      username: row.username,
      roles: [...new Set(row.posts.map((post) => post.role))],
      posts: row.posts,
    },
    demo: row.demo,
    mustChangePassword: row.mustChangePassword,
  };
}
