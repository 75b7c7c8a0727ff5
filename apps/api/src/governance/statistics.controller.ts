import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import type { Actor } from '@xiaohao/org';
import { getGovernanceStatistics } from '@xiaohao/tickets';
import { Allow, CurrentActor } from '../auth/allow.js';
import { StatisticsQueryDto } from './governance-input.dto.js';
import { GovernanceStatisticsDto } from './governance-view.dto.js';

@ApiTags('governance')
@Controller('governance-statistics')
export class GovernanceStatisticsController {
  constructor(@Inject(DataSource) private readonly db: DataSource) {}

  /** Objections, extensions and what was done on time, of the tickets the viewer may see. */
  @Allow('ticket.read')
  @Get()
  @ApiOkResponse({ type: GovernanceStatisticsDto })
  get(@CurrentActor() actor: Actor, @Query() { from, to }: StatisticsQueryDto) {
    return getGovernanceStatistics(this.db, actor, { from, to });
  }
}
