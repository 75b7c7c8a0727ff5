import type { EntityManager } from 'typeorm';
import { dutiesFor, stageReview, type Day } from '@xiaohao/domain';
import { AppError } from '@xiaohao/errors';
import { findActor } from '@xiaohao/org';
import type { Passing } from '../reading/pass-names.js';
import { dutiesOf } from '../reading/ticket-duties.js';

/** A handler holds a post in the unit; whoever handled or submitted a ticket does not look back at it. */
export function refuseUnfit(passings: readonly Passing[]): void {
  const outside = passings.filter(
    ({ ticket, to }) =>
      ticket.parts.includes('handler') && ticket.leadUnitId !== null && !to.unitIds.includes(ticket.leadUnitId),
  );
  if (outside.length > 0) throw unfit(outside, `其不在${outside[0]!.ticket.unit}任职`);
  const own = passings.filter(
    ({ ticket, to }) =>
      ticket.parts.includes('inspector') && (ticket.handlerId === to.id || ticket.submitterId === to.id),
  );
  if (own.length > 0) throw unfit(own, '承办人或报结人不得检查本人办理的事项');
}

/** A reviewer who became the handler could pass the ticket no more, and perhaps nobody could. */
export async function refuseReviewers(tx: EntityManager, passings: readonly Passing[], today: Day): Promise<void> {
  const inReview = passings.filter(({ ticket }) => ticket.parts.includes('handler') && ticket.status in stageReview);
  for (const id of new Set(inReview.map(({ to }) => to.id))) {
    const actor = (await findActor(tx, id, today))?.actor;
    if (!actor) continue;
    const own = inReview.filter(({ ticket, to }) => {
      if (to.id !== id) return false;
      const held = dutiesOf(actor, ticket);
      const review = stageReview[ticket.status as keyof typeof stageReview];
      return dutiesFor(review, ticket).some((duty) => duty !== 'second_person' && held.has(duty));
    });
    if (own.length > 0) throw unfit(own, '正待其审核或验收');
  }
}

/** Names no confidential ticket. */
function unfit(passings: readonly Passing[], reason: string): AppError {
  const named = passings.find(({ ticket }) => !ticket.confidential)?.ticket.no ?? '保密事项';
  return new AppError('successorUnfit', {
    successor: passings[0]!.to.name,
    count: passings.length,
    no: named,
    reason,
  });
}
