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
  posts: { role: Role; unit: { id: string; name: string } }[];
}

/** Every open unit, parents before children where `sort` says so. */
export function listUnits(db: Queryable): Promise<UnitRow[]> {
  return select<UnitRow>(
    db,
    `select id, name, type, parent_id as "parentId" from unit where closed_on is null order by sort, name`,
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
       json_agg(json_build_object('role', o.role, 'unit', json_build_object('id', u.id, 'name', u.name)) order by u.sort) as posts
     from person p
     join post o on o.person_id = p.id and o.from_on <= $1 and (o.to_on is null or o.to_on >= $1)
     join unit u on u.id = o.unit_id
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

const actorSql = (where: string) => `
  select p.id, p.name, p.username, p.demo, p.must_change_password as "mustChangePassword",
    coalesce((
      select json_agg(json_build_object('role', o.role, 'unitId', o.unit_id,
        'unitIds', (with recursive below as (
            select o.unit_id as id union select u.id from unit u join below b on u.parent_id = b.id)
          select json_agg(id) from below),
        'chargeUnitIds', coalesce((with recursive below as (
            select c.unit_id as id from post_charge c where c.post_id = o.id
            union select u.id from unit u join below b on u.parent_id = b.id)
          select json_agg(id) from below), '[]')))
      from post o where o.person_id = p.id and o.from_on <= $2 and (o.to_on is null or o.to_on >= $2)), '[]') as posts
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
