import type { EntityManager } from 'typeorm';
import { AppError } from '@xiaohao/errors';
import { execute, select } from '@xiaohao/database';

/** Why a measure was left undone in one round excuses nothing in the next. */
export async function forgetExplanations(tx: EntityManager, ticketId: string): Promise<void> {
  await execute(
    tx,
    `update measure set undone_reason = null, version = version + 1
     where ticket_id = $1 and done_on is null and undone_reason is not null`,
    [ticketId],
  );
}

/** Each measure is done or explained: two reasons for one leave another open. */
export async function refuseOpenMeasures(tx: EntityManager, ticketId: string): Promise<void> {
  const [row] = await select<{ count: number }>(
    tx,
    `select count(*)::int as count from measure where ticket_id = $1 and done_on is null and undone_reason is null`,
    [ticketId],
  );
  if (row!.count > 0) throw new AppError('measuresUndone', { count: row!.count });
}

export async function explainMeasures(
  tx: EntityManager,
  ticketId: string,
  undone: readonly { id: string; reason: string }[],
): Promise<void> {
  for (const { id, reason } of undone) {
    if (!reason.trim()) throw new AppError('inputMissing', { field: 'undoneMeasures', fieldLabel: '未完成原因' });
    const touched = await execute(
      tx,
      `update measure set undone_reason = $3, version = version + 1 where id = $2 and ticket_id = $1 and done_on is null`,
      [ticketId, id, reason],
    );
    if (touched === 0) throw new AppError('notFound', { what: '整改措施' });
  }
}
