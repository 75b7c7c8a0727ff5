import { select, type Queryable } from '@xiaohao/database';
import { periodOf, previousPeriod, type Day, type FigureNature, type Period } from '@xiaohao/domain';
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

const filingColumns = `f.key, i.nature, f.unit_id as "unitId", u.name as "unitName", f.period, f.value, f.note,
  p.name as "filedBy", f.version, f.updated_at as "filedAt"`;

/**
 * The bureau's value of every indicator that anybody filed for the period, as known at that instant
 * (later corrections do not count).
 */
export async function listBureauValues(
  db: Queryable,
  period: Period,
  knownAt: Date,
): Promise<Map<string, BureauValue>> {
  const rows = await select<FilingRow>(
    db,
    `select ${filingColumns}
     from indicator_filing_history f
     join indicator i on i.key = f.key join unit u on u.id = f.unit_id left join person p on p.id = f.filed_by
     where f.recorded_from <= $1 and f.recorded_to > $1
     order by u.sort, u.name, f.unit_id`,
    [knownAt],
  );
  return bureauValues(rows, period);
}

/** Present filings of one period, of one unit or of all. */
export function listFilings(
  db: Queryable,
  period: string,
  unitId: string | null,
): Promise<(Filing & { key: string })[]> {
  return select(
    db,
    `select ${filingColumns}
     from indicator_filing f
     join indicator i on i.key = f.key join unit u on u.id = f.unit_id left join person p on p.id = f.filed_by
     where f.period = $1 and ($2::uuid is null or f.unit_id = $2)
     order by u.sort, u.name, f.unit_id`,
    [period, unitId],
  );
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
