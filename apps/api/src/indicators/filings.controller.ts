import { Body, Controller, Delete, Get, HttpCode, Inject, Param, Post, Put, Query, Req, Res } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AppError } from '@xiaohao/errors';
import { FilingService, MissingFilingsService, type StatedFiling } from '@xiaohao/indicators';
import type { Actor } from '@xiaohao/org';
import { FilingUrgeService } from '@xiaohao/reminders';
import { asFile, workbookType } from '../download.js';
import { Allow, CurrentActor } from '../auth/allow.js';
import { Once } from '../once.interceptor.js';
import { filesOf } from '../uploaded-files.js';
import { FilingId } from './filing-id.pipe.js';
import {
  FilingDecisionDto,
  FilingDto,
  FilingEventDto,
  filingView,
  MissingFilingsDto,
  MissingFilingsQueryDto,
  UrgedDto,
  UrgeDto,
} from './filings.dto.js';
import { NewFilingDto } from './indicators.dto.js';

/** Filings on their way: stated, submitted, accepted or returned; and those that are missing. */
@ApiTags('indicators')
@Controller()
export class FilingsController {
  constructor(
    @Inject(FilingService) private readonly filings: FilingService,
    @Inject(MissingFilingsService) private readonly missing: MissingFilingsService,
    @Inject(FilingUrgeService) private readonly urging: FilingUrgeService,
  ) {}

  @Allow('indicator.file')
  @Put('indicators/:key/filings')
  @ApiOkResponse({ type: FilingDto })
  async file(@CurrentActor() actor: Actor, @Param('key') key: string, @Body() body: NewFilingDto): Promise<FilingDto> {
    return this.seen(actor, await this.filings.file(actor, key, body));
  }

  /** All of them or none; the service asks for the duty each action needs. */
  @Allow('indicator.file')
  @Once()
  @Post('filings/actions')
  @HttpCode(200)
  @ApiOkResponse({ type: [FilingDto] })
  async decide(@CurrentActor() actor: Actor, @Body() body: FilingDecisionDto): Promise<FilingDto[]> {
    return (await this.filings.decide(actor, body)).map((filing) => this.seen(actor, filing));
  }

  @Allow('indicator.read')
  @Get('filings/missing')
  @ApiOkResponse({ type: MissingFilingsDto })
  listMissing(@Query() { period }: MissingFilingsQueryDto): Promise<MissingFilingsDto> {
    return this.missing.list(period);
  }

  @Allow('indicator.read')
  @Get('filings/missing.xlsx')
  @ApiProduces(workbookType)
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async missingWorkbook(
    @CurrentActor() actor: Actor,
    @Query() { period }: MissingFilingsQueryDto,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { name, stream } = await this.missing.workbook(actor, period);
    await asFile(reply, name, workbookType).header('cache-control', 'no-store').send(stream);
  }

  /** Once a day per person and unit, by the rule for it. */
  @Allow('indicator.accept')
  @Post('filings/urge')
  @HttpCode(200)
  @ApiOkResponse({ type: UrgedDto })
  urge(@Body() { period, unitIds }: UrgeDto): Promise<UrgedDto> {
    return this.urging.urge(period, unitIds ?? null);
  }

  @Allow('indicator.read')
  @Get('filings/:id/events')
  @ApiOkResponse({ type: [FilingEventDto] })
  events(@Param('id', FilingId) id: string): Promise<FilingEventDto[]> {
    return this.filings.events(id);
  }

  @Allow('indicator.file')
  @Once()
  @Post('filings/:id/evidence')
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: { type: 'object', properties: { file: { type: 'string', format: 'binary' } } } })
  @ApiOkResponse({ type: FilingDto })
  async addEvidence(
    @CurrentActor() actor: Actor,
    @Param('id', FilingId) id: string,
    @Req() request: FastifyRequest,
  ): Promise<FilingDto> {
    if (!request.isMultipart()) throw new AppError('fileMissing');
    return this.seen(actor, await this.filings.addEvidence(actor, id, filesOf(request)));
  }

  @Allow('indicator.read')
  @Get('filings/:id/evidence/:evidenceId')
  async evidence(
    @Param('id', FilingId) id: string,
    @Param('evidenceId', FilingId) evidenceId: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { file, stream } = await this.filings.openEvidence(id, evidenceId);
    await asFile(reply, file.name, file.mediaType)
      .header('content-length', file.sizeBytes)
      .header('content-security-policy', "default-src 'none'; sandbox")
      .send(stream);
  }

  @Allow('indicator.file')
  @Delete('filings/:id/evidence/:evidenceId')
  @ApiOkResponse({ type: FilingDto })
  async removeEvidence(
    @CurrentActor() actor: Actor,
    @Param('id', FilingId) id: string,
    @Param('evidenceId', FilingId) evidenceId: string,
  ): Promise<FilingDto> {
    return this.seen(actor, await this.filings.removeEvidence(actor, id, evidenceId));
  }

  private seen(actor: Actor, filing: StatedFiling): FilingDto {
    return filingView(filing, this.filings.dutiesOn(actor, filing.unitId), actor.personId);
  }
}
