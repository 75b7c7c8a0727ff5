import { select, SqlParameters, type Queryable } from '@xiaohao/database';
import { addDays, type Day, type Period, type WorkingCalendar } from '@xiaohao/domain';
import type { Actor } from '@xiaohao/org';
import { visibleTickets } from '@xiaohao/tickets';
import { isWeeklyDay, sweepDayOf } from './reminder-days.js';
import { countDigests } from './digest.queries.js';
import { listFilingReminders } from './filing-reminder.queries.js';
import type { ReminderRule } from './reminder-rules.js';
import { findUntold, listCountedReminders, type Sweep } from './reminder-sweep.js';

/** One day of the month as the page draws it; people are counted once a day, by tickets the viewer may see. */
export interface CalendarDayCounts {
  on: Day;
  working: boolean;
  holiday: string | null;
  /** People who will be told; 0 for days gone by. */
  planned: number;
  /** Messages that went out. */
  sent: number;
  /** Deliveries that failed for good. */
  failed: number;
}

export interface MonthRequest {
  period: Period;
  today: Day;
  viewer: Actor;
  calendar: WorkingCalendar;
  rules: readonly ReminderRule[];
  /** What goes out today, as the sweep itself sees it. */
  todaysSweep: Sweep;
}

export async function countMonth(db: Queryable, request: MonthRequest): Promise<CalendarDayCounts[]> {
  const { period, calendar } = request;
  const [planned, gone] = [await countPlanned(db, request), await countGone(db, request)];
  return daysOf(period.from, period.to).map((on) => ({
    on,
    working: calendar.isWorkingDay(on),
    holiday: calendar.holidayName(on),
    planned: planned.get(on)?.size ?? 0,
    sent: gone.get(on)?.sent ?? 0,
    failed: gone.get(on)?.failed ?? 0,
  }));
}

/** Per day, the people to be told. */
async function countPlanned(db: Queryable, request: MonthRequest): Promise<Map<Day, Set<string>>> {
  const { period, today, calendar, viewer } = request;
  const rules = request.rules.filter((rule) => rule.enabled);
  const people = new Map<Day, Set<string>>();
  const add = (on: Day, personId: string) => people.set(on, (people.get(on) ?? new Set()).add(personId));
  const ahead = daysOf(period.from, period.to).filter((on) => on > today && calendar.isWorkingDay(on));
  const nominal = ahead.flatMap((forOn) =>
    sweepDayOf(forOn, calendar).nominalDays.map((nominalOn) => ({ nominalOn, forOn })),
  );
  const due = await listCountedReminders(db, rules, nominal, today);
  const todays = period.from <= today && today <= period.to ? await findUntold(db, request.todaysSweep) : [];
  const filings = await listFilingReminders(db, rules, nominal, { postsOn: today, calendar });
  for (const { forOn, personId } of filings) add(forOn, personId);
  const visible = await findVisibleIds(db, viewer, [
    ...due.map(({ ticketId }) => ticketId),
    ...todays.flatMap(({ ticketIds }) => ticketIds),
  ]);
  for (const { forOn, personId, ticketId } of due) if (visible.has(ticketId)) add(forOn, personId);
  for (const { personId, ticketIds } of todays)
    if (ticketIds.length === 0 || ticketIds.some((id) => visible.has(id))) add(today, personId);
  for (const rule of rules) {
    const days = ahead.filter((on) => digestFalls(rule, isWeeklyDay(on, calendar)));
    if (days.length === 0) continue;
    const counts = await countDigests(db, { rule, days, visible: (params) => visibleTickets(viewer, params) }, today);
    for (const { on, personId } of counts) add(on, personId);
  }
  for (const { on, personId } of await listTold(db, ahead, rules)) people.get(on)?.delete(personId);
  return people;
}

/** Who was told of a day already before it came. */
function listTold(db: Queryable, days: readonly Day[], rules: readonly ReminderRule[]): Promise<Told[]> {
  return select<Told>(
    db,
    `select distinct m.for_on as "on", m.person_id as "personId" from message m
     where m.for_on = any($1::date[]) and m.rule_code = any($2::text[])`,
    [days, rules.map(({ code }) => code)],
  );
}

interface Told {
  on: Day;
  personId: string;
}

function digestFalls({ moment }: ReminderRule, weeklyDay: boolean): boolean {
  return moment.type === 'digest' && (moment.every === 'week') === weeklyDay;
}

async function countGone(
  db: Queryable,
  { period, viewer, rules }: MonthRequest,
): Promise<Map<Day, { sent: number; failed: number }>> {
  const params = new SqlParameters();
  const [from, to] = [params.add(period.from), params.add(period.to)];
  const codes = params.add(rules.map(({ code }) => code));
  const rows = await select<{ on: Day; sent: number; failed: number }>(
    db,
    `select m.for_on as "on", count(distinct m.id) filter (where d.status = 'sent')::int as sent,
       count(*) filter (where d.status = 'failed')::int as failed
     from message m join delivery d on d.message_id = m.id
     where m.for_on between ${from} and ${to} and m.rule_code = any(${codes}::text[])
       and (exists (select 1 from message_ticket x join ticket t on t.id = x.ticket_id
           where x.message_id = m.id and ${visibleTickets(viewer, params)})
         or exists (select 1 from reminder_occurrence o where o.message_id = m.id and o.subject_type = 'filing'))
     group by 1`,
    params.values,
  );
  return new Map(rows.map(({ on, ...counts }) => [on, counts]));
}

async function findVisibleIds(db: Queryable, viewer: Actor, ids: readonly string[]): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set();
  const params = new SqlParameters();
  const wanted = params.add([...new Set(ids)]);
  const rows = await select<{ id: string }>(
    db,
    `select t.id from ticket t where t.id = any(${wanted}::uuid[]) and ${visibleTickets(viewer, params)}`,
    params.values,
  );
  return new Set(rows.map(({ id }) => id));
}

function daysOf(from: Day, to: Day): Day[] {
  const days: Day[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day);
  return days;
}
