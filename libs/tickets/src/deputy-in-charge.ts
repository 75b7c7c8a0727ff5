import type { Day } from '@xiaohao/domain';
import { select, type Queryable } from '@xiaohao/database';

/** Units a deputy is in charge of on the day, with those below them and their groups; `today` is a placeholder. */
const chargedUnitsSql = (today: string) => `
  with recursive charged as (
    select c.unit_id from post_charge c
    join post o on o.id = c.post_id and o.role = 'deputy' and o.from_on <= ${today}::date
      and (o.to_on is null or o.to_on >= ${today}::date)
    join person p on p.id = o.person_id and p.disabled_at is null
    union select u.id from unit u join charged x on u.parent_id = x.unit_id)
  select unit_id from charged
  union all select m.group_id from group_member m join charged x on x.unit_id = m.unit_id
    where m.from_on <= ${today}::date and (m.to_on is null or m.to_on >= ${today}::date)`;

/** Nobody is in charge of the lead unit of `t`: then the chief stands for the deputy, see `dutiesFor`. */
export function withoutDeputySql(today: string): string {
  return `(t.lead_unit_id is null or t.lead_unit_id <> all(array(${chargedUnitsSql(today)})))`;
}

export async function hasDeputyInCharge(db: Queryable, unitId: string | null, today: Day): Promise<boolean> {
  const [found] = await select(db, `select 1 where $2::uuid = any(array(${chargedUnitsSql('$1')}))`, [today, unitId]);
  return found !== undefined;
}
