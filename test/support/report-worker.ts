import type { DataSource } from 'typeorm';
import { Clock } from '@xiaohao/calendar';
import { applicationDataSource, execute } from '@xiaohao/database';
import type { Day } from '@xiaohao/domain';
import { FileStore } from '@xiaohao/files';
import { JobQueue } from '@xiaohao/jobs';
import { systemActor } from '@xiaohao/org';
import { ReportPdfService, ReportService, ReportTemplateService } from '@xiaohao/reports';
import { createTickets, type NewTicket } from '@xiaohao/tickets';
import type { TestApi } from './boot-api.js';

/** Beside a running API: builds what it ordered, within this process, and changes tickets at will. */
export interface ReportWorker {
  db: DataSource;
  files: FileStore;
  reports: ReportService;
  /** The half-year report ordered by the office and built. */
  build(request?: Record<string, unknown>): Promise<string>;
  /** Runs what `report.pdf` runs, with this LibreOffice. */
  print(id: string, soffice: string | null): Promise<void>;
  /** A round of its own with these issues. */
  addRound(name: string): Promise<string>;
  addIssues(sourceId: string, ...drafts: Partial<NewTicket>[]): Promise<Awaited<ReturnType<typeof createTickets>>>;
  change(statement: string, ...values: unknown[]): Promise<number>;
  close(): Promise<void>;
}

export async function openReportWorker(api: TestApi, today: Day): Promise<ReportWorker> {
  const db = await applicationDataSource({ databaseUrl: api.appUrl }, 4).initialize();
  const files = new FileStore({ dataFolder: api.dataFolder }, db);
  const reports = new ReportService(
    db,
    new JobQueue(),
    files,
    new ReportTemplateService(db, files),
    new Clock({ today }),
  );
  return {
    db,
    files,
    reports,
    async build(request = {}) {
      const order = { templateId: 'half-year', period: '2026H1', ...request };
      const { body } = await api.as('office').post('/api/reports', order);
      await reports.build(body.id);
      return body.id;
    },
    print: (id, soffice) => new ReportPdfService({ soffice }, db, new JobQueue(), files, reports).make(id),
    async addRound(name) {
      const [{ id }] = await db.query(
        `insert into source (id, kind, name, feedback_on)
         values (gen_random_uuid(), 'inspection_issue', $1, '2026-01-10') returning id`,
        [name],
      );
      return id;
    },
    addIssues(sourceId, ...drafts) {
      const issue = {
        kind: 'inspection_issue',
        title: '隐患台账更新不及时',
        status: 'in_progress',
        sourceId,
        leadUnitId: api.bureau.units.chemicals,
        raisedOn: '2026-01-15',
        assignedOn: '2026-01-20',
        deadline: { kind: 'date', dueOn: '2026-05-31', ongoing: false },
      } as const;
      const tickets = drafts.map((draft): NewTicket => ({ ...issue, ...draft }));
      return db.transaction((tx) => createTickets(tx, systemActor, tickets, { today, at: new Date() }));
    },
    change: (statement, ...values) => execute(db, statement, values),
    close: () => db.destroy(),
  };
}
