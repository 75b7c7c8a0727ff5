import { refusal, type TicketState } from '@xiaohao/domain';
import type { Actor } from '@xiaohao/org';
import type { LedgerTicket } from './ledger-ticket.queries.js';
import { dutiesOf } from '../reading/ticket-duties.js';

/** Whether the flow lets this actor pass the ticket, as it stands, to this handler. */
export function mayPassOn(actor: Actor, ticket: LedgerTicket, handlerId: string): boolean {
  const duties = dutiesOf(actor, {
    ...ticket,
    submitterId: null,
    personIds: ticket.persons.flatMap(({ personId }) => personId ?? []),
    supportUnitIds: ticket.supportUnits.map(({ id }) => id),
  });
  const state: TicketState = { ...notAsked, ...ticket };
  return refusal(state, 'reassign', { personId: actor.personId, duties }, { handlerId }) === null;
}

/** What passing a ticket on does not look at. */
const notAsked = {
  submitterId: null,
  submittedByHead: false,
  evidenceCount: 0,
  onSiteCount: 0,
  openChildCount: 0,
  openMeasureCount: 0,
  extensionPending: false,
  extensionRequestedBy: null,
  grantedExtensionCount: 0,
  leadUnitOpen: true,
  deputyInCharge: true,
} as const;
