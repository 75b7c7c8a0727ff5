import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DataSource } from 'typeorm';
import { Clock } from '@xiaohao/calendar';
import { applicationDataSource, execute, ownerDataSource, select } from '@xiaohao/database';
import type { Day } from '@xiaohao/domain';
import { FileStore } from '@xiaohao/files';
import { FilingService, IndicatorService } from '@xiaohao/indicators';
import { JobQueue } from '@xiaohao/jobs';
import { NoticeService } from '@xiaohao/notices';
import { findActor, systemActor, type Actor } from '@xiaohao/org';
import { ReportService, ReportTemplateService, type ReportRequest } from '@xiaohao/reports';
import { createTickets, type NewTicket } from '@xiaohao/tickets';
import { buildBureau, type TestBureau } from './bureau.js';
import { createSuiteDatabase } from './suite-database.js';

/** The services of a report on a database of their own, with the small bureau and the rows that ship with the product. */
export interface ReportStage {
  db: DataSource;
  owner: DataSource;
  bureau: TestBureau;
  reports: ReportService;
  templates: ReportTemplateService;
  indicators: IndicatorService;
  filings: FilingService;
  files: FileStore;
  actor(username: string): Promise<Actor>;
  add(...drafts: Partial<NewTicket>[]): Promise<string[]>;
  build(request?: Partial<ReportRequest>): ReturnType<ReportService['buildNow']>;
  /** Value by key. */
  figures(request?: Partial<ReportRequest>): Promise<Record<string, number | null>>;
  documentOf(reportId: string): Promise<Buffer>;
  /** One number out of SQL. */
  count(statement: string, values?: unknown[]): Promise<number>;
  change(statement: string, values?: unknown[]): Promise<number>;
  close(): Promise<void>;
}

export async function openReportStage(today: Day): Promise<ReportStage> {
  const database = await createSuiteDatabase();
  const dataFolder = await mkdtemp(join(tmpdir(), 'xiaohao-test-'));
  const owner = await ownerDataSource({ databaseAdminUrl: database.ownerUrl }).initialize();
  const db = await applicationDataSource({ databaseUrl: database.appUrl }).initialize();
  const bureau = await buildBureau(owner);
  const clock = new Clock({ today });
  const files = new FileStore({ dataFolder }, db);
  const templates = new ReportTemplateService(db, files);
  const reports = new ReportService(db, new JobQueue(), files, templates, clock);
  const build = (request: Partial<ReportRequest> = {}) =>
    reports.buildNow(systemActor, { templateId: 'half-year', period: '2026H1', ...request });
  return {
    db,
    owner,
    bureau,
    reports,
    templates,
    files,
    build,
    indicators: new IndicatorService(db, clock),
    filings: new FilingService(db, clock, files, new NoticeService(db, { smtpFrom: 'a@test.invalid' }, new JobQueue())),
    actor: async (username) => (await findActor(db, bureau.people[username]!, today))!.actor,
    async add(...drafts) {
      const tickets = drafts.map((draft): NewTicket => ({ ...issueOf(bureau), ...draft }));
      const made = await db.transaction((tx) => createTickets(tx, systemActor, tickets, { today, at: new Date() }));
      return made.map(({ id }) => id);
    },
    async figures(request) {
      const report = await build(request);
      return Object.fromEntries(report.figures.map(({ key, value }) => [key, value]));
    },
    async documentOf(reportId) {
      const { stream } = await reports.document(reportId);
      const chunks: Buffer[] = [];
      for await (const chunk of stream) chunks.push(chunk as Buffer);
      return Buffer.concat(chunks);
    },
    async count(statement, values = []) {
      const [row] = await select<{ n: string | null }>(db, statement, values);
      return Number(row?.n ?? 0);
    },
    change: (statement, values = []) => execute(db, statement, values),
    async close() {
      await db.destroy();
      await owner.destroy();
      await database.drop();
      await rm(dataFolder, { recursive: true, force: true });
    },
  };
}

const issueOf = (bureau: TestBureau) =>
  ({
    kind: 'inspection_issue',
    title: '隐患台账更新不及时',
    status: 'in_progress',
    sourceId: bureau.sourceId,
    itemId: bureau.itemIds[0]!,
    leadUnitId: bureau.units.chemicals,
    raisedOn: '2026-01-15',
    assignedOn: '2026-01-20',
    deadline: { kind: 'date', dueOn: '2026-05-31', ongoing: false },
  }) as const satisfies NewTicket;

/** Struck off on that day, on time unless said otherwise. */
export const closedOn = (day: Day, onTime = true): Partial<NewTicket> => ({
  status: 'closed',
  submittedOn: day,
  closedOn: day,
  closedOnTime: onTime,
});
