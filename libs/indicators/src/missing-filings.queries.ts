import { select, type Queryable } from '@xiaohao/database';
import { parsePeriod, previousPeriod, type Day, type FilingStatus } from '@xiaohao/domain';

/** A figure a unit is to file for a period and has not submitted. */
export interface MissingFiling {
  unitId: string;
  unitName: string;
  period: string;
  key: string;
  name: string;
  unit: string;
  /** It is the unit's duty, or the unit filed it for the period before. */
  why: 'duty' | 'before';
  /** Null where nothing was filed at all; otherwise it is a draft or was returned. */
  status: FilingStatus | null;
  reason: string | null;
}

/** Who has not filed for a period, and by when it should be there. */
export interface MissingFilings {
  period: string;
  periodLabel: string;
  dueOn: Day;
  items: MissingFiling[];
}

/** The same, whether or not it is there. */
export interface ExpectedFiling extends MissingFiling {
  /** Neither submitted nor accepted. */
  isMissing: boolean;
}

const missing = `(f.id is null or (f.accepted_version is null and f.status in ('draft','returned')))`;

/**
 * What is expected for each of the periods. An indicator with duties is filed by the units they name, for periods of their
 * length alone; of any other, whoever filed it for the period before is expected to go on. Closed units file nothing.
 */
export function listExpectedFilings(
  db: Queryable,
  periodCodes: readonly string[],
  { unitIds = null, missingOnly = false }: { unitIds?: readonly string[] | null; missingOnly?: boolean } = {},
): Promise<ExpectedFiling[]> {
  const periods = periodCodes.map((code) => {
    const period = parsePeriod(code)!;
    return { code, kind: period.kind, before: previousPeriod(period).code };
  });
  return select(
    db,
    `with period as (select * from jsonb_to_recordset($1::jsonb) as r (code text, kind text, before text)),
     expected as (
       select d.key, d.unit_id, p.code, 'duty' as why from filing_duty d join period p on p.kind = d.every
       union all
       select f.key, f.unit_id, p.code, 'before' from indicator_filing f join period p on f.period = p.before
       where (f.accepted_version is not null or f.status = 'submitted')
         and not exists (select 1 from filing_duty d where d.key = f.key))
     select e.unit_id as "unitId", u.name as "unitName", e.code as period, e.key, i.name, i.unit, e.why, f.status, f.reason,
       ${missing} as "isMissing"
     from expected e join unit u on u.id = e.unit_id and u.closed_on is null join indicator i on i.key = e.key
     left join indicator_filing f on f.key = e.key and f.unit_id = e.unit_id and f.period = e.code
     where ($2::uuid[] is null or e.unit_id = any($2::uuid[])) and (not $3 or ${missing})
     order by e.code, u.sort, u.name, u.id, i.sort, i.key`,
    [JSON.stringify(periods), unitIds, missingOnly],
  );
}

/** What is expected and neither waits nor is accepted. */
export async function listMissingFilings(
  db: Queryable,
  periodCodes: readonly string[],
  unitIds: readonly string[] | null = null,
): Promise<MissingFiling[]> {
  const rows = await listExpectedFilings(db, periodCodes, { unitIds, missingOnly: true });
  return rows.map(({ isMissing: _, ...row }) => row);
}
