import { Body, Controller, HttpCode, Inject, Param, Post, Put } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '@xiaohao/org';
import { ReporterService } from '@xiaohao/tickets';
import { Allow, CurrentActor, NoTokens } from '../auth/allow.js';
import { TicketId } from './ticket-id.pipe.js';
import { ReporterDto, ReporterLookDto } from './ticket-input.dto.js';
import { TicketDto } from './ticket-view.dto.js';

/** Who reported: nowhere else, and never by the way. */
@NoTokens()
@ApiTags('tickets')
@Controller('tickets/:id/reporter')
export class ReporterController {
  constructor(@Inject(ReporterService) private readonly reporters: ReporterService) {}

  /** Each look is an event of the ticket, with its reason; so nothing that merely leads a browser here makes one. */
  @Allow('ticket.act')
  @Post('looks')
  @HttpCode(200)
  @ApiOkResponse({ type: ReporterDto })
  look(@CurrentActor() actor: Actor, @Param('id', TicketId) id: string, @Body() { reason }: ReporterLookDto) {
    return this.reporters.look(actor, id, reason.trim());
  }

  @Allow('ticket.edit')
  @Put()
  @ApiOkResponse({ type: TicketDto })
  record(@CurrentActor() actor: Actor, @Param('id', TicketId) id: string, @Body() body: ReporterDto) {
    return this.reporters.record(actor, id, body);
  }
}
