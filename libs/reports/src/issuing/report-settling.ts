import type { EntityManager } from 'typeorm';
import { select } from '@xiaohao/database';
import { isSubmittedAnew, reportStep, type Day, type ReportAction, type ReportStanding } from '@xiaohao/domain';
import { AppError } from '@xiaohao/errors';
import { reportActionLabels, reportStateLabels } from '@xiaohao/messages';
import type { ReportCheck } from './report-checks.js';

const longestReason = 500;

/** How far a report is, over `r`. */
export const reportStateSql = `case when r.withdrawn_at is not null then 'withdrawn'
  when r.finalized_at is not null then 'final' else r.review end`;

/** Whether it ever was submitted, over `r`. */
export const wasSubmittedSql = `exists (select 1 from report_event e where e.report_id = r.id and e.action = 'submit')`;

/** What a decision on a report looks at. */
export interface SettledReport extends ReportStanding {
  version: number;
  status: string;
  templateCode: string;
  templateName: string;
  period: string;
  asOf: Day;
  submittedBy: string | null;
  checks: ReportCheck[];
}

/** Locks a report, so that of two who decide on it one comes after the other. */
export async function lockReport(tx: EntityManager, id: string): Promise<SettledReport> {
  // Asked in a statement of its own: one that waited for the lock sees the other tables as they were before.
  await select(tx, 'select 1 from report where id = $1 for update', [id]);
  const [report] = await select<SettledReport>(
    tx,
    `select r.version, r.status, ${reportStateSql} as state, ${wasSubmittedSql} as "wasSubmitted", t.code as "templateCode", t.name as "templateName", r.period,
       r.as_of as "asOf", r.submitted_by as "submittedBy", r.checks
     from report r join report_template t on t.id = r.template_id where r.id = $1`,
    [id],
  );
  if (!report) throw new AppError('notFound', { what: '报告' });
  return report;
}

export function checkDraft({ state, status }: SettledReport): void {
  if (state === 'withdrawn') throw new AppError('reportWithdrawn');
  if (state === 'final') throw new AppError('reportFinalized');
  if (status !== 'ready') throw new AppError('reportNotReady');
}

/** What the chief looks at does not change under his hand: it is recalled or returned first. */
export function checkChangeable(report: SettledReport): void {
  checkDraft(report);
  if (report.state === 'submitted') throw new AppError('reportSubmitted');
}

/** Whether the step can be taken from where the report stands; says why it cannot. */
export function checkStep(report: SettledReport, action: ReportAction): void {
  const { state } = report;
  if (action === 'withdraw') {
    if (state === 'withdrawn') throw new AppError('reportWithdrawn');
    if (state !== 'final') throw new AppError('reportNotFinal');
    return;
  }
  checkDraft(report);
  if (action === 'finalize' && isSubmittedAnew(report)) throw new AppError('reportNotSubmitted');
  if (reportStep(action).from.includes(state)) return;
  const labels = { statusLabel: reportStateLabels[state][0], actionLabel: reportActionLabels[action][0] };
  throw new AppError('actionNotPossible', { status: state, action, ...labels });
}

export function checkVersion({ version: present }: SettledReport, version: number | null): void {
  if (version !== null && present !== version) throw new AppError('stale', { version: present });
}

export function checkedReason(given: string, fieldLabel: string): string {
  const reason = given.trim();
  if (reason === '') throw new AppError('inputMissing', { field: 'reason', fieldLabel });
  if (reason.length > longestReason) {
    throw new AppError('inputWrong', { field: 'reason', fieldLabel, reason: `最多 ${longestReason} 个字` });
  }
  return reason;
}
