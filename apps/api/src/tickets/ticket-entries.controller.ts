import { Body, Controller, Get, Inject, Param, Patch, Post, Query, Req, Res } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AppError } from '@xiaohao/errors';
import type { Actor } from '@xiaohao/org';
import { TicketEntriesService, type TicketView } from '@xiaohao/tickets';
import { Allow, CurrentActor } from '../auth/allow.js';
import { Once } from '../once.interceptor.js';
import { filesOf } from '../uploaded-files.js';
import { TicketId } from './ticket-id.pipe.js';
import {
  CommentDto,
  EvidenceQueryDto,
  MeasureEditDto,
  NewMeasureDto,
  OutcomeDto,
  ProgressDto,
} from './ticket-input.dto.js';
import { TicketDto } from './ticket-view.dto.js';

/** Types a browser shows by itself and that carry no script; all else is only ever downloaded. */
const shownInline = ['application/pdf', 'image/png', 'image/jpeg', 'image/gif', 'image/webp'];

@ApiTags('tickets')
@Controller('tickets/:id')
export class TicketEntriesController {
  constructor(@Inject(TicketEntriesService) private readonly entries: TicketEntriesService) {}

  @Allow('ticket.act')
  @Once()
  @Post('progress')
  @ApiOkResponse({ type: TicketDto })
  progress(@CurrentActor() actor: Actor, @Param('id', TicketId) id: string, @Body() body: ProgressDto) {
    return this.entries.reportProgress(actor, id, body);
  }

  @Allow('ticket.act')
  @Once()
  @Post('outcomes')
  @ApiOkResponse({ type: TicketDto })
  outcome(@CurrentActor() actor: Actor, @Param('id', TicketId) id: string, @Body() body: OutcomeDto) {
    return this.entries.recordOutcome(actor, id, body);
  }

  @Allow('ticket.act')
  @Once()
  @Post('comments')
  @ApiOkResponse({ type: TicketDto })
  comment(@CurrentActor() actor: Actor, @Param('id', TicketId) id: string, @Body() body: CommentDto) {
    return this.entries.comment(actor, id, body.text);
  }

  @Allow('ticket.act')
  @Once()
  @Post('measures')
  @ApiOkResponse({ type: TicketDto })
  measure(@CurrentActor() actor: Actor, @Param('id', TicketId) id: string, @Body() body: NewMeasureDto) {
    return this.entries.addMeasure(actor, id, body);
  }

  @Allow('ticket.act')
  @Patch('measures/:measureId')
  @ApiOkResponse({ type: TicketDto })
  editMeasure(
    @CurrentActor() actor: Actor,
    @Param('id', TicketId) id: string,
    @Param('measureId', TicketId) measureId: string,
    @Body() body: MeasureEditDto,
  ) {
    return this.entries.editMeasure(actor, id, measureId, body);
  }

  /** Several files may come in one call, all are kept or none; each is one event of the chain. */
  @Allow('ticket.act')
  @Once()
  @Post('evidence')
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: { type: 'object', properties: { file: { type: 'string', format: 'binary' } } } })
  @ApiOkResponse({ type: TicketDto })
  async evidence(
    @CurrentActor() actor: Actor,
    @Param('id', TicketId) id: string,
    @Query() query: EvidenceQueryDto,
    @Req() request: FastifyRequest,
  ): Promise<TicketView> {
    if (!request.isMultipart()) throw new AppError('fileMissing');
    return this.entries.addEvidence(actor, id, filesOf(request), query.onSite === 'true');
  }

  @Allow('ticket.read')
  @Get('evidence/:evidenceId')
  async download(
    @CurrentActor() actor: Actor,
    @Param('id', TicketId) id: string,
    @Param('evidenceId', TicketId) evidenceId: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { file, stream } = await this.entries.openEvidence(actor, id, evidenceId);
    const inline = shownInline.includes(file.mediaType) ? 'inline' : 'attachment';
    await reply
      .header('content-type', file.mediaType)
      .header('content-length', file.sizeBytes)
      .header('content-disposition', `${inline}; filename*=UTF-8''${encodeURIComponent(file.name)}`)
      .header('content-security-policy', "default-src 'none'; sandbox")
      .send(stream);
  }
}
