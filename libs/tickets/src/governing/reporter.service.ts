import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '@xiaohao/calendar';
import { CONFIG, type Config } from '@xiaohao/config';
import { execute, select } from '@xiaohao/database';
import { AppError } from '@xiaohao/errors';
import { JobQueue } from '@xiaohao/jobs';
import { dutyLabels } from '@xiaohao/messages';
import type { Actor } from '@xiaohao/org';
import { lockTicket } from '../acting/lock-ticket.js';
import { mayReadReporter, mayWriteReporter } from './reporter-rights.js';
import { saveTicket } from '../acting/save-ticket.js';
import { seal, unseal, type SealedText } from '../chain/sealed-text.js';
import { dutiesOf } from '../reading/ticket-duties.js';
import { TicketService, type TicketView } from '../acting/ticket.service.js';

export interface Reporter {
  name: string;
  phone?: string | null;
  address?: string | null;
}

/** Who reported 举报人: written by the coordinator, read by people named on the ticket, each look told in its history. */
@Injectable()
export class ReporterService {
  constructor(
    @Inject(DataSource) private readonly db: DataSource,
    @Inject(CONFIG) private readonly config: Pick<Config, 'secret'>,
    @Inject(TicketService) private readonly tickets: TicketService,
    @Inject(JobQueue) private readonly jobs: JobQueue,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** Keeps the identity sealed; the event says that it was written, never what. */
  async record(actor: Actor, id: string, reporter: Reporter): Promise<TicketView> {
    return this.db.transaction(async (tx) => {
      const ticket = await lockTicket(tx, actor, id, null);
      if (ticket.kind !== 'public_report') throw new AppError('notFound', { what: '举报人信息' });
      if (!mayWriteReporter(dutiesOf(actor, ticket), ticket.kind)) {
        throw new AppError('notYourDuty', { actionLabel: '登记举报人', dutyLabel: dutyLabels.coordinator[0] });
      }
      if (ticket.status === 'closed' || ticket.status === 'cancelled') {
        throw new AppError('actionNotPossible', { statusLabel: '已办结', actionLabel: '登记举报人' });
      }
      if (ticket.details['reporterKind'] === 'anonymous') {
        throw new AppError('inputWrong', { field: 'name', fieldLabel: '举报人', reason: '该举报为匿名举报' });
      }
      const { name, phone = null, address = null } = reporter;
      const sealed = seal(this.secret(), JSON.stringify({ name, phone, address }), id);
      await execute(
        tx,
        `insert into reporter (ticket_id, ciphertext, nonce, key_version, written_by) values ($1, $2, $3, $4, $5)
         on conflict (ticket_id) do update set ciphertext = excluded.ciphertext, nonce = excluded.nonce,
           key_version = excluded.key_version, written_by = excluded.written_by, written_at = now()`,
        [id, sealed.ciphertext, sealed.nonce, sealed.keyVersion, actor.personId],
      );
      const change = { action: 'reporter_recorded', patch: {}, payload: {}, tell: false };
      await saveTicket(tx, actor, ticket, change, this.jobs, this.clock.now());
      return this.tickets.view(tx, actor, id);
    });
  }

  /** Opens the identity; the look is an event of the ticket in the same transaction, so none goes untold. */
  async look(actor: Actor, id: string, reason: string): Promise<Reporter> {
    return this.db.transaction(async (tx) => {
      const ticket = await lockTicket(tx, actor, id, null);
      // To whom the identity is closed it does not exist: whether one was recorded is not told either.
      if (!mayReadReporter(actor, ticket)) throw new AppError('notFound', { what: '举报人信息' });
      const [sealed] = await select<SealedText>(
        tx,
        'select ciphertext, nonce, key_version as "keyVersion" from reporter where ticket_id = $1',
        [id],
      );
      if (!sealed) throw new AppError('notFound', { what: '举报人信息' });
      const reporter = JSON.parse(unseal(this.secret(), sealed, id)) as Reporter;
      const change = { action: 'reporter_seen', patch: {}, payload: { reason }, tell: false };
      await saveTicket(tx, actor, ticket, change, this.jobs, this.clock.now());
      return reporter;
    });
  }

  private secret(): string {
    if (!this.config.secret) throw new AppError('secretMissing');
    return this.config.secret;
  }
}
