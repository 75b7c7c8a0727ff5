import { Controller, Get, Inject, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiPropertyOptional, ApiTags } from '@nestjs/swagger';
import { IsOptional, Matches } from 'class-validator';
import type { FastifyReply } from 'fastify';
import { DataSource } from 'typeorm';
import { Clock } from '@xiaohao/calendar';
import { exportLedger, ledgerLayoutNames } from '@xiaohao/ledgers';
import type { Actor } from '@xiaohao/org';
import type { TicketFilter } from '@xiaohao/tickets';
import { Allow, CurrentActor } from '../auth/allow.js';
import { TicketFilterDto } from '../tickets/ticket-query.dto.js';

const layoutPattern = new RegExp(`^(${ledgerLayoutNames.join('|')}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$`);

export class ExportQueryDto extends TicketFilterDto {
  @ApiPropertyOptional({ description: `${ledgerLayoutNames.join(', ')}, or the id of an own layout` })
  @IsOptional()
  @Matches(layoutPattern)
  layout?: string;
}

const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

@ApiTags('exports')
@Controller('exports')
export class ExportsController {
  constructor(
    @Inject(DataSource) private readonly db: DataSource,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** Exactly what the list shows under the same filters, streamed. */
  @Allow('ticket.export')
  @Get('ledger.xlsx')
  @ApiProduces(workbookType)
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async ledger(
    @CurrentActor() actor: Actor,
    @Query() { sort, layout, ...filter }: ExportQueryDto,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const request = { filter: filter as TicketFilter, sort: sort ?? 'dueOn', layout } as const;
    const moment = { today: this.clock.today(), now: this.clock.now() };
    const { name, stream } = await exportLedger(this.db, actor, request, moment);
    await reply
      .header('content-type', workbookType)
      .header('content-disposition', `attachment; filename="ledger.xlsx"; filename*=UTF-8''${encodeURIComponent(name)}`)
      .header('cache-control', 'no-store')
      .send(stream);
  }
}
