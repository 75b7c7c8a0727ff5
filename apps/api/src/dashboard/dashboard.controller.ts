import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { Clock } from '@xiaohao/calendar';
import { AppError } from '@xiaohao/errors';
import type { Actor } from '@xiaohao/org';
import {
  getDashboard,
  listCardTickets,
  listPart,
  SlowAnswers,
  type Dashboard,
  type DashboardQuestion,
} from '@xiaohao/reports';
import { Allow, CurrentActor } from '../auth/allow.js';
import {
  CardTicketsDto,
  DashboardDto,
  DashboardPartDto,
  DashboardQuestionDto,
  DashboardTicketsDto,
} from './dashboard.dto.js';

/** Tickets of one page behind a number; the number itself says how many there are. */
const shownTickets = 200;

@ApiTags('dashboard')
@Controller('dashboard')
export class DashboardController {
  private readonly slow = new SlowAnswers<Dashboard>();

  constructor(
    @Inject(DataSource) private readonly db: DataSource,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  @Allow('dashboard.read')
  @Get()
  @ApiOkResponse({ type: DashboardDto })
  async get(@CurrentActor() actor: Actor, @Query() query: DashboardQuestionDto) {
    const question = this.question(query);
    const today = this.clock.today();
    // Posts are in the key: whoever is given or loses a right asks another question from then on.
    const { value, madeAt } = await this.slow.ask(JSON.stringify([actor, question, today]), () =>
      getDashboard(this.db, actor, question, today),
    );
    return { ...value, countedAt: madeAt };
  }

  @Allow('dashboard.read')
  @Get('tickets')
  @ApiOkResponse({ type: DashboardTicketsDto })
  tickets(@CurrentActor() actor: Actor, @Query() query: DashboardPartDto) {
    const { asOf, knownAt, kind, sourceId, campaignId, cursor, limit = shownTickets, ...part } = query;
    const question = this.question({ asOf, knownAt, kind, sourceId, campaignId });
    return listPart(this.db, question, part, actor, this.clock.today(), { limit, cursor });
  }

  @Allow('dashboard.read')
  @Get('cards/:key/tickets')
  @ApiOkResponse({ type: CardTicketsDto })
  cardTickets(
    @CurrentActor() actor: Actor,
    @Param('key') key: string,
    @Query() query: DashboardQuestionDto,
  ): Promise<CardTicketsDto> {
    return listCardTickets(this.db, this.question(query), actor, key, shownTickets);
  }

  private question({ asOf, knownAt, ...filter }: DashboardQuestionDto): DashboardQuestion {
    const today = this.clock.today();
    if (asOf && asOf > today) {
      throw new AppError('inputWrong', { field: 'asOf', fieldLabel: '截至日', reason: '不能晚于今天' });
    }
    return { asOf: asOf ?? today, knownAt: knownAt ? new Date(knownAt) : null, ...filter };
  }
}
