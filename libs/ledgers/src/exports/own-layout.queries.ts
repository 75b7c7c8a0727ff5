import type { EntityManager } from 'typeorm';
import { execute, select, type Queryable } from '@xiaohao/database';
import type { TicketKind } from '@xiaohao/domain';
import { AppError } from '@xiaohao/errors';
import type { OwnForm } from './own-form.js';

export interface OwnLayout {
  id: string;
  kind: TicketKind;
  name: string;
  form: OwnForm;
  createdBy: string;
  createdAt: Date;
  /** Of its last change; both null while there was none. */
  changedBy: string | null;
  changedAt: Date | null;
  version: number;
}

const selected = `select l.id, l.kind, l.name, l.form, p.name as "createdBy", l.created_at as "createdAt",
    c.name as "changedBy", l.changed_at as "changedAt", l.version
  from ledger_layout l join person p on p.id = l.created_by left join person c on c.id = l.changed_by`;

export function listOwnLayouts(db: Queryable): Promise<OwnLayout[]> {
  return select<OwnLayout>(db, `${selected} order by l.kind, l.name`, []);
}

export async function getOwnLayout(db: Queryable, id: string, lock: '' | 'for update of l' = ''): Promise<OwnLayout> {
  const [layout] = await select<OwnLayout>(db, `${selected} where l.id = $1 ${lock}`, [id]);
  if (!layout) throw new AppError('notFound', { what: '版式' });
  return layout;
}

/** False where the kind has one of that name. */
export async function insertOwnLayout(
  db: Queryable,
  layout: Pick<OwnLayout, 'id' | 'kind' | 'name' | 'form'>,
  createdBy: string,
): Promise<boolean> {
  const { id, kind, name, form } = layout;
  const added = await execute(
    db,
    `insert into ledger_layout (id, kind, name, form, created_by) values ($1, $2, $3, $4::jsonb, $5)
     on conflict (kind, name) do nothing`,
    [id, kind, name, JSON.stringify(form), createdBy],
  );
  return added > 0;
}

/** The caller holds it and knows that no other of its kind bears the name. Its history keeps what it was. */
export async function updateOwnLayout(
  tx: EntityManager,
  { id, name, form }: Pick<OwnLayout, 'id' | 'name' | 'form'>,
  changedBy: string,
  changedAt: Date,
): Promise<void> {
  await execute(
    tx,
    `update ledger_layout set name = $2, form = $3::jsonb, changed_by = $4, changed_at = $5, version = version + 1
     where id = $1`,
    [id, name, JSON.stringify(form), changedBy, changedAt],
  );
}

/** Whether another layout of the kind bears this name. */
export async function isNameTaken(
  tx: EntityManager,
  { id, kind, name }: Pick<OwnLayout, 'id' | 'kind' | 'name'>,
): Promise<boolean> {
  const taken = 'select 1 from ledger_layout where kind = $1 and name = $2 and id <> $3';
  return (await select(tx, taken, [kind, name, id])).length > 0;
}

export async function deleteOwnLayout(db: Queryable, id: string): Promise<void> {
  await execute(db, 'delete from ledger_layout where id = $1', [id]);
}
