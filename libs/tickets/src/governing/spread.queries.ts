import { select, type Queryable } from '@xiaohao/database';
import type { Day } from '@xiaohao/domain';
import { ledUnitsOf, type Actor } from '@xiaohao/org';

/** What one unit is asked, as its head sees it: nothing of the ticket it came from. */
export interface SpreadCheck {
  id: string;
  no: string;
  question: string;
  dueOn: Day;
  askedBy: string;
  askedOn: Day;
  unit: { id: string; name: string };
  found: number | null;
  text: string | null;
  answeredBy: string | null;
  answeredOn: Day | null;
  overdue: boolean;
  /** The ticket the finding became. */
  ticket: { id: string; no: string } | null;
  version: number;
}

const limit = 300;

/** Checks of the units the actor heads, unanswered ones first by their day. */
export function listChecks(db: Queryable, actor: Actor, today: Day): Promise<SpreadCheck[]> {
  return select<SpreadCheck>(
    db,
    `select a.id, s.no, s.question, s.due_on as "dueOn", c.name as "askedBy", s.created_on as "askedOn",
       json_build_object('id', u.id, 'name', u.name) as unit, a.found, a.text, p.name as "answeredBy",
       a.answered_on as "answeredOn", a.answered_on is null and s.due_on < $2::date as overdue,
       case when t.id is not null then json_build_object('id', t.id, 'no', t.no) end as ticket, a.version
     from spread_answer a join spread s on s.id = a.spread_id join unit u on u.id = a.unit_id
     join person c on c.id = s.created_by left join person p on p.id = a.answered_by left join ticket t on t.id = a.ticket_id
     where a.unit_id = any($1::uuid[])
     order by a.answered_on is not null, case when a.answered_on is null then s.due_on end, s.created_at desc, a.id
     limit ${limit}`,
    [ledUnitsOf(actor, ['head', 'clerk']), today],
  );
}

/** How many checks wait for the actor, and how many of them are late. */
export async function countChecks(
  db: Queryable,
  actor: Actor,
  today: Day,
): Promise<{ count: number; overdue: number }> {
  const units = ledUnitsOf(actor, ['head', 'clerk']);
  if (units.length === 0) return { count: 0, overdue: 0 };
  const [row] = await select<{ count: number; overdue: number }>(
    db,
    `select count(*)::int as count, count(*) filter (where s.due_on < $2::date)::int as overdue
     from spread_answer a join spread s on s.id = a.spread_id where a.answered_on is null and a.unit_id = any($1::uuid[])`,
    [units, today],
  );
  return row!;
}
