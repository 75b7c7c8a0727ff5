import { Controller, Delete, Get, HttpCode, Inject, Param } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { ImportPages } from '@xiaohao/ledgers';
import type { Actor } from '@xiaohao/org';
import { Allow, CurrentActor } from '../auth/allow.js';
import { ImportId } from './import-id.pipe.js';
import { ImportProfileDto } from './import-profile.dto.js';

/** What people made of the headings of sheets, kept for their next file with the same: the offices together, each town its own. */
@ApiTags('imports')
@Controller('import-profiles')
export class ImportProfilesController {
  constructor(@Inject(ImportPages) private readonly pages: ImportPages) {}

  @Allow('import.run')
  @Get()
  @ApiOkResponse({ type: [ImportProfileDto] })
  list(@CurrentActor() actor: Actor) {
    return this.pages.profiles(actor);
  }

  @Allow('import.run')
  @Delete(':id')
  @HttpCode(204)
  forget(@CurrentActor() actor: Actor, @Param('id', ImportId) id: string): Promise<void> {
    return this.pages.forgetProfile(actor, id);
  }
}
