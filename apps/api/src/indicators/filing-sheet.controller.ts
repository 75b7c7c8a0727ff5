import { Body, Controller, Get, HttpCode, Inject, Post, Query, Req, Res } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AppError } from '@xiaohao/errors';
import { filingFileLimitBytes, FilingService, FilingSheetService } from '@xiaohao/indicators';
import type { Actor } from '@xiaohao/org';
import { Allow, CurrentActor } from '../auth/allow.js';
import { asFile, workbookType } from '../download.js';
import { Once } from '../once.interceptor.js';
import {
  FilingPreviewDto,
  FilingSheetQueryDto,
  filingPreviewView,
  ManyFilingsDto,
  StatedFilingsDto,
} from './filing-sheet.dto.js';
import { MissingFilingsQueryDto } from './filings.dto.js';

/** Filings by workbook: downloaded, filled in, looked over and stated at once. */
@ApiTags('indicators')
@Controller('filings/workbook')
export class FilingSheetController {
  constructor(
    @Inject(FilingSheetService) private readonly sheets: FilingSheetService,
    @Inject(FilingService) private readonly filings: FilingService,
  ) {}

  @Allow('indicator.file')
  @Get('period.xlsx')
  @ApiProduces(workbookType)
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async download(
    @CurrentActor() actor: Actor,
    @Query() { period, unitId }: FilingSheetQueryDto,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { name, stream } = await this.sheets.workbook(actor, period, unitId ?? null);
    await asFile(reply, name, workbookType).header('cache-control', 'no-store').send(stream);
  }

  /** Reads and judges; stores nothing. */
  @Allow('indicator.file')
  @Post()
  @HttpCode(200)
  @ApiConsumes('multipart/form-data')
  @ApiBody({
    schema: { type: 'object', required: ['file'], properties: { file: { type: 'string', format: 'binary' } } },
  })
  @ApiOkResponse({ type: FilingPreviewDto })
  async preview(
    @CurrentActor() actor: Actor,
    @Query() { period }: MissingFilingsQueryDto,
    @Req() request: FastifyRequest,
  ): Promise<FilingPreviewDto> {
    if (!request.isMultipart()) throw new AppError('fileMissing');
    const part = await request.file({ limits: { fileSize: filingFileLimitBytes, files: 1, fields: 5 } });
    if (!part?.filename) throw new AppError('fileMissing');
    const file = { name: part.filename, content: await part.toBuffer() };
    return filingPreviewView(await this.sheets.preview(actor, period, file));
  }

  /** The rows as they were looked over: all of them or none. */
  @Allow('indicator.file')
  @Once()
  @Post('commit')
  @HttpCode(200)
  @ApiOkResponse({ type: StatedFilingsDto })
  async commit(
    @CurrentActor() actor: Actor,
    @Body() { period, rows, submit }: ManyFilingsDto,
  ): Promise<StatedFilingsDto> {
    const stated = await this.filings.fileAll(actor, period, rows, submit);
    return { count: stated.length };
  }
}
