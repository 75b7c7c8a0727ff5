import type { DataSource } from 'typeorm';
import { execute, select, type Queryable } from '@xiaohao/database';
import type { Moment } from '@xiaohao/calendar';
import type { Day } from '@xiaohao/domain';
import type { Actor } from '@xiaohao/org';
import type { ImportRecord } from './import-record.js';
import { rejudgeSome } from './import-rejudge.js';
import { getImport, listRowsNaming, lockImport, publishImport } from './import.queries.js';
import { findUnit, loadDirectory, plainName, type Directory } from './name-matching.js';
import { choiceFor } from './ticket-match.js';
import type { NamedUnit } from '../reading/stored-reading.js';

/**
 * Judges those rows of a preview anew whose units somebody stored, renamed or closed since: what waited for a unit waits no
 * longer than until the preview is opened or confirmed. Of an import that is as it was only the names of its units are read.
 */
export async function renewRows(db: DataSource, actor: Actor, id: string, moment: Moment): Promise<void> {
  const seen = await getImport(db, actor, id);
  if ((await changedNames(db, seen, moment.today)).length === 0) return;
  await db.transaction(async (tx) => {
    const record = await lockImport(tx, actor, id);
    const names = await changedNames(tx, record, moment.today);
    if (names.length === 0) return;
    const nos = await rejudgeSome(tx, record, moment, await listRowsNaming(tx, id, names.map(plainName)), new Map());
    if (nos.length === 0) return;
    await execute(tx, 'update ledger_import set version = version + 1 where id = $1', [id]);
    await publishImport(tx, record, 'ready', 100);
  });
}

/** Names that mean another unit than when their rows were judged. */
async function changedNames(
  db: Queryable,
  { id, status, options }: Pick<ImportRecord, 'id' | 'status' | 'options'>,
  today: Day,
): Promise<string[]> {
  if (status !== 'ready') return [];
  const named = await select<{ unit: NamedUnit }>(
    db,
    `select distinct n.unit from ledger_import_row r, jsonb_array_elements(r.ticket->'units') n(unit)
     where r.import_id = $1 and n.unit->>0 <> ''`,
    [id],
  );
  if (named.length === 0) return [];
  const directory = await loadDirectory(db, today);
  const isChanged = ([name, unitId]: NamedUnit) =>
    unitId === null || unitId === 'new' ? isKnown(directory, options, name) : !directory.unitNames.has(unitId);
  return named.flatMap(({ unit }) => (isChanged(unit) ? unit[0] : []));
}

/** Unless a person said something else of a name that is no unit's own. */
function isKnown(directory: Directory, { units }: ImportRecord['options'], name: string): boolean {
  const unit = findUnit(directory, name);
  return unit !== null && (unit.fit !== 'alias' || choiceFor(units, name) === null);
}
