import { isMajorHazard, officesOf, type TicketKind } from './ticket-kind.js';
import {
  extensionsAtMost,
  extensionsByDeputy,
  stageReview,
  ticketActions,
  ticketFlow,
  type Duty,
  type FlowRow,
  type Need,
  type TicketAction,
} from './ticket-flow.js';
import { reviewStatuses, type TicketStatus } from './ticket-status.js';

/** The facts of a ticket itself that the rules look at. */
export interface TicketFacts {
  readonly kind: TicketKind;
  readonly level: string | null;
  readonly status: TicketStatus;
  readonly deadlineKind: string;
  readonly deadlineOngoing: boolean;
  readonly handlerId: string | null;
  readonly submitterId: string | null;
  /** True when the head, not the handler, reported it done. */
  readonly submittedByHead: boolean;
  readonly evidenceCount: number;
  /** On-site records 现场复查 of the present round. */
  readonly onSiteCount: number;
  /** Sub-tasks neither done nor cancelled. */
  readonly openChildCount: number;
  /** Measures neither done nor explained. */
  readonly openMeasureCount: number;
  readonly extensionPending: boolean;
  /** Who asked for the time that is not decided yet. */
  readonly extensionRequestedBy: string | null;
  readonly grantedExtensionCount: number;
  readonly statutoryDeadline: boolean;
  /** Who asked to cancel it, while nobody has decided yet. */
  readonly cancelRequestedBy: string | null;
  /** It has a lead unit, and that unit is not closed. */
  readonly leadUnitOpen: boolean;
}

/** With what the bureau says of it today. */
export interface TicketState extends TicketFacts {
  /** Somebody beside `barredFromDeciding` is in charge of the lead unit; looked up where `asksForDeputy`, else of no consequence. */
  readonly deputyInCharge: boolean;
}

/** What decides whose turn it is at a stage. */
export type StageFacts = Pick<
  TicketState,
  'deputyInCharge' | 'kind' | 'level' | 'status' | 'submittedByHead' | 'grantedExtensionCount' | 'statutoryDeadline'
>;

/** Who acts, and what they are to this ticket. */
export interface ActorOnTicket {
  readonly personId: string;
  readonly duties: ReadonlySet<Duty>;
}

export type ActionInput = Readonly<Record<string, unknown>>;

/** A refusal names the row of the error table and the word that explains it. */
export type Refusal =
  | { code: 'actionNotPossible' }
  | { code: 'notYourDuty'; duty: Duty }
  | { code: 'submitterMayNotReview' }
  | { code: 'handlerMayNotAccept' }
  | { code: 'evidenceMissing' }
  | { code: 'measuresUndone'; count: number }
  | { code: 'onSiteMissing' }
  | { code: 'childrenOpen' }
  | { code: 'extensionPending' }
  | { code: 'extensionNotPending' }
  | { code: 'requesterMayNotGrant' }
  | { code: 'cancelPending' }
  | { code: 'requesterMayNotConfirm' }
  | { code: 'inputMissing'; field: Need };

const flow: Readonly<Record<TicketAction, FlowRow>> = ticketFlow;

/** Whether the next step may be a deputy's, so that it matters whether there is one. */
export function asksForDeputy(ticket: TicketFacts): boolean {
  const { status, submittedByHead, extensionPending, cancelRequestedBy } = ticket;
  const reviews = status === 'pending_review' || (status === 'dept_review' && submittedByHead);
  return reviews || extensionPending || cancelRequestedBy !== null;
}

/** Whose own matter it is that waits for a deputy: somebody else decides it. */
export function barredFromDeciding(ticket: TicketFacts): string | null {
  const { cancelRequestedBy, extensionPending, extensionRequestedBy, submitterId } = ticket;
  return cancelRequestedBy ?? (extensionPending ? extensionRequestedBy : submitterId);
}

/** Who may take the action now. Where nobody is in charge of the lead unit the chief stands for the deputy. */
export function dutiesFor(action: TicketAction, ticket: StageFacts): readonly Duty[] {
  const by = dutiesByTable(action, ticket);
  return ticket.deputyInCharge ? by : by.map((duty) => (duty === 'deputy' ? 'chief' : duty));
}

/** The row's duty, bent by who submitted and by how often time was extended. */
function dutiesByTable(action: TicketAction, ticket: StageFacts): readonly Duty[] {
  if (action === 'return') {
    const review = stageReview[ticket.status as keyof typeof stageReview];
    return review ? dutiesByTable(review, ticket) : [];
  }
  if (action === 'grant_extension' || action === 'refuse_extension') {
    const beyondDeputy = ticket.grantedExtensionCount >= extensionsByDeputy || ticket.statutoryDeadline;
    return beyondDeputy ? ['chief'] : flow[action].by;
  }
  const row = flow[action];
  // A general hazard may be struck off by a second person of its town or unit too (flow: one who is not the handler).
  if (action === 'accept' && ticket.kind === 'hazard' && !isMajorHazard(ticket)) return [...row.by, 'second_person'];
  return ticket.submittedByHead && row.byAfterHead ? row.byAfterHead : row.by;
}

