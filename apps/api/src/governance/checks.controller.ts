import { Body, Controller, Get, Inject, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '@xiaohao/org';
import { SpreadService } from '@xiaohao/tickets';
import { Allow, CurrentActor } from '../auth/allow.js';
import { TicketId } from '../tickets/ticket-id.pipe.js';
import { CheckAnswerDto, CheckTicketDto } from './governance-input.dto.js';
import { CheckListDto, TicketLinkDto } from './governance-view.dto.js';

/** 举一反三 as the units asked see it. */
@ApiTags('governance')
@Controller('checks')
export class ChecksController {
  constructor(@Inject(SpreadService) private readonly spreads: SpreadService) {}

  @Allow('ticket.act')
  @Get()
  @ApiOkResponse({ type: CheckListDto })
  async list(@CurrentActor() actor: Actor) {
    return { items: await this.spreads.list(actor) };
  }

  @Allow('ticket.act')
  @Post(':id/answer')
  @ApiOkResponse({ type: CheckListDto })
  async answer(@CurrentActor() actor: Actor, @Param('id', TicketId) id: string, @Body() body: CheckAnswerDto) {
    await this.spreads.answer(actor, id, body);
    return { items: await this.spreads.list(actor) };
  }

  @Allow('ticket.act')
  @Post(':id/ticket')
  @ApiOkResponse({ type: TicketLinkDto })
  register(@CurrentActor() actor: Actor, @Param('id', TicketId) id: string, @Body() body: CheckTicketDto) {
    return this.spreads.register(actor, id, body);
  }
}
