import { select, type Queryable } from '@xiaohao/database';
import type { Day, Role } from '@xiaohao/domain';

interface Named {
  id: string;
  name: string;
}

/** A leave that runs or is to come, with who stands in. */
export interface LeaveRow {
  id: string;
  postId: string;
  role: Role;
  unit: Named;
  person: Named;
  standIn: Named;
  fromOn: Day;
  toOn: Day;
}

/** Leaves of the person, and those in which the person stands in for somebody. */
export function listLeaves(db: Queryable, personId: string, today: Day): Promise<LeaveRow[]> {
  return select<LeaveRow>(
    db,
    `select a.id, o.id as "postId", a.role, json_build_object('id', u.id, 'name', u.name) as unit,
       json_build_object('id', p.id, 'name', p.name) as person, json_build_object('id', s.id, 'name', s.name) as "standIn",
       a.from_on as "fromOn", a.to_on as "toOn"
     from post a join post o on o.id = a.acting_for_post_id join person p on p.id = o.person_id
     join person s on s.id = a.person_id join unit u on u.id = a.unit_id
     where (o.person_id = $1 or a.person_id = $1) and a.to_on >= $2 order by a.from_on, a.id`,
    [personId, today],
  );
}

/** Own posts that somebody may stand in for. */
export function listCoverablePosts(
  db: Queryable,
  personId: string,
  today: Day,
): Promise<{ id: string; role: Role; unit: Named }[]> {
  return select(
    db,
    `select o.id, o.role, json_build_object('id', u.id, 'name', u.name) as unit
     from post o join unit u on u.id = o.unit_id
     where o.person_id = $1 and o.role <> 'admin' and o.acting_for_post_id is null
       and (o.to_on is null or o.to_on >= $2) order by u.sort, o.role`,
    [personId, today],
  );
}
