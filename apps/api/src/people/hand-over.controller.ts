import { Body, Controller, Get, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { Clock } from '@xiaohao/calendar';
import { countFiguresToFile } from '@xiaohao/indicators';
import type { Actor } from '@xiaohao/org';
import { HandOverService } from '@xiaohao/tickets';
import { ActorMemory } from '../auth/actor-memory.js';
import { Allow, CurrentActor } from '../auth/allow.js';
import { HandedOverDto, HandOverDto, HandOverInputDto } from './hand-over.dto.js';
import { PersonId } from './person-id.pipe.js';

/** What is open in a person's name, and who takes it when that person leaves. */
@ApiTags('people')
@Controller('people/:id/hand-over')
export class HandOverController {
  constructor(
    @Inject(DataSource) private readonly db: DataSource,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(HandOverService) private readonly handOvers: HandOverService,
    @Inject(ActorMemory) private readonly memory: ActorMemory,
  ) {}

  @Allow('people.edit')
  @Get()
  @ApiOkResponse({ type: HandOverDto })
  async open(@Param('id', PersonId) id: string): Promise<HandOverDto> {
    const open = await this.handOvers.open(id);
    return { ...open, figuresToFile: await countFiguresToFile(this.db, id, this.clock.today()) };
  }

  @Allow('people.edit')
  @Post()
  @HttpCode(200)
  @ApiOkResponse({ type: [HandedOverDto] })
  async handOver(
    @CurrentActor() actor: Actor,
    @Param('id', PersonId) id: string,
    @Body() body: HandOverInputDto,
  ): Promise<HandedOverDto[]> {
    const given = await this.handOvers.handOver(actor, id, {
      lastOn: body.lastOn,
      successorId: body.successorId ?? null,
      byUnit: (body.byUnit ?? []).map(({ unitId, successorId }) => ({ unitId: unitId ?? null, successorId })),
      byTicket: body.byTicket ?? [],
      postIds: body.postIds ?? null,
      passedPosts: body.passedPosts ?? [],
      disable: body.disable ?? false,
    });
    this.memory.forgetAll();
    return given;
  }
}
