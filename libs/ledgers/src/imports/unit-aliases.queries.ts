import type { EntityManager } from 'typeorm';
import { execute, newId, select, type Queryable } from '@xiaohao/database';
import { kindsCoordinatedBy } from '@xiaohao/domain';
import { AppError } from '@xiaohao/errors';
import type { Actor } from '@xiaohao/org';
import type { ImportRecord } from './import-record.js';

/** Of each unit the one its work is with today, itself where it is open. */
const heirs = `with recursive heir as (
    select id, id as heir_id from unit where closed_on is null
    union select u.id, h.heir_id from unit u join heir h on u.merged_into_id = h.id)`;

/** A plain name and the unit it means today: of a merged unit its heir; null where none is meant. */
export function loadAliases(db: Queryable): Promise<{ name: string; unitId: string | null }[]> {
  return select(
    db,
    `${heirs} select a.name, h.heir_id as "unitId" from unit_alias a left join heir h on h.id = a.unit_id
     where a.unit_id is null or h.heir_id is not null`,
  );
}

/** A name and whom it means, as a person said at an import. */
export interface UnitAlias {
  id: string;
  name: string;
  /** Both null where no unit is meant, or the one that was is no more. */
  unitId: string | null;
  unit: string | null;
  keptByName: string;
  keptAt: Date;
  fileName: string;
}

/** The latest first. */
export function listAliases(db: Queryable): Promise<UnitAlias[]> {
  return select<UnitAlias>(
    db,
    `${heirs} select a.id, a.name, u.id as "unitId", u.name as unit, p.name as "keptByName", a.kept_at as "keptAt",
       a.file_name as "fileName"
     from unit_alias a left join heir h on h.id = a.unit_id left join unit u on u.id = h.heir_id join person p on p.id = a.kept_by
     order by a.kept_at desc, a.name`,
  );
}

/** Whether this person's choices hold for everybody's imports: an office's do, a town's hold for its own file alone. */
export function decidesNames(actor: Pick<Actor, 'roles'>): boolean {
  return kindsCoordinatedBy(actor.roles).length > 0;
}

export async function deleteAlias(db: Queryable, actor: Actor, id: string): Promise<void> {
  const [known] = await select(db, 'select 1 from unit_alias where id = $1', [id]);
  if (!known) throw new AppError('notFound', { what: '记住的单位名称' });
  if (!decidesNames(actor)) throw new AppError('forbidden');
  await execute(db, 'delete from unit_alias where id = $1', [id]);
}

/**
 * Forgets what this import kept of names once it is taken back, unless another import has been stored since in which the
 * name means that unit: what others rely on stays.
 */
export async function forgetAliases(
  tx: EntityManager,
  { id, fileName, committedAt }: Pick<ImportRecord, 'id' | 'fileName' | 'committedAt'>,
): Promise<void> {
  await execute(
    tx,
    `delete from unit_alias a where a.kept_at = $2 and a.file_name = $3 and not exists (
       select 1 from ledger_import i join ledger_import_row r on r.import_id = i.id,
         jsonb_array_elements(r.ticket->'units') as u
       where i.id <> $1 and i.status = 'committed' and i.committed_at > a.kept_at
         and regexp_replace(normalize(u->>0, NFKC), '\\s+', '', 'g') = a.name)`,
    [id, committedAt, fileName],
  );
}

/**
 * Keeps whom the names of a stored import mean; of one name the last choice holds. A unit that was created bears its name
 * from now on, so that nothing need be remembered of it.
 */
export async function keepAliases(
  tx: EntityManager,
  actor: Actor,
  { options, fileName }: Pick<ImportRecord, 'options' | 'fileName'>,
  at: Date,
): Promise<void> {
  const choices = Object.entries(options.units ?? {});
  if (choices.length === 0 || !decidesNames(actor)) return;
  const created = choices.flatMap(([name, choice]) => ('create' in choice ? [name] : []));
  await execute(tx, 'delete from unit_alias where name = any($1)', [created]);
  const kept = choices.flatMap(([name, choice]) =>
    'create' in choice ? [] : [{ id: newId(), name, unit_id: 'unitId' in choice ? choice.unitId : null }],
  );
  await execute(
    tx,
    `insert into unit_alias as a (id, name, unit_id, kept_by, kept_at, file_name)
     select r.id, r.name, r.unit_id, $2, $3, $4 from jsonb_to_recordset($1::jsonb) as r (id uuid, name text, unit_id uuid)
     order by r.name
     on conflict (name) do update set unit_id = excluded.unit_id, kept_by = excluded.kept_by, kept_at = excluded.kept_at,
       file_name = excluded.file_name
     where a.unit_id is distinct from excluded.unit_id`,
    [JSON.stringify(kept), actor.personId, at, fileName],
  );
}
