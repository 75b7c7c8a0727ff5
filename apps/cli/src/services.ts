import { Module, type INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
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
})
class CommandModule {}

/** Runs one piece of work with the same services the API and the worker use, as the application's role. */
export async function withServices<Result>(
  work: (services: INestApplicationContext) => Promise<Result>,
): Promise<Result> {
  const services = await NestFactory.createApplicationContext(CommandModule, {
    // What went wrong is told once, by whoever catches it.
    logger: false,
    abortOnError: false,
  });
  try {
    return await work(services);
  } finally {
    await services.close();
  }
}
