import { addDays, defaultYellowDays, periodOf, type Day, type Light } from '@xiaohao/domain';
import type { SqlParameters } from '@xiaohao/database';
import type { Actor } from '@xiaohao/org';
import { lightSql, visibleTickets } from '@xiaohao/tickets';
import { knownTicketsSql, timesOf, type Times } from '../figures/known-tickets.js';
import { liveOnDaySql, overdueOnDaySql, submittedOnDaySql } from '../figures/state-on-day.js';

/** What the dashboard is asked about: a day, what was known of it, and which tickets. */
export interface DashboardQuestion {
  /** The end of this day. */
  asOf: Day;
  /** What was known at this instant; null for what is known now. */
  knownAt: Date | null;
  kind?: readonly string[];
  sourceId?: readonly string[];
  campaignId?: readonly string[];
}

/** The tickets of a question in their state on its day, as parts of a statement. */
export interface DashboardTickets {
  times: Times;
  /** A subquery named `t` with the columns of `knownTicketsSql`; conditions over `h`, which has no dates, narrow it early. */
  from: (...narrowing: string[]) => string;
  /** True where the ledger itself shows the same state: today, as known now. */
  isLedger: boolean;
  /** The unit that led on the day, beside `h`. */
  leadUnit: string;
  /** Condition over `t` for a light on the day. */
  light: (light: Light) => string;
}

export const filterColumns = {
  kind: ['kind', 'text'],
  sourceId: ['source_id', 'uuid'],
  campaignId: ['campaign_id', 'uuid'],
} as const;

/**
 * Tickets raised by the day that the actor may see; rights are always today's. Of today, as known now, the lights are
 * those of the ledger, by status; of any other day they follow from the dates.
 */
export function dashboardTickets(
  question: DashboardQuestion,
  actor: Actor,
  today: Day,
  params: SqlParameters,
): DashboardTickets {
  const { asOf, knownAt } = question;
  const present = knownAt === null;
  const period = periodOf('month', asOf);
  const times = timesOf({ asOf, period, knownAt: knownAt ?? new Date(), present, sourceId: null }, params);
  const conditions = [`h.raised_on <= ${times.asOf}`];
  for (const [field, [column, type]] of Object.entries(filterColumns)) {
    const values = question[field as keyof typeof filterColumns];
    if (values?.length) conditions.push(`h.${column} = any(${params.add(values)}::${type}[])`);
  }
  const visible = visibleTickets(actor, params, present ? 'h' : 'v');
  if (visible !== 'true') {
    conditions.push(present ? visible : `exists (select 1 from ticket v where v.id = h.id and ${visible})`);
  }
  const isLedger = present && asOf === today;
  // Added when first asked for: PostgreSQL refuses a parameter that stands nowhere.
  let yellowUntil: string | undefined;
  const light = (name: Light) => {
    if (name !== 'red') yellowUntil ??= `${params.add(addDays(asOf, defaultYellowDays))}::date`;
    return isLedger
      ? lightSql(name, times.asOf, yellowUntil ?? 'null')
      : `(${lightOnDaySql(name, times, yellowUntil ?? 'null')})`;
  };
  const from = (...narrowing: string[]) => {
    const known = knownTicketsSql(times, [...conditions, ...narrowing].join(' and '));
    // The barrier keeps the planner from copying a date's reckoning into every place that looks at it.
    return `(select *, coalesce(due_on, 'infinity') as sort_due_on from (${known}) of_day offset 0) t`;
  };
  // Of today nobody led formerly, and the plain column keeps its index.
  const leadUnit = isLedger ? 'h.lead_unit_id' : 'coalesce(l.unit_id, h.lead_unit_id)';
  return { times, light, isLedger, leadUnit, from };
}

function lightOnDaySql(light: Light, times: Times, yellowUntil: string): string {
  const live = liveOnDaySql(times);
  const waits = `not t.done and (t.paused
    or not t.unassigned and not t.kept_up and ${submittedOnDaySql(times)})`;
  const conditions: Record<Light, string> = {
    red: overdueOnDaySql(times),
    yellow: `${live} and t.due_on between ${times.asOf} and ${yellowUntil}`,
    green: `${live} and t.due_on > ${yellowUntil}`,
    grey: waits,
    none: `not (${waits}) and (not ${live} or t.due_on is null)`,
  };
  return conditions[light];
}
