import type { EntityManager } from 'typeorm';
import { execute, newId, select, type Queryable } from '@xiaohao/database';
import { AppError } from '@xiaohao/errors';
import { shapeKey } from '../reading/column-profile.js';
import type { ColumnMeaning } from '../reading/heading-synonyms.js';
import type { ImportRecord } from './import-record.js';
import type { ColumnProfile } from '../reading/reading-options.js';

export function loadProfiles(db: Queryable): Promise<ColumnProfile[]> {
  return select<ColumnProfile>(db, 'select id, shape, meanings, file_name as "fileName" from ledger_profile');
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
export function listProfiles(db: Queryable): Promise<KeptProfile[]> {
  return select<KeptProfile>(
    db,
    `select l.id, l.headings, l.meanings, l.file_name as "fileName", l.sheet, p.name as "keptByName", l.kept_at as "keptAt"
     from ledger_profile l join person p on p.id = l.kept_by order by l.kept_at desc, l.id`,
  );
}

export async function deleteProfile(db: Queryable, id: string): Promise<void> {
  const deleted = await execute(db, 'delete from ledger_profile where id = $1', [id]);
  if (deleted === 0) throw new AppError('notFound', { what: '列含义' });
}

/** Keeps what a person made of the headings of this import's sheets; of the same headings the last choice holds. */
export async function keepProfiles(
  tx: EntityManager,
  { options, sheets, fileName }: ImportRecord,
  personId: string,
  at: Date,
): Promise<void> {
  for (const { name, role, columns, shape } of sheets) {
    const choice = Object.hasOwn(options.sheets, name) ? options.sheets[name]! : {};
    if (role !== 'ledger' || !shape?.length || !(choice.columns || choice.headerRows)) continue;
    const headings = shape.map(({ heading }) => heading);
    const meanings = shape.map(({ letters }) => columns[letters] ?? 'details');
    await execute(
      tx,
      `insert into ledger_profile (id, shape, headings, meanings, file_name, sheet, kept_by, kept_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8)
       on conflict (shape) do update set meanings = excluded.meanings, file_name = excluded.file_name,
         sheet = excluded.sheet, kept_by = excluded.kept_by, kept_at = excluded.kept_at`,
      [newId(), shapeKey(shape), headings, meanings, fileName, name, personId, at],
    );
  }
}
