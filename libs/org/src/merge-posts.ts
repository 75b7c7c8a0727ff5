import type { EntityManager } from 'typeorm';
import { execute, newId, select } from '@xiaohao/database';
import type { Day, Role } from '@xiaohao/domain';
import type { Actor } from './actor.js';
import { recordPeopleEvent } from './people-record.js';

interface RunningPost {
  id: string;
  personId: string;
  person: string;
  role: Role;
  begun: boolean;
  /** The same role of the same person in the other unit. */
  keptId: string | null;
}

type Named = { id: string; name: string };

/**
 * Whoever holds a post in one unit today or later holds it in the other from today on; who had the same role in both
 * keeps one post, for as long as either would have lasted. Returns how many people moved.
 */
export async function mergePosts(
  tx: EntityManager,
  actor: Actor,
  from: Named,
  into: Named,
  today: Day,
): Promise<number> {
  const posts = await select<RunningPost>(
    tx,
    `select o.id, o.person_id as "personId", p.name as person, o.role, o.from_on <= $3 as begun,
       (select k.id from post k where k.person_id = o.person_id and k.unit_id = $2 and k.role = o.role
          and k.acting_for_post_id is not distinct from o.acting_for_post_id and k.from_on <= $3 and (k.to_on is null or k.to_on > $3) limit 1) as "keptId"
     from post o join person p on p.id = o.person_id
     where o.unit_id = $1 and (o.to_on is null or o.to_on > $3) order by o.from_on, o.id for update of o`,
    [from.id, into.id, today],
  );
  for (const post of posts) await movePost(tx, actor, post, { from, into, today });
  return new Set(posts.map(({ personId }) => personId)).size;
}

async function movePost(
  tx: EntityManager,
  actor: Actor,
  { id, personId, person, role, begun, keptId }: RunningPost,
  { from, into, today }: { from: Named; into: Named; today: Day },
): Promise<void> {
  if (keptId !== null) {
    await execute(
      tx,
      `update post k set to_on = case when k.to_on is null or o.to_on is null then null else greatest(k.to_on, o.to_on) end
       from post o where k.id = $1 and o.id = $2`,
      [keptId, id],
    );
  }
  const heldId = keptId ?? (begun ? newId() : id);
  // The row as a whole, so that nothing a post says of itself is lost.
  if (keptId === null && begun) {
    await execute(
      tx,
      `insert into post select moved.* from post o, jsonb_populate_record(o, $2::jsonb) moved where o.id = $1`,
      [id, JSON.stringify({ id: heldId, unit_id: into.id, from_on: today })],
    );
  }
  if (keptId === null && !begun) await execute(tx, 'update post set unit_id = $2 where id = $1', [id, into.id]);
  if (heldId !== id) {
    await execute(
      tx,
      `insert into post_charge (post_id, unit_id) select $2, unit_id from post_charge where post_id = $1
       on conflict do nothing`,
      [id, heldId],
    );
    // Whoever stands in for the post from now on stands in for the one it became.
    await execute(tx, 'update post set acting_for_post_id = $2 where acting_for_post_id = $1 and to_on > $3', [
      id,
      heldId,
      today,
    ]);
    if (begun) await execute(tx, 'update post set to_on = greatest(from_on, $2::date) where id = $1', [id, today]);
    else await execute(tx, 'delete from post where id = $1', [id]);
  }
  const about = { person, role };
  if (begun) {
    const details = { ...about, unit: from.name, toOn: today };
    await recordPeopleEvent(tx, actor, 'post_ended', { personId, unitId: from.id, details });
  }
  if (keptId === null) {
    const details = { ...about, unit: into.name, fromOn: today };
    await recordPeopleEvent(tx, actor, 'post_added', { personId, unitId: into.id, details });
  }
}

/** Groups the one is a member of have the other as a member; with `null` the membership just ends. A group loses its own. */
export async function mergeMemberships(
  tx: EntityManager,
  fromId: string,
  intoId: string | null,
  today: Day,
): Promise<void> {
  const running = `$1 in (m.unit_id, m.group_id) and (m.to_on is null or m.to_on > $2::date)`;
  if (intoId !== null) {
    const groups = await select<{ id: string }>(
      tx,
      `select m.group_id as id from group_member m where ${running} and m.unit_id = $1 and m.group_id <> $3
         and not exists (select 1 from group_member k where k.group_id = m.group_id and k.unit_id = $3 and k.to_on is null)`,
      [fromId, today, intoId],
    );
    for (const { id } of groups) {
      await execute(tx, 'insert into group_member (id, group_id, unit_id, from_on) values ($1, $2, $3, $4)', [
        newId(),
        id,
        intoId,
        today,
      ]);
    }
  }
  await execute(tx, `update group_member m set to_on = greatest(m.from_on, $2::date) where ${running}`, [
    fromId,
    today,
  ]);
}

/** Deputies in charge of the one are in charge of the other. Returns how many charges moved; with `null` they just end. */
export async function mergeCharges(
  tx: EntityManager,
  fromId: string,
  intoId: string | null,
  today: Day,
): Promise<number> {
  const running = `c.unit_id = $1 and exists (select 1 from post o where o.id = c.post_id and (o.to_on is null or o.to_on >= $2::date))`;
  if (intoId !== null) {
    await execute(
      tx,
      `insert into post_charge (post_id, unit_id) select c.post_id, $3 from post_charge c where ${running} on conflict do nothing`,
      [fromId, today, intoId],
    );
  }
  return execute(tx, `delete from post_charge c where ${running}`, [fromId, today]);
}
