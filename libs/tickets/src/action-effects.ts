import type { EntityManager } from 'typeorm';
import { AppError } from '@xiaohao/errors';
import {
  addWorkingDays,
  extensionReasons,
  statusAfter,
  workingDaysBetween,
  type Day,
  type Duty,
  type TicketAction,
  type WorkingCalendar,
} from '@xiaohao/domain';
import { execute, newId, select } from '@xiaohao/database';
import { extensionLapsed } from '@xiaohao/messages';
import type { Actor } from '@xiaohao/org';
import type { LockedTicket } from './lock-ticket.js';
import { getHandler, getPerson, getUnit, replaceSupportUnits } from './named-in-input.js';
import type { TicketPatch } from './save-ticket.js';

/** A deadline as people set it by hand. */
export interface DeadlineInput {
  kind: 'date' | 'immediate' | 'ongoing' | 'recurring' | 'unresolved';
  dueOn?: Day | null;
  ongoing?: boolean;
}

/** What may come with an action; the flow's `needs` say which of it must. */
export interface TicketActionInput {
  leadUnitId?: string;
  supportUnitIds?: string[];
  deadline?: DeadlineInput;
  leaderId?: string;
  handlerId?: string;
  note?: string;
  result?: string;
  direct?: boolean;
  undoneMeasures?: { id: string; reason: string }[];
  opinion?: string;
  reason?: string;
  reasonCode?: string;
  requestedDueOn?: Day;
  grantedDueOn?: Day;
  reviewOn?: Day;
}

export interface EffectContext {
  readonly tx: EntityManager;
  readonly actor: Actor;
  readonly ticket: LockedTicket;
  readonly input: TicketActionInput;
  readonly today: Day;
  readonly calendar: WorkingCalendar;
  readonly duties: ReadonlySet<Duty>;
}

/** What an accepted action writes, and the words the event keeps of it. */
export interface Effect {
  patch: TicketPatch;
  words: Record<string, unknown>;
}

/** 立行立改: five working days from signing. */
const immediateWorkingDays = 5;
/** 退单: within five working days of being assigned. */
const objectionWorkingDays = 5;

