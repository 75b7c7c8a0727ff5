import { Body, Controller, Delete, Get, HttpCode, Inject, Param, Patch, Post, Query, Req, Res } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '@xiaohao/org';
import { ReportTemplateService, TemplateKeepingService, usualPeriodOf, type ReportTemplateRow } from '@xiaohao/reports';
import { asFile, wordType } from '../download.js';
import { Allow, CurrentActor } from '../auth/allow.js';
import { fileOf } from '../uploaded-files.js';
import { LeftWordsDto } from './former-report.dto.js';
import { ReportId } from './report-id.pipe.js';
import { TemplateListDto, TemplateNameDto, TemplateRepairDto } from './report-input.dto.js';
import { KeptTemplateDto, TemplateRowDto } from './report-view.dto.js';

@ApiTags('reports')
@Controller()
export class ReportTemplatesController {
  constructor(
    @Inject(ReportTemplateService) private readonly templates: ReportTemplateService,
    @Inject(TemplateKeepingService) private readonly keeping: TemplateKeepingService,
  ) {}

  @Allow('report.read')
  @Get('report-templates')
  @ApiOkResponse({ type: [KeptTemplateDto] })
  async list(@Query() { archived }: TemplateListDto): Promise<KeptTemplateDto[]> {
    return (await this.keeping.list(archived === 'true')).map(({ reportCount, changed, ...row }) => ({
      ...rowOf(row),
      reportCount,
      changed,
    }));
  }

  /** A new name for all its versions. */
  @Allow('report.build')
  @Patch('report-templates/:id')
  @ApiOkResponse({ type: TemplateRowDto })
  async rename(
    @CurrentActor() actor: Actor,
    @Param('id', ReportId) id: string,
    @Body() { name }: TemplateNameDto,
  ): Promise<TemplateRowDto> {
    return rowOf(await this.keeping.rename(actor, id, name));
  }

  /** Not offered any more; reports built with it stay readable, and it can be restored. */
  @Allow('report.build')
  @Delete('report-templates/:id')
  @ApiOkResponse({ type: TemplateRowDto })
  async archive(@CurrentActor() actor: Actor, @Param('id', ReportId) id: string): Promise<TemplateRowDto> {
    return rowOf(await this.keeping.archive(actor, id));
  }

  @Allow('report.build')
  @Post('report-templates/:id/restore')
  @HttpCode(200)
  @ApiOkResponse({ type: TemplateRowDto })
  async restore(@CurrentActor() actor: Actor, @Param('id', ReportId) id: string): Promise<TemplateRowDto> {
    return rowOf(await this.keeping.restore(actor, id));
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
    const { name, content } = await fileOf(request);
    return rowOf(await this.templates.add(actor, name, content, { repair: repair === 'true' }));
  }

  /** Numbers and claims in its text that no report changes, by paragraph. */
  @Allow('report.read')
  @Get('report-templates/:id/left-words')
  @ApiOkResponse({ type: LeftWordsDto })
  leftWords(@Param('id', ReportId) id: string): Promise<LeftWordsDto> {
    return this.templates.left(id);
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
