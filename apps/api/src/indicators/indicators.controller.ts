import { Body, Controller, Get, Inject, Post, Put, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Clock } from '@xiaohao/calendar';
import { findFigure, halfYearToFile, parsePeriod } from '@xiaohao/domain';
import { FilingService, IndicatorService, ParameterService, type StatedFiling } from '@xiaohao/indicators';
import type { Actor } from '@xiaohao/org';
import { Allow, CurrentActor, SignedIn, TokensToo } from '../auth/allow.js';
import { filingView } from './filings.dto.js';
import {
  IndicatorDto,
  IndicatorQueryDto,
  IndicatorSheetDto,
  NewIndicatorDto,
  ParameterChangesDto,
  ParameterDto,
} from './indicators.dto.js';

/** What departments file, and the names and settings of the bureau. */
@ApiTags('indicators')
@Controller()
export class IndicatorsController {
  constructor(
    @Inject(IndicatorService) private readonly indicators: IndicatorService,
    @Inject(FilingService) private readonly filings: FilingService,
    @Inject(ParameterService) private readonly parameters: ParameterService,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  @Allow('indicator.read')
  @Get('indicators')
  @ApiOkResponse({ type: IndicatorSheetDto })
  async sheet(@CurrentActor() actor: Actor, @Query() query: IndicatorQueryDto): Promise<IndicatorSheetDto> {
    const code = query.period ?? halfYearToFile(this.clock.today()).code;
    const rows = await this.indicators.list(code, query.unitId ?? null);
    const seen = (filing: StatedFiling) =>
      filingView(filing, this.filings.dutiesOn(actor, filing.unitId), actor.personId);
    return {
      period: code,
      periodLabel: parsePeriod(code)!.label,
      ownUnitIds: this.filings.unitsToFileFor(actor),
      indicators: rows.map(({ filings, previous, ...row }) => ({
        ...row,
        group: findFigure(row.key)?.group ?? null,
        filings: filings.map(seen),
        previous: previous.map(seen),
      })),
    };
  }

  @Allow('indicator.define')
  @Post('indicators')
  @ApiCreatedResponse({ type: IndicatorDto })
  addIndicator(@Body() body: NewIndicatorDto): Promise<IndicatorDto> {
    return this.indicators.create(body);
  }

  @SignedIn()
  @TokensToo()
  @Get('parameters')
  @ApiOkResponse({ type: [ParameterDto] })
  listParameters(): Promise<ParameterDto[]> {
    return this.parameters.list();
  }

  @Allow('parameter.edit')
  @Put('parameters')
  @ApiOkResponse({ type: [ParameterDto] })
  saveParameters(@CurrentActor() actor: Actor, @Body() body: ParameterChangesDto): Promise<ParameterDto[]> {
    return this.parameters.save(actor, body.parameters);
  }
}
