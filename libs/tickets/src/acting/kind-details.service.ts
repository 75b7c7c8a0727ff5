import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { CalendarService, Clock } from '@xiaohao/calendar';
import { fieldsOfKind, type Details } from '@xiaohao/domain';
import { AppError } from '@xiaohao/errors';
import { JobQueue } from '@xiaohao/jobs';
import { statusLabels } from '@xiaohao/messages';
import type { Actor } from '@xiaohao/org';
import { correctedClock } from '../governing/deadline-rule.queries.js';
import { lockTicket, type LockedTicket } from './lock-ticket.js';
import { saveTicket } from './save-ticket.js';
import { checkedDetails, detailChanges, detailsRights } from '../reading/ticket-details.js';
import { dutiesOf } from '../reading/ticket-duties.js';
import { TicketService, type TicketView } from './ticket.service.js';

/** Fills in the fields a ticket has by its kind, outside of any action. */
@Injectable()
export class KindDetailsService {
  constructor(
    @Inject(DataSource) private readonly db: DataSource,
    @Inject(TicketService) private readonly tickets: TicketService,
    @Inject(JobQueue) private readonly jobs: JobQueue,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(CalendarService) private readonly calendar: CalendarService,
  ) {}

  /** The coordinator sets all of them, head and handler those open to them while they work on the ticket. */
  async set(actor: Actor, id: string, version: number, given: Details): Promise<TicketView> {
    const calendar = await this.calendar.loadCalendar();
    return this.db.transaction(async (tx) => {
      const ticket = await lockTicket(tx, actor, id, version);
      const rights = detailsRights(ticket, dutiesOf(actor, ticket));
      if (!rights) throw new AppError('forbidden');
      refuseTooLate(ticket, given);
      const details = checkedDetails(ticket.kind, given, ticket.details, rights, calendar);
      const payload = { changed: detailChanges(ticket.details, details) };
      const clock = await correctedClock(tx, { ...ticket, details }, this.clock.today(), calendar);
      const change = { action: 'edit', patch: { details, ...clock }, payload, tell: false };
      await saveTicket(tx, actor, ticket, change, this.jobs, this.clock.now());
      return this.tickets.view(tx, actor, id);
    });
  }
}

/** After striking off only what comes later by its nature, such as the evaluation of an accident. */
function refuseTooLate({ kind, level, status, details }: LockedTicket, given: Details): void {
  if (status !== 'closed' && status !== 'cancelled') return;
  const later = fieldsOfKind(kind, level, { ...details, ...given }).filter((field) => field.afterClosing);
  const open = status === 'closed' && Object.keys(given).every((code) => later.some((field) => field.code === code));
  if (open) return;
  throw new AppError('actionNotPossible', {
    status,
    statusLabel: statusLabels[status][0],
    action: 'edit',
    actionLabel: '修改',
  });
}
