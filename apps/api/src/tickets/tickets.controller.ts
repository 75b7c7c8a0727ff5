import { Body, Controller, Get, Inject, Param, Patch, Post, Put, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { Clock } from '@xiaohao/calendar';
import { AppError } from '@xiaohao/errors';
import type { Actor } from '@xiaohao/org';
import { countToFinalize } from '@xiaohao/reports';
import { actOnEach, findEvents, getWorkbench, KindDetailsService, TicketService } from '@xiaohao/tickets';
import { Allow, CurrentActor } from '../auth/allow.js';
import { Once } from '../once.interceptor.js';
import { TicketId } from './ticket-id.pipe.js';
import { ActionDto, BulkActionDto, DetailsDto, TicketDraftDto, TicketEditDto } from './ticket-input.dto.js';
import { listRequest, TicketQueryDto } from './ticket-query.dto.js';
import { BulkResultsDto, EventListDto, TicketDto, TicketPageDto, WorkbenchDto } from './ticket-view.dto.js';

@ApiTags('tickets')
@Controller()
export class TicketsController {
  constructor(
    @Inject(TicketService) private readonly tickets: TicketService,
    @Inject(KindDetailsService) private readonly kindDetails: KindDetailsService,
    @Inject(DataSource) private readonly db: DataSource,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  @Allow('ticket.read')
  @Get('tickets')
  @ApiOkResponse({ type: TicketPageDto })
  list(@CurrentActor() actor: Actor, @Query() query: TicketQueryDto) {
    return this.tickets.list(actor, listRequest(query));
  }

  @Allow('ticket.create')
  @Once()
  @Post('tickets')
  @ApiOkResponse({ type: TicketDto })
  create(@CurrentActor() actor: Actor, @Body() draft: TicketDraftDto) {
    return this.tickets.create(actor, draft);
  }

  @Allow('ticket.read')
  @Get('tickets/:id')
  @ApiOkResponse({ type: TicketDto })
  get(@CurrentActor() actor: Actor, @Param('id', TicketId) id: string) {
    return this.tickets.get(actor, id);
  }

  @Allow('ticket.edit')
  @Patch('tickets/:id')
  @ApiOkResponse({ type: TicketDto })
  edit(@CurrentActor() actor: Actor, @Param('id', TicketId) id: string, @Body() { version, ...edit }: TicketEditDto) {
    return this.tickets.edit(actor, id, version, edit);
  }

  @Allow('ticket.act')
  @Post('tickets/:id/actions')
  @ApiOkResponse({ type: TicketDto })
  act(@CurrentActor() actor: Actor, @Param('id', TicketId) id: string, @Body() body: ActionDto) {
    return this.tickets.act(actor, id, body.version, body.action, body.input ?? {});
  }

  /** Each ticket by itself: the answer says for every one what became of it. */
  @Allow('ticket.act')
  @Post('ticket-actions')
  @ApiOkResponse({ type: BulkResultsDto })
  async actOnMany(@CurrentActor() actor: Actor, @Body() { tickets, action, input }: BulkActionDto) {
    return { items: await actOnEach(this.tickets, actor, tickets, action, input ?? {}) };
  }

  /** Fields of the kind; unlike PATCH on the ticket it is open to head and handler for what is theirs. */
  @Allow('ticket.act')
  @Put('tickets/:id/details')
  @ApiOkResponse({ type: TicketDto })
  setDetails(@CurrentActor() actor: Actor, @Param('id', TicketId) id: string, @Body() body: DetailsDto) {
    return this.kindDetails.set(actor, id, body.version, body.details);
  }

  @Allow('ticket.read')
  @Get('tickets/:id/events')
  @ApiOkResponse({ type: EventListDto })
  async events(@CurrentActor() actor: Actor, @Param('id', TicketId) id: string) {
    const items = await findEvents(this.db, actor, id, this.clock.today());
    if (!items) throw new AppError('notFound', { what: '事项' });
    return { items };
  }

  @Allow('ticket.read')
  @Get('workbench')
  @ApiOkResponse({ type: WorkbenchDto })
  async workbench(@CurrentActor() actor: Actor) {
    const reports = { key: 'to_finalize' as const, count: await countToFinalize(this.db, actor), overdue: 0 };
    return getWorkbench(this.db, actor, this.clock.today(), [reports]);
  }
}
