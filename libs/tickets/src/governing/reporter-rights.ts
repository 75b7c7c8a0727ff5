import type { Duty, TicketKind } from '@xiaohao/domain';
import type { Actor } from '@xiaohao/org';
import { dutiesOf, type DutyFacts } from '../reading/ticket-duties.js';

/**
 * Only people named on the ticket: its handler, its responsible leader and its persons. No office, no rank; and since
 * the office names leader and persons, nobody of it reads as one of those. The handler is named by the unit's head.
 */
export function mayReadReporter(actor: Actor, ticket: DutyFacts): boolean {
  const { handlerId, leaderId, personIds } = ticket;
  if (ticket.kind !== 'public_report') return false;
  if (handlerId === actor.personId) return true;
  return [leaderId, ...personIds].includes(actor.personId) && !dutiesOf(actor, ticket).has('coordinator');
}

/** The coordinator writes down who reported, and thereby does not get to read it. */
export function mayWriteReporter(duties: ReadonlySet<Duty>, kind: TicketKind): boolean {
  return kind === 'public_report' && duties.has('coordinator');
}
