import { select, SqlParameters, type Queryable } from '@xiaohao/database';
import type { Day, ExtensionGround, ObjectionReason } from '@xiaohao/domain';
import type { Actor } from '@xiaohao/org';
import { onTimeByOriginalSql } from '../reading/live.js';
import { visibleTickets } from '../reading/visibility.js';

interface Named {
  id: string;
  name: string;
}

/** How deadlines and assignments held in a period, over the tickets the viewer may see. */
export interface GovernanceStatistics {
  from: Day;
  to: Day;
  /** 退单 of the period by unit, most first; a ticket that was objected to twice counts twice. */
  objections: ({ unit: Named; total: number } & Record<ObjectionReason, number>)[];
  /** Extensions asked for in the period, by ground. */
  extensions: { ground: ExtensionGround; asked: number; granted: number; refused: number; late: number }[];
  /** Tickets done in the period: by the deadline as it stood, and by the one first set. */
  done: { dated: number; onTime: number; onTimeByOriginal: number };
}

export async function getGovernanceStatistics(
  db: Queryable,
  actor: Actor,
  period: { from: Day; to: Day },
): Promise<GovernanceStatistics> {
  const [objections, extensions, done] = await Promise.all([
    countObjections(db, actor, period),
    countExtensions(db, actor, period),
    countDone(db, actor, period),
  ]);
  return { ...period, objections, extensions, done };
}

type Period = { from: Day; to: Day };

function countObjections(db: Queryable, actor: Actor, { from, to }: Period) {
  const params = new SqlParameters([from, to]);
  const of = (code: ObjectionReason) => `count(*) filter (where j.reason_code = '${code}')::int as ${code}`;
  return select<GovernanceStatistics['objections'][number]>(
    db,
    `select json_build_object('id', u.id, 'name', u.name) as unit, count(*)::int as total, ${of('not_ours')},
       ${of('wrongly_put')}, ${of('explanation_only')}
     from objection j join ticket t on t.id = j.ticket_id join unit u on u.id = j.unit_id
     where j.objected_on between $1::date and $2::date and ${visibleTickets(actor, params)}
     group by u.id, u.name, u.sort order by 2 desc, u.sort, u.name`,
    params.values,
  );
}

function countExtensions(db: Queryable, actor: Actor, { from, to }: Period) {
  const params = new SqlParameters([from, to]);
  return select<GovernanceStatistics['extensions'][number]>(
    db,
    `select x.reason_code as ground, count(*)::int as asked, count(*) filter (where x.decision = 'granted')::int as granted,
       count(*) filter (where x.decision = 'refused')::int as refused, count(*) filter (where x.late)::int as late
     from extension x join ticket t on t.id = x.ticket_id
     where x.requested_on between $1::date and $2::date and ${visibleTickets(actor, params)}
     group by x.reason_code order by 2 desc, 1`,
    params.values,
  );
}

async function countDone(db: Queryable, actor: Actor, { from, to }: Period): Promise<GovernanceStatistics['done']> {
  const params = new SqlParameters([from, to]);
  const [row] = await select<GovernanceStatistics['done']>(
    db,
    `select count(t.closed_on_time)::int as dated, count(*) filter (where t.closed_on_time)::int as "onTime",
       count(*) filter (where ${onTimeByOriginalSql()})::int as "onTimeByOriginal"
     from ticket t where t.status <> 'cancelled' and least(t.closed_on, t.accepted_on) between $1::date and $2::date
       and ${visibleTickets(actor, params)}`,
    params.values,
  );
  return row!;
}
