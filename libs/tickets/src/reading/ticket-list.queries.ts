import { AppError } from '@xiaohao/errors';
import { isDay, lightOf, overdueDays, isOverdue, type Day, type Light, type TicketStatus } from '@xiaohao/domain';
import { isInstant, readKeyset, select, SqlParameters, writeKeyset, type Queryable } from '@xiaohao/database';
import type { Actor } from '@xiaohao/org';
import { ticketConditions, type TicketFilter } from './ticket-filter.js';
import { numberAsked, searchSql, type SearchSql } from './ticket-search.js';
import { visibleAmong, visibleTickets } from './visibility.js';

export const ticketSorts = ['dueOn', '-dueOn', '-updatedAt'] as const;
export type TicketSort = (typeof ticketSorts)[number];

export interface TicketListRequest {
  filter: TicketFilter;
  sort: TicketSort;
  /** 1–200. */
  limit: number;
  cursor?: string;
  exactCount: boolean;
}

/** Counting stops here unless the exact number is asked for: counting a big match costs more than showing it. */
const countLimit = 1000;

/** What a list row shows. */
export interface TicketRow {
  id: string;
  no: string;
  kind: string;
  title: string;
  status: TicketStatus;
  level: string | null;
  source: { id: string; name: string } | null;
  item: { id: string; no: number; title: string } | null;
  leadUnit: { id: string; name: string } | null;
  leader: { id: string | null; name: string } | null;
  handler: { id: string; name: string } | null;
  deadline: { kind: string; dueOn: Day | null; originalDueOn: Day | null; ongoing: boolean; raw: string | null };
  raisedOn: Day;
  submittedOn: Day | null;
  closedOn: Day | null;
  closedOnTime: boolean | null;
  overdue: boolean;
  overdueDays: number;
  light: Light;
  progressPercent: number | null;
  latestProgress: string | null;
  latestProgressOn: Day | null;
  round: number;
  version: number;
  updatedAt: Date;
}

export interface TicketPage {
  items: TicketRow[];
  nextCursor: string | null;
  total: number;
  totalIsExact: boolean;
}

interface SortColumn {
  column: string;
  type: string;
  direction: 'asc' | 'desc';
}

const sortColumns: Readonly<Record<TicketSort, SortColumn>> = {
  dueOn: { column: 'sort_due_on', type: 'date', direction: 'asc' },
  '-dueOn': { column: 'sort_due_on', type: 'date', direction: 'desc' },
  '-updatedAt': { column: 'updated_at', type: 'timestamptz', direction: 'desc' },
};

const rowColumns = `t.id, t.no, t.kind, t.title, t.status, t.level, t.source_id, s.name as source_name, t.item_id,
  i.no as item_no, i.title as item_title, t.lead_unit_id, u.name as lead_unit_name, t.leader_id,
  coalesce(l.name, t.leader_name) as leader_name, t.handler_id, h.name as handler_name, t.deadline_kind, t.due_on,
  t.original_due_on, t.deadline_ongoing, t.deadline_raw, t.raised_on, t.submitted_on, t.closed_on, t.closed_on_time,
  t.progress_percent, t.latest_progress, t.latest_progress_on, t.round, t.version, t.updated_at, t.sort_due_on`;

const rowJoins = `left join source s on s.id = t.source_id left join source_item i on i.id = t.item_id
  left join unit u on u.id = t.lead_unit_id left join person l on l.id = t.leader_id
  left join person h on h.id = t.handler_id`;

interface RawRow {
  id: string | null;
  total: string;
  sort_due_on: string;
  updated_at: Date;
  /** Whether it is put first because its number was asked for. */
  asked?: boolean;
  [column: string]: unknown;
}

/**
 * One page of what the actor may see, by keyset, with a count up to 1,000 (exact on demand), in one round trip.
 * Columns are selected for the row as shown; nothing is hydrated.
 */
export async function listTickets(
  db: Queryable,
  actor: Actor,
  request: TicketListRequest,
  today: Day,
): Promise<TicketPage> {
  const params = new SqlParameters();
  const { q, ...filter } = request.filter;
  const visible = visibleAmong(filter, actor) ? [] : [visibleTickets(actor, params)];
  const conditions = [...visible, ...ticketConditions(filter, params, actor, today)];
  const search = q ? searchSql(q, params) : null;
  const { column, type, direction } = sortColumns[request.sort];
  const after = request.cursor ? decodeCursor(request.cursor, request.sort) : null;
  const beyond = after
    ? [
        `(t.${column}, t.id) ${direction === 'asc' ? '>' : '<'} (${params.add(after.value)}::${type}, ${params.add(after.id)}::uuid)`,
      ]
    : [];
  const list: ListSql = {
    conditions,
    beyond,
    order: `t.${column} ${direction}, t.id ${direction}`,
    limit: Number(request.limit) + 1,
    exactCount: request.exactCount,
  };
  const text = search ? searchedListSql(list, search, q!, params) : listSql(list);
  return pageOf(await select<RawRow>(db, text, params.values), request, today);
}

/** The parts of a list's statement. Limits stand in the text: of a parameter PostgreSQL would plan at each call. */
interface ListSql {
  conditions: readonly string[];
  /** What lies after the cursor. */
  beyond: readonly string[];
  order: string;
  limit: number;
  exactCount: boolean;
}

const allOf = (conditions: readonly string[]) => conditions.join(' and ') || 'true';

