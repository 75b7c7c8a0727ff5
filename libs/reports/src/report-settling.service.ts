import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { execute, newId, publishLive } from '@xiaohao/database';
import { mayDo } from '@xiaohao/domain';
import { AppError } from '@xiaohao/errors';
import type { Actor } from '@xiaohao/org';
import { findingKeyOf } from './report-checks.js';
import { checkDraft, checkedReason, checkVersion, lockReport, type SettledReport } from './report-settling.js';
import { findReport, type ReportView } from './report.queries.js';

/** What people decide on a built report: a finding is excused, the report is finalised, or withdrawn afterwards. */
@Injectable()
export class ReportSettlingService {
  constructor(@Inject(DataSource) private readonly db: DataSource) {}

  /** Makes a report read-only for ever; the database refuses every later change but its withdrawal. */
  async finalize(actor: Actor, id: string, version: number | null): Promise<ReportView> {
    if (!mayDo(actor.roles, 'report.finalize')) throw new AppError('forbidden');
    return this.settle(actor, id, async (tx, report) => {
      checkDraft(report);
      checkVersion(report, version);
      await execute(
        tx,
        'update report set finalized_at = now(), finalized_by = $2, version = version + 1 where id = $1',
        [id, actor.personId],
      );
    });
  }

  /** Takes a final report out of use. It stays readable, marked wherever it is shown; it is not undone. */
  async withdraw(actor: Actor, id: string, given: { reason: string; version: number | null }): Promise<ReportView> {
    if (!mayDo(actor.roles, 'report.withdraw')) throw new AppError('forbidden');
    const reason = checkedReason(given.reason, '作废原因');
    return this.settle(actor, id, async (tx, report) => {
      if (report.isWithdrawn) throw new AppError('reportWithdrawn');
      if (!report.isFinal) throw new AppError('reportNotFinal');
      checkVersion(report, given.version);
      await execute(
        tx,
        `update report set withdrawn_at = now(), withdrawn_by = $2, withdraw_reason = $3, version = version + 1
         where id = $1`,
        [id, actor.personId, reason],
      );
    });
  }

  /**
   * Excuses one finding of a draft, with a reason. It holds for later builds of the same template and period too, as long
   * as they find the very same.
   */
  async excuse(actor: Actor, id: string, finding: string, given: string): Promise<ReportView> {
    const reason = checkedReason(given, '说明');
    return this.settle(actor, id, async (tx, report) => {
      checkDraft(report);
      const check = report.checks.find((one) => findingKeyOf(one) === finding);
      if (!check) throw new AppError('notFound', { what: '体检问题' });
      const saved = await execute(
        tx,
        `insert into report_excuse (id, template_code, period, finding, message, reason, report_id, excused_by)
         values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict do nothing`,
        [newId(), report.templateCode, report.period, finding, check.message, reason, id, actor.personId],
      );
      if (saved === 0) throw new AppError('findingExcused');
    });
  }

  /** Takes an excuse back; who excused and who took it back is kept. */
  async takeBack(actor: Actor, id: string, finding: string): Promise<ReportView> {
    return this.settle(actor, id, async (tx, report) => {
      checkDraft(report);
      const taken = await execute(
        tx,
        `update report_excuse set taken_back_at = now(), taken_back_by = $4
         where template_code = $1 and period = $2 and finding = $3 and taken_back_at is null`,
        [report.templateCode, report.period, finding, actor.personId],
      );
      if (taken === 0) throw new AppError('notFound', { what: '说明' });
    });
  }

  /** One decision under the report's lock, told to open pages. */
  private async settle(
    actor: Actor,
    id: string,
    decide: (tx: EntityManager, report: SettledReport) => Promise<void>,
  ): Promise<ReportView> {
    await this.db.transaction(async (tx) => {
      const report = await lockReport(tx, id);
      await decide(tx, report);
      await publishLive(tx, { type: 'report', id, status: 'ready' });
    });
    return (await findReport(this.db, id, actor))!;
  }
}
