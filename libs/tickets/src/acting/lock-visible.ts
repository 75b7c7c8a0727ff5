import type { EntityManager } from 'typeorm';
import { select, SqlParameters } from '@xiaohao/database';
import type { Actor } from '@xiaohao/org';
import { visibleTickets } from '../reading/visibility.js';

/**
 * Holds those of these tickets that the actor may see FOR UPDATE, in the order of their ids. `columns` read `ticket t`
 * and give its `id`. What is missing is looked for once more: after waiting for another change the statement holds the
 * rights against what stood before it in other tables, and would not find a ticket the actor sees by now.
 */
export async function lockVisible<Row extends { id: string }>(
  tx: EntityManager,
  actor: Actor,
  ids: readonly string[],
  columns: string,
): Promise<Row[]> {
  const found = await readHeld<Row>(tx, actor, ids, columns);
  const missing = ids.filter((id) => !found.some((row) => row.id === id));
  return missing.length === 0 ? found : [...found, ...(await readHeld<Row>(tx, actor, missing, columns))];
}

function readHeld<Row>(tx: EntityManager, actor: Actor, ids: readonly string[], columns: string): Promise<Row[]> {
  const params = new SqlParameters();
  // One value by `=`: the common case keeps its plan.
  const wanted = ids.length === 1 ? `= ${params.add(ids[0])}::uuid` : `= any(${params.add(ids)}::uuid[])`;
  const visible = visibleTickets(actor, params);
  return select<Row>(
    tx,
    `select ${columns} from ticket t where t.id ${wanted} and ${visible} order by t.id for update of t`,
    params.values,
  );
}
