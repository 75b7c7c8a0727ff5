import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock } from '@xiaohao/calendar';
import { execute, newId, publishLive, Report, select } from '@xiaohao/database';
import { findFigure, parsePeriod } from '@xiaohao/domain';
import { AppError } from '@xiaohao/errors';
import { reportWords } from '@xiaohao/messages';
import { markEveryPage, withoutComments } from '@xiaohao/documents';
import { FileStore, safeFileName, type StoredFileFacts } from '@xiaohao/files';
import { JobQueue } from '@xiaohao/jobs';
import { systemActor, type Actor } from '@xiaohao/org';
import { prepareBuild } from './building/prepared-build.js';
import { reportAnnex } from './building/report-annex.js';
import { buildReport } from './building/report-build.js';
import { compareReports } from './comparing/compare-reports.js';
import { reconcileCircular, type ReconciledCircular } from './comparing/reconcile-circular.js';
import { findComparedReports } from './comparing/report-comparison.queries.js';
import type { ReportComparison } from './comparing/report-comparison.js';
import { findFormerBuild, findFormerFigures } from './building/report-series.queries.js';
import { checkedAsOf, checkedPeriod, type ReportRequest } from './building/report-request.js';
import { ReportTemplateService, type ReportTemplateRow } from './templates/report-template.service.js';
import { findAddedAmounts } from './figure-amounts.queries.js';
import { findFigureTickets, type FigureTickets } from './figure-tickets.queries.js';
import { findReport, listReportRows, type ReportListing, type ReportRow, type ReportView } from './report.queries.js';
import { findIssuedFile, withdrawnMark } from './issuing/report-withdrawal.js';
import { settledInstant } from './figures/settled-instant.js';

const wordMediaType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** So many tickets are held at once while an annex is written. */
const annexPageRows = 500;

