import { select, type Queryable } from '@xiaohao/database';
import { formerPeriodCodes } from '@xiaohao/domain';
import { AppError } from '@xiaohao/errors';
import type { Overrides } from '../figures/figure-override.js';

/** The build a new one follows, and what was typed over in it. */
export interface FormerBuild {
  previousId: string | null;
  overrides: Overrides;
}

/**
 * The build a report is built again from; it hands on what was typed over in it, and what differs from it is said. A report
 * asked for anew follows none: the same two dates give the same figures, whatever was built meanwhile.
 * @throws inputWrong where the one named is of another template or period, reportWithdrawn, reportSubmitted while it waits for
 * the chief
 */
export async function findFormerBuild(
  db: Queryable,
  templateCode: string,
  period: string,
  basedOn: string | null,
): Promise<FormerBuild> {
  if (basedOn === null) return { previousId: null, overrides: {} };
  const [former] = await select<{ id: string; overrides: Overrides; waits: boolean; withdrawn: boolean }>(
    db,
    `select r.id, r.overrides, r.review = 'submitted' and r.finalized_at is null as waits, r.withdrawn_at is not null as withdrawn
     from report r join report_template t on t.id = r.template_id
     where t.code = $1 and r.period = $2 and r.id = $3`,
    [templateCode, period, basedOn],
  );
  if (!former) {
    throw new AppError('inputWrong', { field: 'basedOn', fieldLabel: '所依据的报告', reason: '模板或报告期不同' });
  }
  if (former.withdrawn) throw new AppError('reportWithdrawn');
  // Another draft beside the one that lies before the chief would leave two of them.
  if (former.waits) throw new AppError('reportSubmitted');
  return { previousId: former.id, overrides: former.overrides };
}

/** A final report of the period before. */
export interface FormerPeriodReport {
  id: string;
  period: string;
  finalizedAt: Date;
}

/** The last final reports of the same template this one is held against: of the period before (环比), of the year before (同比). */
export async function findFormerPeriods(
  db: Queryable,
  templateCode: string,
  period: string,
): Promise<{ formerPeriod: FormerPeriodReport | null; formerYear: FormerPeriodReport | null }> {
  const { previous, yearBefore } = formerPeriodCodes(period);
  const rows = await select<FormerPeriodReport>(
    db,
    `select distinct on (r.period) r.id, r.period, r.finalized_at as "finalizedAt"
     from report r join report_template t on t.id = r.template_id
     where t.code = $1 and r.period = any($2::text[]) and r.finalized_at is not null and r.withdrawn_at is null
     order by r.period, r.finalized_at desc`,
    [templateCode, [previous, yearBefore]],
  );
  const of = (code: string | null) => rows.find((row) => row.period === code) ?? null;
  return { formerPeriod: of(previous), formerYear: of(yearBefore) };
}

/** What a former report printed under the same keys. */
export interface FormerFigures {
  which: 'formerPeriod' | 'formerYear';
  period: string;
  values: ReadonlyMap<string, { value: number | null; text: string }>;
}

/** What the final reports this one is held against print, by key. */
export async function findFormerFigures(
  db: Queryable,
  { formerPeriod, formerYear }: { formerPeriod: FormerPeriodReport | null; formerYear: FormerPeriodReport | null },
): Promise<FormerFigures[]> {
  const reports = Object.entries({ formerPeriod, formerYear }) as [FormerFigures['which'], FormerPeriodReport | null][];
  const rows = await select<{ id: string; key: string; value: number | null; text: string }>(
    db,
    'select report_id as id, key, value::float8 as value, text from report_figure where report_id = any($1::uuid[])',
    [reports.flatMap(([, report]) => report?.id ?? [])],
  );
  return reports.flatMap(([which, report]) => {
    if (!report) return [];
    const values = rows
      .filter(({ id }) => id === report.id)
      .map(({ key, value, text }) => [key, { value, text }] as const);
    return [{ which, period: report.period, values: new Map(values) }];
  });
}
