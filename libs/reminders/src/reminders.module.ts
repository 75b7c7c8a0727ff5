import { Global, Module } from '@nestjs/common';
import { ReminderPreviewService } from './reminder-preview.service.js';
import { ReminderService } from './reminder.service.js';

/** Needs NoticesModule and CalendarModule besides the global ones. */
@Global()
@Module({ providers: [ReminderService, ReminderPreviewService], exports: [ReminderService, ReminderPreviewService] })
export class RemindersModule {}
