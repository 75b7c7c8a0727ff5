import { Controller, Get, Inject, Post, Req } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { figureTable, type Figure } from '@xiaohao/domain';
import { AppError } from '@xiaohao/errors';
import type { Actor } from '@xiaohao/org';
import {
  figureMeaning,
  listFields,
  listNames,
  ReportTemplateService,
  reportWordTable,
  usualPeriodOf,
  type ReportTemplateRow,
} from '@xiaohao/reports';
import { Allow, CurrentActor } from '../auth/allow.js';
import { FigureTableDto, TemplateRowDto } from './report-view.dto.js';

@ApiTags('reports')
@Controller()
export class ReportTemplatesController {
  constructor(@Inject(ReportTemplateService) private readonly templates: ReportTemplateService) {}

  /** Every word a template may use. */
  @Allow('report.read')
  @Get('figures')
  @ApiOkResponse({ type: FigureTableDto })
  figures(): FigureTableDto {
    return {
      figures: figureTable.map((figure) => {
        const { display: _, ...facts } = figure;
        return { ...facts, meaning: figureMeaning(figure.key, null), tag: tagOf(figure) };
      }),
      words: [...reportWordTable],
      lists: [...listNames],
      listFields: [...listFields],
    };
  }

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

/** `{publicity_leaflets|万余}`: a fuzz word that follows a scale is written with it. */
function tagOf({ key, display: { scale, fuzz, decimals } }: Figure): string {
  const words = scale && fuzz && fuzz !== '约' ? [`${scale}${fuzz}`] : [scale, fuzz];
  return `{${[key, ...words, decimals].filter((word) => word !== undefined).join('|')}}`;
}
