import { Global, Module } from '@nestjs/common';
import { FilingUrgeService } from './filing-urge.service.js';
import { ReminderPreviewService } from './reminder-preview.service.js';
import { ReminderService } from './reminder.service.js';

const services = [ReminderService, ReminderPreviewService, FilingUrgeService];

/** Needs NoticesModule, CalendarModule and IndicatorsModule besides the global ones. */
@Global()
@Module({ providers: services, exports: services })
export class RemindersModule {}
