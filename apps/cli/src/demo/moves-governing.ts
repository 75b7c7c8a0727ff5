import { addDays, addMonths, addWorkingDays, defaultReviewMonths, type Day } from '@xiaohao/domain';
import { newId } from '@xiaohao/database';
import { reviewCycleLabels } from '@xiaohao/messages';
import { castOf } from './demo-people.js';
import { moment, say } from './demo-stage.js';
import { unitName } from './demo-units.js';
import { deskGroundsFrom, deskKinds, extensionGrounds, phrases } from './phrases.js';
import {
  cast,
  handlerOf,
  idOf,
  isExtended,
  lapse,
  laterOf,
  nameOf,
  notSubmitted,
  offices,
  type Move,
  type Turn,
} from './turn.js';

const notCancelling = { cancelRequestedBy: null, cancelRequestedOn: null, cancelReason: null } as const;
function reopenDueOn({ ticket, step, stage }: Turn): Day {
  const { due, story } = ticket.plan;
  if (step.day) return step.day;
  return story === 'reopened' && due ? due : addWorkingDays(step.on, 20, stage.calendar);
}

/** What governs a ticket beside its chain: kept up, suspended, opened again, handed on, cancelled, extended. */
export const governingMoves: Readonly<Record<string, Move>> = {
  to_ongoing: (turn) => {
    const reason = say(turn, 'ongoing');
    const reviewOn = addMonths(turn.step.on, defaultReviewMonths);
    lapse(turn, '已转长期坚持');
    return {
      by: offices(turn).acceptor,
      action: 'to_ongoing',
      input: { reason },
      patch: { deadlineOngoing: true, extensionPending: false, reviewMonths: defaultReviewMonths, reviewOn },
      words: { reason, every: reviewCycleLabels.quarter[0], reviewOn },
    };
  },
  review_ongoing: (turn) => {
    const opinion = say(turn, 'reviewed');
    const reviewOn = addMonths(turn.step.on, defaultReviewMonths);
    const by = offices(turn).acceptor;
    return { by, action: 'review_ongoing', input: { opinion }, patch: { reviewOn }, words: { opinion, reviewOn } };
  },
  close_ongoing: (turn) => {
    const { facts } = turn.ticket;
    const opinion = say(turn, 'closed_ongoing');
    const submittedOn = facts.submittedOn ?? turn.step.on;
    const closedOnTime = facts.dueOn === null ? null : submittedOn <= facts.dueOn;
    const patch = { closedOn: turn.step.on, closedOnTime, submittedOn, reviewOn: null, extensionPending: false };
    return { by: offices(turn).acceptor, action: 'close_ongoing', input: { opinion }, patch, words: { opinion } };
  },
  suspend: (turn) => {
    const reason = say(turn, 'suspend');
    const reviewOn = turn.step.day!;
    const by = offices(turn).coordinator;
    return { by, action: 'suspend', input: { reason, reviewOn }, patch: { reviewOn }, words: { reason, reviewOn } };
  },
  resume: (turn) => ({
    by: offices(turn).coordinator,
    action: 'resume',
    patch: { reviewOn: null },
    words: { note: say(turn, 'resume') },
  }),
  reopen: (turn) => {
    const { ticket, step } = turn;
    const dueOn = reopenDueOn(turn);
    const reason = (step.facts?.['reason'] as string | undefined) ?? say(turn, 'reopen');
    const round = ticket.facts.round + 1;
    return {
      by: offices(turn).coordinator,
      action: 'reopen',
      input: { reason, deadline: { kind: 'date', dueOn } },
      patch: {
        ...notSubmitted,
        deadlineKind: 'date',
        dueOn,
        originalDueOn: dueOn,
        deadlineOngoing: false,
        statutoryDeadline: false,
        round,
        assignedOn: step.on,
        signedOn: step.on,
        closedOn: null,
        acceptedOn: null,
        closedOnTime: null,
        result: null,
        progressPercent: null,
        extensionCount: 0,
        extensionPending: false,
      },
      words: { reason, dueOn, round },
    };
  },
  reassign_handler: (turn) => {
    const handler = castOf(turn.ticket.unit).handlers.find((one) => one !== handlerOf(turn));
    if (!handler) return null;
    const reason = say(turn, 'handed');
    const handlerId = idOf(turn, handler);
    const words = { handler: nameOf(turn, handler), reason };
    return { by: cast(turn).head, action: 'reassign', input: { handlerId, reason }, patch: { handlerId }, words };
  },
  reassign_unit: (turn) => {
    const { ticket, step, stage } = turn;
    const reason = say(turn, 'moved');
    ticket.unit = ticket.plan.wrongUnit;
    const leadUnitId = stage.unitIds.get(ticket.unit)!;
    lapse(turn, '已改派其他单位');
    return {
      by: offices(turn).coordinator,
      action: 'reassign',
      input: { leadUnitId, reason },
      patch: {
        leadUnitId,
        handlerId: null,
        status: 'assigned',
        assignedOn: step.on,
        signedOn: null,
        extensionPending: false,
      },
      words: { leadUnit: unitName(ticket.unit), reason },
    };
  },
  request_cancel: (turn) => {
    const reason = say(turn, 'cancel');
    const by = offices(turn).coordinator;
    const patch = { cancelRequestedBy: idOf(turn, by), cancelRequestedOn: turn.step.on, cancelReason: reason };
    return { by, action: 'request_cancel', input: { reason }, patch, words: { reason } };
  },
  confirm_cancel: (turn) => {
    lapse(turn, '事项已撤销');
    const patch = { extensionPending: false, reviewOn: null };
    return { by: cast(turn).deputy, action: 'confirm_cancel', patch, words: { opinion: say(turn, 'pass') } };
  },
  refuse_cancel: (turn) => {
    const reason = say(turn, 'cancel_refused');
    return {
      by: cast(turn).deputy,
      action: 'refuse_cancel',
      input: { reason },
      patch: notCancelling,
      words: { reason },
    };
  },
  request_extension: (turn) => {
    const { ticket, step, stage } = turn;
    const { dueOn } = ticket.facts;
    if (dueOn === null) return null;
    const from = deskKinds.includes(ticket.plan.kind) ? deskGroundsFrom : 0;
    const nth = stage.dice.between(from, extensionGrounds.length - 1);
    const [reasonCode, reason] = [extensionGrounds[nth]!, phrases.extension[nth]!];
    const later = laterOf(dueOn, step.on);
    const wanted = isExtended(turn) ? laterOf(ticket.plan.due, addDays(later, 5)) : addDays(later, 20);
    const late = dueOn < step.on;
    const by = cast(turn).head;
    stage.rows.add('extension', {
      id: newId(),
      ticket_id: ticket.id,
      round: ticket.facts.round,
      reason_code: reasonCode,
      reason,
      requested_on: step.on,
      requested_due_on: wanted,
      former_due_on: dueOn,
      late,
      requested_by: idOf(turn, by),
      created_at: moment(step.on, 0),
    });
    const input = { reasonCode, reason, requestedDueOn: wanted };
    const words = { reason, requestedDueOn: wanted, late: late || undefined };
    return { by, action: 'request_extension', input, patch: { extensionPending: true }, words };
  },
  grant_extension: (turn) => {
    const { facts, plan } = turn.ticket;
    if (!facts.extensionPending) return null;
    const dueOn = laterOf(plan.due, addDays(laterOf(facts.dueOn, turn.step.on), 5));
    const opinion = say(turn, 'granted');
    const by = decide(turn, { decision: 'granted', granted_due_on: dueOn, opinion });
    const patch = { dueOn, extensionPending: false, extensionCount: facts.extensionCount + 1 };
    const words = { formerDueOn: facts.dueOn, dueOn, opinion };
    return { by, action: 'grant_extension', input: { grantedDueOn: dueOn, opinion }, patch, words };
  },
  refuse_extension: (turn) => {
    if (!turn.ticket.facts.extensionPending) return null;
    const reason = say(turn, 'refused');
    const by = decide(turn, { decision: 'refused', opinion: reason });
    return { by, action: 'refuse_extension', input: { reason }, patch: { extensionPending: false }, words: { reason } };
  },
};

function decide(turn: Turn, decision: Record<string, unknown>): string {
  const { ticket, step, stage } = turn;
  const by = ticket.facts.statutoryDeadline ? 'chief' : cast(turn).deputy;
  stage.rows.decide({ ticket_id: ticket.id, ...decision, decided_by: idOf(turn, by), decided_on: step.on });
  return by;
}
