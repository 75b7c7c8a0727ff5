import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { Clock } from '@xiaohao/calendar';
import { listPeople, listUnits, type Actor } from '@xiaohao/org';
import { listOutcomeTypes, listSources } from '@xiaohao/tickets';
import { Allow, CurrentActor, SignedIn, TokensToo } from '../auth/allow.js';
import { OutcomeTypeDto, OutcomeTypeQueryDto, PeopleQueryDto, PersonDto, SourceDto, UnitDto } from './people.dto.js';

/** The lists people choose from. */
@ApiTags('people')
@Controller()
export class PeopleController {
  constructor(
    @Inject(DataSource) private readonly db: DataSource,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  @SignedIn()
  @TokensToo()
  @Get('units')
  @ApiOkResponse({ type: [UnitDto] })
  units(): Promise<UnitDto[]> {
    return listUnits(this.db);
  }

  @Allow('people.read')
  @Get('people')
  @ApiOkResponse({ type: [PersonDto] })
  people(@Query() query: PeopleQueryDto): Promise<PersonDto[]> {
    return listPeople(this.db, query, this.clock.today());
  }

  @Allow('ticket.read')
  @Get('sources')
  @ApiOkResponse({ type: [SourceDto] })
  sources(@CurrentActor() actor: Actor): Promise<SourceDto[]> {
    return listSources(this.db, actor);
  }

  @Allow('ticket.read')
  @Get('outcome-types')
  @ApiOkResponse({ type: [OutcomeTypeDto] })
  outcomeTypes(@Query() query: OutcomeTypeQueryDto): Promise<OutcomeTypeDto[]> {
    return listOutcomeTypes(this.db, query.kind ?? null);
  }
}
