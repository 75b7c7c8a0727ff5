import { select, SqlParameters, type Queryable } from '@xiaohao/database';
import { addMonths, periodOf, previousPeriod, type Day, type Light } from '@xiaohao/domain';
import type { Actor } from '@xiaohao/org';
import { dashboardTickets, type DashboardQuestion, type DashboardTickets } from './dashboard-tickets.js';
import { knownRowSql } from '../figures/known-tickets.js';

/** Months of the trend, the day's own the last. */
export const trendMonths = 12;

/** Days overdue from which a new age begins; the last is open. */
export const ageFrom = [1, 8, 31, 91] as const;

export const dashboardLights = ['red', 'yellow', 'green', 'grey', 'none'] as const satisfies readonly Light[];

/** The first days of the trend's months. */
export function firstDays(asOf: Day): Day[] {
  const first = periodOf('month', asOf).from;
  return Array.from({ length: trendMonths }, (_, at) => addMonths(first, at + 1 - trendMonths));
}

/** Tickets counted by section, light and whether done; by month raised and done; by age. */
export interface CubeRow {
  part: 'section' | 'month' | 'age';
  unitId: string | null;
  done: boolean;
  light: Light;
  /** Place in the trend, 1–12; 0 before it, null while not done. */
  raised: number;
  closed: number | null;
  /** Place in `ageFrom`, from 1; 0 when not overdue. */
  age: number;
  count: number;
  due: number;
  onTime: number;
  /** The same by the deadline first set. */
  originalDue: number;
  originalOnTime: number;
  /** Due, and done on time, by the end of the month before. */
  dueBefore: number;
  onTimeBefore: number;
  /** Sum of the days overdue. */
  lateDays: number;
}

/** One pass over the tickets; what the parts of the dashboard need is added up from it. */
export async function countCube(
  db: Queryable,
  question: DashboardQuestion,
  actor: Actor,
  today: Day,
): Promise<CubeRow[]> {
  const params = new SqlParameters();
  const tickets = dashboardTickets(question, actor, today, params);
  const { asOf } = tickets.times;
  const months = `${params.add(firstDays(question.asOf))}::date[]`;
  const before = `${params.add(previousPeriod(periodOf('month', question.asOf)).to)}::date`;
  const lights = dashboardLights.map((light) => `when ${tickets.light(light)} then '${light}'`).join(' ');
  return select<CubeRow>(
    db,
    `with stated as (
       select lead_unit_id, done, due, on_time, original_due, original_on_time, case ${lights} end as light, ${asOf} - due_on as late,
         width_bucket(raised_on, ${months}) as raised, case when done then width_bucket(done_on, ${months}) end as closed,
         due_on <= ${before} as due_before, done and closed_on_time and due_on <= ${before} and done_on <= ${before} as on_time_before
       from ${tickets.from()} offset 0
     ), cube as (
       select lead_unit_id, done, light, raised, closed,
         case when light = 'red' then width_bucket(late, array[${ageFrom.join(',')}]) else 0 end as age,
         count(*) as n, count(*) filter (where due) as due, count(*) filter (where on_time) as on_time,
         count(*) filter (where original_due) as original_due, count(*) filter (where original_on_time) as original_on_time,
         count(*) filter (where due_before) as due_before, count(*) filter (where on_time_before) as on_time_before,
         coalesce(sum(late) filter (where light = 'red'), 0) as late
       from stated group by 1, 2, 3, 4, 5, 6
     )
     select case grouping(lead_unit_id, raised, age) when 3 then 'section' when 5 then 'month' else 'age' end as part,
       lead_unit_id as "unitId", done, light, raised, closed, age, sum(n)::int as count, sum(due)::int as due,
       sum(on_time)::int as "onTime", sum(original_due)::int as "originalDue", sum(original_on_time)::int as "originalOnTime", sum(due_before)::int as "dueBefore", sum(on_time_before)::int as "onTimeBefore",
       sum(late)::int as "lateDays"
     from cube group by grouping sets ((lead_unit_id, done, light), (raised, closed), (age))`,
    params.values,
  );
}

/** Closings of rounds that were begun anew by the day: the tickets were done from one day to the other. */
export interface FormerClosing {
  /** Places in the trend, as in `CubeRow`. */
  closed: number;
  reopened: number;
  count: number;
  /** Of them tickets that are not counted as closed in that month anyway. */
  countedAlone: number;
}

/** Only such tickets have a round before their present one. */
const reopened = 'h.round > 1';

export async function countFormerClosings(
  db: Queryable,
  question: DashboardQuestion,
  actor: Actor,
  today: Day,
): Promise<FormerClosing[]> {
  const params = new SqlParameters();
  const tickets = dashboardTickets(question, actor, today, params);
  const months = `${params.add(firstDays(question.asOf))}::date[]`;
  return select<FormerClosing>(
    db,
    `select closed, reopened, count(*)::int as count,
       count(*) filter (where nth = 1 and closed is distinct from closed_at_last)::int as "countedAlone"
     from (
       select width_bucket(f.done_on, ${months}) as closed, width_bucket(f.reopened_on, ${months}) as reopened,
         case when t.done then width_bucket(t.done_on, ${months}) end as closed_at_last,
         row_number() over (partition by t.id, width_bucket(f.done_on, ${months}) order by f.reopened_on) as nth
       from ${tickets.from(reopened)} join (${formerClosingsSql(tickets)}) f on f.ticket_id = t.id
     ) former group by 1, 2`,
    params.values,
  );
}

/** Rounds done and followed by another that was opened by the day. */
export function formerClosingsSql({ times }: DashboardTickets): string {
  const table = times.present ? 'ticket_round' : 'ticket_round_history';
  return `select r.ticket_id, least(r.closed_on, r.accepted_on) as done_on, n.opened_on as reopened_on
    from ${table} n join ${table} r on r.ticket_id = n.ticket_id and r.round = n.round - 1
    where n.round > 1 and n.opened_on <= ${times.asOf} and least(r.closed_on, r.accepted_on) is not null
      and ${knownRowSql('n', times)} and ${knownRowSql('r', times)}`;
}

export interface HeatRow {
  industry: string;
  town: string;
  open: number;
  overdue: number;
}

/** Open tickets where industry and town are both known. */
export async function countHeat(
  db: Queryable,
  question: DashboardQuestion,
  actor: Actor,
  today: Day,
): Promise<HeatRow[]> {
  const params = new SqlParameters();
  const tickets = dashboardTickets(question, actor, today, params);
  return select<HeatRow>(
    db,
    `select industry, town, count(*)::int as open, count(*) filter (where ${tickets.light('red')})::int as overdue
     from ${tickets.from(`h.industry <> '' and h.town <> ''`)} where not t.done group by 1, 2 order by 1, 2`,
    params.values,
  );
}

/** Names of units as known then. */
export async function unitNames(
  db: Queryable,
  ids: readonly string[],
  knownAt: Date | null,
): Promise<Map<string, string>> {
  const known = knownAt ? 'unit_history where recorded_from <= $2 and recorded_to > $2 and' : 'unit where';
  const rows = await select<{ id: string; name: string }>(
    db,
    `select id, name from ${known} id = any($1::uuid[]) order by sort, name`,
    knownAt ? [ids, knownAt] : [ids],
  );
  return new Map(rows.map(({ id, name }) => [id, name]));
}
