import { Module } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '@xiaohao/calendar';
import { CONFIG, type Config } from '@xiaohao/config';
import { JobWorker } from '@xiaohao/jobs';
import { ImportJobs } from '@xiaohao/ledgers';
import { ReminderService } from '@xiaohao/reminders';
import { ReportPdfService, ReportService } from '@xiaohao/reports';
import { ServicesModule } from '@xiaohao/services';
import { DailyRootService } from '@xiaohao/tickets';
import { givenUpHandlers, jobHandlers } from './handlers.js';

/** The services of the API without its routes, and the one thing that runs their jobs. */
@Module({
  imports: [ServicesModule],
  providers: [
    {
      provide: JobWorker,
      inject: [
        DataSource,
        CONFIG,
        Clock,
        ImportJobs,
        ReportService,
        ReportPdfService,
        ReminderService,
        DailyRootService,
      ],
      useFactory: (
        db: DataSource,
        config: Config,
        clock: Clock,
        imports: ImportJobs,
        reports: ReportService,
        pdfs: ReportPdfService,
        reminders: ReminderService,
        roots: DailyRootService,
      ) =>
        new JobWorker(db, config, jobHandlers({ db, config, clock, imports, reports, pdfs, reminders, roots }), {
          givenUp: givenUpHandlers({ imports, reports, pdfs }),
        }),
    },
  ],
})
export class WorkerModule {}
