/** Stored statuses. Overdue, due soon, returned and extended are facts beside the status, never statuses. */
export const ticketStatuses = [
  'draft',
  'assigned',
  'in_progress',
  'dept_review',
  'pending_review',
  'pending_acceptance',
  'closed',
  'ongoing',
  'suspended',
  'cancelled',
] as const;

export type TicketStatus = (typeof ticketStatuses)[number];

/** Live: somebody has to work on it now, so a deadline can be missed. */
export const liveStatuses = ['assigned', 'in_progress'] as const satisfies readonly TicketStatus[];

/** Waiting on a reviewer: the handler's clock stands still, the reviewer is chased by rules of their own. */
export const reviewStatuses = [
  'dept_review',
  'pending_review',
  'pending_acceptance',
] as const satisfies readonly TicketStatus[];

export type ReviewStatus = (typeof reviewStatuses)[number];
