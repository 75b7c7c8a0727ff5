import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock } from '@xiaohao/calendar';
import { execute, select } from '@xiaohao/database';
import { AppError } from '@xiaohao/errors';
import {
  isWithin,
  lockUnits,
  lockUnitTree,
  mergeCharges,
  mergeMemberships,
  mergePosts,
  recordPeopleEvent,
  refuseBureau,
  type Actor,
} from '@xiaohao/org';
import { lockChains } from '../chain/append-events.js';
import { countTouched, handTicketsOver, listOpenTicketsOf, type TouchedByUnit } from './unit-tickets.js';

/** How a unit ends: closed when nothing is left to it, or merged into another that takes over what is open. */
@Injectable()
export class UnitClosingService {
  constructor(
    @Inject(DataSource) private readonly db: DataSource,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async touched(unitId: string): Promise<TouchedByUnit> {
    const [unit] = await select(this.db, 'select 1 from unit where id = $1', [unitId]);
    if (!unit) throw new AppError('notFound', { what: '该单位' });
    return countTouched(this.db, unitId, this.clock.today());
  }

  async close(actor: Actor, unitId: string): Promise<void> {
    const today = this.clock.today();
    await this.db.transaction(async (tx) => {
      await lockUnitTree(tx);
      const [unit] = await lockUnits(tx, [unitId]);
      refuseBureau(unit!, '撤销');
      const { leads, supports, people, subUnits } = await countTouched(tx, unitId, today);
      if (leads + supports + people + subUnits > 0) {
        throw new AppError('unitInUse', { unit: unit!.name, tickets: leads + supports, people, subUnits });
      }
      await mergeCharges(tx, unitId, null, today);
      await mergeMemberships(tx, unitId, null, today);
      await execute(tx, 'update unit set closed_on = $2 where id = $1', [unitId, today]);
      await recordPeopleEvent(tx, actor, 'unit_closed', { unitId, details: { unit: unit!.name } });
    });
  }

  /**
   * What is open goes to the other unit: tickets, people, charges, sub-units. What is struck off keeps the unit that
   * answered for it. Locks tickets before units, as whoever assigns a ticket does.
   */
  async merge(actor: Actor, unitId: string, intoId: string): Promise<TouchedByUnit> {
    const [today, at] = [this.clock.today(), this.clock.now()];
    if (unitId === intoId) throw new AppError('unitIntoItsOwn');
    return this.db.transaction(async (tx) => {
      await lockUnitTree(tx);
      await lockOpenTickets(tx, unitId);
      const [from, into] = await lockUnits(tx, [unitId, intoId]);
      refuseBureau(from!, '并入其他单位');
      if (await isWithin(tx, intoId, unitId)) throw new AppError('unitIntoItsOwn');
      const touched = await countTouched(tx, unitId, today);
      // Those that came to the unit while it was not locked yet.
      const tickets = await lockOpenTickets(tx, unitId);
      const units = { from: from!, into: into! };
      await handTicketsOver(tx, actor, tickets, units, { today, at });
      await mergePosts(tx, actor, units.from, units.into, today);
      await mergeCharges(tx, unitId, intoId, today);
      await mergeMemberships(tx, unitId, intoId, today);
      await execute(tx, 'update unit set parent_id = $2 where parent_id = $1 and closed_on is null', [unitId, intoId]);
      await execute(tx, 'update unit set closed_on = $2, merged_into_id = $3 where id = $1', [unitId, today, intoId]);
      const { people, subUnits, charges } = touched;
      const details = { unit: from!.name, into: into!.name, tickets: tickets.length, people, subUnits, charges };
      await recordPeopleEvent(tx, actor, 'unit_merged', { unitId, details });
      return touched;
    });
  }
}

async function lockOpenTickets(tx: EntityManager, unitId: string) {
  const ids = (await listOpenTicketsOf(tx, unitId)).map(({ id }) => id);
  await lockChains(tx, ids);
  const held = new Set(ids);
  return (await listOpenTicketsOf(tx, unitId)).filter(({ id }) => held.has(id));
}
