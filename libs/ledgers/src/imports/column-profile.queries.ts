import type { EntityManager } from 'typeorm';
import { execute, newId, select, type Queryable } from '@xiaohao/database';
import { AppError } from '@xiaohao/errors';
import type { Actor } from '@xiaohao/org';
import { shapeKey } from '../reading/sheets/column-profile.js';
import type { ColumnMeaning } from '../reading/headings/column-meanings.js';
import type { ImportRecord } from './import-record.js';
import { memoryScope } from './import-scope.js';
import type { ColumnProfile } from '../reading/reading-options.js';

/** Of those this person's imports are read by. */
export async function loadProfiles(db: Queryable, actor: Actor | null): Promise<ColumnProfile[]> {
  const scope = memoryScope(actor);
  if (!scope) return [];
  return select<ColumnProfile>(
    db,
    'select id, shape, meanings, file_name as "fileName" from ledger_profile where unit_id is not distinct from $1',
    [scope.unitId],
  );
}

export interface KeptProfile {
  id: string;
  headings: string[];
  meanings: ColumnMeaning[];
  fileName: string;
  sheet: string;
  keptByName: string;
  keptAt: Date;
}

/** The latest first. */
export async function listProfiles(db: Queryable, actor: Actor): Promise<KeptProfile[]> {
  const scope = memoryScope(actor);
  if (!scope) return [];
  return select<KeptProfile>(
    db,
    `select l.id, l.headings, l.meanings, l.file_name as "fileName", l.sheet, p.name as "keptByName", l.kept_at as "keptAt"
     from ledger_profile l join person p on p.id = l.kept_by
     where l.unit_id is not distinct from $1 order by l.kept_at desc, l.id`,
    [scope.unitId],
  );
}

/** @throws notFound for that of others too */
export async function deleteProfile(db: Queryable, actor: Actor, id: string): Promise<void> {
  const scope = memoryScope(actor);
  const sql = 'delete from ledger_profile where id = $1 and unit_id is not distinct from $2';
  const deleted = scope ? await execute(db, sql, [id, scope.unitId]) : 0;
  if (deleted === 0) throw new AppError('notFound', { what: '列含义' });
}

/** Keeps what a person made of the headings of this import's sheets; of the same headings the last choice holds. */
export async function keepProfiles(
  tx: EntityManager,
  { options, sheets, fileName }: ImportRecord,
  actor: Actor,
  at: Date,
): Promise<void> {
  const scope = memoryScope(actor);
  if (!scope) return;
  for (const { name, role, columns, shape } of sheets) {
    const choice = Object.hasOwn(options.sheets, name) ? options.sheets[name]! : {};
    if (role !== 'ledger' || !shape?.length || !(choice.columns || choice.headerRows)) continue;
    const headings = shape.map(({ heading }) => heading);
    const meanings = shape.map(({ letters }) => columns[letters] ?? 'details');
    await execute(
      tx,
      `insert into ledger_profile (id, shape, headings, meanings, file_name, sheet, kept_by, kept_at, unit_id)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
       on conflict (shape, unit_id) do update set meanings = excluded.meanings, file_name = excluded.file_name,
         sheet = excluded.sheet, kept_by = excluded.kept_by, kept_at = excluded.kept_at`,
      [newId(), shapeKey(shape), headings, meanings, fileName, name, actor.personId, at, scope.unitId],
    );
  }
}
