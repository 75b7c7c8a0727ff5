import type { DataSource } from 'typeorm';
import { writeDailyBackup } from '@xiaohao/backups';
import type { Clock } from '@xiaohao/calendar';
import type { Config } from '@xiaohao/config';
import { cleanOutbox, type GivenUpHandlers, type JobHandlers } from '@xiaohao/jobs';
import type { ImportJobs } from '@xiaohao/ledgers';
import { forgetSignIns } from '@xiaohao/org';
import type { ReminderService } from '@xiaohao/reminders';
import type { ReportPdfService, ReportService } from '@xiaohao/reports';
import type { DailyRootService } from '@xiaohao/tickets';

export interface HandlerServices {
  imports: ImportJobs;
  reports: ReportService;
  pdfs: ReportPdfService;
  reminders: ReminderService;
  roots: DailyRootService;
  db: DataSource;
  clock: Clock;
  config: Pick<Config, 'dataFolder'>;
}

/** Each job is one call. */
export function jobHandlers({
  imports,
  reports,
  pdfs,
  reminders,
  roots,
  db,
  clock,
  config,
}: HandlerServices): JobHandlers {
  return {
    'import.read': (job) => imports.read(job.payload.importId),
    'import.commit': (job) => imports.commit(job.payload.importId, job.payload.personId, job.done, job.wanted),
    'report.build': (job) => reports.build(job.payload.reportId, job.done),
    'report.pdf': (job) => pdfs.make(job.payload.reportId, job.done),
    'ticket.changed': (job) => reminders.tellOfChange(job.payload, job.done),
    'message.send': (job) => reminders.sendDeliveries(job.payload.deliveryIds),
    'reminder.daily': (job) => reminders.runDaily(job.payload.day, job.done),
    'reminder.weekly': (job) => reminders.runWeekly(job.payload.day, job.done),
    'root.daily': (job) => roots.keepDue(job.done),
    'backup.daily': () => writeDailyBackup(db, config.dataFolder, clock.today()),
    'outbox.clean': () => Promise.all([cleanOutbox(db), forgetSignIns(db)]),
  };
}

/** Where people wait for a result, they are told that there will be none. */
export function givenUpHandlers({
  imports,
  reports,
  pdfs,
}: Pick<HandlerServices, 'imports' | 'reports' | 'pdfs'>): GivenUpHandlers {
  return {
    'import.read': ({ importId }) => imports.giveUpReading(importId),
    'import.commit': ({ importId }) => imports.giveUpCommit(importId),
    'report.build': ({ reportId }, failure) => reports.giveUp(reportId, failure),
    'report.pdf': ({ reportId }) => pdfs.giveUp(reportId),
  };
}
