import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock } from '@xiaohao/calendar';
import { execute, newId, select } from '@xiaohao/database';
import type { Day, Duty, TicketKind } from '@xiaohao/domain';
import { AppError } from '@xiaohao/errors';
import { JobQueue } from '@xiaohao/jobs';
import { ledUnitsOf, type Actor } from '@xiaohao/org';
import { appendEvents, lockChains } from '../chain/append-events.js';
import { createTickets } from '../acting/create-tickets.js';
import { lockTicket } from '../acting/lock-ticket.js';
import { insertRelation } from './relation.service.js';
import { saveTicket } from '../acting/save-ticket.js';
import { listChecks, type SpreadCheck } from './spread.queries.js';
import { dutiesOf } from '../reading/ticket-duties.js';
import { takeNumbersOf } from '../acting/ticket-number.js';

/** Who may ask sister units. */
export const spreadingDuties: readonly Duty[] = ['coordinator', 'acceptor', 'deputy', 'chief'];
const prefix = 'JY';

interface LockedAnswer {
  id: string;
  spreadId: string;
  sourceId: string;
  kind: TicketKind;
  unitId: string;
  unit: string;
  found: number | null;
  ticketId: string | null;
  version: number;
}

/**
 * 举一反三: a problem found in one place is asked for in others. The units asked need not see the ticket it came from;
 * what they are asked and what they answered is theirs, the summary belongs to the ticket.
 */
@Injectable()
export class SpreadService {
  constructor(
    @Inject(DataSource) private readonly db: DataSource,
    @Inject(JobQueue) private readonly jobs: JobQueue,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async ask(
    actor: Actor,
    ticketId: string,
    { unitIds, question, dueOn }: { unitIds: readonly string[]; question: string; dueOn: Day },
  ): Promise<void> {
    const today = this.clock.today();
    await this.db.transaction(async (tx) => {
      const ticket = await lockTicket(tx, actor, ticketId, null);
      const held = dutiesOf(actor, ticket);
      if (!spreadingDuties.some((duty) => held.has(duty))) throw new AppError('forbidden');
      if (dueOn < today) {
        throw new AppError('inputWrong', { field: 'dueOn', fieldLabel: '答复期限', reason: '不能早于今天' });
      }
      const units = await select<{ id: string; name: string }>(
        tx,
        'select id, name from unit where id = any($1::uuid[]) and closed_on is null order by sort, name',
        [unitIds],
      );
      if (units.length !== new Set(unitIds).size) {
        throw new AppError('inputWrong', { field: 'unitIds', fieldLabel: '自查单位', reason: '有不存在的单位' });
      }
      const [no] = await takeNumbersOf(tx, prefix, Number(today.slice(0, 4)), 1);
      const spreadId = newId();
      await execute(
        tx,
        `insert into spread (id, no, ticket_id, question, due_on, created_by, created_on) values ($1, $2, $3, $4, $5, $6, $7)`,
        [spreadId, no, ticketId, question, dueOn, actor.personId, today],
      );
      await execute(
        tx,
        `insert into spread_answer (id, spread_id, unit_id) select * from unnest($1::uuid[], $2::uuid[], $3::uuid[])`,
        [units.map(() => newId()), units.map(() => spreadId), units.map(({ id }) => id)],
      );
      const payload = { spreadId, spreadNo: no, text: question, units: units.map(({ name }) => name), answerBy: dueOn };
      await saveTicket(
        tx,
        actor,
        ticket,
        { action: 'spread', patch: {}, payload, tell: true },
        this.jobs,
        this.clock.now(),
      );
    });
  }

  /** What the actor's units are asked, open ones first. */
  list(actor: Actor): Promise<SpreadCheck[]> {
    return listChecks(this.db, actor, this.clock.today());
  }

  /** One line: how many of the same were found, 0 for none. It may be set right until it became a ticket. */
  async answer(
    actor: Actor,
    answerId: string,
    { version, found, text }: { version: number; found: number; text: string },
  ): Promise<void> {
    await this.db.transaction(async (tx) => {
      const answer = await this.lockAnswer(tx, actor, answerId, version);
      if (answer.ticketId) throw new AppError('duplicate', { what: '由此登记的事项' });
      await execute(
        tx,
        `update spread_answer set found = $2, text = $3, answered_by = $4, answered_on = $5, version = version + 1
         where id = $1`,
        [answerId, found, text, actor.personId, this.clock.today()],
      );
      await this.tellOrigin(tx, actor, answer, 'spread_answer', { ofUnit: answer.unit, found, text });
    });
  }

  /** A finding becomes a draft of the unit's own, linked to where it came from; the coordinator assigns it. */
  async register(
    actor: Actor,
    answerId: string,
    { version, title, description }: { version: number; title: string; description?: string },
  ): Promise<{ id: string; no: string }> {
    const [today, at] = [this.clock.today(), this.clock.now()];
    return this.db.transaction(async (tx) => {
      const answer = await this.lockAnswer(tx, actor, answerId, version);
      if (!answer.found) {
        throw new AppError('inputWrong', { field: 'found', fieldLabel: '自查情况', reason: '没有发现同类问题' });
      }
      if (answer.ticketId) throw new AppError('duplicate', { what: '由此登记的事项' });
      const [created] = await createTickets(
        tx,
        actor,
        [
          {
            kind: answer.kind,
            title,
            description,
            status: 'draft',
            leadUnitId: answer.unitId,
            raisedOn: today,
            deadline: { kind: 'unresolved', dueOn: null, ongoing: false },
          },
        ],
        { today, at },
      );
      await execute(tx, 'update spread_answer set ticket_id = $2, version = version + 1 where id = $1', [
        answerId,
        created!.id,
      ]);
      await insertRelation(tx, actor, { fromId: created!.id, toId: answer.sourceId, type: 'spread_of' }, at);
      return created!;
    });
  }

  /** Locks ticket before answer, as everybody does; what is not asked of the actor's units does not exist for them. */
  private async lockAnswer(tx: EntityManager, actor: Actor, id: string, version: number): Promise<LockedAnswer> {
    const [asked] = await select<{ sourceId: string }>(
      tx,
      `select s.ticket_id as "sourceId" from spread_answer a join spread s on s.id = a.spread_id
       where a.id = $1 and a.unit_id = any($2::uuid[])`,
      [id, ledUnitsOf(actor, ['head', 'clerk'])],
    );
    if (!asked) throw new AppError('notFound', { what: '自查任务' });
    await lockChains(tx, [asked.sourceId]);
    const [answer] = await select<LockedAnswer>(
      tx,
      `select a.id, a.spread_id as "spreadId", s.ticket_id as "sourceId", t.kind, a.unit_id as "unitId", u.name as unit,
         a.found, a.ticket_id as "ticketId", a.version
       from spread_answer a join spread s on s.id = a.spread_id join ticket t on t.id = s.ticket_id
       join unit u on u.id = a.unit_id where a.id = $1 for update of a`,
      [id],
    );
    if (answer!.version !== version) throw new AppError('stale', { version: answer!.version });
    return answer!;
  }

  private async tellOrigin(
    tx: EntityManager,
    actor: Actor,
    { sourceId, spreadId }: LockedAnswer,
    action: string,
    payload: Record<string, unknown>,
  ): Promise<void> {
    const chains = await lockChains(tx, [sourceId]);
    await appendEvents(tx, actor, chains, { action, payloadOf: () => ({ spreadId, ...payload }) }, this.clock.now());
  }
}
