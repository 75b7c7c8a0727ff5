import { select, type Queryable } from '@xiaohao/database';
import { findingKeyOf, type ReportCheck } from './report-checks.js';

/** A finding as the page shows it: with its hash, and why it may stand. */
export interface SeenCheck extends ReportCheck {
  /** The first of its tickets, as they are called today. */
  tickets?: { id: string; no: string; title: string }[];
  key: string;
  excuse: { reason: string; by: string; at: string } | null;
}

/** A final report keeps the excuses it was finalised with; a draft has those that stand now. */
export async function withExcuses(
  db: Queryable,
  reportId: string,
  checks: readonly ReportCheck[],
): Promise<SeenCheck[]> {
  const rows = await select<NonNullable<SeenCheck['excuse']> & { finding: string }>(
    db,
    `select e.finding, e.reason, p.name as by, e.excused_at as at
     from report r join report_template t on t.id = r.template_id
     join report_excuse e on e.template_code = t.code and e.period = r.period join person p on p.id = e.excused_by
     where r.id = $1 and e.excused_at <= coalesce(r.finalized_at, 'infinity')
       and (e.taken_back_at is null or e.taken_back_at > r.finalized_at)`,
    [reportId],
  );
  const excuses = new Map(rows.map(({ finding, ...excuse }) => [finding, excuse]));
  return checks.map((check) => {
    const key = findingKeyOf(check);
    return { ...check, key, excuse: excuses.get(key) ?? null };
  });
}
