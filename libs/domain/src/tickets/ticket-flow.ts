import type { TicketStatus } from './ticket-status.js';

/** What a person is to one ticket; one person may have several duties on it. */
export const duties = [
  'coordinator',
  'head',
  'deputy',
  'handler',
  'acceptor',
  'second_person',
  'chief',
  'submitter',
  'participant',
] as const;
export type Duty = (typeof duties)[number];

export const ticketActions = [
  'assign',
  'sign',
  'object',
  'submit',
  'review_pass',
  'approve',
  'accept',
  'return',
  'withdraw',
  'to_ongoing',
  'close_ongoing',
  'suspend',
  'resume',
  'reopen',
  'reassign',
  'request_cancel',
  'confirm_cancel',
  'refuse_cancel',
  'review_ongoing',
  'request_extension',
  'grant_extension',
  'refuse_extension',
] as const;
export type TicketAction = (typeof ticketActions)[number];

/** Input an action asks for; `evidence` and `measures` are looked up on the ticket, not sent. */
export type Need =
  | 'leadUnitId'
  | 'deadline'
  | 'leaderId'
  | 'handlerId'
  | 'result'
  | 'evidence'
  | 'measures'
  | 'opinion'
  | 'reason'
  | 'reasonCode'
  | 'objectionCode'
  | 'requestedDueOn'
  | 'grantedDueOn'
  | 'reviewOn';

export interface FlowRow {
  readonly from: readonly TicketStatus[];
  /**
   * `next`: the following stage of the kind's chain; `stay`: the status is kept; `accepted`: closed, or ongoing where the
   * deadline says so; `cancelled_if_draft`: kept until somebody confirms, except where nobody works on it yet.
   */
  readonly to: TicketStatus | 'next' | 'stay' | 'accepted' | 'cancelled_if_draft';
  readonly by: readonly Duty[];
  /** Replaces `by` when the head submitted: nobody reviews themselves. */
  readonly byAfterHead?: readonly Duty[];
  readonly needs: readonly Need[];
  readonly may?: readonly string[];
  /** Input that of those in `by` only this duty may send. */
  readonly reserved?: Readonly<Record<string, Duty>>;
  /** True where neither the submitter nor the handler may stand. */
  readonly independent?: boolean;
}

