import type { EntityManager } from 'typeorm';
import { execute, select } from '@xiaohao/database';
import { AppError } from '@xiaohao/errors';

/** A unit held FOR UPDATE: nobody puts a ticket, a post or a sub-unit into it meanwhile. */
export interface LockedUnit {
  id: string;
  name: string;
  type: string;
  parentId: string | null;
  closed: boolean;
}

/** Whoever changes the tree waits for whoever else does, so that two moves cannot make a circle between them. */
export async function lockUnitTree(tx: EntityManager): Promise<void> {
  await execute(tx, `select pg_advisory_xact_lock(hashtext('unit tree'))`);
}

/** Locks open units in the order of their ids; returns them in the order asked for. */
export async function lockUnits(tx: EntityManager, ids: readonly string[]): Promise<LockedUnit[]> {
  const units = await select<LockedUnit>(
    tx,
    `select id, name, type, parent_id as "parentId", closed_on is not null as closed from unit
     where id = any($1::uuid[]) order by id for update`,
    [ids],
  );
  return ids.map((id) => {
    const unit = units.find((one) => one.id === id);
    if (!unit) throw new AppError('notFound', { what: '该单位' });
    if (unit.closed) throw new AppError('unitClosed', { unit: unit.name });
    return unit;
  });
}

/** The bureau stands at the top and stays there. */
export function refuseBureau(unit: LockedUnit, actionLabel: string): void {
  if (unit.type === 'bureau') throw new AppError('unitIsBureau', { unit: unit.name, actionLabel });
}

/** Whether `id` is the unit above or stands anywhere below it. */
export async function isWithin(tx: EntityManager, id: string, aboveId: string): Promise<boolean> {
  const [found] = await select(
    tx,
    `with recursive below as (select $2::uuid as id union select u.id from unit u join below b on u.parent_id = b.id)
     select 1 from below where id = $1`,
    [id, aboveId],
  );
  return found !== undefined;
}
