import { AppError } from '@xiaohao/errors';
import { addDays, daysBetween, extensionReasons, type Day, type ExtensionGround } from '@xiaohao/domain';
import { execute, newId, select } from '@xiaohao/database';
import type { Effect, EffectContext } from './action-context.js';
import type { LockedTicket } from './lock-ticket.js';

/** 申请延期: kept with its reason; asked for after the deadline it is marked late, no more. */
export async function requestExtension({ tx, actor, ticket, input, today }: EffectContext): Promise<Effect> {
  if (!(extensionReasons as readonly string[]).includes(input.reasonCode!)) {
    throw new AppError('inputWrong', { field: 'reasonCode', fieldLabel: '延期原因', reason: input.reasonCode });
  }
  if (ticket.dueOn === null) {
    throw new AppError('inputWrong', { field: 'requestedDueOn', fieldLabel: '申请延至', reason: '该事项没有时限' });
  }
  const requestedDueOn = laterDueOn(ticket, 'requestedDueOn', '申请延至', input.requestedDueOn!, today);
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
}

export async function grantExtension(context: EffectContext): Promise<Effect> {
  const { ticket, input, today } = context;
  const dueOn = laterDueOn(ticket, 'grantedDueOn', '同意延至', input.grantedDueOn!, today);
  await decideExtension(context, 'granted', dueOn, input.opinion);
  return {
    patch: { dueOn, extensionPending: false, extensionCount: ticket.grantedExtensionCount + 1 },
    words: { formerDueOn: ticket.dueOn, dueOn, opinion: input.opinion },
  };
}

export async function refuseExtension(context: EffectContext): Promise<Effect> {
  await decideExtension(context, 'refused', null, context.input.reason);
  return { patch: { extensionPending: false }, words: { reason: context.input.reason } };
}

/**
 * The coordinator gives back time a ticket was suspended, at most as many days; kept as an extension of its own ground,
 * which counts neither as the deputy's nor as the chief's. A statutory clock does not stand still.
 */
export async function extendForSuspension(
  { tx, actor, ticket, input, today }: EffectContext,
  wanted: Day,
): Promise<Day> {
  const field = { field: 'resumedDueOn', fieldLabel: '恢复后时限' };
  if (ticket.dueOn === null) throw new AppError('inputWrong', { ...field, reason: '该事项没有时限' });
  if (ticket.statutoryDeadline) throw new AppError('inputWrong', { ...field, reason: '法定时限不因挂起顺延' });
  const dueOn = laterDueOn(ticket, field.field, field.fieldLabel, wanted, ticket.dueOn);
  const [suspended] = await select<{ on: Day }>(
    tx,
    `select (at at time zone 'Asia/Shanghai')::date as "on" from event
     where ticket_id = $1 and action = 'suspend' order by seq desc limit 1`,
    [ticket.id],
  );
  const latest = addDays(ticket.dueOn, suspended ? Math.max(0, daysBetween(suspended.on, today)) : 0);
  if (dueOn > latest) throw new AppError('inputWrong', { ...field, reason: `挂起期间至多顺延至 ${latest}` });
  const ground: ExtensionGround = 'suspension';
  await execute(
    tx,
    `insert into extension (id, ticket_id, round, reason_code, reason, requested_on, requested_due_on, former_due_on, late,
       requested_by, decision, granted_due_on, decided_by, decided_on)
     values ($1, $2, $3, $4, $5, $6, $7, $8, false, $9, 'granted', $7, $9, $6)`,
    [newId(), ticket.id, ticket.round, ground, input.note ?? '', today, dueOn, ticket.dueOn, actor.personId],
  );
  return dueOn;
}

/** A request that nobody decided has no meaning once the ticket has moved on; it stays, refused with that reason. */
export async function lapseExtension({ tx, ticket, today }: EffectContext, why: string): Promise<void> {
  if (!ticket.extensionPending) return;
  await execute(
    tx,
    `update extension set decision = 'refused', opinion = $2, decided_on = $3
     where ticket_id = $1 and decision is null`,
    [ticket.id, `${why}，申请失效`, today],
  );
}

export function dayAfter(field: string, fieldLabel: string, day: Day, after: Day): Day {
  if (day > after) return day;
  throw new AppError('inputWrong', { field, fieldLabel, reason: `应晚于 ${after}` });
}

/** A later deadline than the present one and today, never beyond what the law allows this ticket at most. */
function laterDueOn(ticket: LockedTicket, field: string, fieldLabel: string, day: Day, today: Day): Day {
  const later = dayAfter(field, fieldLabel, day, ticket.dueOn && ticket.dueOn > today ? ticket.dueOn : today);
  if (ticket.latestDueOn !== null && later > ticket.latestDueOn) {
    const basis = ticket.deadlineBasis ? `（${ticket.deadlineBasis}）` : '';
    const reason = `不得超过法定最长期限 ${ticket.latestDueOn}${basis}`;
    throw new AppError('inputWrong', { field, fieldLabel, reason });
  }
  return later;
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
