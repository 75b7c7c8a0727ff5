import { Body, Controller, Delete, Get, Inject, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { Clock } from '@xiaohao/calendar';
import type { Actor } from '@xiaohao/org';
import {
  getGovernance,
  InstructionService,
  RelationService,
  SpreadService,
  type TicketGovernance,
} from '@xiaohao/tickets';
import { Allow, CurrentActor } from '../auth/allow.js';
import { Once } from '../once.interceptor.js';
import { TicketId } from '../tickets/ticket-id.pipe.js';
import {
  InstructionAnswerDto,
  NewInstructionDto,
  NewRelationDto,
  NewSpreadDto,
  VersionDto,
} from './governance-input.dto.js';
import { TicketGovernanceDto } from './governance-view.dto.js';

/** Relations, instructions and spreads of one ticket; every change answers with all of them as they stand now. */
@ApiTags('governance')
@Controller('tickets/:id')
export class TicketGovernanceController {
  constructor(
    @Inject(RelationService) private readonly relations: RelationService,
    @Inject(InstructionService) private readonly instructions: InstructionService,
    @Inject(SpreadService) private readonly spreads: SpreadService,
    @Inject(DataSource) private readonly db: DataSource,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  @Allow('ticket.read')
  @Get('governance')
  @ApiOkResponse({ type: TicketGovernanceDto })
  get(@CurrentActor() actor: Actor, @Param('id', TicketId) id: string): Promise<TicketGovernance> {
    return getGovernance(this.db, actor, id, this.clock.today());
  }

  @Allow('ticket.act')
  @Post('relations')
  @ApiOkResponse({ type: TicketGovernanceDto })
  async relate(@CurrentActor() actor: Actor, @Param('id', TicketId) id: string, @Body() body: NewRelationDto) {
    await this.relations.add(actor, id, body);
    return this.get(actor, id);
  }

  @Allow('ticket.act')
  @Delete('relations/:relationId')
  @ApiOkResponse({ type: TicketGovernanceDto })
  async unrelate(
    @CurrentActor() actor: Actor,
    @Param('id', TicketId) id: string,
    @Param('relationId', TicketId) relationId: string,
  ) {
    await this.relations.remove(actor, id, relationId);
    return this.get(actor, id);
  }

  @Allow('ticket.act')
  @Once()
  @Post('instructions')
  @ApiOkResponse({ type: TicketGovernanceDto })
  async instruct(@CurrentActor() actor: Actor, @Param('id', TicketId) id: string, @Body() body: NewInstructionDto) {
    await this.instructions.give(actor, id, body);
    return this.get(actor, id);
  }

  @Allow('ticket.act')
  @Post('instructions/:instructionId/acknowledgement')
  @ApiOkResponse({ type: TicketGovernanceDto })
  async acknowledge(
    @CurrentActor() actor: Actor,
    @Param('id', TicketId) id: string,
    @Param('instructionId', TicketId) instructionId: string,
    @Body() { version }: VersionDto,
  ) {
    await this.instructions.acknowledge(actor, id, instructionId, version);
    return this.get(actor, id);
  }

  @Allow('ticket.act')
  @Post('instructions/:instructionId/answer')
  @ApiOkResponse({ type: TicketGovernanceDto })
  async answer(
    @CurrentActor() actor: Actor,
    @Param('id', TicketId) id: string,
    @Param('instructionId', TicketId) instructionId: string,
    @Body() { version, text }: InstructionAnswerDto,
  ) {
    await this.instructions.answer(actor, id, instructionId, version, text);
    return this.get(actor, id);
  }

  @Allow('ticket.act')
  @Once()
  @Post('spreads')
  @ApiOkResponse({ type: TicketGovernanceDto })
  async spread(@CurrentActor() actor: Actor, @Param('id', TicketId) id: string, @Body() body: NewSpreadDto) {
    await this.spreads.ask(actor, id, body);
    return this.get(actor, id);
  }
}
