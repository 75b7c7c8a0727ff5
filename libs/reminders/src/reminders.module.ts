import { Global, Module } from '@nestjs/common';
import { ReminderService } from './reminder.service.js';

/** Needs NoticesModule and CalendarModule besides the global ones. */
@Global()
@Module({ providers: [ReminderService], exports: [ReminderService] })
export class RemindersModule {}
