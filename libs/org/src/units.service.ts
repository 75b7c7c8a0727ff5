import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { execute, select } from '@xiaohao/database';
import { unitName } from '@xiaohao/domain';
import { AppError } from '@xiaohao/errors';
import type { Actor } from './actor.js';
import { recordPeopleEvent } from './people-record.js';
import { isWithin, lockUnits, lockUnitTree, refuseBureau } from './unit-tree.js';

/** Changes of the tree of units that leave every ticket where it is. Former names and places stay in its history. */
@Injectable()
export class UnitsService {
  constructor(@Inject(DataSource) private readonly db: DataSource) {}

  async rename(actor: Actor, id: string, given: string): Promise<void> {
    const name = unitName(given);
    if (name === '') throw new AppError('inputMissing', { field: 'name', fieldLabel: '单位名称' });
    await this.db.transaction(async (tx) => {
      await lockUnitTree(tx);
      const [unit] = await lockUnits(tx, [id]);
      if (unit!.name === name) return;
      const [taken] = await select(tx, 'select 1 from unit where name = $1 and closed_on is null', [name]);
      if (taken) throw new AppError('duplicate', { what: `单位“${name}”` });
      await execute(tx, 'update unit set name = $2 where id = $1', [id, name]);
      await recordPeopleEvent(tx, actor, 'unit_renamed', { unitId: id, details: { unit: unit!.name, name } });
    });
  }

  /** Below another unit, or beside the bureau. Everything below it goes along. */
  async move(actor: Actor, id: string, parentId: string | null): Promise<void> {
    await this.db.transaction(async (tx) => {
      await lockUnitTree(tx);
      const [unit, parent] = await lockUnits(tx, parentId === null ? [id] : [id, parentId]);
      refuseBureau(unit!, '移动');
      if (parentId !== null && (await isWithin(tx, parentId, id))) throw new AppError('unitIntoItsOwn');
      if (unit!.parentId === parentId) return;
      const [former] = await select<{ name: string }>(tx, 'select name from unit where id = $1', [unit!.parentId]);
      await execute(tx, 'update unit set parent_id = $2 where id = $1', [id, parentId]);
      const details = { unit: unit!.name, from: former?.name ?? '（无）', to: parent?.name ?? '（无）' };
      await recordPeopleEvent(tx, actor, 'unit_moved', { unitId: id, details });
    });
  }
}