/** Who moves a ticket from where to where, and what it takes. One table for all kinds; kinds differ by `kindTable`. */
export const ticketFlow = {
  assign: {
    from: ['draft'],
    to: 'assigned',
    by: ['coordinator'],
    needs: ['leadUnitId', 'deadline', 'leaderId'],
    may: ['supportUnitIds', 'note'],
  },
  sign: { from: ['assigned'], to: 'in_progress', by: ['head'], needs: ['handlerId'], may: ['note'] },
  object: { from: ['assigned'], to: 'draft', by: ['head'], needs: ['objectionCode', 'reason'] },
  submit: {
    from: ['in_progress'],
    to: 'next',
    by: ['handler', 'head'],
    needs: ['result', 'evidence', 'measures'],
    may: ['direct', 'undoneMeasures'],
  },
  review_pass: {
    from: ['dept_review'],
    to: 'next',
    by: ['head'],
    byAfterHead: ['deputy'],
    needs: [],
    may: ['opinion'],
    independent: true,
  },
  approve: {
    from: ['pending_review'],
    to: 'next',
    by: ['deputy'],
    needs: [],
    may: ['opinion'],
    independent: true,
  },
  accept: { from: ['pending_acceptance'], to: 'accepted', by: ['acceptor'], needs: ['opinion'], independent: true },
  return: {
    from: ['dept_review', 'pending_review', 'pending_acceptance'],
    to: 'in_progress',
    by: [],
    needs: ['reason'],
    independent: true,
  },
  withdraw: { from: ['dept_review'], to: 'in_progress', by: ['submitter'], needs: [], may: ['reason'] },
  to_ongoing: {
    from: ['in_progress'],
    to: 'ongoing',
    by: ['acceptor'],
    needs: ['reason'],
    may: ['reviewEvery'],
    independent: true,
  },
  close_ongoing: {
    from: ['ongoing'],
    to: 'closed',
    by: ['acceptor'],
    needs: ['opinion', 'evidence'],
    independent: true,
  },
  suspend: { from: ['in_progress'], to: 'suspended', by: ['coordinator'], needs: ['reason', 'reviewOn'] },
  resume: { from: ['suspended'], to: 'in_progress', by: ['coordinator'], needs: [], may: ['resumedDueOn', 'note'] },
  reopen: { from: ['closed'], to: 'in_progress', by: ['coordinator'], needs: ['reason', 'deadline'] },
  reassign: {
    from: ['assigned', 'in_progress'],
    to: 'stay',
    by: ['coordinator', 'head'],
    needs: [],
    may: ['leadUnitId', 'handlerId', 'reason'],
    // The office names a unit, the unit's head a handler.
    reserved: { leadUnitId: 'coordinator', handlerId: 'head' },
  },
  request_cancel: {
    from: ['draft', 'assigned', 'in_progress', 'suspended'],
    to: 'cancelled_if_draft',
    by: ['coordinator'],
    needs: ['reason'],
  },
  confirm_cancel: {
    from: ['assigned', 'in_progress', 'suspended'],
    to: 'cancelled',
    by: ['deputy'],
    needs: [],
    may: ['opinion'],
  },
  refuse_cancel: { from: ['assigned', 'in_progress', 'suspended'], to: 'stay', by: ['deputy'], needs: ['reason'] },
  review_ongoing: {
    from: ['ongoing'],
    to: 'stay',
    by: ['acceptor', 'coordinator'],
    needs: ['opinion'],
    may: ['nextReviewOn'],
  },
  request_extension: {
    from: ['assigned', 'in_progress'],
    to: 'stay',
    by: ['head'],
    needs: ['reasonCode', 'reason', 'requestedDueOn'],
  },
  grant_extension: {
    from: ['assigned', 'in_progress'],
    to: 'stay',
    by: ['deputy'],
    needs: ['grantedDueOn'],
    may: ['opinion'],
  },
  refuse_extension: { from: ['assigned', 'in_progress'], to: 'stay', by: ['deputy'], needs: ['reason'] },
} as const satisfies Record<TicketAction, FlowRow>;

/** The review that each stage waits for; whoever may pass a stage may also send it back. */
export const stageReview = {
  dept_review: 'review_pass',
  pending_review: 'approve',
  pending_acceptance: 'accept',
} as const satisfies Partial<Record<TicketStatus, TicketAction>>;

/** Why more time is asked for; the list is closed so that extensions can be counted by reason. */
export const extensionReasons = ['funds', 'construction', 'approval', 'weather', 'third_party', 'other'] as const;
export type ExtensionReason = (typeof extensionReasons)[number];

/** Extensions a deputy may grant in one round; every further one is the chief's. */
export const extensionsByDeputy = 1;

/** Of one round; beyond these the chief may still grant time, but says why. */
export const extensionsAtMost = 2;

/** Why a unit sends a ticket back before signing (退单); closed so that objections can be counted by reason. */
export const objectionReasons = ['not_ours', 'wrongly_put', 'explanation_only'] as const;
export type ObjectionReason = (typeof objectionReasons)[number];

/** How often what is kept up (长期坚持) is looked at again, in months. */
export const reviewCycles = { month: 1, quarter: 3, half_year: 6, year: 12 } as const;
export type ReviewCycle = keyof typeof reviewCycles;
export const defaultReviewMonths: number = reviewCycles.quarter;

/** Grounds of a granted extension: those one asks by, and the time a ticket was suspended. */
export type ExtensionGround = ExtensionReason | 'suspension';
