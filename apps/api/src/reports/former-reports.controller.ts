import { Body, Controller, Get, HttpCode, Inject, Param, Patch, Post, Put, Query, Req } from '@nestjs/common';
import {
  ApiBody,
  ApiConsumes,
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiTags,
} from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import type { Actor } from '@xiaohao/org';
import { FormerReportService } from '@xiaohao/reports';
import { Allow, CurrentActor } from '../auth/allow.js';
import { fileOf } from '../uploaded-files.js';
import {
  BindingsDto,
  DecisionChangeDto,
  FormerReportDto,
  FormerReportRowDto,
  LearnQueryDto,
} from './former-report.dto.js';
import { ReportId } from './report-id.pipe.js';
import { TemplateRowDto } from './report-view.dto.js';
import { rowOf } from './report-templates.controller.js';

@ApiTags('reports')
@Controller('report-templates')
export class FormerReportsController {
  constructor(@Inject(FormerReportService) private readonly former: FormerReportService) {}

  /** A former report, .docx or .txt: its places to fill, each with the figures it may stand for. */
  @Allow('report.build')
  @Post('learn')
  @ApiConsumes('multipart/form-data')
  @ApiBody({
    schema: { type: 'object', required: ['file'], properties: { file: { type: 'string', format: 'binary' } } },
  })
  @ApiCreatedResponse({ type: FormerReportDto })
  async learn(
    @CurrentActor() actor: Actor,
    @Query() choice: LearnQueryDto,
    @Req() request: FastifyRequest,
  ): Promise<FormerReportDto> {
    const { name, content } = await fileOf(request);
    return this.former.add(actor, name, content, choice);
  }

  /** The last ones, to go on with. */
  @Allow('report.build')
  @Get('learn')
  @ApiOkResponse({ type: [FormerReportRowDto] })
  list(): Promise<FormerReportRowDto[]> {
    return this.former.list();
  }

  @Allow('report.build')
  @Get('learn/:id')
  @ApiOkResponse({ type: FormerReportDto })
  get(@Param('id', ReportId) id: string, @Query() choice: LearnQueryDto): Promise<FormerReportDto> {
    return this.former.get(id, choice);
  }

  /** Keeps what was decided, so that it can be gone on with later. */
  @Allow('report.build')
  @Patch('learn/:id')
  @HttpCode(204)
  @ApiNoContentResponse()
  decide(
    @CurrentActor() actor: Actor,
    @Param('id', ReportId) id: string,
    @Body() change: DecisionChangeDto,
  ): Promise<void> {
    return this.former.decide(actor, id, change);
  }

  /** Makes the template; `id` is that of the former report. Places not named keep their text. */
  @Allow('report.build')
  @Put(':id/bindings')
  @ApiOkResponse({ type: TemplateRowDto })
  async bind(
    @CurrentActor() actor: Actor,
    @Param('id', ReportId) id: string,
    @Query() choice: LearnQueryDto,
    @Body() bindings: BindingsDto,
  ): Promise<TemplateRowDto> {
    return rowOf(await this.former.bind(actor, id, bindings, choice));
  }
}
