import { Body, Controller, Delete, Get, HttpCode, Inject, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '@xiaohao/org';
import { EvidencePackService, ReportPdfService, ReportService, ReportSettlingService } from '@xiaohao/reports';
import { asFile, workbookType } from '../download.js';
import { Allow, CurrentActor } from '../auth/allow.js';
import { Once } from '../once.interceptor.js';
import { countedFilingView } from '../indicators/indicators.dto.js';
import { fileOf } from '../uploaded-files.js';
import { ReconciledCircularDto } from './circular.dto.js';
import { ReportComparisonDto } from './report-comparison.dto.js';
import { ReportId } from './report-id.pipe.js';
import {
  DocumentQueryDto,
  ExcuseDto,
  FigureTicketsQueryDto,
  FinalizeDto,
  ReportListQueryDto,
  ReportRequestDto,
  WithdrawDto,
} from './report-input.dto.js';
import { FigureTicketsDto, ReportDto, ReportEventDto, ReportListDto, StartedReportDto } from './report-view.dto.js';

@ApiTags('reports')
@Controller('reports')
export class ReportsController {
  constructor(
    @Inject(ReportService) private readonly reports: ReportService,
    @Inject(ReportSettlingService) private readonly settling: ReportSettlingService,
    @Inject(ReportPdfService) private readonly pdfs: ReportPdfService,
    @Inject(EvidencePackService) private readonly packs: EvidencePackService,
  ) {}

  @Allow('report.build')
  @Once()
  @Post()
  @ApiCreatedResponse({ type: StartedReportDto })
  create(@CurrentActor() actor: Actor, @Body() { knownAt, ...request }: ReportRequestDto): Promise<StartedReportDto> {
    return this.reports.create(actor, { ...request, ...(knownAt ? { knownAt: new Date(knownAt) } : {}) });
  }

  @Allow('report.read')
  @Get()
  @ApiOkResponse({ type: ReportListDto })
  list(@Query() { limit, cursor, final, ...asked }: ReportListQueryDto): Promise<ReportListDto> {
    return this.reports.list({ limit, before: cursor ?? null, final: final && final === 'true', ...asked });
  }

  @Allow('report.read')
  @Get(':id')
  @ApiOkResponse({ type: ReportDto })
  get(@CurrentActor() actor: Actor, @Param('id', ReportId) id: string): Promise<ReportDto> {
    return this.reports.get(actor, id);
  }

  @Allow('report.read')
  @Get(':id/document.docx')
  async document(
    @Param('id', ReportId) id: string,
    @Query() { comments }: DocumentQueryDto,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { file, stream } = await this.reports.document(id, { comments: comments !== 'none' });
    await asFile(reply, file.name, file.mediaType).header('content-length', file.sizeBytes).send(stream);
  }

  /** Has the Word file printed; the report's `pdf` says how far it is. */
  @Allow('report.read')
  @Post(':id/document.pdf')
  @HttpCode(200)
  @ApiOkResponse({ type: ReportDto })
  async orderPdf(@CurrentActor() actor: Actor, @Param('id', ReportId) id: string): Promise<ReportDto> {
    await this.pdfs.order(actor, id);
    return this.reports.get(actor, id);
  }

  /** The printed file of the present version, once it is made. */
  @Allow('report.read')
  @Get(':id/document.pdf')
  async pdf(@Param('id', ReportId) id: string, @Res() reply: FastifyReply): Promise<void> {
    const { file, stream } = await this.pdfs.open(id);
    await asFile(reply, file.name, file.mediaType).header('content-length', file.sizeBytes).send(stream);
  }

  @Allow('report.read')
  @Get(':id/annex.xlsx')
  async annex(
    @CurrentActor() actor: Actor,
    @Param('id', ReportId) id: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { name, stream } = await this.reports.annex(actor, id);
    await asFile(reply, name, workbookType).send(stream);
  }

  @Allow('report.read')
  @Get(':id/evidence.zip')
  async evidence(
    @CurrentActor() actor: Actor,
    @Param('id', ReportId) id: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { name, stream } = await this.packs.pack(actor, id);
    await asFile(reply, name, 'application/zip').send(stream);
  }

  @Allow('report.read')
  @Get(':id/figures/:key/tickets')
  @ApiOkResponse({ type: FigureTicketsDto })
  async tickets(
    @CurrentActor() actor: Actor,
    @Param('id', ReportId) id: string,
    @Param('key') key: string,
    @Query() { limit, cursor }: FigureTicketsQueryDto,
  ): Promise<FigureTicketsDto> {
    const found = await this.reports.ticketsOf(actor, id, key, { limit, after: cursor ?? null });
    return { ...found, filings: found.filings.map(countedFilingView) };
  }

  @Allow('report.read')
  @Get(':id/compare/:otherId')
  @ApiOkResponse({ type: ReportComparisonDto })
  compare(
    @CurrentActor() actor: Actor,
    @Param('id', ReportId) id: string,
    @Param('otherId', ReportId) otherId: string,
  ): Promise<ReportComparisonDto> {
    return this.reports.compare(actor, id, otherId);
  }

  /** A superior's paper (.docx or .txt): what it tells of the bureau, held against the report. Nothing of it is kept. */
  @Allow('report.read')
  @Post(':id/circular')
  @HttpCode(200)
  @ApiConsumes('multipart/form-data')
  @ApiBody({
    schema: { type: 'object', required: ['file'], properties: { file: { type: 'string', format: 'binary' } } },
  })
  @ApiOkResponse({ type: ReconciledCircularDto })
  async circular(
    @CurrentActor() actor: Actor,
    @Param('id', ReportId) id: string,
    @Req() request: FastifyRequest,
  ): Promise<ReconciledCircularDto> {
    return this.reports.reconcile(actor, id, await fileOf(request));
  }

  /** To the chief, who is told. */
  @Allow('report.submit')
  @Post(':id/submit')
  @HttpCode(200)
  @ApiOkResponse({ type: ReportDto })
  submit(
    @CurrentActor() actor: Actor,
    @Param('id', ReportId) id: string,
    @Body() { version }: FinalizeDto,
  ): Promise<ReportDto> {
    return this.settling.decide(actor, id, 'submit', { version: version ?? null });
  }

  @Allow('report.submit')
  @Post(':id/recall')
  @HttpCode(200)
  @ApiOkResponse({ type: ReportDto })
  recall(
    @CurrentActor() actor: Actor,
    @Param('id', ReportId) id: string,
    @Body() { version }: FinalizeDto,
  ): Promise<ReportDto> {
    return this.settling.decide(actor, id, 'recall', { version: version ?? null });
  }

  /** Who submitted it is told why. */
  @Allow('report.finalize')
  @Post(':id/return')
  @HttpCode(200)
  @ApiOkResponse({ type: ReportDto })
  return(
    @CurrentActor() actor: Actor,
    @Param('id', ReportId) id: string,
    @Body() { reason, version }: WithdrawDto,
  ): Promise<ReportDto> {
    return this.settling.decide(actor, id, 'return', { reason, version: version ?? null });
  }

  @Allow('report.read')
  @Get(':id/events')
  @ApiOkResponse({ type: [ReportEventDto] })
  events(@Param('id', ReportId) id: string): Promise<ReportEventDto[]> {
    return this.settling.events(id);
  }

  @Allow('report.finalize')
  @Post(':id/finalize')
  @HttpCode(200)
  @ApiOkResponse({ type: ReportDto })
  finalize(
    @CurrentActor() actor: Actor,
    @Param('id', ReportId) id: string,
    @Body() { version }: FinalizeDto,
  ): Promise<ReportDto> {
    return this.settling.decide(actor, id, 'finalize', { version: version ?? null });
  }

  @Allow('report.withdraw')
  @Post(':id/withdraw')
  @HttpCode(200)
  @ApiOkResponse({ type: ReportDto })
  withdraw(
    @CurrentActor() actor: Actor,
    @Param('id', ReportId) id: string,
    @Body() { reason, version }: WithdrawDto,
  ): Promise<ReportDto> {
    return this.settling.decide(actor, id, 'withdraw', { reason, version: version ?? null });
  }

  @Allow('report.build')
  @Post(':id/excuses')
  @HttpCode(200)
  @ApiOkResponse({ type: ReportDto })
  excuse(
    @CurrentActor() actor: Actor,
    @Param('id', ReportId) id: string,
    @Body() { finding, reason }: ExcuseDto,
  ): Promise<ReportDto> {
    return this.settling.excuse(actor, id, finding, reason);
  }

  @Allow('report.build')
  @Delete(':id/excuses/:finding')
  @ApiOkResponse({ type: ReportDto })
  takeBack(
    @CurrentActor() actor: Actor,
    @Param('id', ReportId) id: string,
    @Param('finding') finding: string,
  ): Promise<ReportDto> {
    return this.settling.takeBack(actor, id, finding);
  }
}
