import { Controller, Get, Inject, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { DataSource } from 'typeorm';
import { CONFIG, type Config } from '@xiaohao/config';
import { select } from '@xiaohao/database';
import { pdfPrinter } from '@xiaohao/documents';
import { QueueStatus } from '@xiaohao/jobs';
import { ReminderService } from '@xiaohao/reminders';
import { Public } from '../auth/allow.js';

@ApiTags('health')
@Controller('health')
export class HealthController {
  constructor(
    @Inject(DataSource) private readonly db: DataSource,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(QueueStatus) private readonly queue: QueueStatus,
    @Inject(ReminderService) private readonly reminders: ReminderService,
  ) {}

  /** The process answers. */
  @Public()
  @Get('live')
  live() {
    return { status: 'ok' };
  }

  /** Database, migrations and queue are there. The reminder watchdog and what makes PDFs are told, yet never make the server unready. */
  @Public()
  @Get('ready')
  async ready(@Res({ passthrough: true }) reply: FastifyReply) {
    const [database, queue] = await Promise.all([this.databaseUp(), this.queueUp()]);
    if (!database || !queue) void reply.status(503);
    const watchdog = database ? await this.reminders.watchdog() : null;
    return {
      status: database && queue ? 'ok' : 'unavailable',
      database,
      queue,
      watchdog,
      libreOffice: this.config.soffice !== null,
      pdfPrinter: await pdfPrinter(this.config.soffice),
    };
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

  private async queueUp(): Promise<boolean> {
    try {
      await this.queue.queueHealth();
      return true;
    } catch {
      return false;
    }
  }
}
