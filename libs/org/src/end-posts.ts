import type { EntityManager } from 'typeorm';
import { execute, select } from '@xiaohao/database';
import type { Day, Role } from '@xiaohao/domain';
import { recordPeopleEvent } from './people-record.js';
import type { Actor } from './actor.js';

/**
 * Ends these posts of the person, or all of them, with that day; returns their roles. Posts not begun by then are taken
 * back, and nobody stands in for a post longer than it lasts.
 */
export async function endPosts(
  tx: EntityManager,
  actor: Actor,
  person: { id: string; name: string },
  postIds: readonly string[] | null,
  lastOn: Day,
): Promise<Role[]> {
  const ended = await select<{
    id: string;
    role: Role;
    begun: boolean;
    toOn: Day;
    unitId: string;
    unit: string;
    charge: string[];
  }>(
    tx,
    `select o.id, o.role, o.from_on <= $3 as begun, greatest(o.from_on, $3) as "toOn", u.id as "unitId", u.name as unit,
       array(select c.name from post_charge x join unit c on c.id = x.unit_id where x.post_id = o.id) as charge
     from post o join unit u on u.id = o.unit_id
     where o.person_id = $1 and ($2::uuid[] is null or o.id = any($2::uuid[])) and (o.to_on is null or o.to_on > $3)
     order by o.id for update of o`,
    [person.id, postIds, lastOn],
  );
  const ids = ended.map(({ id }) => id);
  const among = (column: string) => `${column} = any($1::uuid[])`;
  await execute(tx, `delete from post where ${among('acting_for_post_id')} and from_on > $2`, [ids, lastOn]);
  await execute(tx, `update post set to_on = $2 where ${among('acting_for_post_id')} and to_on > $2`, [ids, lastOn]);
  await execute(tx, `delete from post where ${among('id')} and from_on > $2`, [ids, lastOn]);
  await execute(tx, `update post set to_on = $2 where ${among('id')}`, [ids, lastOn]);
  for (const { id: _, begun: __, unitId, ...post } of ended) {
    const details = { person: person.name, ...post };
    await recordPeopleEvent(tx, actor, 'post_ended', { personId: person.id, unitId, details });
  }
  return ended.map(({ role }) => role);
}
