import { Body, Controller, Get, Inject, Param, Patch, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '@xiaohao/org';
import { SourceService } from '@xiaohao/tickets';
import { Allow, CurrentActor } from '../auth/allow.js';
import { SourceDto } from '../people/people.dto.js';
import { TicketId } from '../tickets/ticket-id.pipe.js';
import { CountedSourceDto, NewSourceDto, SourceEditDto, SourceItemTitleDto } from './sources.dto.js';

/** Where tickets come from; each office keeps the sources of its own kinds. */
@ApiTags('sources')
@Controller('sources')
export class SourcesController {
  constructor(@Inject(SourceService) private readonly sources: SourceService) {}

  @Allow('ticket.read')
  @Get('counted')
  @ApiOkResponse({ type: [CountedSourceDto] })
  counted(@CurrentActor() actor: Actor): Promise<CountedSourceDto[]> {
    return this.sources.listCounted(actor);
  }

  @Allow('source.edit')
  @Post()
  @ApiCreatedResponse({ type: SourceDto })
  create(@CurrentActor() actor: Actor, @Body() body: NewSourceDto): Promise<SourceDto> {
    return this.sources.create(actor, body);
  }

  @Allow('source.edit')
  @Patch(':id')
  @ApiOkResponse({ type: SourceDto })
  edit(
    @CurrentActor() actor: Actor,
    @Param('id', TicketId) id: string,
    @Body() body: SourceEditDto,
  ): Promise<SourceDto> {
    return this.sources.edit(actor, id, body);
  }

  @Allow('source.edit')
  @Post(':id/items')
  @ApiCreatedResponse({ type: SourceDto })
  addItem(
    @CurrentActor() actor: Actor,
    @Param('id', TicketId) id: string,
    @Body() body: SourceItemTitleDto,
  ): Promise<SourceDto> {
    return this.sources.addItem(actor, id, body.title);
  }
}
