import type { Day } from '@xiaohao/domain';
import { select, type Queryable } from '@xiaohao/database';

/** Units a deputy other than `barred` is in charge of on the day, with those below them and their groups; both are SQL. */
const chargedUnitsSql = (today: string, barred = 'null') => `
  with recursive charged as (
    select c.unit_id from post_charge c
    join post o on o.id = c.post_id and o.role = 'deputy' and o.from_on <= ${today}::date
      and (o.to_on is null or o.to_on >= ${today}::date)
    join person p on p.id = o.person_id and p.disabled_at is null and p.id is distinct from ${barred}::uuid
    union select u.id from unit u join charged x on u.parent_id = x.unit_id)
  select unit_id from charged
  union all select m.group_id from group_member m join charged x on x.unit_id = m.unit_id
    where m.from_on <= ${today}::date and (m.to_on is null or m.to_on >= ${today}::date)`;

/**
 * Nobody but perhaps `barred`, whose own matter it is, is in charge of the lead unit of `t`: then the chief stands for the
 * deputy, see `dutiesFor`. Who is barred is rarely a deputy, so that is asked first.
 */
export function withoutDeputySql(today: string, barred: string | null = null): string {
  const nobody = `t.lead_unit_id is null or t.lead_unit_id <> all(array(${chargedUnitsSql(today)}))`;
  if (barred === null) return `(${nobody})`;
  return `(${nobody} or ${barred} = any(array(select person_id from post where role = 'deputy'))
    and t.lead_unit_id <> all(array(${chargedUnitsSql(today, barred)})))`;
}

/** Whether somebody other than `barred` is in charge of the unit. */
export async function hasDeputyInCharge(
  db: Queryable,
  unitId: string | null,
  today: Day,
  barred: string | null,
): Promise<boolean> {
  const charged = chargedUnitsSql('$1', '$3');
  const [found] = await select(db, `select 1 where $2::uuid = any(array(${charged}))`, [today, unitId, barred]);
  return found !== undefined;
}
