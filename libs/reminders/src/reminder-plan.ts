import type { Queryable } from '@xiaohao/database';
import type { Moment } from '@xiaohao/calendar';
import type { Day } from '@xiaohao/domain';
import { plannedMessages, type PlannedMessage } from './reminder-message.js';
import { listWritten } from './reminder-plan.queries.js';
import type { ReminderRule } from './reminder-rules.js';
import type { PreparedMessage } from './reminder-claim.js';
import { findUntold, reachableChannels, sweepFor } from './reminder-sweep.js';

/** The body of `remind --json`. */
export interface ReminderPlan {
  date: Day;
  messages: PlannedMessage[];
}

/** All that the rules give for the day: what went out (`sent`), what waits for its mail, what would go out. */
export async function planDay(
  db: Queryable,
  on: Day,
  rules: readonly ReminderRule[],
  times: Moment,
): Promise<ReminderPlan> {
  const written = await listWritten(
    db,
    on,
    rules.map(({ code }) => code),
  );
  const told = written.flatMap(({ name, username, body, deliveries }) => {
    const channels = deliveries
      .filter(({ status }) => status !== 'dropped')
      .map(({ channel, status }) => ({ channel, sent: status === 'sent' }));
    return plannedMessages(body, { name, username }, channels);
  });
  const untold = await findUntold(db, await sweepFor(db, on, rules, times));
  return { date: on, messages: [...told, ...untold.flatMap(linesOf)] };
}

/** A message's lines on the channels its reader can be reached on. */
export function linesOf({ body, recipient, channels }: PreparedMessage): PlannedMessage[] {
  const reachable = reachableChannels(channels, recipient).map((channel) => ({ channel, sent: false }));
  return plannedMessages(body, recipient, reachable);
}
