import { Controller, Get, Inject, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AppError } from '@xiaohao/errors';
import type { Actor } from '@xiaohao/org';
import { ReportTemplateService, usualPeriodOf, type ReportTemplateRow } from '@xiaohao/reports';
import { asFile, wordType } from '../download.js';
import { Allow, CurrentActor } from '../auth/allow.js';
import { TemplateRepairDto } from './report-input.dto.js';
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

  /** A Word file with tags; refused with every tag that could not be filled, its paragraph and what was likely meant. */
  @Allow('report.build')
  @Post('report-templates')
  @ApiConsumes('multipart/form-data')
  @ApiBody({
    schema: { type: 'object', required: ['file'], properties: { file: { type: 'string', format: 'binary' } } },
  })
  @ApiCreatedResponse({ type: TemplateRowDto })
  async add(
    @CurrentActor() actor: Actor,
    @Req() request: FastifyRequest,
    @Query() { repair }: TemplateRepairDto,
  ): Promise<TemplateRowDto> {
    if (!request.isMultipart()) throw new AppError('fileMissing');
    const part = await request.file();
    if (!part) throw new AppError('fileMissing');
    const content = await part.toBuffer();
    return rowOf(await this.templates.add(actor, part.filename, content, { repair: repair === 'true' }));
  }

  /** The Word file, to look at or to go on with. */
  @Allow('report.read')
  @Get('report-templates/:id/template.docx')
  async document(@Param('id') id: string, @Res() reply: FastifyReply): Promise<void> {
    const { name, file } = await this.templates.document(id);
    await asFile(reply, name, wordType).send(file);
  }
}

export function rowOf({ fileId, ...row }: ReportTemplateRow): TemplateRowDto {
  return { ...row, builtIn: fileId === null, periodKind: usualPeriodOf({ code: row.code, fileId }) };
}
