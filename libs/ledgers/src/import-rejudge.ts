import type { EntityManager } from 'typeorm';
import type { Day } from '@xiaohao/domain';
import { execute } from '@xiaohao/database';
import { findActor } from '@xiaohao/org';
import type { ImportRecord } from './import-record.js';
import { listImportRows } from './import.queries.js';
import { importScope, knownAmong } from './import-scope.js';
import { loadKnownTickets } from './known-tickets.js';
import { loadDirectory } from './name-matching.js';
import { countRows, findDoubles, judgeRow, type JudgedRow } from './row-judgement.js';

/** Holds all rows of an import against the bureau again, after an option, a cell or the bureau itself has changed. */
export async function rejudgeRows(tx: EntityManager, record: ImportRecord, today: Day): Promise<void> {
  const rows = await listImportRows(tx, record.id);
  const directory = await loadDirectory(tx, today);
  const scope = importScope((await findActor(tx, record.createdBy, today))?.actor ?? null);
  const known = await loadKnownTickets(
    tx,
    rows.map(({ preview }) => preview),
    knownAmong(scope),
  );
  const doubles = findDoubles(
    rows.map(({ no, key, preview }) => ({ no, key, sheet: preview.sheet, row: preview.row })),
  );
  const sheets = new Map(record.sheets.map((sheet) => [sheet.name, sheet]));
  const judged = rows.map((row): JudgedRow => {
    const sheet = sheets.get(row.preview.sheet);
    return judgeRow(row, sheet, { directory, known, scope }, record.options, doubles.get(row.no) ?? null);
  });
  const changed = judged.filter((row, at) => {
    const before = rows[at]!;
    return row.decision !== before.decision || JSON.stringify(row.found) !== JSON.stringify(before.found);
  });
  if (changed.length > 0) {
    await execute(
      tx,
      `update ledger_import_row r set decision = c.decision, ticket = r.ticket || jsonb_build_object('found', c.found)
       from jsonb_to_recordset($2::jsonb) as c (no int, decision text, found jsonb)
       where r.import_id = $1 and r.no = c.no`,
      [record.id, JSON.stringify(changed.map(({ no, decision, found }) => ({ no, decision, found })))],
    );
  }
  await execute(tx, 'update ledger_import set counts = $2::jsonb where id = $1', [
    record.id,
    JSON.stringify(countRows(judged, record.ignored.length)),
  ]);
}
