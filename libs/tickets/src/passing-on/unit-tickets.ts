import type { EntityManager } from 'typeorm';
import { execute, select, type Queryable } from '@xiaohao/database';
import type { Day } from '@xiaohao/domain';
import type { Actor } from '@xiaohao/org';
import { appendEvents, lockChains } from '../chain/append-events.js';

/** Not yet struck off, what is kept up (长期坚持) included: somebody still works on it or looks after it. */
const openSql = `t.status not in ('closed','cancelled')`;
const supportsSql = `exists (select 1 from ticket_support_unit s where s.ticket_id = t.id and s.unit_id = $1)`;

/** What a change of a unit would touch. */
export interface TouchedByUnit {
  /** Open tickets it leads. */
  leads: number;
  /** Open tickets of others it supports. */
  supports: number;
  people: number;
  subUnits: number;
  /** Deputies in charge of it. */
  charges: number;
  /** Struck off or cancelled: they keep its name. */
  closedTickets: number;
}

export async function countTouched(db: Queryable, unitId: string, today: Day): Promise<TouchedByUnit> {
  const [counts] = await select<TouchedByUnit>(
    db,
    `select
       (select count(*)::int from ticket t where t.lead_unit_id = $1 and ${openSql}) as leads,
       (select count(*)::int from ticket t where ${openSql} and ${supportsSql}
          and t.lead_unit_id is distinct from $1::uuid) as supports,
       (select count(distinct o.person_id)::int from post o
          where o.unit_id = $1 and (o.to_on is null or o.to_on > $2)) as people,
       (select count(*)::int from unit u where u.parent_id = $1 and u.closed_on is null) as "subUnits",
       (select count(*)::int from post_charge c join post o on o.id = c.post_id
          where c.unit_id = $1 and (o.to_on is null or o.to_on >= $2)) as charges,
       (select count(*)::int from ticket t where t.lead_unit_id = $1 and not ${openSql}) as "closedTickets"`,
    [unitId, today],
  );
  return counts!;
}

export interface OpenTicketOfUnit {
  id: string;
  leads: boolean;
}

/** Open tickets the unit leads or supports. */
export function listOpenTicketsOf(tx: EntityManager, unitId: string): Promise<OpenTicketOfUnit[]> {
  return select<OpenTicketOfUnit>(
    tx,
    `select t.id, t.lead_unit_id is not distinct from $1::uuid as leads from ticket t
     where ${openSql} and (t.lead_unit_id = $1 or ${supportsSql})`,
    [unitId],
  );
}

/** Hands locked tickets from one unit to another, each told in its chain; struck-off ones and former rounds keep theirs. */
export async function handTicketsOver(
  tx: EntityManager,
  actor: Actor,
  tickets: readonly OpenTicketOfUnit[],
  { from, into }: { from: { id: string; name: string }; into: { id: string; name: string } },
  { today, at }: { today: Day; at: Date },
): Promise<void> {
  const ids = tickets.map(({ id }) => id);
  const led = tickets.filter(({ leads }) => leads).map(({ id }) => id);
  await recordFormerLead(tx, led, from.id, today);
  await execute(tx, 'update ticket set lead_unit_id = $2 where id = any($1::uuid[])', [led, into.id]);
  await execute(
    tx,
    `insert into ticket_support_unit (ticket_id, unit_id, sort)
     select s.ticket_id, $3, s.sort from ticket_support_unit s where s.ticket_id = any($1::uuid[]) and s.unit_id = $2
     on conflict do nothing`,
    [ids, from.id, into.id],
  );
  // Nobody supports what they lead.
  await execute(
    tx,
    `delete from ticket_support_unit s using ticket t where t.id = s.ticket_id and s.ticket_id = any($1::uuid[])
       and (s.unit_id = $2 or s.unit_id = $3 and t.lead_unit_id = $3)`,
    [ids, from.id, into.id],
  );
  const isLed = new Set(led);
  const payloadOf = ({ id }: { id: string }) => ({
    [isLed.has(id) ? 'leadUnit' : 'supportUnit']: into.name,
    formerUnit: from.name,
  });
  await appendEvents(tx, actor, await lockChains(tx, ids), { action: 'unit_merged', payloadOf }, at);
}

/** Who led until this day: figures of a former day are still theirs. */
export async function recordFormerLead(
  tx: EntityManager,
  ticketIds: readonly string[],
  unitId: string,
  changedOn: Day,
): Promise<void> {
  await execute(
    tx,
    'insert into ticket_former_lead (ticket_id, unit_id, changed_on) select id, $2, $3 from unnest($1::uuid[]) as id',
    [ticketIds, unitId, changedOn],
  );
}
