import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '@xiaohao/calendar';
import { execute, publishLive, select } from '@xiaohao/database';
import { AppError } from '@xiaohao/errors';
import { JobQueue } from '@xiaohao/jobs';
import type { Actor } from '@xiaohao/org';
import type { FigureOverride } from '../figures/figure-values.js';
import { findReport, type ReportView } from '../report.queries.js';
import { checkChangeable, checkedReason, checkVersion, lockReport } from './report-settling.js';

export interface NewOverride {
  /** In the base unit of the figure. */
  value: number;
  reason: string;
  /** The version of the report that was looked at. */
  version?: number | null;
}

/** numeric with four decimals, as filings. */
const largestValue = 99_999_999_999_999;

/** Numbers of a draft that somebody types over. The report is built again at once, of the same instant. */
@Injectable()
export class ReportOverrideService {
  constructor(
    @Inject(DataSource) private readonly db: DataSource,
    @Inject(JobQueue) private readonly jobs: JobQueue,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** Prints another number in place of the one that was computed, which stays beside it. */
  async set(actor: Actor, id: string, key: string, given: NewOverride): Promise<ReportView> {
    const reason = checkedReason(given.reason, '人工填写的原因');
    const value = checkedValue(given.value);
    const override: FigureOverride = { value, reason, by: actor.name, at: this.clock.now().toISOString() };
    return this.change(actor, id, key, { version: given.version ?? null, override });
  }

  /** Prints what was computed again. */
  clear(actor: Actor, id: string, key: string): Promise<ReportView> {
    return this.change(actor, id, key, { version: null, override: null });
  }

  private async change(
    actor: Actor,
    id: string,
    key: string,
    { version, override }: { version: number | null; override: FigureOverride | null },
  ): Promise<ReportView> {
    await this.db.transaction(async (tx) => {
      const report = await lockReport(tx, id);
      checkChangeable(report);
      checkVersion(report, version);
      const [figure] = await select<{ source: string; isOverridden: boolean }>(
        tx,
        `select source, detail ? 'override' as "isOverridden" from report_figure where report_id = $1 and key = $2`,
        [id, key],
      );
      if (!figure || (override === null && !figure.isOverridden)) throw new AppError('notFound', { what: '报告数字' });
      if (figure.source === 'parameter') throw new AppError('figureIsParameter');
      await execute(
        tx,
        `update report set overrides = ${override ? `overrides || jsonb_build_object($2::text, $3::jsonb)` : `overrides - $2::text`},
           status = 'queued', progress = 0, version = version + 1 where id = $1`,
        override ? [id, key, JSON.stringify(override)] : [id, key],
      );
      await this.jobs.add(tx, 'report.build', { reportId: id }, { askedBy: actor.personId });
      await publishLive(tx, { type: 'report', id, status: 'queued', progress: 0 });
    });
    return (await findReport(this.db, id, actor))!;
  }
}

function checkedValue(value: number): number {
  const fails = (reason: string) => new AppError('inputWrong', { field: 'value', fieldLabel: '数值', reason });
  if (!Number.isFinite(value) || value < 0) throw fails('应为不小于 0 的数字');
  if (value > largestValue) throw fails('数字过大');
  if (Math.abs(Number(value.toFixed(4)) - value) > 1e-9) throw fails('最多四位小数');
  return value;
}
