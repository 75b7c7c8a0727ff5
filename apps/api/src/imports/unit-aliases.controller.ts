import { Controller, Delete, Get, HttpCode, Inject, Param } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { ImportPages } from '@xiaohao/ledgers';
import type { Actor } from '@xiaohao/org';
import { Allow, CurrentActor } from '../auth/allow.js';
import { ImportId } from './import-id.pipe.js';
import { UnitAliasDto } from './unit-alias.dto.js';

/** Whom names in ledgers mean that are no unit's own, as people said at imports. */
@ApiTags('imports')
@Controller('unit-aliases')
export class UnitAliasesController {
  constructor(@Inject(ImportPages) private readonly pages: ImportPages) {}

  @Allow('import.run')
  @Get()
  @ApiOkResponse({ type: [UnitAliasDto] })
  list(@CurrentActor() actor: Actor) {
    return this.pages.aliases(actor);
  }

  /** The offices' to decide, as it was theirs to say. */
  @Allow('import.run')
  @Delete(':id')
  @HttpCode(204)
  forget(@CurrentActor() actor: Actor, @Param('id', ImportId) id: string): Promise<void> {
    return this.pages.forgetAlias(actor, id);
  }
}
