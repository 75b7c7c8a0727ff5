import { Body, Controller, Get, Inject, Param, Put, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { findFigure } from '@xiaohao/domain';
import { FilingDutyService } from '@xiaohao/indicators';
import type { Actor } from '@xiaohao/org';
import { Allow, CurrentActor } from '../auth/allow.js';
import { DutyChangesDto, FilingDutiesDto, FilingDutyDto, FilingPlanDto } from './filing-duties.dto.js';
import { MissingFilingsQueryDto } from './filings.dto.js';

/** Which units are to file which figures, and how often. */
@ApiTags('indicators')
@Controller()
export class FilingDutiesController {
  constructor(@Inject(FilingDutyService) private readonly duties: FilingDutyService) {}

  @Allow('indicator.read')
  @Get('filing-duties')
  @ApiOkResponse({ type: [FilingDutyDto] })
  list(): Promise<FilingDutyDto[]> {
    return this.duties.list();
  }

  /** Every indicator with its duties, and who is expected to file it for the period. */
  @Allow('indicator.read')
  @Get('filing-duties/plan')
  @ApiOkResponse({ type: FilingPlanDto })
  async plan(@Query() { period }: MissingFilingsQueryDto): Promise<FilingPlanDto> {
    const { indicators, ...plan } = await this.duties.plan(period);
    return { ...plan, indicators: indicators.map((row) => ({ ...row, group: findFigure(row.key)?.group ?? null })) };
  }

  /** Of several indicators at once: all changes or none. */
  @Allow('indicator.define')
  @Put('filing-duties')
  @ApiOkResponse({ type: [FilingDutyDto] })
  setMany(@CurrentActor() actor: Actor, @Body() { changes }: DutyChangesDto): Promise<FilingDutyDto[]> {
    return this.duties.set(actor, changes);
  }

  @Allow('indicator.define')
  @Put('indicators/:key/duties')
  @ApiOkResponse({ type: [FilingDutyDto] })
  set(
    @CurrentActor() actor: Actor,
    @Param('key') key: string,
    @Body() { duties }: FilingDutiesDto,
  ): Promise<FilingDutyDto[]> {
    return this.duties.set(actor, [{ key, duties }]);
  }
}
