import { Global, Module } from '@nestjs/common';
import { TicketEntriesService } from './ticket-entries.service.js';
import { TicketService } from './ticket.service.js';

@Global()
@Module({ providers: [TicketService, TicketEntriesService], exports: [TicketService, TicketEntriesService] })
export class TicketsModule {}
