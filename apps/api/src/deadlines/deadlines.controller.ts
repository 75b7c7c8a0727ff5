import { Body, Controller, Get, HttpCode, Inject, Param, Post, Put, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { CalendarService, Clock } from '@xiaohao/calendar';
import type { Actor } from '@xiaohao/org';
import {
  addDeadlineRule,
  endDeadlineRule,
  listDeadlineRules,
  proposalsFor,
  saveDeadlineRules,
  type EventDays,
} from '@xiaohao/tickets';
import { Allow, CurrentActor } from '../auth/allow.js';
import {
  DeadlineProposalDto,
  DeadlineRuleChangesDto,
  DeadlineRuleDto,
  DeadlineRuleEndDto,
  NewDeadlineRuleDto,
  ProposalQueryDto,
} from './deadlines.dto.js';

/** Clocks per kind and level: they propose a day, people decide. */
@ApiTags('deadlines')
@Controller()
export class DeadlinesController {
  constructor(
    @Inject(DataSource) private readonly db: DataSource,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(CalendarService) private readonly calendar: CalendarService,
  ) {}

  @Allow('ticket.read')
  @Get('deadline-rules')
  @ApiOkResponse({ type: [DeadlineRuleDto] })
  rules(): Promise<DeadlineRuleDto[]> {
    return listDeadlineRules(this.db);
  }

  @Allow('deadline.edit')
  @Put('deadline-rules')
  @ApiOkResponse({ type: [DeadlineRuleDto] })
  save(@CurrentActor() actor: Actor, @Body() body: DeadlineRuleChangesDto): Promise<DeadlineRuleDto[]> {
    return this.db.transaction(async (tx) => {
      await saveDeadlineRules(tx, actor, body.rules);
      return listDeadlineRules(tx);
    });
  }

  @Allow('deadline.edit')
  @Post('deadline-rules')
  @ApiCreatedResponse({ type: [DeadlineRuleDto] })
  add(@CurrentActor() actor: Actor, @Body() body: NewDeadlineRuleDto): Promise<DeadlineRuleDto[]> {
    const { level = null, extensionAmount = null } = body;
    return this.db.transaction(async (tx) => {
      await addDeadlineRule(tx, actor, { ...body, level, extensionAmount });
      return listDeadlineRules(tx);
    });
  }

  @Allow('deadline.edit')
  @Post('deadline-rules/:code/end')
  @HttpCode(200)
  @ApiOkResponse({ type: [DeadlineRuleDto] })
  end(
    @CurrentActor() actor: Actor,
    @Param('code') code: string,
    @Body() { version }: DeadlineRuleEndDto,
  ): Promise<DeadlineRuleDto[]> {
    return this.db.transaction(async (tx) => {
      await endDeadlineRule(tx, actor, { code, version }, this.clock.today());
      return listDeadlineRules(tx);
    });
  }

  @Allow('ticket.read')
  @Get('deadline-proposal')
  @ApiOkResponse({ type: [DeadlineProposalDto] })
  async propose(@Query() query: ProposalQueryDto): Promise<DeadlineProposalDto[]> {
    const rules = await listDeadlineRules(this.db);
    const fitting = query.event ? rules.filter(({ event }) => event === query.event) : rules;
    const days = daysOf(query, this.clock.today());
    return proposalsFor(
      fitting,
      query.kind,
      query.level ?? null,
      days,
      await this.calendar.loadCalendar(),
      !query.event,
    );
  }
}

function daysOf(query: ProposalQueryDto, today: string): EventDays {
  const from = query.from ?? today;
  return {
    assigned: from,
    signed: from,
    raised: query.raisedOn ?? query.from,
    occurred: query.occurredOn ?? query.from,
    received: query.receivedOn ?? query.from,
    report_submitted: query.reportSubmittedOn ?? query.from,
    approved: query.approvedOn ?? query.from,
  };
}
