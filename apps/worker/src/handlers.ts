import type { DataSource } from 'typeorm';
import { writeDailyBackup } from '@xiaohao/backups';
import type { Clock } from '@xiaohao/calendar';
import type { Config } from '@xiaohao/config';
import { cleanOutbox, type JobHandlers } from '@xiaohao/jobs';
import type { ImportJobs } from '@xiaohao/ledgers';
import type { ReminderService } from '@xiaohao/reminders';
import type { ReportService } from '@xiaohao/reports';

export interface HandlerServices {
  imports: ImportJobs;
  reports: ReportService;
  reminders: ReminderService;
  db: DataSource;
  clock: Clock;
  config: Pick<Config, 'dataFolder'>;
}

/** Each job is one call. */
export function jobHandlers({ imports, reports, reminders, db, clock, config }: HandlerServices): JobHandlers {
  return {
    'import.read': (job) => imports.read(job.payload.importId, job),
    'import.commit': (job) => imports.commit(job.payload.importId, job.payload.personId, job),
    'report.build': (job) => reports.build(job.payload.reportId, job),
    'ticket.changed': (job) => reminders.tellOfChange(job.payload, job.done),
    'message.send': (job) => reminders.sendDeliveries(job.payload.deliveryIds),
    'reminder.daily': (job) => reminders.runDaily(job.payload.day, job.done),
    'reminder.weekly': (job) => reminders.runWeekly(job.payload.day, job.done),
    'backup.daily': () => writeDailyBackup(db, config.dataFolder, clock.today()),
    'outbox.clean': () => cleanOutbox(db),
  };
}
