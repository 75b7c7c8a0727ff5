import { Global, Module } from '@nestjs/common';
import { DeliveryService } from './delivery.service.js';
import { MailTransport } from './mail-transport.js';
import { NoticeService } from './notice.service.js';

/** Needs the global ConfigModule, DatabaseModule, CalendarModule and JobsModule. */
@Global()
@Module({ providers: [NoticeService, DeliveryService, MailTransport], exports: [NoticeService, DeliveryService] })
export class NoticesModule {}
