import { select, type Queryable } from '@xiaohao/database';
import { chosenSql } from './import.queries.js';
import { onlyOfNew, stoppingFindings, type FindingCode, type RowChoice } from '../reading/preview.js';

/** What is to be said of one sheet as a whole, or of its rows with one decision. */
export interface SheetDigest {
  tickets: number;
  /** Rows of the sheet they were read from. */
  rows: number;
  /** Rows that differ from their ticket. */
  updates: number;
  /** What a person has to settle, and what is told; of many the first. */
  needsYou: FindingsDigest;
  told: FindingsDigest;
  units: NameCount[];
  statuses: NameCount[];
  months: NameCount[];
}

interface FindingsDigest {
  count: number;
  items: DigestFinding[];
}

interface DigestFinding {
  row: number;
  cell: string;
  code: FindingCode;
  message: string;
}

/** A null name stands for none. */
interface NameCount {
  name: string | null;
  count: number;
}

const findingsShown = 300;
const namesShown = 100;

export async function digestSheet(
  db: Queryable,
  importId: string,
  sheet: string,
  decision: RowChoice | null,
  accepted: readonly string[] = [],
): Promise<SheetDigest> {
  const place = [importId, sheet, decision];
  const [sums, counts, findings] = [
    await select<{ tickets: number; rows: number; updates: number }>(db, sumsText, place),
    await select<NameCount & { what: 'units' | 'statuses' | 'months' }>(db, countsText, [...place, namesShown]),
    await select<DigestFinding & { stops: boolean; count: number }>(db, findingsText, [
      ...place,
      stoppingFindings,
      onlyOfNew,
      findingsShown,
      accepted,
    ]),
  ];
  const countsOf = (wanted: string) => {
    return counts.filter(({ what }) => what === wanted).map(({ name, count }) => ({ name, count }));
  };
  const findingsThat = (wanted: boolean): FindingsDigest => {
    const those = findings.filter(({ stops }) => stops === wanted);
    const items = those.map(({ row, cell, code, message }) => ({ row, cell, code, message }));
    return { count: those[0]?.count ?? 0, items };
  };
  return {
    ...sums[0]!,
    needsYou: findingsThat(true),
    told: findingsThat(false),
    units: countsOf('units'),
    statuses: countsOf('statuses'),
    months: countsOf('months').sort((a, b) => ((a.name ?? '~') < (b.name ?? '~') ? -1 : 1)),
  };
}

const chosen = `r.import_id = $1 and r.sheet = $2 and ${chosenSql('$3')}`;

const sumsText = `select count(*)::int as tickets,
    coalesce(sum(jsonb_array_length(r.ticket#>'{preview,rows}')), 0)::int as rows,
    (count(*) filter (where r.decision in ('update', 'unchanged')
      and jsonb_array_length(r.ticket#>'{target,changes}') > 0))::int as updates
  from ledger_import_row r where ${chosen}`;

const countsText = `with told as (
    select r.ticket#>>'{preview,leadUnit}' as unit,
      case when r.ticket#>>'{preview,status}' = 'ongoing' and r.ticket#>>'{preview,completion}' = 'basic'
        and r.ticket#>>'{preview,deadline,date}' is not null then 'in_progress'
        else r.ticket#>>'{preview,status}' end as status,
      left(r.ticket#>>'{preview,deadline,date}', 7) as month
    from ledger_import_row r where ${chosen}),
  counted as (
    select case when grouping(unit) = 0 then 'units' when grouping(status) = 0 then 'statuses' else 'months' end as what,
      coalesce(unit, status, month) as name, count(*)::int as count
    from told group by grouping sets ((unit), (status), (month)))
  select what, name, count from (
    select *, row_number() over (partition by what order by count desc, name) as place from counted) c
  where place <= $4 order by what, place`;

/** What is left out has nothing to be told of, a double that it is one; a known ticket lacks nothing a new one would. */
const findingsText = `with told as (
    select r.no, r.sheet_row as row, f.at, f.said->>'cell' as cell, f.said->>'code' as code, f.said->>'message' as message,
      r.decision = 'attention' and f.said->>'code' = any($4) as stops
    from ledger_import_row r,
      jsonb_array_elements((r.ticket#>'{preview,issues}') || (r.ticket->'found')) with ordinality as f (said, at)
    where ${chosen} and r.decision <> 'skip'
      and (r.decision <> 'duplicate' or f.said->>'code' = 'duplicateInFile')
      and not (r.decision in ('update', 'unchanged') and (f.said->>'code' = any($5)
        or coalesce(r.ticket#>'{target,asWritten}', '[]') ? (f.said->>'cell')))
      and f.said->>'code' <> all($7) and concat_ws(' ', f.said->>'code', f.said->>'cell') <> all($7))
  select row, cell, code, message, stops, count::int from (
    select *, count(*) over (partition by stops) as count, row_number() over (partition by stops order by no, at) as place
    from told) t
  where place <= $6 order by stops desc, place`;
