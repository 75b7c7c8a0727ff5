import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock } from '@xiaohao/calendar';
import { execute, newId, publishLive } from '@xiaohao/database';
import { mayDo, reportStep, type ReportAction } from '@xiaohao/domain';
import { AppError } from '@xiaohao/errors';
import { reportActionLabels } from '@xiaohao/messages';
import { NoticeService } from '@xiaohao/notices';
import type { Actor } from '@xiaohao/org';
import { findingKeyOf } from './report-checks.js';
import { appendReportEvent, listReportEvents, moveReport, type ReportEvent } from './report-event.queries.js';
import { reportNotices } from './report-notices.js';
import {
  checkDraft,
  checkedReason,
  checkStep,
  checkVersion,
  lockReport,
  type SettledReport,
} from './report-settling.js';
import { findReport, type ReportView } from '../report.queries.js';

/** What people decide on a built report: a finding is excused, the report goes to the chief and is finalised or withdrawn. */
@Injectable()
export class ReportSettlingService {
  constructor(
    @Inject(DataSource) private readonly db: DataSource,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(NoticeService) private readonly notices: NoticeService,
  ) {}

  /**
   * Submits a draft to the chief, recalls it, returns it with a reason, finalises or withdraws it. A final report is
   * read-only for ever: the database refuses every later change but its withdrawal, which is not undone.
   */
  async decide(
    actor: Actor,
    id: string,
    action: ReportAction,
    given: { reason?: string; version: number | null },
  ): Promise<ReportView> {
    const { by, needs } = reportStep(action);
    if (!mayDo(actor.roles, by)) throw new AppError('forbidden');
    const reason = needs.length > 0 ? checkedReason(given.reason ?? '', `${reportActionLabels[action][0]}原因`) : null;
    return this.settle(actor, id, async (tx, report) => {
      checkStep(report, action);
      checkVersion(report, given.version);
      await moveReport(tx, actor, id, { action, reason });
      await appendReportEvent(tx, actor, id, { action, reason });
      const told = { id, action, reason, today: this.clock.today() };
      await this.notices.postMany(tx, await reportNotices(tx, actor, report, told));
    });
  }

  /** How a report came to stand as it does, oldest first. */
  async events(id: string): Promise<ReportEvent[]> {
    const events = await listReportEvents(this.db, id);
    if (!events) throw new AppError('notFound', { what: '报告' });
    return events;
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
