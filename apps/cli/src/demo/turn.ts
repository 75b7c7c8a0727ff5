import { officesOf, type Day, type TicketAction } from '@xiaohao/domain';
import type { TicketPatch } from '@xiaohao/tickets';
import { castOf } from './demo-people.js';
import type { Stage } from './demo-stage.js';
import type { DemoStep } from './demo-ticket.js';
import type { PlayedTicket } from './played-ticket.js';

export interface Turn {
  readonly ticket: PlayedTicket;
  readonly step: DemoStep;
  readonly stage: Stage;
}

/** An action of the flow: who takes it, what they send, what it changes and what its event says. */
export interface Act {
  readonly by: string;
  readonly action: TicketAction;
  readonly input?: Readonly<Record<string, unknown>>;
  readonly patch?: TicketPatch;
  readonly words?: Readonly<Record<string, unknown>>;
}

export type Move = (turn: Turn) => Act | null;

export const idOf = ({ stage }: Turn, username: string) => stage.actors.get(username)!.personId;
export const nameOf = ({ stage }: Turn, username: string) => stage.actors.get(username)!.name;
export const offices = ({ ticket: { plan } }: Turn) => officesOf(plan.kind, plan.level);
export const cast = ({ ticket }: Turn) => castOf(ticket.unit);
/** A unit's own people handle what it leads. */
export const handlerOf = ({ ticket, stage }: Turn): string => {
  const { plan, unit } = ticket;
  const known = [...stage.actors].find(([, { personId }]) => personId === ticket.facts.handlerId);
  if (known) return known[0];
  return unit === plan.unit ? plan.handler : castOf(unit).handlers[0]!;
};

/** Nothing is reported done any more. */
export const notSubmitted = { submittedOn: null, submitterId: null, submittedByHead: false } as const;

/** A first deadline lies so many days before the one an extension leads to. */
export const extendedDays = 15;

export const isExtended = (turn: Turn) =>
  turn.ticket.plan.story.endsWith('extension_granted') || turn.ticket.plan.story === 'closed_extended';

export const laterOf = (a: Day | null, b: Day): Day => (a !== null && a > b ? a : b);

/** An extension asked for and not decided means nothing once the ticket moves on. */
export function lapse({ ticket, step, stage }: Turn, why: string): void {
  if (!ticket.facts.extensionPending) return;
  stage.rows.decide({ ticket_id: ticket.id, decision: 'refused', opinion: `${why}，申请失效`, decided_on: step.on });
}
