import { officesOf, type Duty, type Refusal, type Role, type TicketAction } from '@xiaohao/domain';
import { AppError, type ErrorDetails } from '@xiaohao/errors';
import { actionLabels, dutyLabels, needLabels, roleLabels, statusLabels } from '@xiaohao/messages';
import type { LockedTicket } from './lock-ticket.js';

/** A duty by the post that holds it for this ticket, where one does. */
function dutyWords(duty: Duty, { kind, level }: LockedTicket): string {
  const { coordinator, acceptor } = officesOf(kind, level);
  const posts: Partial<Record<Duty, Role>> = { coordinator, acceptor, chief: 'chief' };
  const post = posts[duty];
  return post ? roleLabels[post][0] : dutyLabels[duty][0];
}

/** A refusal of the rules in the words of the people it names. */
export function refusalError(refused: Refusal, ticket: LockedTicket, action: TicketAction): AppError {
  const { code, ...facts } = refused;
  const details: ErrorDetails = {
    ...facts,
    action,
    actionLabel: actionLabels[action][0],
    status: ticket.status,
    statusLabel: statusLabels[ticket.status][0],
  };
  if ('duty' in refused) details['dutyLabel'] = dutyWords(refused.duty, ticket);
  if ('field' in refused) details['fieldLabel'] = needLabels[refused.field][0];
  return new AppError(code, details);
}
