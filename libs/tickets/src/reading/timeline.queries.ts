import { select, SqlParameters, type Queryable } from '@xiaohao/database';
import type { Day } from '@xiaohao/domain';
import { eventChanges, eventSentence } from '@xiaohao/messages';
import type { Actor } from '@xiaohao/org';
import { hiddenFields } from './ticket-details.js';
import type { DutyFacts } from './ticket-duties.js';
import { visibleTickets } from './visibility.js';

export interface TimelineEntry {
  seq: number;
  at: Date;
  actor: { id: string | null; name: string };
  action: string;
  /** The event as a sentence. */
  text: string;
  changes: { field: string; label: string; from: string | null; to: string }[];
}

/** An event beside the facts of its ticket that decide what the actor may read of it. */
interface TimelineRow extends DutyFacts {
  seq: number | null;
  at: Date;
  actorId: string;
  actorName: string;
  action: string;
  payload: Record<string, unknown>;
  otherNo: string | null;
}

/**
 * The events of a ticket, newest first; null when it does not exist or the actor may not see it. An event that names
 * another ticket is left out for those who may not see that one; fields that are hidden from the actor are not told.
 */
export async function findEvents(
  db: Queryable,
  actor: Actor,
  ticketId: string,
  today: Day,
): Promise<TimelineEntry[] | null> {
  const params = new SqlParameters();
  const wanted = params.add(ticketId);
  const visible = visibleTickets(actor, params);
  const rows = await select<TimelineRow>(
    db,
    `with seen as materialized (
       select t.id, t.kind, t.level, t.lead_unit_id as "leadUnitId", t.handler_id as "handlerId",
         t.submitter_id as "submitterId", t.leader_id as "leaderId",
         array(select x.person_id from ticket_person x where x.ticket_id = t.id and x.person_id is not null) as "personIds",
         array(select x.unit_id from ticket_support_unit x where x.ticket_id = t.id) as "supportUnitIds"
       from ticket t where t.id = ${wanted}::uuid and ${visible})
     select seen.*, e.seq, e.at, e.actor_id as "actorId", e.actor_name as "actorName", e.action, e.payload, o.no as "otherNo"
     from seen left join event e on e.ticket_id = seen.id
       left join ticket o on e.action in ('relate', 'unrelate') and o.id = (e.payload->>'otherId')::uuid
         and ${visibleTickets(actor, params, 'o')}
     order by e.seq desc`,
    params.values,
  );
  const [ticket] = rows;
  if (!ticket) return null;
  const hidden = hiddenFields(actor, ticket);
  return rows.filter(isTold).map(({ seq, at, actorId, actorName, action, payload, otherNo }) => ({
    seq,
    at,
    actor: { id: actorId, name: actorName },
    action,
    text: eventSentence(action, otherNo === null ? payload : { ...payload, otherNo }, today),
    changes: eventChanges(payload, today).filter(({ field }) => !hidden.includes(field.replace(/^details\./, ''))),
  }));
}

/** A ticket without any event is still a row of the join. */
function isTold<Row extends { seq: number | null; action: string; otherNo: string | null }>(
  row: Row,
): row is Row & { seq: number } {
  return row.seq !== null && (row.otherNo !== null || !['relate', 'unrelate'].includes(row.action));
}
