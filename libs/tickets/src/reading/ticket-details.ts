import {
  fieldsOfKind,
  isLive,
  kindFields,
  levelTable,
  missingDetail,
  noticeProblem,
  readDetails,
  type Day,
  type Details,
  type DetailsProblem,
  type Duty,
  type FieldMoment,
  type KindField,
  type TicketAction,
  type TicketKind,
  type TicketStatus,
  type WorkingCalendar,
} from '@xiaohao/domain';
import { AppError } from '@xiaohao/errors';
import { detailsProblemTexts, kindFieldLabels } from '@xiaohao/messages';
import type { Actor } from '@xiaohao/org';
import { dutiesOf, type DutyFacts } from './ticket-duties.js';

export interface DetailsRights {
  /** The kind's coordinator sets every field. */
  all: boolean;
  /** Fields open to whoever acts, because the action asks for them. */
  also?: readonly string[];
}

/** What the ticket's details become; a wrong field is refused by its name. */
export function checkedDetails(
  kind: TicketKind,
  given: Details,
  present: Details,
  rights: DetailsRights,
  calendar: WorkingCalendar,
): Details {
  const read = readDetails(kind, given, present, rights.all, rights.also);
  if ('problem' in read) throw detailsError(read.problem);
  const problem = kind === 'env_inspection_issue' ? noticeProblem(read.details, calendar) : null;
  if (problem) throw detailsError(problem);
  return read.details;
}

function detailsError({ code, why }: DetailsProblem): AppError {
  const fieldLabel = labelOf(code);
  return new AppError('inputWrong', { field: `details.${code}`, fieldLabel, reason: detailsProblemTexts[why][0] });
}

/** Refuses while the ticket lacks a field that this moment asks for. */
export function assertDetails(kind: TicketKind, level: string | null, details: Details, moment: FieldMoment): void {
  const missing = missingDetail(kind, level, details, moment);
  if (missing) {
    throw new AppError('inputMissing', { field: `details.${missing.code}`, fieldLabel: labelOf(missing.code) });
  }
  if (moment === 'assign' && kind === 'accident_investigation' && level === null) {
    throw new AppError('inputMissing', { field: 'level', fieldLabel: '事故等级' });
  }
}

/** A public notice has to be over before the ticket is struck off. */
function assertNoticeOver(details: Details, today: Day): void {
  const until = details['noticeTo'] as Day | undefined;
  if (until !== undefined && until >= today) throw new AppError('noticeNotOver', { until });
}

/** The level as stated, or a refusal: each kind has levels of its own, most have none. */
export function checkedLevel(kind: TicketKind, level: string | null | undefined): string | null | undefined {
  if (level === null || level === undefined) return level;
  if ((levelTable[kind] as readonly string[]).includes(level)) return level;
  throw new AppError('inputWrong', { field: 'level', fieldLabel: '等级', reason: '该类事项没有这个等级' });
}

/** Each changed field with its old and its new value, as events keep changes. */
export function detailChanges(before: Details, after: Details): Record<string, [unknown, unknown]> {
  const codes = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  const changed = codes.filter((code) => JSON.stringify(before[code]) !== JSON.stringify(after[code]));
  return Object.fromEntries(changed.map((code) => [`details.${code}`, [before[code] ?? null, after[code] ?? null]]));
}

/**
 * Confidential fields this actor may not see: those of units that only support and of general readers. Whoever has a
 * duty on the ticket, is named on it, leads the bureau or audits it sees all.
 */
export function hiddenFields(actor: Actor, ticket: DutyFacts): readonly string[] {
  const named = ticket.leaderId === actor.personId || ticket.personIds.includes(actor.personId);
  const dutiful = [...dutiesOf(actor, ticket)].some((duty) => duty !== 'participant');
  if (named || dutiful || actor.roles.includes('auditor')) return [];
  const fields: readonly KindField[] = kindFields[ticket.kind];
  return fields.filter(({ confidential }) => confidential).map(({ code }) => code);
}

function labelOf(code: string): string {
  return kindFieldLabels[code as keyof typeof kindFieldLabels]?.[0] ?? code;
}

/** Details as they become with an action, complete for it; whoever acts may set what the action asks for. */
export function detailsForAction(
  ticket: { kind: TicketKind; level: string | null; details: Details },
  action: TicketAction,
  given: Details | undefined,
  all: boolean,
  today: Day,
  calendar: WorkingCalendar,
): Details {
  const { kind, level } = ticket;
  const asked = fieldsOfKind(kind, level, { ...ticket.details, ...given }).filter((one) => one.requiredFor === action);
  const rights = { all, also: asked.map(({ code }) => code) };
  const details = given ? checkedDetails(kind, given, ticket.details, rights, calendar) : ticket.details;
  if (action === 'assign' || action === 'submit' || action === 'accept') assertDetails(kind, level, details, action);
  if (action === 'accept') assertNoticeOver(details, today);
  return details;
}

/** Whose fields may be filled in outside an action: all by the coordinator, those open to head and handler while they work. */
export function detailsRights(ticket: { status: TicketStatus }, duties: ReadonlySet<Duty>): DetailsRights | null {
  if (duties.has('coordinator')) return { all: true };
  const works = (duties.has('head') || duties.has('handler')) && isLive(ticket.status);
  return works ? { all: false } : null;
}
