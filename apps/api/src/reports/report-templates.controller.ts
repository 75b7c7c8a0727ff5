import { Controller, Get, Inject, Post, Req } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { AppError } from '@xiaohao/errors';
import type { Actor } from '@xiaohao/org';
import { ReportTemplateService, usualPeriodOf, type ReportTemplateRow } from '@xiaohao/reports';
import { Allow, CurrentActor } from '../auth/allow.js';
import { TemplateRowDto } from './report-view.dto.js';

@ApiTags('reports')
@Controller()
export class ReportTemplatesController {
  constructor(@Inject(ReportTemplateService) private readonly templates: ReportTemplateService) {}

  @Allow('report.read')
  @Get('report-templates')
  @ApiOkResponse({ type: [TemplateRowDto] })
  async list(): Promise<TemplateRowDto[]> {
    return (await this.templates.list()).map(rowOf);
  }

  /** A Word file with tags; refused with the paragraph of the first tag that could not be filled. */
  @Allow('report.build')
  @Post('report-templates')
  @ApiConsumes('multipart/form-data')
  @ApiBody({
    schema: { type: 'object', required: ['file'], properties: { file: { type: 'string', format: 'binary' } } },
  })
  @ApiCreatedResponse({ type: TemplateRowDto })
  async add(@CurrentActor() actor: Actor, @Req() request: FastifyRequest): Promise<TemplateRowDto> {
    if (!request.isMultipart()) throw new AppError('fileMissing');
    const part = await request.file();
    if (!part) throw new AppError('fileMissing');
    const content = await part.toBuffer();
    return rowOf(await this.templates.add(actor, part.filename, content));
  }
}

export function rowOf({ fileId, ...row }: ReportTemplateRow): TemplateRowDto {
  return { ...row, builtIn: fileId === null, periodKind: usualPeriodOf({ code: row.code, fileId }) };
}
