import type { EntityManager } from 'typeorm';
import { AppError } from '@xiaohao/errors';
import type { Day } from '@xiaohao/domain';
import { execute, select } from '@xiaohao/database';

// Units and people that an input names by id: each exists and fits, or the input is refused with the field's name.

export async function replaceSupportUnits(
  tx: EntityManager,
  ticketId: string,
  unitIds: readonly string[],
  leadUnitId: string | null,
): Promise<void> {
  await execute(tx, 'delete from ticket_support_unit where ticket_id = $1', [ticketId]);
  await execute(
    tx,
    `insert into ticket_support_unit (ticket_id, unit_id, sort)
     select $1, u.id, x.sort from unnest($2::uuid[]) with ordinality x(id, sort) join unit u on u.id = x.id
     where u.id is distinct from $3::uuid on conflict do nothing`,
    [ticketId, unitIds, leadUnitId],
  );
}

/** Held until the transaction ends, so that the unit cannot be closed or merged meanwhile. */
export async function getUnit(tx: EntityManager, id: string): Promise<{ id: string; name: string }> {
  const [unit] = await select<{ id: string; name: string }>(
    tx,
    'select id, name from unit where id = $1 and closed_on is null for share',
    [id],
  );
  if (!unit) throw new AppError('inputWrong', { field: 'leadUnitId', fieldLabel: '牵头单位', reason: '没有这个单位' });
  return unit;
}

export async function getPerson(
  tx: EntityManager,
  id: string,
  field: string,
  fieldLabel: string,
): Promise<{ id: string; name: string }> {
  const [person] = await select<{ id: string; name: string }>(
    tx,
    'select id, name from person where id = $1 and disabled_at is null',
    [id],
  );
  if (!person) throw new AppError('inputWrong', { field, fieldLabel, reason: '没有这个人' });
  return person;
}

/** A handler holds a post in the lead unit or below it. */
export async function getHandler(
  tx: EntityManager,
  id: string,
  leadUnitId: string,
  today: Day,
): Promise<{ id: string; name: string }> {
  const person = await getPerson(tx, id, 'handlerId', '承办人');
  const [post] = await select(
    tx,
    `with recursive below as (select $2::uuid as id union select u.id from unit u join below b on u.parent_id = b.id)
     select 1 from post o join below b on b.id = o.unit_id
     where o.person_id = $1 and o.from_on <= $3 and (o.to_on is null or o.to_on >= $3) limit 1`,
    [id, leadUnitId, today],
  );
  if (!post) {
    throw new AppError('inputWrong', {
      field: 'handlerId',
      fieldLabel: '承办人',
      reason: `${person.name}不在牵头单位任职`,
    });
  }
  return person;
}

/** An item of the ticket's own source. */
export async function assertItem(tx: EntityManager, id: string, sourceId: string | null): Promise<void> {
  const [item] = await select(tx, 'select 1 from source_item where id = $1 and source_id = $2', [id, sourceId]);
  if (!item) throw new AppError('inputWrong', { field: 'itemId', fieldLabel: '所属项', reason: '来源中没有这一项' });
}
