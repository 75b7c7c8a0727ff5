import { addDays, defaultYellowDays, percentOf, type Day } from '@xiaohao/domain';
import { select, SqlParameters, type Queryable } from '@xiaohao/database';
import type { Actor } from '@xiaohao/org';
import { doneOnSql, dueSql, onTimeSql, originalDueSql, originalOnTimeSql } from './done-on-day.js';
import { lightSql, liveSql } from './live.js';
import { countInspections } from '../governing/look-back.queries.js';
import { countChecks } from '../governing/spread.queries.js';
import { waitingGroups, waitingLateSql, waitingSql, type WaitingGroup } from './ticket-filter.js';
import { listTickets, type TicketRow } from './ticket-list.queries.js';
import { visibleTickets } from './visibility.js';

export interface Workbench {
  /** What waits for the actor, in the order it hurts. */
  groups: { key: WaitingGroup; count: number; overdue: number }[];
  /**
   * What waits beside the actor's tickets: checks of their units (举一反三), closed tickets to look at again (回头看), and what
   * the caller knows of besides.
   */
  tasks: { key: WaitingTask; count: number; overdue: number }[];
  /** Deadlines of visible live tickets in the coming two weeks. */
  strip: { on: Day; count: number }[];
  leader: LeaderView | null;
}

export const waitingTasks = ['to_finalize', 'to_check', 'to_inspect'] as const;
export type WaitingTask = (typeof waitingTasks)[number];

export interface LeaderView {
  /** Percent of visible tickets done, and of those due done on time, as the dashboard counts; null when there are none. */
  rate: number | null;
  onTimeRate: number | null;
  /** The same by the deadline first set, before any extension. */
  originalOnTimeRate: number | null;
  sections: { unit: { id: string; name: string }; green: number; yellow: number; red: number; grey: number }[];
  worst: TicketRow[];
}

const stripDays = 14;

export async function getWorkbench(
  db: Queryable,
  actor: Actor,
  today: Day,
  beside: Workbench['tasks'],
): Promise<Workbench> {
  const [groups, strip, checks, inspections] = await Promise.all([
    waitingCounts(db, actor, today),
    comingDeadlines(db, actor, today),
    countChecks(db, actor, today),
    countInspections(db, actor, today),
  ]);
  const tasks = [
    ...beside,
    { key: 'to_check' as const, ...checks },
    { key: 'to_inspect' as const, ...inspections },
  ].filter(({ count }) => count > 0);
  const leads = actor.roles.some((role) => role === 'chief' || role === 'deputy');
  return { groups, tasks, strip, leader: leads ? await leaderView(db, actor, today) : null };
}

async function waitingCounts(db: Queryable, actor: Actor, today: Day): Promise<Workbench['groups']> {
  const params = new SqlParameters();
  const now = params.add(today);
  const visible = visibleTickets(actor, params);
  const columns = waitingGroups.map((group) => {
    const waits = waitingSql(group, actor, params, () => now);
    return `count(*) filter (where ${waits})::int as ${group},
      count(*) filter (where ${waits} and ${waitingLateSql(group, actor, params, now)})::int as ${group}_overdue`;
  });
  const [row] = await select<Record<string, number>>(
    db,
    `select ${columns.join(', ')} from ticket t where t.status not in ('closed','cancelled') and ${visible}`,
    params.values,
  );
  return waitingGroups
    .map((key) => ({ key, count: row![key]!, overdue: row![`${key}_overdue`]! }))
    .filter(({ count }) => count > 0);
}

async function comingDeadlines(db: Queryable, actor: Actor, today: Day): Promise<Workbench['strip']> {
  const params = new SqlParameters();
  const from = params.add(today);
  const to = params.add(addDays(today, stripDays - 1));
  const visible = visibleTickets(actor, params);
  const rows = await select<{ on: Day; count: number }>(
    db,
    `select t.due_on as "on", count(*)::int as count from ticket t
     where ${liveSql()} and t.sort_due_on >= ${from}::date and t.sort_due_on <= ${to}::date and ${visible} group by 1`,
    params.values,
  );
  const counts = new Map(rows.map(({ on, count }) => [on, count]));
  return Array.from({ length: stripDays }, (_, index) => {
    const on = addDays(today, index);
    return { on, count: counts.get(on) ?? 0 };
  });
}

async function leaderView(db: Queryable, actor: Actor, today: Day): Promise<LeaderView> {
  const params = new SqlParameters();
  const [now, until] = [params.add(today), params.add(addDays(today, defaultYellowDays))];
  const visible = visibleTickets(actor, params);
  const light = (name: 'green' | 'yellow' | 'red' | 'grey') =>
    `count(*) filter (where ${lightSql(name, now, until)})::int as ${name}`;
  const sections = await select<LeaderView['sections'][number]>(
    db,
    `select json_build_object('id', u.id, 'name', u.name) as unit, ${light('green')}, ${light('yellow')}, ${light('red')}, ${light('grey')}
     from ticket t join unit u on u.id = t.lead_unit_id
     where t.status not in ('closed','cancelled','draft') and ${visible}
     group by u.id, u.name, u.sort order by u.sort, u.name`,
    params.values,
  );
  const rates = await leaderRates(db, actor, today);
  const worst = await listTickets(
    db,
    actor,
    { filter: { overdue: true }, sort: 'dueOn', limit: 10, exactCount: false },
    today,
  );
  return { ...rates, sections, worst: worst.items };
}

async function leaderRates(
  db: Queryable,
  actor: Actor,
  today: Day,
): Promise<Pick<LeaderView, 'rate' | 'onTimeRate' | 'originalOnTimeRate'>> {
  const params = new SqlParameters();
  const day = `${params.add(today)}::date`;
  const visible = visibleTickets(actor, params);
  const counted = {
    done: `${doneOnSql(day)} is not null`,
    due: dueSql(day),
    onTime: onTimeSql(day),
    originalDue: originalDueSql(day),
    originalOnTime: originalOnTimeSql(day),
  };
  const columns = Object.entries(counted).map(([name, sql]) => `count(*) filter (where ${sql})::int as "${name}"`);
  const [counts] = await select<Record<keyof typeof counted | 'total', number>>(
    db,
    `select count(*)::int as total, ${columns.join(', ')} from ticket t
     where t.status <> 'cancelled' and t.raised_on <= ${day} and ${visible}`,
    params.values,
  );
  const { total, done, due, onTime, originalDue, originalOnTime } = counts!;
  return {
    rate: percentOf(done, total),
    onTimeRate: percentOf(onTime, due),
    originalOnTimeRate: percentOf(originalOnTime, originalDue),
  };
}
