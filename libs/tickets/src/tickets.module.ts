import { Global, Module } from '@nestjs/common';
import { DailyRootService } from './daily-root.service.js';
import { TicketEntriesService } from './ticket-entries.service.js';
import { TicketService } from './ticket.service.js';

const services = [TicketService, TicketEntriesService, DailyRootService];

@Global()
@Module({ providers: services, exports: services })
export class TicketsModule {}
