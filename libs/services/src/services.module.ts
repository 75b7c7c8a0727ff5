import { Module } from '@nestjs/common';
import { CalendarModule } from '@xiaohao/calendar';
import { ConfigModule } from '@xiaohao/config';
import { DatabaseModule } from '@xiaohao/database';
import { FilesModule } from '@xiaohao/files';
import { IndicatorsModule } from '@xiaohao/indicators';
import { JobsModule } from '@xiaohao/jobs';
import { LedgersModule } from '@xiaohao/ledgers';
import { NoticesModule } from '@xiaohao/notices';
import { OrgModule } from '@xiaohao/org';
import { RemindersModule } from '@xiaohao/reminders';
import { ReportsModule } from '@xiaohao/reports';
import { TicketsModule } from '@xiaohao/tickets';

const modules = [
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
];

/** What the API, the worker and the command line all stand on. */
@Module({ imports: modules, exports: modules })
export class ServicesModule {}
