import { Controller, Get, Inject, Param } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { ImportService } from '@xiaohao/ledgers';
import type { Actor } from '@xiaohao/org';
import { Allow, CurrentActor } from '../auth/allow.js';
import { TicketId } from '../tickets/ticket-id.pipe.js';
import { TicketOriginDto } from './ticket-origin.dto.js';

@ApiTags('tickets')
@Controller('tickets/:id/origin')
export class TicketOriginController {
  constructor(@Inject(ImportService) private readonly imports: ImportService) {}

  /** The row of a file the ticket came from, that row alone. */
  @Allow('import.run')
  @Get()
  @ApiOkResponse({ type: TicketOriginDto })
  origin(@CurrentActor() actor: Actor, @Param('id', TicketId) id: string) {
    return this.imports.originOf(actor, id);
  }
}
