import {
  addDays,
  addMonths,
  addWorkingDays,
  defaultReviewMonths,
  statusAfter,
  type TicketAction,
} from '@xiaohao/domain';
import { newId } from '@xiaohao/database';
import { objectionReasonLabels } from '@xiaohao/messages';
import { castOf } from './demo-people.js';
import { moment, say } from './demo-stage.js';
import { unitName } from './demo-units.js';
import {
  cast,
  extendedDays,
  handlerOf,
  idOf,
  isExtended,
  lapse,
  laterOf,
  nameOf,
  notSubmitted,
  offices,
  type Act,
  type Move,
  type Turn,
} from './turn.js';

const byLaw = ['public_report', 'accident_investigation'];
function assign(turn: Turn, unit: string): Act {
  const { ticket, step, stage } = turn;
  const { plan } = ticket;
  ticket.unit = unit;
  const first = plan.due && isExtended(turn) ? addDays(plan.due, -extendedDays) : plan.due;
  const dueOn = plan.deadlineKind === 'date' ? laterOf(first, step.on) : null;
  const leader = castOf(unit).deputy;
  const leadUnitId = stage.unitIds.get(unit)!;
  const deadline = { deadlineKind: plan.deadlineKind, dueOn, originalDueOn: ticket.facts.originalDueOn ?? dueOn };
  return {
    by: offices(turn).coordinator,
    action: 'assign',
    input: { leadUnitId, leaderId: idOf(turn, leader), deadline: { kind: plan.deadlineKind, dueOn } },
    patch: {
      ...deadline,
      deadlineOngoing: plan.story === 'kept_up',
      statutoryDeadline: byLaw.includes(plan.kind),
      leadUnitId,
      leaderId: idOf(turn, leader),
      assignedOn: step.on,
    },
    words: { leadUnit: unitName(unit), leader: nameOf(turn, leader), dueOn },
  };
}

function accept(turn: Turn): Act {
  const { ticket, step } = turn;
  const { facts } = ticket;
  const opinion = say(turn, 'accept');
  const closedOnTime = facts.dueOn === null ? null : (facts.submittedOn ?? step.on) <= facts.dueOn;
  const keptUp = statusAfter(ticket.state(), 'accept') === 'ongoing';
  const reviewOn = addMonths(step.on, facts.reviewMonths ?? defaultReviewMonths);
  const patch = keptUp
    ? { acceptedOn: step.on, closedOn: null, closedOnTime, reviewOn, extensionPending: false }
    : { closedOn: step.on, closedOnTime, extensionPending: false };
  return { by: offices(turn).acceptor, action: 'accept', input: { opinion }, patch, words: { opinion } };
}

/** Who passes the stage a ticket waits at, and by which action; the acceptance is a move of its own. */
function reviewer(turn: Turn): { by: string; action: TicketAction } | null {
  const { facts } = turn.ticket;
  const { head, deputy } = cast(turn);
  if (facts.status === 'dept_review') return { by: facts.submittedByHead ? deputy : head, action: 'review_pass' };
  return facts.status === 'pending_review' ? { by: deputy, action: 'approve' } : null;
}

/** From registration to striking off, and back. */
export const chainMoves: Readonly<Record<string, Move>> = {
  assign: (turn) => assign(turn, turn.ticket.plan.unit),
  assign_elsewhere: (turn) => assign(turn, turn.ticket.plan.wrongUnit),
  sign: (turn) => {
    const { ticket, step, stage } = turn;
    const handler = handlerOf(turn);
    const starts = ticket.facts.deadlineKind === 'immediate' && ticket.facts.dueOn === null;
    const dueOn = starts ? addWorkingDays(step.on, 5, stage.calendar) : undefined;
    const due = starts ? { dueOn, originalDueOn: dueOn } : {};
    return {
      by: cast(turn).head,
      action: 'sign',
      input: { handlerId: idOf(turn, handler) },
      patch: { handlerId: idOf(turn, handler), signedOn: step.on, ...due },
      words: { handler: nameOf(turn, handler), dueOn },
    };
  },
  object: (turn) => {
    const { ticket, step, stage } = turn;
    const reason = say(turn, 'object');
    const by = cast(turn).head;
    stage.rows.add('objection', {
      id: newId(),
      ticket_id: ticket.id,
      round: ticket.facts.round,
      reason_code: 'not_ours',
      reason,
      unit_id: ticket.facts.leadUnitId,
      by_id: idOf(turn, by),
      objected_on: step.on,
      created_at: moment(step.on, 0),
    });
    const input = { objectionCode: 'not_ours', reason };
    const words = { grounds: objectionReasonLabels.not_ours[0], reason };
    return {
      by,
      action: 'object',
      input,
      patch: { assignedOn: null, handlerId: null, extensionPending: false },
      words,
    };
  },
  submit: (turn) => {
    const { ticket, step } = turn;
    lapse(turn, '已报结');
    const by = handlerOf(turn);
    const result = `${ticket.plan.done}。${say(turn, 'result')}`;
    const direct = ticket.facts.deadlineKind === 'immediate';
    const submittedByHead = cast(turn).head === by;
    return {
      by,
      action: 'submit',
      input: { result, direct },
      patch: { result, submittedOn: step.on, submitterId: idOf(turn, by), submittedByHead, extensionPending: false },
      words: { result, direct: direct || undefined },
    };
  },
  pass: (turn) => {
    const review = reviewer(turn);
    return review && { ...review, words: { opinion: say(turn, 'pass') } };
  },
  accept,
  return: (turn) => {
    const reason = say(turn, 'returned');
    const by = reviewer(turn)?.by ?? offices(turn).acceptor;
    return { by, action: 'return', input: { reason }, patch: notSubmitted, words: { reason } };
  },
  withdraw: (turn) => {
    if (turn.ticket.facts.status !== 'dept_review') return null;
    return {
      by: handlerOf(turn),
      action: 'withdraw',
      patch: notSubmitted,
      words: { reason: say(turn, 'withdraw') },
    };
  },
};
