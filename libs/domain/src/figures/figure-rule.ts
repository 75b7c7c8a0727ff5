import type { TicketKind } from '../tickets/ticket-kind.js';

/** What is added up: tickets, different 项 of them, their measures, or amounts of their outcomes. */
export const countedThings = ['tickets', 'items', 'measures', 'outcomes'] as const;
export type CountedThing = (typeof countedThings)[number];

/**
 * Where a ticket stands in the period. at_hand: assigned by the report's day and not done before the period · overdue: on a
 * day of the period it was past its deadline, neither done nor submitted · outcome: the outcome's own day.
 */
export const datings = ['raised', 'occurred', 'done', 'outcome', 'at_hand', 'due', 'overdue'] as const;
export type Dating = (typeof datings)[number];

/**
 * States of a ticket on the report's day. under_way: neither done, nor basically done, nor kept up · submitted: waits on
 * a reviewer · late: done, but not on time · overdue: past its deadline, neither done nor submitted.
 */
export const statesOnDay = [
  'done',
  'open',
  'under_way',
  'submitted',
  'basic',
  'ongoing',
  'due',
  'on_time',
  'late',
  'overdue',
  'original_due',
  'original_on_time',
] as const;
export type StateOnDay = (typeof statesOnDay)[number];

const datesOfTickets = ['raised', 'occurred', 'done', 'at_hand', 'due', 'overdue'] as const;

/** Which datings and states say something of each thing that is counted. */
export const countedThingTable: Readonly<
  Record<CountedThing, { datings: readonly Dating[]; states: readonly StateOnDay[] }>
> = {
  tickets: { datings: datesOfTickets, states: statesOnDay },
  items: { datings: datesOfTickets, states: statesOnDay },
  measures: { datings: ['raised', 'done', 'at_hand', 'due', 'overdue'], states: ['done', 'open', 'due', 'overdue'] },
  outcomes: { datings: ['outcome', 'raised', 'occurred', 'done'], states: statesOnDay },
};

/**
 * What one figure counts, in closed words only: they are kept as JSON and put into SQL by the evaluation.
 * round: tickets of the report's inspection round, its whole life up to the report's day ·
 * period: tickets, measures and outcomes placed by `dated`, without it all up to the period's end.
 */
export interface CountRule {
  readonly scope: 'round' | 'period';
  readonly counts: CountedThing;
  /** A round counts outcomes by their own day and has no other dating. */
  readonly dated?: Dating;
  readonly state?: StateOnDay;
  readonly kinds?: readonly TicketKind[];
  /** By code and as a ledger writes it. */
  readonly levels?: readonly string[];
  readonly industries?: readonly string[];
  /** Ids of sources. */
  readonly sources?: readonly string[];
  /** `any`, or part of the campaign's name. */
  readonly campaign?: string;
  /** Ids of campaigns. */
  readonly campaigns?: readonly string[];
  /** Ids of the units that led on the report's day. */
  readonly units?: readonly string[];
  /** Leaves out tickets that have tickets of this kind below them, which are counted themselves. */
  readonly withoutChildrenOf?: TicketKind;
  readonly outcomeTypes?: readonly string[];
}

export interface CountDefinition {
  readonly rules: readonly CountRule[];
  /** A department's filing is added, or stands in while the bureau keeps no tickets of these kinds here. */
  readonly filing?: 'added' | 'instead';
}

/** Per cent with one decimal of two other figures. */
export interface RateDefinition {
  readonly rate: readonly [part: string, whole: string];
}

export type FigureDefinition = CountDefinition | RateDefinition;

export const isRate = (definition: FigureDefinition | undefined): definition is RateDefinition =>
  definition !== undefined && 'rate' in definition;
