import { Body, Controller, Get, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { listClosedUnits, UnitsService, type Actor } from '@xiaohao/org';
import { UnitClosingService } from '@xiaohao/tickets';
import { ActorMemory } from '../auth/actor-memory.js';
import { Allow, CurrentActor } from '../auth/allow.js';
import { UnitId } from './unit-id.pipe.js';
import { ClosedUnitDto, TouchedByUnitDto, UnitMergeDto, UnitNameDto, UnitPlaceDto } from './units.dto.js';

/** Changes of the tree of units. Rights follow the tree, so whoever is remembered is forgotten with it. */
@ApiTags('units')
@Controller('units')
export class UnitsController {
  constructor(
    @Inject(DataSource) private readonly db: DataSource,
    @Inject(UnitsService) private readonly units: UnitsService,
    @Inject(UnitClosingService) private readonly closing: UnitClosingService,
    @Inject(ActorMemory) private readonly memory: ActorMemory,
  ) {}

  @Allow('people.edit')
  @Get('closed')
  @ApiOkResponse({ type: [ClosedUnitDto] })
  closed(): Promise<ClosedUnitDto[]> {
    return listClosedUnits(this.db);
  }

  /** What a change of this unit would touch. */
  @Allow('people.edit')
  @Get(':id/touched')
  @ApiOkResponse({ type: TouchedByUnitDto })
  touched(@Param('id', UnitId) id: string): Promise<TouchedByUnitDto> {
    return this.closing.touched(id);
  }

  @Allow('people.edit')
  @Post(':id/rename')
  @HttpCode(204)
  async rename(
    @CurrentActor() actor: Actor,
    @Param('id', UnitId) id: string,
    @Body() { name }: UnitNameDto,
  ): Promise<void> {
    await this.units.rename(actor, id, name);
    this.memory.forgetAll();
  }

  @Allow('people.edit')
  @Post(':id/move')
  @HttpCode(204)
  async move(
    @CurrentActor() actor: Actor,
    @Param('id', UnitId) id: string,
    @Body() { parentId }: UnitPlaceDto,
  ): Promise<void> {
    await this.units.move(actor, id, parentId);
    this.memory.forgetAll();
  }

  @Allow('people.edit')
  @Post(':id/close')
  @HttpCode(204)
  async close(@CurrentActor() actor: Actor, @Param('id', UnitId) id: string): Promise<void> {
    await this.closing.close(actor, id);
    this.memory.forgetAll();
  }

  /** Returns what was touched. */
  @Allow('people.edit')
  @Post(':id/merge')
  @HttpCode(200)
  @ApiOkResponse({ type: TouchedByUnitDto })
  async merge(
    @CurrentActor() actor: Actor,
    @Param('id', UnitId) id: string,
    @Body() { intoId }: UnitMergeDto,
  ): Promise<TouchedByUnitDto> {
    const touched = await this.closing.merge(actor, id, intoId);
    this.memory.forgetAll();
    return touched;
  }
}
