import { execute, select, SqlParameters, type Queryable } from '@xiaohao/database';
import type { ReportAction } from '@xiaohao/domain';
import type { Actor } from '@xiaohao/org';

/** One step in the life of a report. */
export interface ReportEvent {
  action: ReportAction;
  reason: string | null;
  by: string;
  at: Date;
}

/** Oldest first; null where there is no such report. */
export async function listReportEvents(db: Queryable, reportId: string): Promise<ReportEvent[] | null> {
  const rows = await select<ReportEvent | { action: null }>(
    db,
    `select e.action, e.reason, e.actor_name as by, e.at
     from report r left join report_event e on e.report_id = r.id where r.id = $1 order by e.id`,
    [reportId],
  );
  return rows.length === 0 ? null : rows.filter((row): row is ReportEvent => row.action !== null);
}

export async function appendReportEvent(
  tx: Queryable,
  actor: Actor,
  reportId: string,
  { action, reason }: Pick<ReportEvent, 'action' | 'reason'>,
): Promise<void> {
  await execute(
    tx,
    `insert into report_event (report_id, version, action, reason, actor_id, actor_name)
     select r.id, r.version, $2, $3, $4, $5 from report r where r.id = $1`,
    [reportId, action, reason, actor.personId, actor.name],
  );
}

type Add = (value: string | null) => string;

/** What each step changes beside the version. */
const changes: Readonly<Record<ReportAction, (add: Add, by: string, reason: string | null) => string>> = {
  submit: (add, by) => `review = 'submitted', review_reason = null, submitted_by = ${add(by)}, submitted_at = now()`,
  recall: () => `review = 'draft', submitted_by = null, submitted_at = null`,
  return: (add, _, reason) => `review = 'returned', review_reason = ${add(reason)}`,
  finalize: (add, by) => `finalized_at = now(), finalized_by = ${add(by)}`,
  withdraw: (add, by, reason) => `withdrawn_at = now(), withdrawn_by = ${add(by)}, withdraw_reason = ${add(reason)}`,
};

/** The effect of a step on a report that is locked and checked. */
export async function moveReport(
  tx: Queryable,
  actor: Actor,
  id: string,
  { action, reason }: Pick<ReportEvent, 'action' | 'reason'>,
): Promise<void> {
  const params = new SqlParameters([id]);
  const change = changes[action]((value) => params.add(value), actor.personId, reason);
  await execute(tx, `update report set ${change}, version = version + 1 where id = $1`, params.values);
}
