import type { EntityManager } from 'typeorm';
import { select } from '@xiaohao/database';
import type { Day } from '@xiaohao/domain';
import { AppError } from '@xiaohao/errors';
import { wrong } from './account.js';

interface Days {
  fromOn: Day;
  toOn: Day;
}

/** One post has one stand-in at a time. */
export async function refuseOverlap(tx: EntityManager, postId: string, { fromOn, toOn }: Days): Promise<void> {
  const [other] = await select<Days & { name: string }>(
    tx,
    `select a.from_on as "fromOn", a.to_on as "toOn", p.name from post a join person p on p.id = a.person_id
     where a.acting_for_post_id = $1 and a.from_on <= $3 and a.to_on >= $2 order by a.from_on limit 1`,
    [postId, fromOn, toOn],
  );
  if (other) throw new AppError('leaveOverlaps', { ...other });
}

/** Nobody stands in while away, nor goes away while standing in: the post would be held by nobody. */
export async function refuseAwayToo(
  tx: EntityManager,
  { personId, standInId, standIn }: { personId: string; standInId: string; standIn: string },
  { fromOn, toOn }: Days,
): Promise<void> {
  const [away] = await select<Days>(
    tx,
    `select a.from_on as "fromOn", a.to_on as "toOn" from post a join post o on o.id = a.acting_for_post_id
     where o.person_id = $1 and a.from_on <= $3 and a.to_on >= $2 order by a.from_on limit 1`,
    [standInId, fromOn, toOn],
  );
  if (away) throw wrong('standInId', '代理人', `${standIn}在 ${away.fromOn} 至 ${away.toOn} 也请假`);
  const [standing] = await select<Days & { name: string }>(
    tx,
    `select a.from_on as "fromOn", a.to_on as "toOn", p.name from post a join post o on o.id = a.acting_for_post_id
     join person p on p.id = o.person_id
     where a.person_id = $1 and a.from_on <= $3 and a.to_on >= $2 order by a.from_on limit 1`,
    [personId, fromOn, toOn],
  );
  if (standing) {
    const reason = `${standing.fromOn} 至 ${standing.toOn} 正代理${standing.name}的任职，请先由系统管理员另行指定`;
    throw wrong('fromOn', '请假日期', reason);
  }
}