/** One row per action: what it changes beside the status. */
export const actionEffects: Readonly<Record<TicketAction, (context: EffectContext) => Effect | Promise<Effect>>> = {
  assign: async ({ tx, ticket, input, today }) => {
    const deadline = checkedDeadline(input.deadline!, today);
    const unit = await getUnit(tx, input.leadUnitId!);
    const leader = await getPerson(tx, input.leaderId!, 'leaderId', '责任领导');
    if (input.supportUnitIds) await replaceSupportUnits(tx, ticket.id, input.supportUnitIds, unit.id);
    return {
      patch: {
        ...deadline,
        // The day the ledger brought, or a former assignment set, stays the original one within the round.
        originalDueOn: ticket.originalDueOn ?? deadline.dueOn,
        leadUnitId: unit.id,
        leaderId: leader.id,
        leaderName: null,
        assignedOn: today,
      },
      words: { leadUnit: unit.name, leader: leader.name, dueOn: deadline.dueOn, note: input.note },
    };
  },
  sign: async ({ tx, ticket, input, today, calendar }) => {
    const handler = await getHandler(tx, input.handlerId!, ticket.leadUnitId!, today);
    const starts = ticket.deadlineKind === 'immediate' && ticket.dueOn === null;
    const dueOn = starts ? addWorkingDays(today, immediateWorkingDays, calendar) : ticket.dueOn;
    return {
      patch: {
        handlerId: handler.id,
        signedOn: today,
        ...(starts ? { dueOn, originalDueOn: dueOn } : {}),
      },
      words: { handler: handler.name, dueOn: starts ? dueOn : undefined, note: input.note },
    };
  },
  object: ({ ticket, input, today, calendar }) => {
    const passed = ticket.assignedOn ? workingDaysBetween(ticket.assignedOn, today, calendar) : 0;
    if (passed > objectionWorkingDays) {
      throw new AppError('inputWrong', {
        field: 'reason',
        fieldLabel: '退单',
        reason: `已超过交办后 ${objectionWorkingDays} 个工作日`,
      });
    }
    return { patch: { assignedOn: null, handlerId: null }, words: { reason: input.reason } };
  },
  submit: async ({ tx, actor, ticket, input, today, duties }) => {
    await explainMeasures(tx, ticket.id, input.undoneMeasures ?? []);
    await refuseOpenMeasures(tx, ticket.id);
    return {
      patch: {
        result: input.result,
        submittedOn: today,
        submitterId: actor.personId,
        // A head who is the handler too has no other head beside them: the deputy reviews.
        submittedByHead: duties.has('head'),
      },
      words: { result: input.result, direct: input.direct || undefined },
    };
  },
  review_pass: ({ input }) => ({ patch: {}, words: { opinion: input.opinion } }),
  approve: ({ input }) => ({ patch: {}, words: { opinion: input.opinion } }),
  accept: async (context) => {
    await lapseExtension(context);
    return { patch: closing(context.ticket, context.today), words: { opinion: context.input.opinion } };
  },
  return: ({ input }) => ({ patch: notSubmitted, words: { reason: input.reason } }),
  withdraw: ({ input }) => ({ patch: notSubmitted, words: { reason: input.reason } }),
  to_ongoing: ({ input }) => ({ patch: { deadlineOngoing: true }, words: { reason: input.reason } }),
  close_ongoing: async (context) => {
    await lapseExtension(context);
    const { ticket, input, today } = context;
    return {
      patch: { ...closing({ ...ticket, deadlineOngoing: false }, today), submittedOn: ticket.submittedOn ?? today },
      words: { opinion: input.opinion },
    };
  },
  suspend: ({ input, today }) => {
    const reviewOn = dayAfter('reviewOn', '复核日期', input.reviewOn!, today);
    return { patch: { reviewOn }, words: { reason: input.reason, reviewOn } };
  },
  resume: ({ input }) => ({ patch: { reviewOn: null }, words: { note: input.note } }),
  reopen: async ({ tx, ticket, input, today }) => {
    const deadline = checkedDeadline(input.deadline!, today);
    await forgetExplanations(tx, ticket.id);
    return {
      patch: {
        ...deadline,
        ...notSubmitted,
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
      },
      words: { reason: input.reason, dueOn: deadline.dueOn, round: ticket.round + 1 },
    };
  },
  reassign: reassign,
  request_extension: async ({ tx, actor, ticket, input, today }) => {
    if (!(extensionReasons as readonly string[]).includes(input.reasonCode!)) {
      throw new AppError('inputWrong', { field: 'reasonCode', fieldLabel: '延期原因', reason: input.reasonCode });
    }
    if (ticket.dueOn === null) {
      throw new AppError('inputWrong', { field: 'requestedDueOn', fieldLabel: '申请延至', reason: '该事项没有时限' });
    }
    const after = ticket.dueOn > today ? ticket.dueOn : today;
    const requestedDueOn = dayAfter('requestedDueOn', '申请延至', input.requestedDueOn!, after);
    const late = ticket.dueOn < today;
    await execute(
      tx,
      `insert into extension (id, ticket_id, round, reason_code, reason, requested_on, requested_due_on, former_due_on, late, requested_by)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [
        newId(),
        ticket.id,
        ticket.round,
        input.reasonCode,
        input.reason,
        today,
        requestedDueOn,
        ticket.dueOn,
        late,
        actor.personId,
      ],
    );
    return {
      patch: { extensionPending: true },
      words: { reason: input.reason, requestedDueOn, late: late || undefined },
    };
  },
  grant_extension: async (context) => {
    const { ticket, input, today } = context;
    const after = ticket.dueOn && ticket.dueOn > today ? ticket.dueOn : today;
    const dueOn = dayAfter('grantedDueOn', '同意延至', input.grantedDueOn!, after);
    await decideExtension(context, 'granted', dueOn, input.opinion);
    return {
      patch: { dueOn, extensionPending: false, extensionCount: ticket.grantedExtensionCount + 1 },
      words: { formerDueOn: ticket.dueOn, dueOn, opinion: input.opinion },
    };
  },
  refuse_extension: async (context) => {
    await decideExtension(context, 'refused', null, context.input.reason);
    return { patch: { extensionPending: false }, words: { reason: context.input.reason } };
  },
};

/** Nothing is reported done any more: the review found it wanting, or the submitter took it back. */
const notSubmitted = { submittedOn: null, submitterId: null, submittedByHead: false } as const;

/** Struck off, or accepted and kept up; on time counts by the day the accepted round was submitted. */
function closing(ticket: LockedTicket, today: Day): TicketPatch {
  const keptUp = statusAfter(ticket, 'accept') === 'ongoing';
  const submittedOn = ticket.submittedOn ?? today;
  return {
    closedOn: keptUp ? null : today,
    acceptedOn: keptUp ? today : undefined,
    closedOnTime: ticket.dueOn === null ? null : submittedOn <= ticket.dueOn,
    extensionPending: false,
  };
}

async function reassign({ tx, ticket, input, today }: EffectContext): Promise<Effect> {
  if (!input.leadUnitId && !input.handlerId) {
    throw new AppError('inputMissing', { field: 'handlerId', fieldLabel: '新的承办人或牵头单位' });
  }
  if (!input.leadUnitId) {
    const handler = await getHandler(tx, input.handlerId!, ticket.leadUnitId!, today);
    return { patch: { handlerId: handler.id }, words: { handler: handler.name, reason: input.reason } };
  }
  if (!input.reason) throw new AppError('inputMissing', { field: 'reason', fieldLabel: '改派理由' });
  const unit = await getUnit(tx, input.leadUnitId);
  return {
    patch: { leadUnitId: unit.id, handlerId: null, status: 'assigned', signedOn: null },
    words: { leadUnit: unit.name, reason: input.reason },
  };
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

function dayAfter(field: string, fieldLabel: string, day: Day, after: Day): Day {
  if (day > after) return day;
  throw new AppError('inputWrong', { field, fieldLabel, reason: `应晚于 ${after}` });
}

async function decideExtension(
  { tx, actor, ticket, today }: EffectContext,
  decision: 'granted' | 'refused',
  grantedDueOn: Day | null,
  opinion: string | undefined,
): Promise<void> {
  await execute(
    tx,
    `update extension set decision = $2, granted_due_on = $3, opinion = $4, decided_by = $5, decided_on = $6
     where ticket_id = $1 and decision is null`,
    [ticket.id, decision, grantedDueOn, opinion ?? null, actor.personId, today],
  );
}

/** A request nobody decided ends with the ticket: in a new round it would bar every other one. */
async function lapseExtension({ tx, ticket, today }: EffectContext): Promise<void> {
  await execute(
    tx,
    `update extension set decision = 'refused', opinion = $2, decided_on = $3 where ticket_id = $1 and decision is null`,
    [ticket.id, extensionLapsed[0], today],
  );
}

/** Why a measure was left undone in one round excuses nothing in the next. */
async function forgetExplanations(tx: EntityManager, ticketId: string): Promise<void> {
  await execute(
    tx,
    `update measure set undone_reason = null, version = version + 1
     where ticket_id = $1 and done_on is null and undone_reason is not null`,
    [ticketId],
  );
}

/** Each measure is done or explained: two reasons for one leave another open. */
async function refuseOpenMeasures(tx: EntityManager, ticketId: string): Promise<void> {
  const [row] = await select<{ count: number }>(
    tx,
    `select count(*)::int as count from measure where ticket_id = $1 and done_on is null and undone_reason is null`,
    [ticketId],
  );
  if (row!.count > 0) throw new AppError('measuresUndone', { count: row!.count });
}

async function explainMeasures(
  tx: EntityManager,
  ticketId: string,
  undone: readonly { id: string; reason: string }[],
): Promise<void> {
  for (const { id, reason } of undone) {
    if (!reason.trim()) throw new AppError('inputMissing', { field: 'undoneMeasures', fieldLabel: '未完成原因' });
    const touched = await execute(
      tx,
      `update measure set undone_reason = $3, version = version + 1 where id = $2 and ticket_id = $1 and done_on is null`,
      [ticketId, id, reason],
    );
    if (touched === 0) throw new AppError('notFound', { what: '整改措施' });
  }
}
