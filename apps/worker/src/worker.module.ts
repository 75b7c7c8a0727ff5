import { Module } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { CalendarModule, Clock } from '@xiaohao/calendar';
import { CONFIG, ConfigModule, type Config } from '@xiaohao/config';
import { DatabaseModule } from '@xiaohao/database';
import { FilesModule } from '@xiaohao/files';
import { IndicatorsModule } from '@xiaohao/indicators';
import { JobsModule, JobWorker } from '@xiaohao/jobs';
import { ImportJobs, LedgersModule } from '@xiaohao/ledgers';
import { NoticesModule } from '@xiaohao/notices';
import { OrgModule } from '@xiaohao/org';
import { RemindersModule, ReminderService } from '@xiaohao/reminders';
import { ReportPdfService, ReportsModule, ReportService } from '@xiaohao/reports';
import { DailyRootService, TicketsModule } from '@xiaohao/tickets';
import { givenUpHandlers, jobHandlers } from './handlers.js';

/** The services of the API without its routes, and the one thing that runs their jobs. */
@Module({
  imports: [
    ConfigModule,
    DatabaseModule,
    CalendarModule,
    FilesModule,
    JobsModule,
    NoticesModule,
    OrgModule,
    TicketsModule,
    IndicatorsModule,
    LedgersModule,
    RemindersModule,
    ReportsModule,
  ],
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
