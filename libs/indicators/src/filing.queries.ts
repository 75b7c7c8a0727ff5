import { select, type Queryable } from '@xiaohao/database';
import {
  defaultFilingChoice,
  filingDoubts,
  parsePeriod,
  periodOf,
  previousPeriod,
  type Day,
  type FigureNature,
  type FilingChoice,
  type Period,
} from '@xiaohao/domain';
import { bureauValue, type BureauValue, type Filing } from './bureau-value.js';

export interface IndicatorRow {
  key: string;
  name: string;
  unit: string;
  nature: FigureNature;
}

export function listIndicators(db: Queryable): Promise<IndicatorRow[]> {
  return select<IndicatorRow>(db, 'select key, name, unit, nature from indicator order by sort, key');
}

/** `nature` from the indicator's row: what may be summed depends on it. */
interface FilingRow extends Filing {
  key: string;
  nature: FigureNature;
}

/** How a filing counts: the version that does, and a later one that waits. */
interface KnownFiling extends FilingRow {
  /** Submitted and not accepted, beside the version that counts. */
  waiting: { value: string; version: number; filedAt: string; filedBy: string | null } | null;
}

/** Which of a filing's two versions counts, as SQL over `f`: true for the accepted one, null for neither. */
const countsAccepted: Readonly<Record<FilingChoice, string>> = {
  accepted_first: `case when f.accepted_version is not null then true when f.status = 'submitted' then false end`,
  accepted_only: `case when f.accepted_version is not null then true end`,
  latest: `case when f.status = 'submitted' then false when f.accepted_version is not null then true end`,
};

/** What the bureau knows of every indicator in a period. */
export interface BureauValues {
  values: Map<string, BureauValue>;
  /** By key, what was submitted for the period or its parts and is not what counts. */
  waiting: Map<string, Filing[]>;
}

/**
 * The bureau's value of every indicator that anybody filed for the period, as known at that instant (later corrections
 * do not count); `choice` says which version of a filing does.
 */
export async function listBureauValues(
  db: Queryable,
  period: Period,
  knownAt: Date,
  choice: FilingChoice = defaultFilingChoice,
): Promise<BureauValues> {
  const rows = await select<KnownFiling & { counts: boolean | null }>(
    db,
    `select f.key, i.nature, f.unit_id as "unitId", u.name as "unitName", f.period, x.accepted as counts, coalesce(x.accepted, false) as accepted,
       case when x.accepted then f.accepted_value else f.value end as value,
       case when x.accepted then f.accepted_note else f.note end as note,
       case when x.accepted then f.accepted_version else f.version end as version,
       case when x.accepted then f.accepted_filed_at else f.updated_at end as "filedAt",
       case when x.accepted then a.name else p.name end as "filedBy",
       case when f.status = 'submitted' and x.accepted is distinct from false then json_build_object('value', f.value::text,
         'version', f.version, 'filedAt', f.updated_at, 'filedBy', p.name) end as waiting
     from indicator_filing_history f
     cross join lateral (select ${countsAccepted[choice]} as accepted) x
     join indicator i on i.key = f.key
     join unit_history u on u.id = f.unit_id and u.recorded_from <= $1 and u.recorded_to > $1
     left join person p on p.id = f.filed_by left join person a on a.id = f.accepted_filed_by
     where f.recorded_from <= $1 and f.recorded_to > $1
     order by u.sort, u.name, f.unit_id`,
    [knownAt],
  );
  const counted = withDoubts(
    rows.filter(({ counts }) => counts !== null).map(({ counts: _, waiting: __, ...row }) => row),
  );
  return { values: bureauValues(counted, period), waiting: waitingFilings(rows, period) };
}

/** Each beside what counts of the same unit for the period before, and beside what else it filed for the same one. */
function withDoubts(rows: readonly FilingRow[]): FilingRow[] {
  const place = (unitId: string, period: string, key: string) => `${unitId} ${period} ${key}`;
  const values = new Map(rows.map(({ unitId, period, key, value }) => [place(unitId, period, key), Number(value)]));
  return rows.map((row) => {
    const { unitId, period, key, value, nature } = row;
    const before = values.get(place(unitId, previousPeriod(parsePeriod(period)!).code, key)) ?? null;
    const present = (other: string) => values.get(place(unitId, period, other)) ?? null;
    const doubts = filingDoubts({ key, nature, value: Number(value) }, before, present);
    return doubts.length > 0 ? { ...row, doubts } : row;
  });
}

function waitingFilings(rows: readonly KnownFiling[], period: Period): Map<string, Filing[]> {
  const found = new Map<string, Filing[]>();
  for (const { waiting, key, unitId, unitName, period: code } of rows) {
    const own = parsePeriod(code)!;
    if (!waiting || own.from < period.from || own.to > period.to) continue;
    const filing = { unitId, unitName, period: code, note: null, accepted: false };
    found.set(key, [...(found.get(key) ?? []), { ...filing, ...waiting, filedAt: new Date(waiting.filedAt) }]);
  }
  return found;
}

/**
 * Figures the units of a person's filing posts filed for the half-year before and not yet for the present one: what
 * somebody else will have to file.
 */
export async function countFiguresToFile(db: Queryable, personId: string, today: Day): Promise<number> {
  const period = periodOf('half', today);
  const [row] = await select<{ count: number }>(
    db,
    `select count(*)::int as count from indicator_filing f
     where f.period = $3 and f.unit_id in (select o.unit_id from post o where o.person_id = $1
         and o.role in ('head','clerk','stats','office') and (o.to_on is null or o.to_on >= $2))
       and not exists (select 1 from indicator_filing n where n.key = f.key and n.unit_id = f.unit_id and n.period = $4)`,
    [personId, today, previousPeriod(period).code, period.code],
  );
  return row!.count;
}

function bureauValues(rows: readonly FilingRow[], period: Period): Map<string, BureauValue> {
  const byKey = new Map<string, FilingRow[]>();
  for (const row of rows) byKey.set(row.key, [...(byKey.get(row.key) ?? []), row]);
  const values = new Map<string, BureauValue>();
  for (const [key, filings] of byKey) {
    const value = bureauValue(filings[0]!.nature, period, filings);
    if (value) values.set(key, value);
  }
  return values;
}
