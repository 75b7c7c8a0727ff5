import { select, type Queryable } from '@xiaohao/database';
import { parsePeriod, previousPeriod } from '@xiaohao/domain';
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

/** The last final report of the same template for the period before, which this one is held against (环比). */
export async function findFormerPeriod(
  db: Queryable,
  templateCode: string,
  period: string,
): Promise<FormerPeriodReport | null> {
  const [former] = await select<FormerPeriodReport>(
    db,
    `select r.id, r.period, r.finalized_at as "finalizedAt" from report r join report_template t on t.id = r.template_id
     where t.code = $1 and r.period = $2 and r.finalized_at is not null and r.withdrawn_at is null
     order by r.finalized_at desc limit 1`,
    [templateCode, previousPeriod(parsePeriod(period)!).code],
  );
  return former ?? null;
}
