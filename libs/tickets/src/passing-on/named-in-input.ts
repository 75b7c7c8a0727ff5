import type { EntityManager } from 'typeorm';
import { AppError } from '@xiaohao/errors';
import type { Day } from '@xiaohao/domain';
import { execute, select } from '@xiaohao/database';

// Units and people that an input names by id: each exists and fits, or the input is refused with the field's name.

/** Returns their names, for the event: they see the ticket from then on. Nobody supports what they lead. */
export async function replaceSupportUnits(
  tx: EntityManager,
  ticketId: string,
  unitIds: readonly string[],
  leadUnitId: string | null,
): Promise<string[]> {
  const asked = [...new Set(unitIds)];
  const units = await select<{ id: string; name: string }>(
    tx,
    'select id, name from unit where id = any($1::uuid[]) and closed_on is null order by id for share',
    [asked],
  );
  if (units.length !== asked.length) {
    throw new AppError('inputWrong', { field: 'supportUnitIds', fieldLabel: '配合单位', reason: '有不存在的单位' });
  }
  const kept = asked.filter((id) => id !== leadUnitId);
  await execute(tx, 'delete from ticket_support_unit where ticket_id = $1', [ticketId]);
  await execute(
    tx,
    `insert into ticket_support_unit (ticket_id, unit_id, sort)
     select $1, x.id, x.sort from unnest($2::uuid[]) with ordinality x(id, sort)`,
    [ticketId, kept],
  );
  const names = new Map(units.map(({ id, name }) => [id, name]));
  return kept.map((id) => names.get(id)!);
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
    // A hand-over holds the person: whoever is leaving gets nothing new meanwhile.
    'select id, name from person where id = $1 and disabled_at is null for key share',
    [id],
  );
  if (!person) throw new AppError('inputWrong', { field, fieldLabel, reason: '没有这个人' });
  return person;
}

/** A handler holds a post in the lead unit, in a member of it or below one of these, and not for today alone. */
export async function getHandler(
  tx: EntityManager,
  id: string,
  leadUnitId: string,
  today: Day,
): Promise<{ id: string; name: string }> {
  const person = await getPerson(tx, id, 'handlerId', '承办人');
  const [post] = await select(
    tx,
    `with recursive below as (${withMembersSql('$2', '$3')} union select u.id from unit u join below b on u.parent_id = b.id)
     select 1 from post o join below b on b.id = o.unit_id
     where o.person_id = $1 and o.from_on <= $3 and (o.to_on is null or o.to_on > $3) limit 1`,
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

/** A unit and, where it is a group, its members of that day; both are placeholders. */
export function withMembersSql(unit: string, day: string): string {
  return `select ${unit}::uuid as id union select m.unit_id from group_member m
    where m.group_id = ${unit}::uuid and m.from_on <= ${day}::date and (m.to_on is null or m.to_on >= ${day}::date)`;
}

/**
 * Which member of a group becomes responsible by the signature of this head: of the members the head leads, the one
 * the handler belongs to. Null where the unit is no group, or one without members.
 */
export async function signingMember(
  tx: EntityManager,
  groupId: string,
  led: readonly string[],
  handler: { id: string; name: string },
  today: Day,
): Promise<{ id: string; name: string; group: string } | null> {
  const members = await select<{ id: string; name: string; group: string; fits: boolean }>(
    tx,
    `select u.id, u.name, g.name as "group", exists (
         with recursive below as (select u.id as id union select c.id from unit c join below b on c.parent_id = b.id)
         select 1 from post o join below b on b.id = o.unit_id
         where o.person_id = $3 and o.from_on <= $4 and (o.to_on is null or o.to_on > $4)) as fits
     from group_member m join unit g on g.id = m.group_id join unit u on u.id = m.unit_id and u.closed_on is null
     where m.group_id = $1 and m.unit_id = any($2::uuid[]) and m.from_on <= $4 and (m.to_on is null or m.to_on >= $4)
     order by u.sort, u.name`,
    [groupId, led, handler.id, today],
  );
  if (members.length === 0) return null;
  const member = members.find(({ fits }) => fits);
  if (member) return member;
  throw new AppError('inputWrong', {
    field: 'handlerId',
    fieldLabel: '承办人',
    reason: `${handler.name}不在您负责的成员单位（${members.map(({ name }) => name).join('、')}）任职`,
  });
}
