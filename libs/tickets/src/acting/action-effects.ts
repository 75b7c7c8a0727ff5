import type { EntityManager } from 'typeorm';
import { AppError } from '@xiaohao/errors';
import {
  addMonths,
  defaultReviewMonths,
  objectionReasons,
  reviewCycles,
  statusAfter,
  workingDaysBetween,
  type Day,
  type ReviewCycle,
  type TicketAction,
} from '@xiaohao/domain';
import { execute, newId } from '@xiaohao/database';
import { objectionReasonLabels, reviewCycleLabels } from '@xiaohao/messages';
import { unitsOf } from '@xiaohao/org';
import type { DeadlineInput, Effect, EffectContext } from './action-context.js';
import {
  dayAfter,
  extendForSuspension,
  grantExtension,
  lapseExtension,
  refuseExtension,
  requestExtension,
} from './extension-effects.js';
import { clockOf, immediateDueOn } from '../governing/deadline-rule.queries.js';
import type { LockedTicket } from './lock-ticket.js';
import { explainMeasures, forgetExplanations, refuseOpenMeasures } from './measure-explanations.js';
import { getHandler, getPerson, getUnit, replaceSupportUnits, signingMember } from '../passing-on/named-in-input.js';
import type { TicketPatch } from './save-ticket.js';
import { recordFormerLead } from '../passing-on/unit-tickets.js';

/** 退单: within five working days of being assigned. */
const objectionWorkingDays = 5;