@Injectable()
export class ReportService {
  constructor(
    @Inject(DataSource) private readonly db: DataSource,
    @Inject(JobQueue) private readonly jobs: JobQueue,
    @Inject(FileStore) private readonly files: FileStore,
    @Inject(ReportTemplateService) private readonly templates: ReportTemplateService,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** Orders a report; it is built by a job. What could not be built is refused here, and nothing is kept of it. */
  async create(actor: Actor, request: ReportRequest): Promise<{ id: string }> {
    const report = await this.order(actor, request);
    await this.db.transaction(async (tx) => {
      await tx.insert(Report, report);
      await this.jobs.add(tx, 'report.build', { reportId: report.id }, { askedBy: actor.personId });
    });
    return { id: report.id };
  }

  /** Orders and builds at once, for the command line. */
  async buildNow(actor: Actor, request: ReportRequest): Promise<ReportView> {
    const report = await this.order(actor, request);
    await this.db.transaction((tx) => tx.insert(Report, report));
    await this.build(report.id).catch(async (error: Error) => {
      await this.giveUp(report.id, error.message);
      throw error;
    });
    const built = await this.view(report.id, null);
    if (built.failure) throw new AppError('reportFailed', { reason: built.failure.message });
    return built;
  }

  /**
   * Builds an ordered report in one transaction: figures, document and page appear together or not at all. Bears to run
   * twice. A refusal is final and shown on the report; anything else is thrown, to be tried again. `done` marks the job
   * in the build's own transaction.
   */
  async build(reportId: string, done?: (tx: EntityManager) => Promise<void>): Promise<void> {
    const report = await this.begin(reportId);
    if (!report) return;
    try {
      await this.db.transaction(async (tx) => {
        await this.buildIn(tx, report);
        await done?.(tx);
      });
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      await this.fail(report, error);
    }
  }

  /** Shows on the report that it will not be built. */
  async giveUp(reportId: string, reason: string): Promise<void> {
    const report = await this.db.manager.findOneBy(Report, { id: reportId });
    if (report) await this.fail(report, new AppError('reportFailed', { reason }));
  }

  /** Newest first; `before` is the cursor of the page shown. */
  async list(page: ReportListing): Promise<{ items: ReportRow[]; nextCursor: string | null }> {
    const rows = await listReportRows(this.db, { ...page, limit: page.limit + 1 });
    const items = rows.slice(0, page.limit);
    return { items, nextCursor: rows.length > page.limit ? items.at(-1)!.id : null };
  }

  get(actor: Actor, id: string): Promise<ReportView> {
    return this.view(id, actor);
  }

  /** Tickets behind a figure: those the reader may see today, and how many more there are. */
  async ticketsOf(
    actor: Actor,
    id: string,
    word: string,
    page: { limit: number; after: string | null },
  ): Promise<FigureTickets> {
    const found = await findFigureTickets(this.db, actor, id, findFigure(word)?.key ?? word, page);
    if (!found) throw new AppError('notFound', { what: '报告数字' });
    return found;
  }

  /**
   * The Word file as it was built, once withdrawn with a mark on every page. Numbers typed over carry comments, which
   * `comments: false` leaves out for print.
   */
  async document(id: string, { comments = true } = {}): Promise<{ file: StoredFileFacts; stream: Readable }> {
    const report = await findIssuedFile(this.db, id);
    if (!report) throw new AppError('notFound', { what: '报告' });
    if (!report.fileId) throw new AppError('reportNotReady');
    const stored = await this.files.open(report.fileId, { verify: true });
    if (comments && !report.withdrawn) return stored;
    let content: Buffer = await buffer(stored.stream);
    if (!comments) content = await withoutComments(content);
    if (report.withdrawn) content = await markEveryPage(content, withdrawnMark(report.withdrawn));
    const name = comments
      ? stored.file.name
      : stored.file.name.replace(/\.docx$/, `（${reportWords.printCopy[0]}）.docx`);
    return { file: { ...stored.file, name, sizeBytes: content.length }, stream: Readable.from([content]) };
  }

  /** The workbook that proves it, for this reader. */
  async annex(actor: Actor, id: string): Promise<{ name: string; stream: Readable }> {
    const report = await this.view(id, actor);
    if (report.status !== 'ready') throw new AppError('reportNotReady');
    const limit = annexPageRows;
    const pageOf = (key: string, after: string | null) => this.ticketsOf(actor, id, key, { limit, after });
    const [kept] = await findComparedReports(this.db, [id, id]);
    const amountsOf = (key: string) => findAddedAmounts(this.db, kept!, key);
    return reportAnnex(report, pageOf, amountsOf, await findFormerFigures(this.db, report), {
      createdAt: report.createdAt,
      creator: actor.name,
    });
  }

  /** Two reports side by side, each difference explained; whichever is named first, the later one comes last. */
  compare(actor: Actor, id: string, otherId: string): Promise<ReportComparison> {
    return compareReports(this.db, actor, [id, otherId]);
  }

  /** What a superior's paper tells of the bureau, held against the report. */
  reconcile(actor: Actor, id: string, file: { name: string; content: Buffer }): Promise<ReconciledCircular> {
    return reconcileCircular(this.db, actor, id, { ...file, name: safeFileName(file.name) });
  }

  /** Checks the request and fixes its two times. */
  private async order(actor: Actor, request: ReportRequest) {
    const today = this.clock.today();
    const period = checkedPeriod(request.period, today);
    const asOf = checkedAsOf(request.asOf, period, today);
    const template = await this.templates.get(request.templateId);
    // A report there is may be built again: its readers wait for it.
    if (template.archivedAt && !request.basedOn) throw new AppError('templateArchived', { name: template.name });
    const settled = await settledInstant(this.db);
    const knownAt = request.knownAt ?? settled;
    if (Number.isNaN(knownAt.getTime()) || knownAt > settled) {
      throw new AppError('inputWrong', { field: 'knownAt', fieldLabel: '所知时刻', reason: '应为已经过去的时刻' });
    }
    const parameters = { ...request.parameters };
    const definitionsAt = request.definitions === 'now' ? settled : undefined;
    await prepareBuild(this.db, { situation: { period, asOf, knownAt }, parameters, definitionsAt }, (signature) =>
      this.templates.load(template, signature),
    );
    const former = await findFormerBuild(this.db, template.code, period.code, request.basedOn ?? null);
    return {
      id: newId(),
      ...former,
      templateId: template.id,
      period: period.code,
      asOf,
      knownAt,
      parameters,
      definitions: definitionsAt ? { at: definitionsAt } : {},
      status: 'queued' as const,
      createdBy: personOrNull(actor),
    };
  }

  /** Null when there is nothing to build: unknown, or built already. */
  private async begin(id: string): Promise<(Report & { template: ReportTemplateRow }) | null> {
    const started = await execute(
      this.db,
      `update report set status = 'running', progress = 0, failure = null
       where id = $1 and status <> 'ready' and finalized_at is null`,
      [id],
    );
    if (started === 0) return null;
    const report = await this.db.manager.findOneByOrFail(Report, { id });
    return { ...report, template: await this.templates.get(report.templateId) };
  }

  private async buildIn(tx: EntityManager, report: Report & { template: ReportTemplateRow }): Promise<void> {
    // One builder at a time: a job that was taken for dead may still be running.
    await execute(tx, `select pg_advisory_xact_lock(hashtextextended('report ' || $1, 0))`, [report.id]);
    const [built] = await select(tx, `select 1 from report where id = $1 and status = 'ready'`, [report.id]);
    if (!built) await this.buildOnce(tx, report);
  }

  private async buildOnce(tx: EntityManager, report: Report & { template: ReportTemplateRow }): Promise<void> {
    const { id, asOf, knownAt, parameters, overrides, template } = report;
    const { at } = report.definitions as { at?: string };
    const period = parsePeriod(report.period)!;
    const built = await buildReport(
      tx,
      {
        id,
        situation: { period, asOf, knownAt },
        parameters,
        overrides,
        definitionsAt: at ? new Date(at) : undefined,
      },
      (signature) => this.templates.load(template, signature, tx),
      (percent) => this.tellProgress(report, percent),
    );
    const name = `${template.name}（${period.label}）.docx`;
    const file = await this.files.store(
      built.document,
      { name, mediaType: wordMediaType, createdBy: report.createdBy },
      tx,
    );
    await execute(
      tx,
      `update report set status = 'ready', progress = 100, content = $2, checks = $3, definitions = $4, file_id = $5,
         sha256 = $6 where id = $1`,
      [
        id,
        JSON.stringify(built.content),
        JSON.stringify(built.checks),
        JSON.stringify({
          ...(at ? { at } : {}),
          ...built.definitions,
          template: { code: template.code, version: template.version },
        }),
        file.id,
        file.sha256,
      ],
    );
    await publishLive(tx, { type: 'report', id, status: 'ready', progress: 100, ...listener(report) });
  }

  /** On a connection of its own: the build's transaction tells nobody before it commits. */
  private async tellProgress(report: Report, progress: number): Promise<void> {
    await execute(this.db, `update report set progress = $2 where id = $1 and status = 'running'`, [
      report.id,
      progress,
    ]);
    await publishLive(this.db, { type: 'report', id: report.id, status: 'running', progress, ...listener(report) });
  }

  private async fail(report: Report, { code, message, details }: AppError): Promise<void> {
    await execute(
      this.db,
      `update report set status = 'failed', failure = $2 where id = $1 and status in ('queued', 'running')`,
      [report.id, JSON.stringify({ code, message, details })],
    );
    await publishLive(this.db, { type: 'report', id: report.id, status: 'failed', ...listener(report) });
  }

  private async view(id: string, reader: Actor | null): Promise<ReportView> {
    const report = await findReport(this.db, id, reader);
    if (!report) throw new AppError('notFound', { what: '报告' });
    return report;
  }
}

function personOrNull(actor: Actor): string | null {
  return actor.personId === systemActor.personId ? null : actor.personId;
}

function listener({ createdBy }: Report): { personId?: string } {
  return createdBy ? { personId: createdBy } : {};
}
