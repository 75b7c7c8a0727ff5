import type { EntityManager } from 'typeorm';
import { execute, select } from '@xiaohao/database';
import type { TicketKind, TicketStatus } from '@xiaohao/domain';
import { AppError } from '@xiaohao/errors';
import type { Actor } from '@xiaohao/org';
import { lockVisible } from './lock-visible.js';

/** Task, sub-task, and one below. */
const deepestTree = 3;
const takesChildren: readonly TicketStatus[] = ['draft', 'assigned', 'in_progress', 'suspended', 'ongoing'];

/** Held before any ticket is locked, so that two moves cannot close a circle between them or lock each other out. */
export async function lockTree(tx: EntityManager): Promise<void> {
  await execute(tx, `select pg_advisory_xact_lock(hashtext('xiaohao ticket tree'))`);
}

/** Refuses a parent that is none: another kind, unseen, past work, too deep, or below the ticket itself. */
export async function assertParent(
  tx: EntityManager,
  actor: Actor,
  parentId: string,
  child: { id: string | null; kind: TicketKind },
): Promise<void> {
  if (child.kind !== 'key_task') throw wrong('只有重点任务可以分解');
  const [parent] = await lockVisible<{ id: string; kind: TicketKind; status: TicketStatus }>(
    tx,
    actor,
    [parentId],
    't.id, t.kind, t.status',
  );
  if (!parent || parent.kind !== 'key_task') throw wrong('没有这项重点任务');
  if (!takesChildren.includes(parent.status)) throw wrong('上级任务已报结或办结');
  const [place] = await select<{ depth: number; ids: string[] }>(
    tx,
    `with recursive up as (
       select id, parent_id, 1 as depth from ticket where id = $1
       union all select t.id, t.parent_id, u.depth + 1 from ticket t join up u on t.id = u.parent_id where u.depth < 10)
     select max(depth) as depth, array_agg(id) as ids from up`,
    [parentId],
  );
  const below = child.id === null ? 1 : await heightOf(tx, child.id);
  if (child.id !== null && place!.ids.includes(child.id)) throw wrong('不能归到自己或自己的下级任务之下');
  if (place!.depth + below > deepestTree) throw wrong(`最多 ${deepestTree} 级`);
}

async function heightOf(tx: EntityManager, id: string): Promise<number> {
  const [row] = await select<{ height: number }>(
    tx,
    `with recursive down as (
       select id, 1 as height from ticket where id = $1
       union all select t.id, d.height + 1 from ticket t join down d on t.parent_id = d.id where d.height < 10)
     select max(height) as height from down`,
    [id],
  );
  return row!.height;
}

function wrong(reason: string): AppError {
  return new AppError('inputWrong', { field: 'parentId', fieldLabel: '上级任务', reason });
}
