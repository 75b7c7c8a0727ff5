import { Controller, Get, Inject } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { DailyRootService } from '@xiaohao/tickets';
import { Allow } from '../auth/allow.js';
import { DailyRootsDto } from './audit.dto.js';

/** A year and a day. */
const shownAtMost = 366;

@ApiTags('audit')
@Controller('daily-roots')
export class AuditController {
  constructor(@Inject(DailyRootService) private readonly roots: DailyRootService) {}

  @Allow('audit.verify')
  @Get()
  @ApiOkResponse({ type: DailyRootsDto })
  async list(): Promise<DailyRootsDto> {
    return { items: await this.roots.list(shownAtMost) };
  }
}
