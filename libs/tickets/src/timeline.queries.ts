import { select, type Queryable } from '@xiaohao/database';
import type { Day } from '@xiaohao/domain';
import { eventChanges, eventSentence } from '@xiaohao/messages';

export interface TimelineEntry {
  seq: number;
  at: Date;
  actor: { id: string | null; name: string };
  action: string;
  /** The event as a sentence. */
  text: string;
  changes: { field: string; label: string; from: string | null; to: string }[];
}

/** A ticket's events, newest first. The caller has made sure that the ticket may be seen. */
export async function listEvents(db: Queryable, ticketId: string, today: Day): Promise<TimelineEntry[]> {
  const rows = await select<{
    seq: number;
    at: Date;
    actorId: string;
    actorName: string;
    action: string;
    payload: Record<string, unknown>;
  }>(
    db,
    `select seq, at, actor_id as "actorId", actor_name as "actorName", action, payload from event
     where ticket_id = $1 order by seq desc`,
    [ticketId],
  );
  return rows.map(({ seq, at, actorId, actorName, action, payload }) => ({
    seq,
    at,
    actor: { id: actorId, name: actorName },
    action,
    text: eventSentence(action, payload, today),
    changes: eventChanges(payload, today),
  }));
}