const pageSql = (conditions: readonly string[], order: string, limit: number) =>
  `(select * from ticket t where ${allOf(conditions)} order by ${order} limit ${limit})`;

function listSql({ conditions, beyond, order, limit, exactCount }: ListSql): string {
  const where = allOf(conditions);
  const counted = exactCount
    ? `select count(*) as total from ticket t where ${where}`
    : `select count(*) as total from (select 1 from ticket t where ${where} limit ${countLimit + 1}) capped`;
  return `select c.total, ${rowColumns} from (${counted}) c
    left join lateral ${pageSql([...conditions, ...beyond], order, limit)} t on true ${rowJoins} order by ${order}`;
}

/**
 * The list of a search. Where the index finds few tickets those are sorted, the one whose number was asked for first;
 * where it finds many, the list is walked in its order until the page is full. The statement itself sees which.
 */
function searchedListSql(list: ListSql, search: SearchSql, q: string, params: SqlParameters): string {
  const { conditions, beyond, order, limit, exactCount } = list;
  const found = allOf([...conditions, search.byIndex]);
  const few = `(select count(*) from hit) <= ${countLimit}`;
  const number = numberAsked(q);
  const asked = number ? `t.no = ${params.add(number)}` : null;
  const first = asked ? `(${few} and ${asked}) desc, ` : '';
  const sorted = [few, 't.id in (select id from hit)', ...beyond, ...(asked && beyond.length ? [`not ${asked}`] : [])];
  const walked = [`not ${few}`, ...conditions, search.byTicket, ...beyond];
  const counted = exactCount
    ? `select count(*) as total from ticket t where ${found}`
    : 'select count(*) as total from hit';
  return `with hit as materialized (select t.id from ticket t where ${found} limit ${countLimit + 1})
    select c.total, ${asked ? `${few} and ${asked}` : 'false'} as asked, ${rowColumns} from (${counted}) c
    left join lateral (
      ${pageSql(sorted, `${first}${order}`, limit)} union all ${pageSql(walked, order, limit)}
    ) t on true ${rowJoins} order by ${first}${order}`;
}

function pageOf(rows: RawRow[], request: TicketListRequest, today: Day): TicketPage {
  const total = Number(rows[0]?.total ?? 0);
  const found = rows.filter((row) => row.id !== null);
  const shown = found.slice(0, request.limit);
  const last = found.length > request.limit ? shown.at(-1) : undefined;
  const capped = !request.exactCount && total > countLimit;
  return {
    items: shown.map((row) => ticketRow(row, today)),
    nextCursor: last ? encodeCursor(last, request.sort) : null,
    total: capped ? countLimit : total,
    totalIsExact: !capped,
  };
}

/** Maps a raw row by hand: class-based serialisation would cost most of the request. */
function ticketRow(row: RawRow, today: Day): TicketRow {
  const status = row.status as TicketStatus;
  const dueOn = row.due_on as Day | null;
  return {
    id: row.id!,
    no: row.no as string,
    kind: row.kind as string,
    title: row.title as string,
    status,
    level: row.level as string | null,
    source: named(row.source_id, row.source_name),
    item: row.item_id
      ? { id: row.item_id as string, no: row.item_no as number, title: row.item_title as string }
      : null,
    leadUnit: named(row.lead_unit_id, row.lead_unit_name),
    leader: row.leader_name ? { id: row.leader_id as string | null, name: row.leader_name as string } : null,
    handler: named(row.handler_id, row.handler_name),
    deadline: {
      kind: row.deadline_kind as string,
      dueOn,
      originalDueOn: row.original_due_on as Day | null,
      ongoing: row.deadline_ongoing as boolean,
      raw: row.deadline_raw as string | null,
    },
    raisedOn: row.raised_on as Day,
    submittedOn: row.submitted_on as Day | null,
    closedOn: row.closed_on as Day | null,
    closedOnTime: row.closed_on_time as boolean | null,
    overdue: isOverdue(status, dueOn, today),
    overdueDays: overdueDays(status, dueOn, today),
    light: lightOf(status, dueOn, today),
    progressPercent: row.progress_percent as number | null,
    latestProgress: row.latest_progress as string | null,
    latestProgressOn: row.latest_progress_on as Day | null,
    round: row.round as number,
    version: row.version as number,
    updatedAt: row.updated_at,
  };
}

function named(id: unknown, name: unknown): { id: string; name: string } | null {
  return id ? { id: id as string, name: name as string } : null;
}

function encodeCursor(row: RawRow, sort: TicketSort): string {
  const value = sort === '-updatedAt' ? row.updated_at.toISOString() : row.sort_due_on;
  // The ticket put first for its number stands outside the order: after it comes the order's very beginning.
  const [from, id] = row.asked ? beginnings[sortColumns[sort].direction] : [value, row.id!];
  return writeKeyset([sort, from, id]);
}

const beginnings = {
  asc: ['-infinity', '00000000-0000-0000-0000-000000000000'],
  desc: ['infinity', 'ffffffff-ffff-ffff-ffff-ffffffffffff'],
} as const;

function decodeCursor(cursor: string, sort: TicketSort): { value: string; id: string } {
  const [cursorSort, value, id] = readKeyset(cursor, 3) ?? [];
  const fits = (text: string) => /^-?infinity$/.test(text) || (sort === '-updatedAt' ? isInstant(text) : isDay(text));
  if (cursorSort !== sort || value === undefined || !fits(value)) throw new AppError('malformed', { what: 'cursor' });
  return { value, id: id! };
}
