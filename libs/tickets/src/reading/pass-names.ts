import type { EntityManager } from 'typeorm';
import { execute } from '@xiaohao/database';
import type { PassedTicket, Successor } from '../passing-on/hand-over.queries.js';

/** One ticket and who takes it over. */
export interface Passing {
  ticket: PassedTicket;
  to: Successor;
}

/** Puts the successors where the person stood, set-based; the tickets are locked and their events written. */
export async function passNames(
  tx: EntityManager,
  person: { id: string; name: string },
  passings: readonly Passing[],
): Promise<void> {
  const params = [
    person.id,
    passings.map(({ ticket }) => ticket.id),
    passings.map(({ to }) => to.id),
    passings.map(({ to }) => to.name),
  ];
  const passed = 'unnest($2::uuid[], $3::uuid[], $4::text[]) as n (ticket_id, to_id, to_name)';
  const open = `t.status not in ('closed','cancelled')`;
  await execute(
    tx,
    `update ticket t set handler_id = case when t.handler_id = $1 then n.to_id else t.handler_id end,
       leader_id = case when t.leader_id = $1 then n.to_id else t.leader_id end,
       leader_name = case when t.leader_id = $1 then null else t.leader_name end
     from ${passed} where t.id = n.ticket_id and ${open} and $1 in (t.handler_id, t.leader_id) and n.to_name is not null`,
    params,
  );
  await execute(
    tx,
    `delete from ticket_person x using ${passed}, ticket t
     where x.ticket_id = n.ticket_id and t.id = n.ticket_id and ${open} and x.person_id = $1 and n.to_name is not null
       and exists (select 1 from ticket_person y where y.ticket_id = n.ticket_id and y.person_id = n.to_id)`,
    params,
  );
  await execute(
    tx,
    `update ticket_person x set person_id = n.to_id, name = n.to_name from ${passed}, ticket t
     where x.ticket_id = n.ticket_id and t.id = n.ticket_id and ${open} and x.person_id = $1`,
    params,
  );
  await execute(
    tx,
    `update measure m set persons = array_replace(m.persons, $5, n.to_name), version = m.version + 1
     from ${passed}, ticket t where m.ticket_id = n.ticket_id and t.id = n.ticket_id and ${open} and m.done_on is null
       and $5 = any(m.persons) and $1::uuid is not null and n.to_id is not null`,
    [...params, person.name],
  );
  await execute(
    tx,
    `update look_back_row r set inspector_id = n.to_id, version = r.version + 1 from ${passed}
     where r.ticket_id = n.ticket_id and r.inspector_id = $1 and r.result is null and n.to_name is not null`,
    params,
  );
}
