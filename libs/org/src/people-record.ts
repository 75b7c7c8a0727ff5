import type { EntityManager } from 'typeorm';
import { PeopleEvent } from '@xiaohao/database';
import type { PeopleAction } from '@xiaohao/domain';
import type { Actor } from './actor.js';

interface Concerned {
  personId?: string;
  unitId?: string;
  /** Names as they are now; never a password. */
  details?: Readonly<Record<string, unknown>>;
}

/** Notes who did what to accounts, posts or units, in the transaction that does it. */
export async function recordPeopleEvent(
  tx: EntityManager,
  actor: Pick<Actor, 'personId' | 'name'>,
  action: PeopleAction,
  { personId, unitId, details = {} }: Concerned,
): Promise<void> {
  await tx.insert(PeopleEvent, {
    action,
    actorId: actor.personId,
    actorName: actor.name,
    personId: personId ?? null,
    unitId: unitId ?? null,
    details: details as never,
  });
}

/** The same for several units at once, such as those a file names. */
export async function recordUnitEvents(
  tx: EntityManager,
  actor: Pick<Actor, 'personId' | 'name'>,
  action: 'unit_added' | 'unit_closed',
  units: readonly { id: string; name: string }[],
): Promise<void> {
  if (units.length === 0) return;
  const by = { action, actorId: actor.personId, actorName: actor.name, personId: null };
  await tx.insert(
    PeopleEvent,
    units.map(({ id, name }) => ({ ...by, unitId: id, details: { unit: name } as never })),
  );
}
