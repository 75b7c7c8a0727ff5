import type { Day } from '../calendar/day.js';

/** Facts of a ticket's present round that say whether it was done on time. */
export interface ClosureDays {
  /** By the deadline as it stood at closing; null where not closed, assumed or undated. */
  readonly closedOnTime: boolean | null;
  readonly submittedOn: Day | null;
  readonly acceptedOn: Day | null;
  readonly closedOn: Day | null;
  readonly dueOn: Day | null;
  readonly originalDueOn: Day | null;
}

/**
 * Whether it would have been on time without extensions. Follows from the same stored verdict, so that the two
 * never disagree where nothing was extended: 按期办结 beside 延期后办结.
 */
export function onTimeByOriginal(ticket: ClosureDays): boolean | null {
  if (ticket.closedOnTime === null || ticket.originalDueOn === ticket.dueOn) return ticket.closedOnTime;
  const done = ticket.submittedOn ?? ticket.acceptedOn ?? ticket.closedOn;
  if (ticket.originalDueOn === null || done === null) return null;
  return done <= ticket.originalDueOn;
}
