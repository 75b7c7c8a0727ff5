import { Body, Controller, Get, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { Clock } from '@xiaohao/calendar';
import { LeaveService, listCoverablePosts, listLeaves, type Actor } from '@xiaohao/org';
import { ActorMemory } from '../auth/actor-memory.js';
import { Allow, CurrentActor, SignedIn } from '../auth/allow.js';
import { CreatedDto } from './accounts.dto.js';
import { LeavesDto, NewLeaveDto } from './leaves.dto.js';
import { PersonId } from './person-id.pipe.js';

/** Who stands in for whom: set by the administrator for anybody, by each person for the own leave. */
@ApiTags('people')
@Controller()
export class LeavesController {
  constructor(
    @Inject(DataSource) private readonly db: DataSource,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(LeaveService) private readonly leaves: LeaveService,
    @Inject(ActorMemory) private readonly memory: ActorMemory,
  ) {}

  @SignedIn()
  @Get('me/leaves')
  @ApiOkResponse({ type: LeavesDto })
  own(@CurrentActor() actor: Actor): Promise<LeavesDto> {
    return this.leavesOf(actor.personId);
  }

  @SignedIn()
  @Post('me/leaves')
  @ApiCreatedResponse({ type: CreatedDto })
  setOwn(@CurrentActor() actor: Actor, @Body() body: NewLeaveDto): Promise<CreatedDto> {
    return this.changed(this.leaves.set(actor, actor.personId, body, true));
  }

  @SignedIn()
  @Post('me/leaves/:leaveId/end')
  @HttpCode(204)
  endOwn(@CurrentActor() actor: Actor, @Param('leaveId', PersonId) leaveId: string): Promise<void> {
    return this.changed(this.leaves.end(actor, actor.personId, leaveId));
  }

  @Allow('people.edit')
  @Get('people/:id/leaves')
  @ApiOkResponse({ type: LeavesDto })
  list(@Param('id', PersonId) id: string): Promise<LeavesDto> {
    return this.leavesOf(id);
  }

  @Allow('people.edit')
  @Post('people/:id/leaves')
  @ApiCreatedResponse({ type: CreatedDto })
  set(@CurrentActor() actor: Actor, @Param('id', PersonId) id: string, @Body() body: NewLeaveDto): Promise<CreatedDto> {
    return this.changed(this.leaves.set(actor, id, body, false));
  }

  @Allow('people.edit')
  @Post('people/:id/leaves/:leaveId/end')
  @HttpCode(204)
  end(
    @CurrentActor() actor: Actor,
    @Param('id', PersonId) id: string,
    @Param('leaveId', PersonId) leaveId: string,
  ): Promise<void> {
    return this.changed(this.leaves.end(actor, id, leaveId));
  }

  private async leavesOf(personId: string): Promise<LeavesDto> {
    const today = this.clock.today();
    const [posts, leaves] = await Promise.all([
      listCoverablePosts(this.db, personId, today),
      listLeaves(this.db, personId, today),
    ]);
    return { posts, leaves };
  }

  private async changed<Body>(change: Promise<Body>): Promise<Body> {
    const body = await change;
    this.memory.forgetAll();
    return body;
  }
}
