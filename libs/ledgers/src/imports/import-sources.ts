import type { EntityManager } from 'typeorm';
import { execute, select } from '@xiaohao/database';

/**
 * Removes those of these sources that an import made, nobody has changed by hand and only taken-back tickets stand in;
 * the history keeps the source and, of each of those tickets, where it stood. The caller has cancelled this import's.
 */
export async function removeEmptySources(
  tx: EntityManager,
  importId: string,
  sourceIds: readonly string[],
): Promise<void> {
  // Held, so that nobody registers anything in one of them meanwhile: a ticket's reference to its source waits for this.
  await select(tx, 'select 1 from source where id = any($1) order by id for update', [sourceIds]);
  const empty = await select<{ id: string }>(
    tx,
    `select s.id from source s where s.id = any($1) and s.details ? 'importId' and not exists (
       select 1 from ticket t left join ledger_import i on i.id = t.import_id
       where t.source_id = s.id and not (t.status = 'cancelled' and (i.id = $2 or i.status = 'undone')))`,
    [sourceIds, importId],
  );
  if (empty.length === 0) return;
  const ids = [empty.map(({ id }) => id)];
  await execute(tx, 'update ticket set source_id = null, item_id = null where source_id = any($1)', ids);
  await execute(tx, 'delete from source_item where source_id = any($1)', ids);
  await execute(tx, 'delete from source where id = any($1)', ids);
}
