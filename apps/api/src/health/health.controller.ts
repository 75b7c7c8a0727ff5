import { Controller, Get, Inject, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { DataSource } from 'typeorm';
import { select } from '@xiaohao/database';
import { queueHealth } from '@xiaohao/jobs';
import { ReminderService } from '@xiaohao/reminders';
import { Public } from '../auth/allow.js';

@ApiTags('health')
@Controller('health')
export class HealthController {
  constructor(
    @Inject(DataSource) private readonly db: DataSource,
    @Inject(ReminderService) private readonly reminders: ReminderService,
  ) {}

  /** The process answers. */
  @Public()
  @Get('live')
  live() {
    return { status: 'ok' };
  }

  /** Database, migrations and queue are there. The reminder watchdog is told, yet never makes the server unready. */
  @Public()
  @Get('ready')
  async ready(@Res({ passthrough: true }) reply: FastifyReply) {
    const [database, queue] = await Promise.all([this.databaseUp(), queueUp()]);
    if (!database || !queue) void reply.status(503);
    const watchdog = database ? await this.reminders.watchdog() : null;
    return { status: database && queue ? 'ok' : 'unavailable', database, queue, watchdog };
  }

  private async databaseUp(): Promise<boolean> {
    try {
      const [row] = await select<{ pending: boolean }>(this.db, 'select count(*) < $1 as pending from migrations', [
        this.db.migrations.length,
      ]);
      return row?.pending === false;
    } catch {
      return false;
    }
  }
}

async function queueUp(): Promise<boolean> {
  try {
    await queueHealth();
    return true;
  } catch {
    return false;
  }
}
