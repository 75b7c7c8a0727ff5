import type { EntityManager } from 'typeorm';
import { select } from '@xiaohao/database';
import type { Day } from '@xiaohao/domain';
import { AppError } from '@xiaohao/errors';

/** Open tickets in a person's name: as handler, as leader, or among the persons named. `person` is a placeholder. */
export function inNameOfSql(person: string, alias = 't'): string {
  return `${alias}.status not in ('closed','cancelled') and (${alias}.handler_id = ${person}::uuid or ${alias}.leader_id = ${person}::uuid
    or exists (select 1 from ticket_person x where x.ticket_id = ${alias}.id and x.person_id = ${person}::uuid))`;
}

/** Nobody's account is disabled while tickets are open in the name of that person. */
export async function refuseOpenWork(tx: EntityManager, personId: string, person: string): Promise<void> {
  const [row] = await select<{ count: number }>(
    tx,
    `select count(*)::int as count from ticket t where ${inNameOfSql('$1')}`,
    [personId],
  );
  if (row!.count > 0) throw new AppError('openWork', { person, personId, count: row!.count });
}

/**
 * Nor does the last post end that fits an open ticket: for a handler one in the lead unit, in a member of it or below
 * these; for a leader or a person named any post at all. Posts count that go on after `lastOn`.
 */
export async function refuseUnfitWork(tx: EntityManager, personId: string, person: string, lastOn: Day): Promise<void> {
  const [row] = await select<{ count: number }>(
    tx,
    `with recursive above as (
       select o.unit_id as id from post o where o.person_id = $1 and (o.to_on is null or o.to_on > $2)
       union select u.parent_id from unit u join above a on a.id = u.id where u.parent_id is not null),
     fitting as (
       select id from above
       union select m.group_id from group_member m join above a on a.id = m.unit_id where m.to_on is null or m.to_on > $2)
     select count(*)::int as count from ticket t where ${inNameOfSql('$1')}
       and (not exists (select 1 from above)
         or (t.handler_id = $1 and t.lead_unit_id is not null and t.lead_unit_id not in (select id from fitting)))`,
    [personId, lastOn],
  );
  if (row!.count > 0) throw new AppError('openWork', { person, personId, count: row!.count });
}