/** One row per action: what it changes beside the status. */
export const actionEffects: Readonly<Record<TicketAction, (context: EffectContext) => Effect | Promise<Effect>>> = {
  assign: async ({ tx, ticket, input, today, calendar }) => {
    const deadline = checkedDeadline(input.deadline!, today);
    const clock = await clockOf(tx, ticket, deadline, today, calendar);
    const unit = await getUnit(tx, input.leadUnitId!);
    const leader = await getPerson(tx, input.leaderId!, 'leaderId', '责任领导');
    const supporting =
      input.supportUnitIds && (await replaceSupportUnits(tx, ticket.id, input.supportUnitIds, unit.id));
    // Where there were none and are none, nothing is told of them.
    const supportUnits = supporting?.length || ticket.supportUnitIds.length > 0 ? supporting : undefined;
    return {
      patch: {
        ...deadline,
        ...clock,
        // The day the ledger brought, or a former assignment set, stays the original one within the round.
        originalDueOn: ticket.originalDueOn ?? deadline.dueOn,
        leadUnitId: unit.id,
        leaderId: leader.id,
        leaderName: null,
        assignedOn: today,
      },
      words: { leadUnit: unit.name, supportUnits, leader: leader.name, dueOn: deadline.dueOn, note: input.note },
    };
  },
  sign: async ({ tx, actor, ticket, input, today, calendar }) => {
    const handler = await getHandler(tx, input.handlerId!, ticket.leadUnitId!, today);
    const led = unitsOf(actor, ['head', 'clerk']);
    const member = await signingMember(tx, ticket.leadUnitId!, led, handler, today);
    // The others keep sight of the ticket: the group stays beside the member that took it.
    if (member) await keepBeside(tx, ticket, member.id);
    const starts = ticket.deadlineKind === 'immediate' && ticket.dueOn === null;
    const dueOn = starts ? await immediateDueOn(tx, today, calendar) : ticket.dueOn;
    return {
      patch: {
        handlerId: handler.id,
        signedOn: today,
        ...(member ? { leadUnitId: member.id } : {}),
        ...(starts ? { dueOn, originalDueOn: dueOn } : {}),
      },
      words: {
        leadUnit: member?.name,
        formerUnit: member?.group,
        handler: handler.name,
        dueOn: starts ? dueOn : undefined,
        note: input.note,
      },
    };
  },
  object: async (context) => {
    const { tx, actor, ticket, input, today, calendar } = context;
    const passed = ticket.assignedOn ? workingDaysBetween(ticket.assignedOn, today, calendar) : 0;
    if (passed > objectionWorkingDays) {
      throw new AppError('inputWrong', {
        field: 'reason',
        fieldLabel: '退单',
        reason: `已超过交办后 ${objectionWorkingDays} 个工作日`,
      });
    }
    const grounds = objectionReasons.find((code) => code === input.objectionCode);
    if (!grounds) {
      throw new AppError('inputWrong', { field: 'objectionCode', fieldLabel: '退单原因', reason: input.objectionCode });
    }
    await execute(
      tx,
      `insert into objection (id, ticket_id, round, reason_code, reason, unit_id, by_id, objected_on)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [newId(), ticket.id, ticket.round, grounds, input.reason, ticket.leadUnitId, actor.personId, today],
    );
    await lapseExtension(context, '已退单');
    return {
      patch: { assignedOn: null, handlerId: null, extensionPending: false },
      words: { grounds: objectionReasonLabels[grounds][0], reason: input.reason },
    };
  },
  submit: async (context) => {
    const { tx, actor, ticket, input, today, duties } = context;
    await lapseExtension(context, '已报结');
    await explainMeasures(tx, ticket.id, input.undoneMeasures ?? []);
    await refuseOpenMeasures(tx, ticket.id);
    return {
      patch: {
        result: input.result,
        submittedOn: today,
        submitterId: actor.personId,
        // A head who is the handler too has no other head beside them: the deputy reviews.
        submittedByHead: duties.has('head'),
        extensionPending: false,
      },
      words: { result: input.result, direct: input.direct || undefined },
    };
  },
  review_pass: ({ input }) => ({ patch: {}, words: { opinion: input.opinion } }),
  approve: ({ input }) => ({ patch: {}, words: { opinion: input.opinion } }),
  accept: ({ ticket, input, today }) => ({ patch: closing(ticket, today), words: { opinion: input.opinion } }),
  return: ({ input }) => ({ patch: notSubmitted, words: { reason: input.reason } }),
  withdraw: ({ input }) => ({ patch: notSubmitted, words: { reason: input.reason } }),
  to_ongoing: async (context) => {
    const { input, today } = context;
    const every = reviewCycleOf(input.reviewEvery);
    await lapseExtension(context, '已转长期坚持');
    const reviewOn = addMonths(today, reviewCycles[every]);
    return {
      patch: { deadlineOngoing: true, extensionPending: false, reviewMonths: reviewCycles[every], reviewOn },
      words: { reason: input.reason, every: reviewCycleLabels[every][0], reviewOn },
    };
  },
  close_ongoing: ({ ticket, input, today }) => ({
    patch: {
      ...closing({ ...ticket, deadlineOngoing: false }, today),
      reviewOn: null,
      submittedOn: ticket.submittedOn ?? today,
    },
    words: { opinion: input.opinion },
  }),
  suspend: ({ input, today }) => {
    const reviewOn = dayAfter('reviewOn', '复核日期', input.reviewOn!, today);
    return { patch: { reviewOn }, words: { reason: input.reason, reviewOn } };
  },
  // Time suspended does not move the deadline by itself: that would be an extension nobody granted.
  resume: async (context) => {
    const { ticket, input } = context;
    if (!input.resumedDueOn) return { patch: { reviewOn: null }, words: { note: input.note } };
    const dueOn = await extendForSuspension(context, input.resumedDueOn);
    return { patch: { reviewOn: null, dueOn }, words: { formerDueOn: ticket.dueOn, dueOn, note: input.note } };
  },
  reopen: async ({ tx, ticket, input, today }) => {
    const deadline = checkedDeadline(input.deadline!, today);
    const unit = input.leadUnitId ? await getUnit(tx, input.leadUnitId) : null;
    const moves = unit !== null && unit.id !== ticket.leadUnitId;
    if (moves && ticket.leadUnitId) await recordFormerLead(tx, [ticket.id], ticket.leadUnitId, today);
    await forgetExplanations(tx, ticket.id);
    return {
      patch: {
        ...deadline,
        ...notSubmitted,
        statutoryDeadline: false,
        deadlineRule: null,
        originalDueOn: deadline.dueOn,
        round: ticket.round + 1,
        assignedOn: today,
        signedOn: today,
        closedOn: null,
        acceptedOn: null,
        closedOnTime: null,
        completion: null,
        result: null,
        progressPercent: null,
        extensionCount: 0,
        extensionPending: false,
        ...(moves ? { leadUnitId: unit.id, handlerId: null } : {}),
      },
      words: {
        leadUnit: moves ? unit.name : undefined,
        reason: input.reason,
        dueOn: deadline.dueOn,
        round: ticket.round + 1,
      },
    };
  },
  reassign: reassign,
  request_cancel: ({ actor, input, today }) => {
    const asked = { cancelRequestedBy: actor.personId, cancelRequestedOn: today, cancelReason: input.reason };
    return { patch: asked, words: { reason: input.reason } };
  },
  confirm_cancel: async (context) => {
    await lapseExtension(context, '事项已撤销');
    return {
      patch: { extensionPending: false, reviewOn: null },
      words: { opinion: context.input.opinion },
    };
  },
  refuse_cancel: ({ input }) => ({ patch: notCancelling, words: { reason: input.reason } }),
  review_ongoing: ({ ticket, input, today }) => {
    const reviewOn = input.nextReviewOn
      ? dayAfter('nextReviewOn', '下次复核日期', input.nextReviewOn, today)
      : nextReviewOn(ticket.reviewMonths, today);
    return { patch: { reviewOn }, words: { opinion: input.opinion, reviewOn } };
  },
  request_extension: requestExtension,
  grant_extension: grantExtension,
  refuse_extension: refuseExtension,
};

/** Nothing is reported done any more: the review found it wanting, or the submitter took it back. */
const notSubmitted = { submittedOn: null, submitterId: null, submittedByHead: false } as const;
const notCancelling = { cancelRequestedBy: null, cancelRequestedOn: null, cancelReason: null } as const;

/** Struck off, or accepted and kept up; on time counts by the day the accepted round was submitted. */
function closing(ticket: LockedTicket, today: Day): TicketPatch {
  const keptUp = statusAfter(ticket, 'accept') === 'ongoing';
  const submittedOn = ticket.submittedOn ?? today;
  return {
    closedOn: keptUp ? null : today,
    acceptedOn: keptUp ? today : undefined,
    closedOnTime: ticket.dueOn === null ? null : submittedOn <= ticket.dueOn,
    extensionPending: false,
    ...(keptUp ? { reviewOn: nextReviewOn(ticket.reviewMonths, today) } : {}),
  };
}

/** The day what is kept up is looked at next. */
export function nextReviewOn(reviewMonths: number | null, today: Day): Day {
  return addMonths(today, reviewMonths ?? defaultReviewMonths);
}

function reviewCycleOf(code: string | undefined): ReviewCycle {
  const every = code ?? 'quarter';
  if (every in reviewCycles) return every as ReviewCycle;
  throw new AppError('inputWrong', { field: 'reviewEvery', fieldLabel: '复核周期', reason: every });
}

/** The office moves a ticket to another unit, the unit's head to another handler; neither does the other's. */
async function reassign(context: EffectContext): Promise<Effect> {
  const { tx, ticket, input, today } = context;
  if (!input.leadUnitId && !input.handlerId) {
    throw new AppError('inputMissing', { field: 'handlerId', fieldLabel: '新的承办人或牵头单位' });
  }
  if (!input.leadUnitId) {
    const handler = await getHandler(tx, input.handlerId!, ticket.leadUnitId!, today);
    return { patch: { handlerId: handler.id }, words: { handler: handler.name, reason: input.reason } };
  }
  if (!input.reason) throw new AppError('inputMissing', { field: 'reason', fieldLabel: '改派理由' });
  const unit = await getUnit(tx, input.leadUnitId);
  if (unit.id === ticket.leadUnitId) {
    throw new AppError('inputWrong', { field: 'leadUnitId', fieldLabel: '牵头单位', reason: '与现牵头单位相同' });
  }
  await lapseExtension(context, '已改派其他单位');
  if (ticket.leadUnitId) await recordFormerLead(tx, [ticket.id], ticket.leadUnitId, today);
  // The new unit signs, and has its own five days to object.
  return {
    patch: {
      leadUnitId: unit.id,
      handlerId: null,
      status: 'assigned',
      assignedOn: today,
      signedOn: null,
      extensionPending: false,
    },
    words: { leadUnit: unit.name, reason: input.reason },
  };
}

/** A group whose member took the ticket is among the supporting units from then on, the member no longer. */
async function keepBeside(tx: EntityManager, ticket: LockedTicket, memberId: string): Promise<void> {
  await execute(tx, 'delete from ticket_support_unit where ticket_id = $1 and unit_id = $2', [ticket.id, memberId]);
  await execute(
    tx,
    `insert into ticket_support_unit (ticket_id, unit_id, sort)
     select $1, $2, coalesce(max(sort), 0) + 1 from ticket_support_unit where ticket_id = $1 on conflict do nothing`,
    [ticket.id, ticket.leadUnitId],
  );
}

/** A deadline typed by a person: a date must be one and not lie in the past. */
export function checkedDeadline(input: DeadlineInput, today: Day) {
  const dated = input.kind === 'date';
  if (dated && !input.dueOn)
    throw new AppError('inputMissing', { field: 'deadline.dueOn', fieldLabel: '整改时限日期' });
  if (dated && input.dueOn! < today) {
    throw new AppError('inputWrong', { field: 'deadline.dueOn', fieldLabel: '整改时限', reason: '不能早于今天' });
  }
  return {
    deadlineKind: input.kind,
    dueOn: dated ? input.dueOn! : null,
    deadlineOngoing: input.ongoing === true || input.kind === 'ongoing',
  };
}
