import type { DataSource } from 'typeorm';
import { select, SqlParameters } from '@xiaohao/database';
import type { ChangeReason } from '@xiaohao/messages';
import type { Actor } from '@xiaohao/org';
import { visibleTickets } from '@xiaohao/tickets';
import { isTicketList } from '../building/list-blocks.queries.js';
import { timesOf } from '../figures/known-tickets.js';
import type { FigureFacet } from './change-reasons.js';
import type { ContentDifference } from './content-difference.js';
import { factsSql, reasonSql, situationOf, type ComparedReport } from './report-comparison.queries.js';

/** What became of the ticket behind a row. */
export interface RowReason {
  reason: ChangeReason;
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

const state = ['done', 'submitted', 'overdue', 'ongoing', 'paused', 'due'] as const;

/** What makes a cell under such a heading say something else; of running text anything may. */
const facetsOfColumn: readonly (readonly [RegExp, readonly FigureFacet[]])[] = [
  [/状态|办理情况/, state],
  [/时限|期限/, ['due']],
  [/逾期/, ['due', 'overdue']],
  [/单位|科室|部门/, ['unit']],
];

export function ticketOf({ row }: ContentDifference): { list: string; id: string } | null {
  const found = /^(\w+):([0-9a-f-]{36})$/.exec(row?.key ?? '');
  return found && isTicketList(found[1]!) ? { list: found[1]!, id: found[2]! } : null;
}

function facetsOf({ change, changes }: ContentDifference, list: string): readonly FigureFacet[] {
  if (change !== 'changed') return facetsOfList[list] ?? [];
  const found = changes.flatMap(({ column }) =>
    column === null
      ? [...state, 'unit' as const]
      : facetsOfColumn.flatMap(([form, facets]) => (form.test(column) ? facets : [])),
  );
  return [...new Set(found)];
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
    return ticket ? [{ at, id: ticket.id, facets: facetsOf(difference, ticket.list), redefined: false }] : [];
  });
  if (rows.length === 0) return new Map();
  const params = new SqlParameters([JSON.stringify(rows)]);
  const [a, b] = [timesOf(situationOf(reports[0]), params), timesOf(situationOf(reports[1]), params)];
  const ids = 'any(array(select distinct id from f))';
  const statement = `
    with f as materialized (select * from jsonb_to_recordset($1::jsonb) f (at int, id uuid, facets text[], redefined boolean)),
     a as (${factsSql(a, ids)}),
     b as (${factsSql(b, ids)}),
     seen as (select t.id, t.no from ticket t where t.id = ${ids} and ${visibleTickets(reader, params)})
    select f.at, s.no, ${reasonSql(reports, [a, b], params)} as reason
    from f left join a on a.id = f.id left join b on b.id = f.id left join seen s on s.id = f.id`;
  const found = await db.transaction(async (tx) => {
    await select(tx, `select set_config('enable_nestloop', 'off', true)`);
    return select<RowReason & { at: number }>(tx, statement, params.values);
  });
  return new Map(found.map(({ at, ...row }) => [at, row]));
}
