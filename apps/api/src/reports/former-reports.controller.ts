import { Body, Controller, Get, Inject, Param, Post, Put, Query, Req } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { AppError } from '@xiaohao/errors';
import type { Actor } from '@xiaohao/org';
import { FormerReportService } from '@xiaohao/reports';
import { Allow, CurrentActor } from '../auth/allow.js';
import { BindingsDto, FormerReportDto, LearnQueryDto } from './former-report.dto.js';
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
    @Query() { numbers }: LearnQueryDto,
    @Req() request: FastifyRequest,
  ): Promise<FormerReportDto> {
    if (!request.isMultipart()) throw new AppError('fileMissing');
    const part = await request.file();
    if (!part) throw new AppError('fileMissing');
    return this.former.add(actor, part.filename, await part.toBuffer(), numbers);
  }

  @Allow('report.build')
  @Get('learn/:id')
  @ApiOkResponse({ type: FormerReportDto })
  get(@Param('id', ReportId) id: string, @Query() { numbers }: LearnQueryDto): Promise<FormerReportDto> {
    return this.former.get(id, numbers);
  }

  /** Makes the template; `id` is that of the former report. Places not named keep their text. */
  @Allow('report.build')
  @Put(':id/bindings')
  @ApiOkResponse({ type: TemplateRowDto })
  async bind(
    @CurrentActor() actor: Actor,
    @Param('id', ReportId) id: string,
    @Query() { numbers }: LearnQueryDto,
    @Body() { bindings }: BindingsDto,
  ): Promise<TemplateRowDto> {
    return rowOf(await this.former.bind(actor, id, bindings, numbers));
  }
}
