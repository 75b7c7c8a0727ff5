import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock } from '@xiaohao/calendar';
import { execute, newId, select } from '@xiaohao/database';
import type { RelationType } from '@xiaohao/domain';
import { AppError } from '@xiaohao/errors';
import type { Actor } from '@xiaohao/org';
import { appendEvents, lockChains } from '../chain/append-events.js';
import { lockTicket, type LockedTicket } from '../acting/lock-ticket.js';
import { dutiesOf } from '../reading/ticket-duties.js';

/** Which ticket belongs to which, in one direction; each link is told in both tickets' histories. */
@Injectable()
export class RelationService {
  constructor(
    @Inject(DataSource) private readonly db: DataSource,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** Who takes part in a ticket may link it to any they may see; what they may not see does not exist. */
  async add(
    actor: Actor,
    ticketId: string,
    { otherId, type, note }: { otherId: string; type: RelationType; note?: string },
  ): Promise<void> {
    await this.db.transaction(async (tx) => {
      const [ticket] = await lockBoth(tx, actor, ticketId, otherId);
      if (!dutiesOf(actor, ticket).has('participant')) throw new AppError('forbidden');
      await insertRelation(tx, actor, { fromId: ticketId, toId: otherId, type, note }, this.clock.now());
    });
  }

  async remove(actor: Actor, ticketId: string, relationId: string): Promise<void> {
    await this.db.transaction(async (tx) => {
      const [link] = await select<{ fromId: string; toId: string; type: RelationType }>(
        tx,
        `select from_id as "fromId", to_id as "toId", type from ticket_relation where id = $1 and $2 in (from_id, to_id)`,
        [relationId, ticketId],
      );
      if (!link) throw new AppError('notFound', { what: '关联' });
      // Tickets before the link, as `add` does; only then is it sure who was first.
      const otherId = link.fromId === ticketId ? link.toId : link.fromId;
      const [ticket] = await lockBoth(tx, actor, ticketId, otherId);
      if (!dutiesOf(actor, ticket).has('participant')) throw new AppError('forbidden');
      if ((await execute(tx, 'delete from ticket_relation where id = $1', [relationId])) === 0) {
        throw new AppError('notFound', { what: '关联' });
      }
      await tellBoth(tx, actor, 'unrelate', link, this.clock.now());
    });
  }
}

export interface NewRelation {
  fromId: string;
  toId: string;
  type: RelationType;
  note?: string;
}

/** Links two tickets in the caller's transaction, with an event on each; 409 where they are linked so already. */
export async function insertRelation(tx: EntityManager, actor: Actor, link: NewRelation, at: Date): Promise<void> {
  if (link.fromId === link.toId) {
    throw new AppError('inputWrong', { field: 'otherId', fieldLabel: '关联事项', reason: '不能关联自身' });
  }
  const inserted = await execute(
    tx,
    `insert into ticket_relation (id, from_id, to_id, type, note, created_by) values ($1, $2, $3, $4, $5, $6)
     on conflict do nothing`,
    [newId(), link.fromId, link.toId, link.type, link.note ?? null, actor.personId],
  );
  if (inserted === 0) throw new AppError('duplicate', { what: '该关联' });
  await tellBoth(tx, actor, 'relate', link, at);
}

/** The events name the other ticket by its id alone: its number is looked up for those who may see it. */
async function tellBoth(
  tx: EntityManager,
  actor: Actor,
  action: 'relate' | 'unrelate',
  { fromId, toId, type, note }: NewRelation,
  at: Date,
): Promise<void> {
  const payloadOf = ({ id }: { id: string }) => ({
    relation: type,
    forwards: id === fromId,
    otherId: id === fromId ? toId : fromId,
    note,
  });
  await appendEvents(tx, actor, await lockChains(tx, [fromId, toId]), { action, payloadOf }, at);
}

/** In the order of ids, so that two people linking the same two tickets never wait for each other crosswise. */
async function lockBoth(tx: EntityManager, actor: Actor, id: string, otherId: string): Promise<[LockedTicket]> {
  const locked = new Map<string, LockedTicket>();
  for (const one of [id, otherId].sort()) locked.set(one, await lockTicket(tx, actor, one, null));
  return [locked.get(id)!];
}
