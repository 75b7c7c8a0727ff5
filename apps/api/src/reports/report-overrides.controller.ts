import { Body, Controller, Delete, Inject, Param, Put } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '@xiaohao/org';
import { ReportOverrideService } from '@xiaohao/reports';
import { Allow, CurrentActor } from '../auth/allow.js';
import { ReportId } from './report-id.pipe.js';
import { OverrideDto } from './report-input.dto.js';
import { ReportDto } from './report-view.dto.js';

/** Numbers of a draft typed over by hand; each change builds the report again. */
@ApiTags('reports')
@Controller('reports/:id/overrides/:key')
export class ReportOverridesController {
  constructor(@Inject(ReportOverrideService) private readonly overrides: ReportOverrideService) {}

  @Allow('report.build')
  @Put()
  @ApiOkResponse({ type: ReportDto })
  set(
    @CurrentActor() actor: Actor,
    @Param('id', ReportId) id: string,
    @Param('key') key: string,
    @Body() body: OverrideDto,
  ): Promise<ReportDto> {
    return this.overrides.set(actor, id, key, body);
  }

  @Allow('report.build')
  @Delete()
  @ApiOkResponse({ type: ReportDto })
  clear(
    @CurrentActor() actor: Actor,
    @Param('id', ReportId) id: string,
    @Param('key') key: string,
  ): Promise<ReportDto> {
    return this.overrides.clear(actor, id, key);
  }
}
