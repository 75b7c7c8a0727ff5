import type { Duty, TicketKind } from '@xiaohao/domain';
import type { Actor } from '@xiaohao/org';
import type { DutyFacts } from './ticket-duties.js';

/** Only people named on the ticket: its handler, its responsible leader and its persons. No office, no rank. */
export function mayReadReporter(actor: Actor, ticket: DutyFacts): boolean {
  const { handlerId, leaderId, personIds } = ticket;
  return ticket.kind === 'public_report' && [handlerId, leaderId, ...personIds].some((id) => id === actor.personId);
}

/** The coordinator writes down who reported, and thereby does not get to read it. */
export function mayWriteReporter(duties: ReadonlySet<Duty>, kind: TicketKind): boolean {
  return kind === 'public_report' && duties.has('coordinator');
}
