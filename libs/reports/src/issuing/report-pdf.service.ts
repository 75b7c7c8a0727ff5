import { buffer } from 'node:stream/consumers';
import type { Readable } from 'node:stream';
import { Inject, Injectable, Logger } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { CONFIG, type Config } from '@xiaohao/config';
import { execute, publishLive } from '@xiaohao/database';
import { pdfPrinter, printPdf } from '@xiaohao/documents';
import { AppError } from '@xiaohao/errors';
import { FileStore, type StoredFileFacts } from '@xiaohao/files';
import { JobQueue } from '@xiaohao/jobs';
import type { Actor } from '@xiaohao/org';
import { findPrint, orderPrint, type Print } from './report-pdf.queries.js';
import { ReportService } from '../report.service.js';

/** A report as PDF: made by a job when somebody asks, kept once for each version of its Word file. */
@Injectable()
export class ReportPdfService {
  private readonly logger = new Logger(ReportPdfService.name);

  constructor(
    @Inject(CONFIG) private readonly config: Pick<Config, 'soffice'>,
    @Inject(DataSource) private readonly db: DataSource,
    @Inject(JobQueue) private readonly jobs: JobQueue,
    @Inject(FileStore) private readonly files: FileStore,
    @Inject(ReportService) private readonly reports: ReportService,
  ) {}

  /** Has it made, unless it is there or on its way; one that failed is tried again. */
  async order(actor: Actor, id: string): Promise<void> {
    await this.printOf(id);
    if ((await pdfPrinter(this.config.soffice)) === null) throw new AppError('fontMissing');
    await this.db.transaction(async (tx) => {
      if (await orderPrint(tx, id)) {
        await this.jobs.add(tx, 'report.pdf', { reportId: id }, { askedBy: actor.personId });
        await publishLive(tx, { type: 'report', id });
      }
    });
  }

  async open(id: string): Promise<{ file: StoredFileFacts; stream: Readable }> {
    const { fileId } = await this.printOf(id);
    if (!fileId) throw new AppError('pdfNotReady');
    return this.files.open(fileId, { verify: true });
  }

  /** Bears to run twice. A refusal is final and shown at the report; anything else is thrown, to be tried again. */
  async make(id: string, done?: (tx: EntityManager) => Promise<void>): Promise<void> {
    const print = await findPrint(this.db, id);
    // Rebuilt since, or printed already: nobody waits for this one.
    if (print?.status !== 'queued' && print?.status !== 'running') return;
    await this.settle(this.db, print, { status: 'running' });
    try {
      const { file, stream } = await this.reports.document(id);
      const document = await buffer(stream);
      // Built anew meanwhile: nobody waits for this one.
      if (file.sha256 !== print.sha256) return;
      const pdf = await printPdf(document, this.config.soffice);
      await this.db.transaction(async (tx) => {
        const name = file.name.replace(/\.docx$/, '.pdf');
        const stored = await this.files.store(pdf, { name, createdBy: null }, tx);
        await this.settle(tx, print, { status: 'ready', fileId: stored.id });
        await done?.(tx);
      });
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      if (error.cause) this.logger.error(`Report ${id} could not be printed`, error.cause);
      await this.settle(this.db, print, { status: 'failed', failure: error.message });
    }
  }

  /** The job's failure, in words of the system, stands with the job; the report tells people. */
  async giveUp(id: string): Promise<void> {
    const print = await findPrint(this.db, id);
    const reason = '系统出错，多次重试仍未完成，请联系管理员';
    const { message: failure } = new AppError('pdfFailed', { reason });
    if (print) await this.settle(this.db, print, { status: 'failed', failure });
  }

  private async printOf(id: string): Promise<Print> {
    const print = await findPrint(this.db, id);
    if (!print) throw new AppError('notFound', { what: '报告' });
    if (!print.sha256) throw new AppError('reportNotReady');
    return print;
  }

  private async settle(
    db: EntityManager | DataSource,
    { reportId, sha256, isWithdrawn }: Print,
    { status, fileId, failure }: { status: Print['status']; fileId?: string; failure?: string },
  ): Promise<void> {
    await execute(
      db,
      `update report_pdf set status = $4, file_id = $5, failure = $6
       where report_id = $1 and sha256 = $2 and withdrawn = $3 and status <> 'ready'`,
      [reportId, sha256, isWithdrawn, status, fileId ?? null, failure ?? null],
    );
    await publishLive(db, { type: 'report', id: reportId });
  }
}
