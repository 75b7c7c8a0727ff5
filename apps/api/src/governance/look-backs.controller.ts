import { Body, Controller, Get, Inject, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DataSource } from 'typeorm';
import { Clock } from '@xiaohao/calendar';
import { AppError } from '@xiaohao/errors';
import { exportLookBack } from '@xiaohao/ledgers';
import type { Actor } from '@xiaohao/org';
import { getLookBack, listLookBacks, LookBackService, type LookBackView } from '@xiaohao/tickets';
import { Allow, CurrentActor } from '../auth/allow.js';
import { Once } from '../once.interceptor.js';
import { TicketId } from '../tickets/ticket-id.pipe.js';
import { filesOf } from '../uploaded-files.js';
import {
  FollowUpDto,
  InspectorDto,
  LookBackFilterDto,
  LookBackResultDto,
  NewLookBackDto,
} from './governance-input.dto.js';
import { FollowedUpDto, LookBackDto, LookBackListDto, PopulationDto } from './governance-view.dto.js';

const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

@ApiTags('governance')
@Controller('look-backs')
export class LookBacksController {
  constructor(
    @Inject(LookBackService) private readonly lookBacks: LookBackService,
    @Inject(DataSource) private readonly db: DataSource,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  @Allow('ticket.read')
  @Get()
  @ApiOkResponse({ type: LookBackListDto })
  async list(@CurrentActor() actor: Actor) {
    return { items: await listLookBacks(this.db, actor) };
  }

  /** How many there are to draw from. */
  @Allow('look_back.run')
  @Get('population')
  @ApiOkResponse({ type: PopulationDto })
  async population(@CurrentActor() actor: Actor, @Query() filter: LookBackFilterDto) {
    return { population: await this.lookBacks.count(actor, filter) };
  }

  @Allow('look_back.run')
  @Once()
  @Post()
  @ApiOkResponse({ type: LookBackDto })
  async create(@CurrentActor() actor: Actor, @Body() plan: NewLookBackDto): Promise<LookBackView> {
    return this.get(actor, await this.lookBacks.create(actor, plan));
  }

  @Allow('ticket.read')
  @Get(':id')
  @ApiOkResponse({ type: LookBackDto })
  get(@CurrentActor() actor: Actor, @Param('id', TicketId) id: string): Promise<LookBackView> {
    return getLookBack(this.db, actor, id);
  }

  /** The result table, as far as the reader may see it. */
  @Allow('ticket.export')
  @Get(':id/table.xlsx')
  @ApiProduces(workbookType)
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async table(@CurrentActor() actor: Actor, @Param('id', TicketId) id: string, @Res() reply: FastifyReply) {
    const { name, stream } = exportLookBack(await this.get(actor, id), actor, this.clock.now());
    await reply
      .header('content-type', workbookType)
      .header(
        'content-disposition',
        `attachment; filename="look-back.xlsx"; filename*=UTF-8''${encodeURIComponent(name)}`,
      )
      .header('cache-control', 'no-store')
      .send(stream);
  }

  @Allow('look_back.run')
  @Post(':id/inspector')
  @ApiOkResponse({ type: LookBackDto })
  async inspector(@CurrentActor() actor: Actor, @Param('id', TicketId) id: string, @Body() body: InspectorDto) {
    await this.lookBacks.assignInspector(actor, id, body.rowIds, body.inspectorId);
    return this.get(actor, id);
  }

  @Allow('ticket.act')
  @Post(':id/rows/:rowId/result')
  @ApiOkResponse({ type: LookBackDto })
  async result(
    @CurrentActor() actor: Actor,
    @Param('id', TicketId) id: string,
    @Param('rowId', TicketId) rowId: string,
    @Body() body: LookBackResultDto,
  ) {
    await this.lookBacks.record(actor, id, rowId, body);
    return this.get(actor, id);
  }

  @Allow('ticket.act')
  @Post(':id/rows/:rowId/evidence')
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: { type: 'object', properties: { file: { type: 'string', format: 'binary' } } } })
  @ApiOkResponse({ type: LookBackDto })
  async evidence(
    @CurrentActor() actor: Actor,
    @Param('id', TicketId) id: string,
    @Param('rowId', TicketId) rowId: string,
    @Req() request: FastifyRequest,
  ) {
    if (!request.isMultipart()) throw new AppError('fileMissing');
    await this.lookBacks.addEvidence(actor, id, rowId, filesOf(request));
    return this.get(actor, id);
  }

  @Allow('look_back.run')
  @Post(':id/rows/:rowId/follow-up')
  @ApiOkResponse({ type: FollowedUpDto })
  followUp(
    @CurrentActor() actor: Actor,
    @Param('id', TicketId) id: string,
    @Param('rowId', TicketId) rowId: string,
    @Body() body: FollowUpDto,
  ) {
    return this.lookBacks.followUp(actor, id, rowId, body);
  }
}
