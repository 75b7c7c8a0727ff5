import { Global, Module } from '@nestjs/common';
import { CalendarService } from './calendar.service.js';
import { Clock } from './clock.js';

/** Needs the global ConfigModule and a TypeORM DataSource. */
@Global()
@Module({ providers: [CalendarService, Clock], exports: [CalendarService, Clock] })
export class CalendarModule {}
