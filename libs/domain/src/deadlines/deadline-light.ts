import { daysBetween, type Day } from '../calendar/day.js';
import { liveStatuses, reviewStatuses, type TicketStatus } from '../tickets/ticket-status.js';

export type Light = 'green' | 'yellow' | 'red' | 'grey' | 'none';

/** Days before the deadline from which a live ticket shows yellow; a setting of the bureau. */
export const defaultYellowDays = 7;

/** Live: `assigned` or `in_progress`. The SQL twin is `liveSql` in libs/tickets; both are tested against each other. */
export function isLive(status: TicketStatus): boolean {
  return (liveStatuses as readonly string[]).includes(status);
}

/** Overdue is computed, never stored: live and due before today. */
export function isOverdue(status: TicketStatus, dueOn: Day | null, today: Day): boolean {
  return isLive(status) && dueOn !== null && dueOn < today;
}

/** Calendar days past the deadline, 0 when not overdue. */
export function overdueDays(status: TicketStatus, dueOn: Day | null, today: Day): number {
  return isOverdue(status, dueOn, today) ? daysBetween(dueOn!, today) : 0;
}

/** The traffic light 亮灯: grey waits on somebody else, none has no date to miss. */
export function lightOf(status: TicketStatus, dueOn: Day | null, today: Day, yellowDays = defaultYellowDays): Light {
  if ((reviewStatuses as readonly string[]).includes(status) || status === 'suspended') return 'grey';
  if (!isLive(status) || dueOn === null) return 'none';
  if (dueOn < today) return 'red';
  return daysBetween(today, dueOn) <= yellowDays ? 'yellow' : 'green';
}
