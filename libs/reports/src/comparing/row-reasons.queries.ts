import type { DataSource } from 'typeorm';
import { select, SqlParameters } from '@xiaohao/database';
import type { RowCause } from '@xiaohao/messages';
import type { Actor } from '@xiaohao/org';
import { visibleTickets } from '@xiaohao/tickets';
import { isTicketList } from '../building/list-blocks.queries.js';
import { knownSql, timesOf, type Times } from '../figures/known-tickets.js';
import type { FigureFacet } from './change-reasons.js';
import type { ContentDifference } from './content-difference.js';
import { factsSql, reasonSql, situationOf, type ComparedReport } from './report-comparison.queries.js';
import { causesOfCells, facetsOfParts, type CellFacts } from './row-causes.js';

/** What became of the ticket behind a row. */
export interface RowReason {
  reasons: RowCause[];
  /** Null where the reader may not see the ticket. */
  no: string | null;
}

const open = ['raised', 'kind', 'done'] as const satisfies readonly FigureFacet[];
const overdue = ['due', 'overdue', 'submitted', 'ongoing', 'paused', 'assigned'] as const;

/** What puts a ticket on a list or takes it off. */
const facetsOfList: Readonly<Record<string, readonly FigureFacet[]>> = {
  inspection_issues_open: ['round', 'kind', 'done', 'ongoing'],
  key_tasks: [...open, 'assigned'],
  env_issues: [...open, 'assigned'],
  key_task_rows: [...open, 'assigned'],
  overdue_inspection_issues: ['round', ...open, ...overdue],
  overdue_supervision_items: [...open, ...overdue],
  major_hazards_open: [...open, 'level'],
  accidents: ['kind', 'occurred', 'done'],
};

export function ticketOf({ row }: ContentDifference): { list: string; id: string } | null {
  const found = /^(\w+):([0-9a-f-]{36})$/.exec(row?.key ?? '');
  return found && isTicketList(found[1]!) ? { list: found[1]!, id: found[2]! } : null;
}

interface Found extends CellFacts {
  at: number;
  no: string | null;
}

/** What became of the tickets behind the rows that differ, by their place among the differences. */
export async function findRowReasons(
  db: DataSource,
  reader: Actor,
  reports: readonly [earlier: ComparedReport, later: ComparedReport],
  differences: readonly ContentDifference[],
): Promise<Map<number, RowReason>> {
  const rows = differences.flatMap((difference, at) => {
    const ticket = ticketOf(difference);
    if (!ticket) return [];
    const asked = difference.change === 'changed' ? facetsOfParts : { list: facetsOfList[ticket.list] ?? [] };
    return Object.entries(asked).map(([part, facets]) => ({ at, part, id: ticket.id, facets, redefined: false }));
  });
  if (rows.length === 0) return new Map();
  const params = new SqlParameters([JSON.stringify(rows)]);
  const [a, b] = [timesOf(situationOf(reports[0]), params), timesOf(situationOf(reports[1]), params)];
  const ids = 'any(array(select distinct id from f))';
  const statement = `
    with f as materialized (select * from jsonb_to_recordset($1::jsonb)
       f (at int, part text, id uuid, facets text[], redefined boolean)),
     a as (${factsSql(a, ids)}),
     b as (${factsSql(b, ids)}),
     seen as (select t.id, t.no from ticket t where t.id = ${ids} and ${visibleTickets(reader, params)}),
     unit_was as (select u.id, u.name from unit_history u where ${knownSql('u', a.knownAt)}),
     unit_is as (select u.id, u.name from unit_history u where ${knownSql('u', b.knownAt)}),
     said as (${progressSql(b, ids)})
    select f.at, s.no, json_object_agg(f.part, ${reasonSql(reports, [a, b], params)}) as reasons,
      json_build_array(ua.name, ub.name) as units, json_build_array(a.due_on, b.due_on) as days,
      p.text as progress
    from f left join a on a.id = f.id left join b on b.id = f.id left join seen s on s.id = f.id
    left join unit_was ua on ua.id = a.lead_unit_id left join unit_is ub on ub.id = b.lead_unit_id
    left join said p on p.ticket_id = f.id and not (${knownEntrySql(a)})
    group by f.at, s.no, ua.name, ub.name, a.due_on, b.due_on, p.text`;
  const found = await db.transaction(async (tx) => {
    await select(tx, `select set_config('enable_nestloop', 'off', true)`);
    return select<Found>(tx, statement, params.values);
  });
  return new Map(found.map((row) => [row.at, { no: row.no, reasons: reasonsOf(differences[row.at]!, row) }]));
}

function reasonsOf(difference: ContentDifference, facts: Found): RowCause[] {
  if (difference.change === 'changed') return causesOfCells(difference.changes, facts);
  const reason = facts.reasons.list;
  return reason === undefined || reason === 'other' ? [] : [reason];
}

/** The newest report of each ticket. */
const progressSql = (times: Times, ids: string) => `
  select distinct on (e.ticket_id) e.ticket_id, e.id, e.text from progress_entry_history e
  where e.ticket_id = ${ids} and e.reported_on <= ${times.asOf} and ${knownSql('e', times.knownAt)}
  order by e.ticket_id, e.reported_on desc, e.created_at desc, e.id desc`;

const knownEntrySql = (times: Times) => `exists (select 1 from progress_entry_history e
  where e.id = p.id and e.text = p.text and e.reported_on <= ${times.asOf} and ${knownSql('e', times.knownAt)})`;
