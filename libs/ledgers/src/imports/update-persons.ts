import type { Actor } from '@xiaohao/org';
import { mayPassOn, type LedgerTicket } from '@xiaohao/tickets';
import { plainName } from './name-matching.js';
import type { TicketMatch } from './ticket-match.js';
import type { Compared, Difference } from './update-compared.js';
import type { UpdateHold } from './update-rules.js';

/** 责任人 as the cell has it; our own export writes the handler there where no persons are named. */
export function comparePersons({ ticket, preview, match }: Compared): Difference | null {
  if (preview.persons.length === 0) return null;
  const present = ticket.persons.map(({ name }) => name);
  const shown = present.length > 0 ? present : ticket.handler === null ? [] : [ticket.handler];
  const plain = (names: readonly string[]) => names.map(plainName).sort().join('、');
  if (plain(shown) === plain(preview.persons)) return null;
  return { from: shown.join('、') || null, to: preview.persons.join('、'), write: { persons: match.persons } };
}

/**
 * Of a changed cell the first person is to be the handler: passed on by the flow's own rules where this importer may, and
 * otherwise said to be left, the name standing among the persons all the same.
 */
export function compareHandler(compared: Compared): Difference | null {
  const { ticket, match, moment } = compared;
  const [first] = match.persons;
  if (!first || comparePersons(compared) === null) return null;
  if (plainName(first.name) === plainName(ticket.handler ?? '')) return null;
  const held = heldHandler(moment.actor, ticket, match);
  // Where nobody handles the ticket the name misleads nobody.
  if (held !== null && ticket.handler === null) return null;
  const write = { patch: { handlerId: match.handlerId }, handlerId: match.handlerId! };
  return { from: ticket.handler, to: first.name, held, write };
}

function heldHandler(
  actor: Actor,
  ticket: LedgerTicket,
  { handlerId, handlerUnitIds }: TicketMatch,
): UpdateHold | null {
  const inside = ticket.leadUnitId !== null && handlerUnitIds.includes(ticket.leadUnitId);
  if (handlerId === null || !inside) return 'updateHandlerUnknown';
  return mayPassOn(actor, ticket, handlerId) ? null : 'updateHandlerOfHead';
}
