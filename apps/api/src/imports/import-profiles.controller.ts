import { Controller, Delete, Get, HttpCode, Inject, Param } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { ImportPages } from '@xiaohao/ledgers';
import { Allow } from '../auth/allow.js';
import { ImportId } from './import-id.pipe.js';
import { ImportProfileDto } from './import-profile.dto.js';

/** What people made of the headings of sheets, kept for the next file with the same. */
@ApiTags('imports')
@Controller('import-profiles')
export class ImportProfilesController {
  constructor(@Inject(ImportPages) private readonly pages: ImportPages) {}

  @Allow('import.run')
  @Get()
  @ApiOkResponse({ type: [ImportProfileDto] })
  list() {
    return this.pages.profiles();
  }

  @Allow('import.run')
  @Delete(':id')
  @HttpCode(204)
  forget(@Param('id', ImportId) id: string): Promise<void> {
    return this.pages.forgetProfile(id);
  }
}
