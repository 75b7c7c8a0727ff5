import { Body, Controller, Get, HttpCode, Inject, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { Clock } from '@xiaohao/calendar';
import { listAccounts, listPeopleEvents, PeopleService, type Actor } from '@xiaohao/org';
import { refuseOpenWork, refuseUnfitWork } from '@xiaohao/tickets';
import { ActorMemory } from '../auth/actor-memory.js';
import { Allow, CurrentActor } from '../auth/allow.js';
import {
  AccountDto,
  AccountsQueryDto,
  CreatedDto,
  NewPersonCreatedDto,
  NewPersonDto,
  NewPostDto,
  NewUnitDto,
  OneTimePasswordDto,
  PeopleEventDto,
  PeopleEventsQueryDto,
  PersonChangeDto,
} from './accounts.dto.js';
import { PersonId } from './person-id.pipe.js';

/** Units, accounts and posts, as the administrator keeps them. */
@ApiTags('people')
@Controller()
export class AccountsController {
  constructor(
    @Inject(DataSource) private readonly db: DataSource,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(PeopleService) private readonly people: PeopleService,
    @Inject(ActorMemory) private readonly memory: ActorMemory,
  ) {}

  @Allow('people.edit')
  @Post('units')
  @ApiCreatedResponse({ type: CreatedDto })
  addUnit(@CurrentActor() actor: Actor, @Body() { name, type, parentId = null }: NewUnitDto): Promise<CreatedDto> {
    return this.people.addUnit(actor, { name, type, parentId });
  }

  @Allow('people.edit')
  @Get('people/accounts')
  @ApiOkResponse({ type: [AccountDto] })
  accounts(@Query() query: AccountsQueryDto): Promise<AccountDto[]> {
    return listAccounts(this.db, query, this.clock.today());
  }

  @Allow('audit.verify')
  @Get('people/events')
  @ApiOkResponse({ type: [PeopleEventDto] })
  events(@Query() { personId }: PeopleEventsQueryDto): Promise<PeopleEventDto[]> {
    return listPeopleEvents(this.db, personId ?? null);
  }

  @Allow('people.edit')
  @Post('people')
  @ApiCreatedResponse({ type: NewPersonCreatedDto })
  add(@CurrentActor() actor: Actor, @Body() { post, ...person }: NewPersonDto): Promise<NewPersonCreatedDto> {
    return this.people.add(actor, person, post);
  }

  @Allow('people.edit')
  @Patch('people/:id')
  @HttpCode(204)
  async change(
    @CurrentActor() actor: Actor,
    @Param('id', PersonId) id: string,
    @Body() body: PersonChangeDto,
  ): Promise<void> {
    await this.people.change(actor, id, body);
    this.memory.forgetAll();
  }

  @Allow('people.edit')
  @Post('people/:id/posts')
  @ApiCreatedResponse({ type: CreatedDto })
  async addPost(
    @CurrentActor() actor: Actor,
    @Param('id', PersonId) id: string,
    @Body() body: NewPostDto,
  ): Promise<CreatedDto> {
    const created = await this.people.addPost(actor, id, body);
    this.memory.forgetAll();
    return created;
  }

  @Allow('people.edit')
  @Post('people/:id/posts/:postId/end')
  @HttpCode(204)
  async endPost(
    @CurrentActor() actor: Actor,
    @Param('id', PersonId) id: string,
    @Param('postId', PersonId) postId: string,
  ): Promise<void> {
    await this.people.endPost(actor, id, postId, refuseUnfitWork);
    this.memory.forgetAll();
  }

  @Allow('people.edit')
  @Post('people/:id/password')
  @HttpCode(200)
  @ApiOkResponse({ type: OneTimePasswordDto })
  async resetPassword(@CurrentActor() actor: Actor, @Param('id', PersonId) id: string): Promise<OneTimePasswordDto> {
    const told = await this.people.resetPassword(actor, id);
    this.memory.forgetAll();
    return told;
  }

  @Allow('people.edit')
  @Post('people/:id/disable')
  @HttpCode(204)
  async disable(@CurrentActor() actor: Actor, @Param('id', PersonId) id: string): Promise<void> {
    await this.people.disable(actor, id, refuseOpenWork);
    this.memory.forgetAll();
  }

  @Allow('people.edit')
  @Post('people/:id/enable')
  @HttpCode(204)
  async enable(@CurrentActor() actor: Actor, @Param('id', PersonId) id: string): Promise<void> {
    await this.people.enable(actor, id);
    this.memory.forgetAll();
  }
}
