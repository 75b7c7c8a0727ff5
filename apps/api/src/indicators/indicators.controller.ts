import { Body, Controller, Get, Inject, Param, Post, Put, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Clock } from '@xiaohao/calendar';
import { findFigure, lastFullHalfYear, parsePeriod } from '@xiaohao/domain';
import { IndicatorService, ParameterService } from '@xiaohao/indicators';
import type { Actor } from '@xiaohao/org';
import { Allow, CurrentActor, SignedIn, TokensToo } from '../auth/allow.js';
import {
  FilingDto,
  filingView,
  IndicatorDto,
  IndicatorQueryDto,
  IndicatorSheetDto,
  NewFilingDto,
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
    @Inject(ParameterService) private readonly parameters: ParameterService,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  @Allow('indicator.read')
  @Get('indicators')
  @ApiOkResponse({ type: IndicatorSheetDto })
  async sheet(@CurrentActor() actor: Actor, @Query() query: IndicatorQueryDto): Promise<IndicatorSheetDto> {
    const code = query.period ?? lastFullHalfYear(this.clock.today()).code;
    const rows = await this.indicators.list(code, query.unitId ?? null);
    return {
      period: code,
      periodLabel: parsePeriod(code)!.label,
      ownUnitIds: this.indicators.unitsToFileFor(actor),
      indicators: rows.map(({ filings, previous, ...row }) => ({
        ...row,
        group: findFigure(row.key)?.group ?? null,
        filings: filings.map(filingView),
        previous: previous.map(filingView),
      })),
    };
  }

  @Allow('indicator.define')
  @Post('indicators')
  @ApiCreatedResponse({ type: IndicatorDto })
  addIndicator(@Body() body: NewIndicatorDto): Promise<IndicatorDto> {
    return this.indicators.create(body);
  }

  @Allow('indicator.file')
  @Put('indicators/:key/filings')
  @ApiOkResponse({ type: FilingDto })
  async file(@CurrentActor() actor: Actor, @Param('key') key: string, @Body() body: NewFilingDto): Promise<FilingDto> {
    return filingView(await this.indicators.file(actor, key, body));
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
