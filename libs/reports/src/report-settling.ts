import type { EntityManager } from 'typeorm';
import { select } from '@xiaohao/database';
import { AppError } from '@xiaohao/errors';
import type { ReportCheck } from './report-checks.js';

const longestReason = 500;

/** What a decision on a report looks at. */
export interface SettledReport {
  version: number;
  status: string;
  isFinal: boolean;
  isWithdrawn: boolean;
  templateCode: string;
  period: string;
  checks: ReportCheck[];
}

/** Locks a report, so that of two who decide on it one comes after the other. */
export async function lockReport(tx: EntityManager, id: string): Promise<SettledReport> {
  const [report] = await select<SettledReport>(
    tx,
    `select r.version, r.status, r.finalized_at is not null as "isFinal", r.withdrawn_at is not null as "isWithdrawn",
       t.code as "templateCode", r.period, r.checks
     from report r join report_template t on t.id = r.template_id where r.id = $1 for update of r`,
    [id],
  );
  if (!report) throw new AppError('notFound', { what: '报告' });
  return report;
}

export function checkDraft({ isFinal, status }: SettledReport): void {
  if (isFinal) throw new AppError('reportFinalized');
  if (status !== 'ready') throw new AppError('reportNotReady');
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
