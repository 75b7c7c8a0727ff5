import type { DataSource } from 'typeorm';
import { select, SqlParameters } from '@xiaohao/database';
import { reportWords, type ChangeReason } from '@xiaohao/messages';
import type { Actor } from '@xiaohao/org';
import { visibleTickets } from '@xiaohao/tickets';
import { isCountedList, perCellSql, type CountedListName } from '../building/counted-lists.js';
import { knownSql } from '../figures/known-tickets.js';
import { askedByCell, countedFields, rateFields, standingFields } from './cell-asked.js';
import type { ContentDifference } from './content-difference.js';
import { factsSql, reasonSql, sidesOf, situationOf, type ReportPair } from './known-facts.js';
import { askedColumns, type Asked } from './ticket-conditions.js';

/** Tickets of one reason behind a cell that counts them. */
export interface CellReason {
  reason: ChangeReason;
  effect: 'more' | 'less';
  count: number;
  /** How much the cell changes by them. */
  amount: number;
  /** The first the reader may see, with the units that led and the sites then and now. */
  tickets: { no: string; was: string | null; is: string | null; siteWas: string | null; siteIs: string | null }[];
  hiddenCount: number;
}

/** What a cell counted then and now, and by which tickets it differs. */
export interface CountedCellChange {
  was: number;
  is: number;
  reasons: CellReason[];
}

interface AskedCell extends Asked {
  at: number;
  list: CountedListName;
  field: string;
  /** As the tickets say it, blank where they have none; null of the total. */
  row: string | null;
}

/** So many tickets of one reason are named. */
const namedTickets = 50;

/** By the row's place among the differences and the field. */
export type CellReasons = ReadonlyMap<number, ReadonlyMap<string, CountedCellChange>>;

/** The tickets behind cells that count by unit or industry: those that add something else to the cell in each report. */
export async function findCellReasons(
  db: DataSource,
  reader: Actor,
  reports: ReportPair,
  differences: readonly ContentDifference[],
): Promise<CellReasons> {
  const asked = differences.flatMap(askedOf);
  const found = new Map<number, Map<string, CountedCellChange>>();
  for (const list of new Set(asked.map((cell) => cell.list))) {
    const cells = asked.filter((cell) => cell.list === list);
    // Without a round nothing was counted, then or now.
    if (list === 'progress_by_unit' && reports.some(({ round }) => round === null)) continue;
    for (const row of await findChanges(db, reader, reports, list, cells)) {
      const byField = found.get(row.at) ?? new Map<string, CountedCellChange>();
      found.set(row.at, byField.set(row.field, row));
    }
  }
  return found;
}

/** The row of a counted list, or null; `row` is undefined of the total. */
export function countedRowOf({
  row,
}: ContentDifference): { list: CountedListName; row: string | null | undefined } | null {
  const [, list = '', name = ''] = /^(\w+):(.*)$/s.exec(row?.key ?? '') ?? [];
  if (!isCountedList(list)) return null;
  if (name === reportWords.total[0]) return { list, row: undefined };
  const isNone = name === reportWords.noUnit[0] || name === reportWords.noIndustry[0];
  return { list, row: isNone ? null : name };
}

function askedOf(difference: ContentDifference, at: number): AskedCell[] {
  const counted = countedRowOf(difference);
  if (!counted) return [];
  const { list, row } = counted;
  const printed =
    difference.change === 'changed'
      ? difference.changes.flatMap(({ column, fields = [] }) => (column === null ? countedFields(list) : fields))
      : standingFields[list];
  const fields = printed.flatMap((field) => rateFields[list]?.[field] ?? [field]);
  return [...new Set(fields)].flatMap((field) => {
    const asked = askedByCell(list, field, row);
    return asked ? [{ at, list, field, row: row === undefined ? null : (row ?? ''), redefined: false, ...asked }] : [];
  });
}

