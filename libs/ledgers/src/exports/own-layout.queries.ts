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
}

const selected = `select l.id, l.kind, l.name, l.form, p.name as "createdBy", l.created_at as "createdAt"
  from ledger_layout l join person p on p.id = l.created_by`;

export function listOwnLayouts(db: Queryable): Promise<OwnLayout[]> {
  return select<OwnLayout>(db, `${selected} order by l.kind, l.name`, []);
}

export async function getOwnLayout(db: Queryable, id: string): Promise<OwnLayout> {
  const [layout] = await select<OwnLayout>(db, `${selected} where l.id = $1`, [id]);
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

export async function deleteOwnLayout(db: Queryable, id: string): Promise<void> {
  await execute(db, 'delete from ledger_layout where id = $1', [id]);
}
