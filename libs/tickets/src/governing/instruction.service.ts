import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock } from '@xiaohao/calendar';
import { newId, execute, select } from '@xiaohao/database';
import type { Day, Duty, InstructionAddressee } from '@xiaohao/domain';
import { AppError } from '@xiaohao/errors';
import { JobQueue } from '@xiaohao/jobs';
import { addresseeLabels, instructionWords, statusLabels } from '@xiaohao/messages';
import type { Actor } from '@xiaohao/org';
import { lockTicket, type LockedTicket } from '../acting/lock-ticket.js';
import { saveTicket } from '../acting/save-ticket.js';
import { dutiesOf } from '../reading/ticket-duties.js';

/** Who answers for whom an instruction is addressed to; the head may answer for the handler. */
export const answeringDuties: Readonly<Record<InstructionAddressee, readonly Duty[]>> = {
  handler: ['handler', 'head'],
  head: ['head'],
  coordinator: ['coordinator'],
};

interface OpenInstruction {
  id: string;
  addressee: InstructionAddressee;
  acknowledgedOn: Day | null;
  answeredOn: Day | null;
}

/** 批示: what a leader wants of a ticket by a day of its own. It never touches the ticket's deadline or status. */
@Injectable()
export class InstructionService {
  constructor(
    @Inject(DataSource) private readonly db: DataSource,
    @Inject(JobQueue) private readonly jobs: JobQueue,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async give(
    actor: Actor,
    ticketId: string,
    { text, addressee, dueOn }: { text: string; addressee: InstructionAddressee; dueOn: Day },
  ): Promise<void> {
    const today = this.clock.today();
    await this.change(actor, ticketId, ['chief', 'deputy'], async (tx, ticket) => {
      if (dueOn < today) {
        throw new AppError('inputWrong', { field: 'dueOn', fieldLabel: '答复期限', reason: '不能早于今天' });
      }
      if (addressee !== 'coordinator' && ticket.leadUnitId === null) {
        throw new AppError('inputWrong', { field: 'addressee', fieldLabel: '批示对象', reason: '事项还没有牵头单位' });
      }
      const id = newId();
      await execute(
        tx,
        `insert into instruction (id, ticket_id, text, addressee, due_on, given_by, given_on)
         values ($1, $2, $3, $4, $5, $6, $7)`,
        [id, ticketId, text, addressee, dueOn, actor.personId, today],
      );
      return {
        action: 'instruct',
        payload: { instructionId: id, text, addressee, toWhom: addresseeLabels[addressee][0], answerBy: dueOn },
      };
    });
  }

  async acknowledge(actor: Actor, ticketId: string, id: string, version: number): Promise<void> {
    await this.answering(actor, ticketId, id, version, async (tx, open) => {
      if (open.acknowledgedOn) throw new AppError('duplicate', { what: instructionWords.acknowledgement[0] });
      await this.set(tx, id, version, 'acknowledged_by = $3, acknowledged_on = $4', [
        actor.personId,
        this.clock.today(),
      ]);
      return { action: 'instruction_ack', payload: { instructionId: id } };
    });
  }

  /** An answer acknowledges too. */
  async answer(actor: Actor, ticketId: string, id: string, version: number, text: string): Promise<void> {
    await this.answering(actor, ticketId, id, version, async (tx) => {
      await this.set(
        tx,
        id,
        version,
        `acknowledged_by = coalesce(acknowledged_by, $3), acknowledged_on = coalesce(acknowledged_on, $4),
         answered_by = $3, answered_on = $4, answer = $5`,
        [actor.personId, this.clock.today(), text],
      );
      return { action: 'instruction_answer', payload: { instructionId: id, text } };
    });
  }

  private async answering(
    actor: Actor,
    ticketId: string,
    id: string,
    version: number,
    write: (tx: EntityManager, open: OpenInstruction) => Promise<{ action: string; payload: Record<string, unknown> }>,
  ): Promise<void> {
    await this.change(actor, ticketId, null, async (tx, ticket) => {
      const [open] = await select<OpenInstruction & { version: number }>(
        tx,
        `select id, addressee, acknowledged_on as "acknowledgedOn", answered_on as "answeredOn", version
         from instruction where id = $1 and ticket_id = $2`,
        [id, ticketId],
      );
      if (!open) throw new AppError('notFound', { what: '批示' });
      const held = dutiesOf(actor, ticket);
      if (!answeringDuties[open.addressee].some((duty) => held.has(duty))) throw new AppError('forbidden');
      if (open.version !== version) throw new AppError('stale', { version: open.version });
      if (open.answeredOn) throw new AppError('duplicate', { what: instructionWords.answer[0] });
      return write(tx, open);
    });
  }

  private async set(
    tx: EntityManager,
    id: string,
    version: number,
    settings: string,
    values: readonly unknown[],
  ): Promise<void> {
    await execute(tx, `update instruction set ${settings}, version = version + 1 where id = $1 and version = $2`, [
      id,
      version,
      ...values,
    ]);
  }

  /** The ticket locked, as this actor may see it; `by` null leaves the question of duty to the caller. */
  private async change(
    actor: Actor,
    ticketId: string,
    by: readonly Duty[] | null,
    write: (tx: EntityManager, ticket: LockedTicket) => Promise<{ action: string; payload: Record<string, unknown> }>,
  ): Promise<void> {
    await this.db.transaction(async (tx) => {
      const ticket = await lockTicket(tx, actor, ticketId, null);
      const held = dutiesOf(actor, ticket);
      if (by && !by.some((duty) => held.has(duty))) throw new AppError('forbidden');
      if (ticket.status === 'closed' || ticket.status === 'cancelled') {
        throw new AppError('actionNotPossible', {
          status: ticket.status,
          statusLabel: statusLabels[ticket.status][0],
          actionLabel: '批示或答复',
        });
      }
      const { action, payload } = await write(tx, ticket);
      const mayAs = by ? (as: Actor) => by.some((duty) => dutiesOf(as, ticket).has(duty)) : undefined;
      const change = { action, patch: {}, payload, tell: true, mayAs };
      await saveTicket(tx, actor, ticket, change, this.jobs, this.clock.now());
    });
  }
}