async function findChanges(
  db: DataSource,
  reader: Actor,
  reports: ReportPair,
  list: CountedListName,
  cells: readonly AskedCell[],
): Promise<(CountedCellChange & { at: number; field: string })[]> {
  const params = new SqlParameters([JSON.stringify(cells)]);
  const sides = sidesOf(reports, params);
  const fields = [...new Set(cells.map(({ field }) => field))];
  const [then, now] = reports.map((report) => perCellSql(list, fields, situationOf(report), params));
  const statement = `
    with f as materialized (select * from jsonb_to_recordset($1::jsonb) f (at int, field text, "row" text, ${askedColumns})),
     added_then as materialized (${then}),
     added_now as materialized (${now}),
     was as (${inRowsSql('added_then')}),
     "is" as (${inRowsSql('added_now')}),
     share as (
       select at, field, id, -amount as amount from was where one is null
       union all select at, field, id, amount from "is" where one is null
       union all ${shareOfOnesSql('was', '"is"', '-1.0')}
       union all ${shareOfOnesSql('"is"', 'was', '1.0')}),
     changed as materialized (
       select at, field, id, sum(amount) as amount from share group by at, field, id having sum(amount) <> 0),
     a as (${factsSql(sides[0].times, changedIds)}),
     b as (${factsSql(sides[1].times, changedIds)}),
     seen as (select t.id, t.no from ticket t where t.id = ${changedIds} and ${visibleTickets(reader, params)}),
     reasoned as (
       select c.at, c.field, c.amount, case when c.amount > 0 then 'more' else 'less' end as effect,
         ${reasonSql(reports, sides, params, cells)} as reason, s.no, ua.name as unit_was, ub.name as unit_is,
         a.site as site_was, b.site as site_is
       from changed c join f using (at, field) left join a on a.id = c.id left join b on b.id = c.id
       left join seen s on s.id = c.id
       left join unit_history ua on ua.id = a.lead_unit_id and ${knownSql('ua', sides[0].times.knownAt)}
       left join unit_history ub on ub.id = b.lead_unit_id and ${knownSql('ub', sides[1].times.knownAt)}),
     placed as (
       select r.*, row_number() over (partition by r.at, r.field, r.reason, r.effect order by r.no) as place from reasoned r),
     reasons as (
       select at, field, json_build_object('reason', reason, 'effect', effect, 'count', count(*),
           'amount', sum(amount), 'hiddenCount', count(*) filter (where no is null),
           'tickets', coalesce(json_agg(json_build_object('no', no, 'was', unit_was, 'is', unit_is,
             'siteWas', site_was, 'siteIs', site_is) order by no)
             filter (where no is not null and place <= ${namedTickets}), '[]')) as reason, count(*) as count
       from placed group by at, field, reason, effect)
    select f.at, f.field, coalesce(tw.total, 0)::float8 as was, coalesce(ti.total, 0)::float8 as "is",
      coalesce(c.reasons, '[]') as reasons
    from f left join (${totalsSql('was')}) tw using (at, field) left join (${totalsSql('"is"')}) ti using (at, field)
    left join (select at, field, json_agg(reason order by count desc, reason ->> 'reason') as reasons
      from reasons group by at, field) c using (at, field)`;
  return db.transaction(async (tx) => {
    await select(tx, `select set_config('enable_nestloop', 'off', true)`);
    return select<CountedCellChange & { at: number; field: string }>(tx, statement, params.values);
  });
}

const changedIds = 'any(array(select distinct id from changed))';

/** What the asked cells counted, ticket by ticket; the total takes those of all rows. */
const inRowsSql = (added: string) => `
  select f.at, f.field, t.id, t.amount, t.one from f join ${added} t on t.field = f.field and t.place = f."row"
  union all select f.at, f.field, t.id, t.amount, t.one from f join ${added} t on t.field = f.field where f."row" is null`;

/** Of what is counted once, such as a site, and by one report alone: in equal parts the tickets that name it. */
const shareOfOnesSql = (one: string, other: string, whole: string) => `
  select at, field, id, ${whole} / count(*) over (partition by at, field, one) from ${one} o
  where one is not null and not exists (
    select 1 from ${other} p where p.at = o.at and p.field = o.field and p.one = o.one)`;

const totalsSql = (side: string) => `
  select at, field, case when count(one) > 0 then count(distinct one) else sum(amount) end as total
  from ${side} s group by at, field`;
