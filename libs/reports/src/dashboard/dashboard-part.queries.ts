import { readKeyset, select, SqlParameters, writeKeyset, type Queryable } from '@xiaohao/database';
import { addDays, addMonths, isDay, type Day, type Light } from '@xiaohao/domain';
import { AppError } from '@xiaohao/errors';
import type { Actor } from '@xiaohao/org';
import { overdueSql } from '@xiaohao/tickets';
import { dashboardTickets, type DashboardQuestion, type DashboardTickets } from './dashboard-tickets.js';
import { dashboardLights, formerClosingsSql } from './dashboard.queries.js';
import { knownRowSql } from '../figures/known-tickets.js';

/** The tickets behind one number: every word narrows. */
export interface DashboardPart {
  state?: 'done' | 'open' | 'due' | 'on_time' | 'original_due' | 'original_on_time';
  light?: Light;
  /** `none` for tickets without a lead unit. */
  unitId?: string;
  /** Days overdue, both included. */
  lateFrom?: number;
  lateTo?: number;
  /** Months such as 2026-06. */
  raisedIn?: string;
  closedIn?: string;
  industry?: string;
  town?: string;
}

export interface DashboardTicket {
  id: string;
  no: string;
  kind: string;
  title: string;
  level: string | null;
  leadUnit: string | null;
  raisedOn: Day;
  dueOn: Day | null;
  doneOn: Day | null;
  light: Light;
  lateDays: number;
}

export interface DashboardTicketPage {
  items: DashboardTicket[];
  /** Of the whole part. */
  total: number;
  nextCursor: string | null;
}

/** A page of the tickets of a part by deadline, and how many there are. */
export async function listPart(
  db: Queryable,
  question: DashboardQuestion,
  part: DashboardPart,
  actor: Actor,
  today: Day,
  { limit, cursor }: { limit: number; cursor?: string },
): Promise<DashboardTicketPage> {
  const params = new SqlParameters();
  const tickets = dashboardTickets(question, actor, today, params);
  const { times } = tickets;
  const where = partConditions(part, tickets, params).join(' and ') || 'true';
  const lights = dashboardLights.map((light) => `when ${tickets.light(light)} then '${light}'`).join(' ');
  const beyond = cursor ? beyondSql(cursor, params) : 'true';
  const rows = await select<DashboardTicket & { total: number; sortDueOn: string }>(
    db,
    `select id, no, kind, title, level, u.name as "leadUnit", raised_on as "raisedOn", due_on as "dueOn", done_on as "doneOn",
       light, case when light = 'red' then ${times.asOf} - due_on else 0 end as "lateDays", total,
       t.sort_due_on as "sortDueOn"
     from (select * from (select t.id, t.no, t.kind, t.title, t.level, t.lead_unit_id, t.raised_on, t.due_on, t.sort_due_on, t.done_on,
         case ${lights} end as light, count(*) over ()::int as total
       from ${tickets.from(...narrowing(part, tickets, params))} where ${where}) part
         where ${beyond} order by sort_due_on, id limit ${Number(limit) + 1}) t
     left join (select id as unit_id, name from ${times.present ? 'unit' : 'unit_history'} n where ${knownRowSql('n', times)}) u
       on u.unit_id = t.lead_unit_id
     order by t.sort_due_on, t.id`,
    params.values,
  );
  const shown = rows.slice(0, limit);
  const last = rows.length > limit ? shown.at(-1)! : null;
  return {
    items: shown.map(({ total: _total, sortDueOn: _sort, ...ticket }) => ticket),
    total: rows[0]?.total ?? 0,
    nextCursor: last && writeKeyset([last.sortDueOn, last.id]),
  };
}

function beyondSql(cursor: string, params: SqlParameters): string {
  const [dueOn, id] = readKeyset(cursor, 2) ?? [];
  if (dueOn === undefined || !(dueOn === 'infinity' || isDay(dueOn)))
    throw new AppError('malformed', { what: 'cursor' });
  return `(sort_due_on, id) > (${params.add(dueOn)}::date, ${params.add(id)}::uuid)`;
}

/** What of a part can be said of the ticket's row before its state on the day is reckoned. */
function narrowing(
  part: DashboardPart,
  { times, isLedger, leadUnit }: DashboardTickets,
  params: SqlParameters,
): string[] {
  const conditions: string[] = [];
  if (isLedger && part.light === 'red') conditions.push(overdueSql(times.asOf, 'h'));
  if (part.unitId === 'none') conditions.push(`${leadUnit} is null`);
  else if (part.unitId) conditions.push(`${leadUnit} = ${params.add(part.unitId)}::uuid`);
  if (part.raisedIn) conditions.push(within('h.raised_on', part.raisedIn, params));
  if (part.industry) conditions.push(`h.industry = ${params.add(part.industry)}`);
  if (part.town) conditions.push(`h.town = ${params.add(part.town)}`);
  return conditions;
}

/** Within a month such as 2026-06. */
function within(column: string, month: string, params: SqlParameters): string {
  const first = `${month}-01`;
  const last = addDays(addMonths(first, 1), -1);
  return `${column} between ${params.add(first)}::date and ${params.add(last)}::date`;
}

function partConditions(part: DashboardPart, tickets: DashboardTickets, params: SqlParameters): string[] {
  const { times, light } = tickets;
  const conditions: string[] = [];
  if (part.state) conditions.push(part.state === 'open' ? 'not t.done' : `t.${part.state}`);
  if (part.light) conditions.push(light(part.light));
  if (part.lateFrom !== undefined) conditions.push(`${times.asOf} - t.due_on >= ${params.add(part.lateFrom)}::int`);
  if (part.lateTo !== undefined) conditions.push(`${times.asOf} - t.due_on <= ${params.add(part.lateTo)}::int`);
  if (part.closedIn) {
    conditions.push(
      `(${within('t.done_on', part.closedIn, params)} or t.id in (select f.ticket_id from (${formerClosingsSql(tickets)}) f
        where ${within('f.done_on', part.closedIn, params)}))`,
    );
  }
  return conditions;
}
