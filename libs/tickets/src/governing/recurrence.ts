import type { EntityManager } from 'typeorm';
import { select } from '@xiaohao/database';
import type { Day } from '@xiaohao/domain';
import type { Actor } from '@xiaohao/org';
import { createTickets } from '../acting/create-tickets.js';
import type { LockedTicket } from '../acting/lock-ticket.js';
import { insertRelation } from './relation.service.js';

/** A ticket of its own for what came back: the facts of the closed one, to be assigned anew, and a relation to it. */
export async function createRecurrence(
  tx: EntityManager,
  actor: Actor,
  ticket: LockedTicket,
  { today, at }: { today: Day; at: Date },
): Promise<string> {
  const [facts] = await select<Record<string, string | null>>(
    tx,
    `select title, description, level, source_id as "sourceId", item_id as "itemId", campaign_id as "campaignId",
       industry, site, town, lead_unit_id as "leadUnitId", leader_id as "leaderId" from ticket where id = $1`,
    [ticket.id],
  );
  const [created] = await createTickets(
    tx,
    actor,
    [
      {
        ...facts,
        title: facts!['title']!,
        kind: ticket.kind,
        confidential: ticket.confidential,
        status: 'draft',
        raisedOn: today,
        deadline: { kind: 'unresolved', dueOn: null, ongoing: false },
      },
    ],
    { today, at },
  );
  await insertRelation(tx, actor, { fromId: created!.id, toId: ticket.id, type: 'recurrence_of' }, at);
  return created!.id;
}