/** Why the person may not take the action at all, whatever they would send along; null when they may. */
export function refusalToStart(ticket: TicketState, action: TicketAction, actor: ActorOnTicket): Refusal | null {
  const row = flow[action];
  if (!row.from.includes(ticket.status)) return { code: 'actionNotPossible' };
  if (action === 'request_extension' && ticket.extensionPending) return { code: 'extensionPending' };
  const granting = action === 'grant_extension' || action === 'refuse_extension';
  if (granting && !ticket.extensionPending) return { code: 'extensionNotPending' };
  if (granting && ticket.extensionRequestedBy === actor.personId) return { code: 'requesterMayNotGrant' };
  const cancelling = action === 'confirm_cancel' || action === 'refuse_cancel';
  if (cancelling && ticket.cancelRequestedBy === null) return { code: 'actionNotPossible' };
  if (!cancelling && ticket.cancelRequestedBy !== null) return { code: 'cancelPending' };
  if (cancelling && ticket.cancelRequestedBy === actor.personId) return { code: 'requesterMayNotConfirm' };
  if (row.independent) {
    if (ticket.submitterId === actor.personId) return { code: 'submitterMayNotReview' };
    // Whoever stands in for the handler is one.
    if (ticket.handlerId === actor.personId || actor.duties.has('handler')) return { code: 'handlerMayNotAccept' };
  }
  const by = dutiesFor(action, ticket);
  return by.some((duty) => actor.duties.has(duty)) ? null : { code: 'notYourDuty', duty: by[0] ?? 'acceptor' };
}

/** Why the action is refused, or null. Checks standing first, then what the action needs. */
export function refusal(
  ticket: TicketState,
  action: TicketAction,
  actor: ActorOnTicket,
  input: ActionInput,
): Refusal | null {
  return (
    refusalToStart(ticket, action, actor) ??
    reservedInput(action, actor, input) ??
    missingNeed(ticket, action, input) ??
    missingGround(ticket, action)
  );
}

function reservedInput(action: TicketAction, actor: ActorOnTicket, input: ActionInput): Refusal | null {
  const sent = Object.entries(flow[action].reserved ?? {}).filter(([field]) => !isBlank(input[field]));
  const foreign = sent.find(([, duty]) => !actor.duties.has(duty));
  return foreign ? { code: 'notYourDuty', duty: foreign[1] } : null;
}

/** What the kind itself asks for: major hazards are seen on site, parents wait for their sub-tasks. */
function missingGround(ticket: TicketState, action: TicketAction): Refusal | null {
  if (action === 'accept' && isMajorHazard(ticket) && ticket.onSiteCount === 0) return { code: 'onSiteMissing' };
  if (action === 'submit' && ticket.openChildCount > 0) return { code: 'childrenOpen' };
  return null;
}

function missingNeed(ticket: TicketState, action: TicketAction, input: ActionInput): Refusal | null {
  const explained = Array.isArray(input['undoneMeasures']) ? input['undoneMeasures'].length : 0;
  for (const need of needsOf(action, ticket)) {
    if (need === 'evidence') {
      if (ticket.evidenceCount === 0) return { code: 'evidenceMissing' };
    } else if (need === 'measures') {
      if (ticket.openMeasureCount > explained) {
        return { code: 'measuresUndone', count: ticket.openMeasureCount - explained };
      }
    } else if (isBlank(input[need])) {
      return { code: 'inputMissing', field: need };
    }
  }
  return null;
}

/** What the action asks for now: an extension beyond the usual number asks why. */
function needsOf(action: TicketAction, ticket: TicketFacts): readonly Need[] {
  const { needs } = flow[action];
  // Imported without a unit, or its unit is no more: nobody could go on with it.
  if (action === 'reopen' && !ticket.leadUnitOpen) return [...needs, 'leadUnitId'];
  const beyondUsual = action === 'grant_extension' && ticket.grantedExtensionCount >= extensionsAtMost;
  return beyondUsual ? [...needs, 'opinion'] : needs;
}

function isBlank(value: unknown): boolean {
  return value === undefined || value === null || (typeof value === 'string' && value.trim() === '');
}

/** Actions the person may start now, each with what it will ask for. */
export function allowedActions(
  ticket: TicketState,
  actor: ActorOnTicket,
): { action: TicketAction; needs: readonly Need[]; may: readonly string[] }[] {
  return ticketActions
    .filter((action) => refusalToStart(ticket, action, actor) === null)
    .map((action) => ({ action, needs: needsOf(action, ticket), may: mayAdd(flow[action], actor) }));
}

function mayAdd({ may = [], reserved = {} }: FlowRow, actor: ActorOnTicket): readonly string[] {
  return may.filter((field) => !(field in reserved) || actor.duties.has(reserved[field]!));
}

/**
 * The status an accepted action leads to.
 * `direct` lets an immediate rectification (立行立改) go straight to acceptance.
 */
export function statusAfter(ticket: TicketFacts, action: TicketAction, direct = false): TicketStatus {
  const { to } = flow[action];
  if (to === 'stay') return ticket.status;
  if (to === 'cancelled_if_draft') return ticket.status === 'draft' ? 'cancelled' : ticket.status;
  if (to === 'accepted') return ticket.deadlineOngoing ? 'ongoing' : 'closed';
  if (to !== 'next') return to;
  if (action === 'submit' && direct && ticket.deadlineKind === 'immediate') return 'pending_acceptance';
  const { chain } = officesOf(ticket.kind, ticket.level);
  // By the order of all stages, not by the place in this chain: a level changed meanwhile must not strand a ticket.
  const behind = (reviewStatuses as readonly string[]).indexOf(ticket.status);
  return chain.find((stage) => reviewStatuses.indexOf(stage) > behind) ?? 'pending_acceptance';
}
