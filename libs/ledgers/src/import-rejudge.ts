import type { EntityManager } from 'typeorm';
import type { Day, WorkingCalendar } from '@xiaohao/domain';
import { execute } from '@xiaohao/database';
import { loadBureau } from './bureau.js';
import type { ImportRecord } from './import-record.js';
import { listImportRows } from './import.queries.js';
import { countRows, judgeRows, type JudgedRow } from './row-judgement.js';

/**
 * Holds all rows of an import against the bureau again, after an option, a cell or the bureau itself has changed. Returns
 * the numbers of the rows of which something else is told now.
 */
export async function rejudgeRows(
  tx: EntityManager,
  record: ImportRecord,
  moment: { today: Day; calendar: WorkingCalendar },
): Promise<number[]> {
  const rows = await listImportRows(tx, record.id);
  const previews = rows.map(({ preview }) => preview);
  const bureau = await loadBureau(tx, record, previews, moment);
  const judged = judgeRows(rows, record.sheets, bureau, record.options);
  const changed = judged.filter((row, at) => {
    const before = rows[at]!;
    const told = ({ found, target }: Pick<JudgedRow, 'found' | 'target'>) => JSON.stringify([found, target ?? null]);
    return row.decision !== before.decision || told(row) !== told(before);
  });
  if (changed.length > 0) {
    await execute(
      tx,
      `update ledger_import_row r set decision = c.decision,
         ticket = r.ticket || jsonb_build_object('found', c.found, 'target', c.target)
       from jsonb_to_recordset($2::jsonb) as c (no int, decision text, found jsonb, target jsonb)
       where r.import_id = $1 and r.no = c.no`,
      [record.id, JSON.stringify(changed.map(({ no, decision, found, target }) => ({ no, decision, found, target })))],
    );
  }
  await execute(tx, 'update ledger_import set counts = $2::jsonb where id = $1', [
    record.id,
    JSON.stringify(countRows(judged, record.ignored.length)),
  ]);
  return changed.map(({ no }) => no);
}
