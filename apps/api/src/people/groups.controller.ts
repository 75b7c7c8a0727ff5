import { Body, Controller, Get, HttpCode, Inject, Param, Put } from '@nestjs/common';
import { ApiOkResponse, ApiProperty, ApiTags } from '@nestjs/swagger';
import { ArrayMaxSize, IsArray, IsUUID } from 'class-validator';
import { DataSource } from 'typeorm';
import { Clock } from '@xiaohao/calendar';
import { GroupService, listGroups, type Actor } from '@xiaohao/org';
import { ActorMemory } from '../auth/actor-memory.js';
import { Allow, CurrentActor } from '../auth/allow.js';
import { NamedDto } from '../auth/auth.dto.js';
import { PersonId } from './person-id.pipe.js';

export class GroupDto {
  @ApiProperty() id: string;
  @ApiProperty() name: string;
  @ApiProperty({ type: [NamedDto] }) members: NamedDto[];
}

export class GroupMembersDto {
  @ApiProperty({ type: [String] }) @IsArray() @ArrayMaxSize(500) @IsUUID(undefined, { each: true }) unitIds: string[];
}

/** Collective owners and the units they stand for. */
@ApiTags('people')
@Controller('units')
export class GroupsController {
  constructor(
    @Inject(DataSource) private readonly db: DataSource,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(GroupService) private readonly groups: GroupService,
    @Inject(ActorMemory) private readonly memory: ActorMemory,
  ) {}

  @Allow('people.edit')
  @Get('groups')
  @ApiOkResponse({ type: [GroupDto] })
  list(): Promise<GroupDto[]> {
    return listGroups(this.db, this.clock.today());
  }

  @Allow('people.edit')
  @Put(':id/members')
  @HttpCode(204)
  async setMembers(
    @CurrentActor() actor: Actor,
    @Param('id', PersonId) id: string,
    @Body() { unitIds }: GroupMembersDto,
  ): Promise<void> {
    await this.groups.setMembers(actor, id, unitIds);
    this.memory.forgetAll();
  }
}
