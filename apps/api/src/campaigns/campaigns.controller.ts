import { Body, Controller, Delete, Get, HttpCode, Inject, Param, Patch, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '@xiaohao/org';
import { CampaignService } from '@xiaohao/tickets';
import { Allow, CurrentActor } from '../auth/allow.js';
import { Once } from '../once.interceptor.js';
import { TicketId } from '../tickets/ticket-id.pipe.js';
import { CampaignDto, CampaignEditDto, CampaignTicketsDto, NewCampaignDto } from './campaigns.dto.js';

@ApiTags('campaigns')
@Controller('campaigns')
export class CampaignsController {
  constructor(@Inject(CampaignService) private readonly campaigns: CampaignService) {}

  @Allow('ticket.read')
  @Get()
  @ApiOkResponse({ type: [CampaignDto] })
  list(@CurrentActor() actor: Actor): Promise<CampaignDto[]> {
    return this.campaigns.list(actor);
  }

  @Allow('campaign.edit')
  @Once()
  @Post()
  @ApiCreatedResponse({ type: CampaignDto })
  create(@CurrentActor() actor: Actor, @Body() body: NewCampaignDto): Promise<CampaignDto> {
    return this.campaigns.create(actor, body);
  }

  @Allow('campaign.edit')
  @Patch(':id')
  @ApiOkResponse({ type: CampaignDto })
  edit(
    @CurrentActor() actor: Actor,
    @Param('id', TicketId) id: string,
    @Body() { version, ...facts }: CampaignEditDto,
  ): Promise<CampaignDto> {
    return this.campaigns.edit(actor, id, version, facts);
  }

  @Allow('campaign.edit')
  @Delete(':id')
  @HttpCode(204)
  @ApiNoContentResponse()
  remove(@Param('id', TicketId) id: string): Promise<void> {
    return this.campaigns.remove(id);
  }

  @Allow('campaign.edit')
  @Post(':id/tickets')
  @ApiOkResponse({ type: CampaignDto })
  addTickets(
    @CurrentActor() actor: Actor,
    @Param('id', TicketId) id: string,
    @Body() body: CampaignTicketsDto,
  ): Promise<CampaignDto> {
    return this.campaigns.addTickets(actor, id, body.ticketIds);
  }
}
