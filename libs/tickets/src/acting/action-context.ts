import type { EntityManager } from 'typeorm';
import type { Day, Duty, WorkingCalendar } from '@xiaohao/domain';
import type { Actor } from '@xiaohao/org';
import type { LockedTicket } from './lock-ticket.js';
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
  objectionCode?: string;
  reviewEvery?: string;
  nextReviewOn?: Day;
  /** Fields of the kind that come along, those the action asks for among them. */
  details?: Record<string, unknown>;
  /** A new deadline for the time a ticket was suspended. */
  resumedDueOn?: Day;
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
