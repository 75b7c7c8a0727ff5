import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '@xiaohao/calendar';
import { execute, newId, select, type Queryable } from '@xiaohao/database';
import { addDays, type Day } from '@xiaohao/domain';
import { AppError } from '@xiaohao/errors';
import { wrong } from './account.js';
import type { Actor } from './actor.js';
import { recordPeopleEvent } from './people-record.js';

interface Named {
  id: string;
  name: string;
}

/** A collective owner with the units it stands for today. */
export interface GroupRow extends Named {
  members: Named[];
}

export function listGroups(db: Queryable, today: Day): Promise<GroupRow[]> {
  return select<GroupRow>(
    db,
    `select g.id, g.name, coalesce((select json_agg(json_build_object('id', u.id, 'name', u.name) order by u.sort, u.name)
         from group_member m join unit u on u.id = m.unit_id
         where m.group_id = g.id and m.from_on <= $1 and (m.to_on is null or m.to_on >= $1)), '[]') as members
     from unit g where g.type = 'group' and g.closed_on is null order by g.sort, g.name`,
    [today],
  );
}

/** 各业务科室, 各镇办: which units a collective owner stands for. Former memberships stay, with their days. */
@Injectable()
export class GroupService {
  constructor(
    @Inject(DataSource) private readonly db: DataSource,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** From today on these units are the members; whoever is no longer among them was so until yesterday. */
  async setMembers(actor: Actor, groupId: string, unitIds: readonly string[]): Promise<void> {
    const today = this.clock.today();
    const wanted = [...new Set(unitIds)];
    await this.db.transaction(async (tx) => {
      const [group] = await select<{ name: string; type: string }>(
        tx,
        'select name, type from unit where id = $1 and closed_on is null for update',
        [groupId],
      );
      if (!group) throw new AppError('notFound', { what: '该单位' });
      if (group.type !== 'group') throw wrong('unitIds', '成员单位', `“${group.name}”不是集体单位`);
      const units = await select<Named & { type: string }>(
        tx,
        'select id, name, type from unit where id = any($1::uuid[]) and closed_on is null order by sort, name',
        [wanted],
      );
      if (units.length !== wanted.length) throw wrong('unitIds', '成员单位', '有不存在或已撤销的单位');
      const nested = units.find(({ type }) => type === 'group' || type === 'bureau');
      if (nested) throw wrong('unitIds', '成员单位', `“${nested.name}”不能作为成员，请逐个选择科室或镇办`);
      const params = [groupId, wanted, today];
      const gone = 'group_id = $1 and to_on is null and unit_id <> all($2::uuid[])';
      // Membership of less than a day was none.
      let changed = await execute(tx, `delete from group_member where ${gone} and from_on = $3`, params);
      changed += await execute(tx, `update group_member set to_on = $3 where ${gone}`, [
        groupId,
        wanted,
        addDays(today, -1),
      ]);
      changed += await execute(
        tx,
        `insert into group_member (id, group_id, unit_id, from_on)
         select id, $1, unit_id, $3 from unnest($4::uuid[], $2::uuid[]) as x (id, unit_id)
         where not exists (select 1 from group_member m where m.group_id = $1 and m.unit_id = x.unit_id and m.to_on is null)`,
        [...params, wanted.map(() => newId())],
      );
      if (changed === 0) return;
      const members = units.map(({ name }) => name).join('、') || '（无）';
      await recordPeopleEvent(tx, actor, 'members_set', { unitId: groupId, details: { unit: group.name, members } });
    });
  }
}
