import { Inject, Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { ReminderService } from '@xiaohao/reminders';

const lookEveryMs = 10 * 60_000;

/** Watches over the worker from outside it: tells the administrators when a sweep is missing. */
@Injectable()
export class ReminderAlarm implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger('reminders');
  private timer: NodeJS.Timeout | undefined;

  constructor(@Inject(ReminderService) private readonly reminders: ReminderService) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => void this.look(), lookEveryMs);
    this.timer.unref();
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  private async look(): Promise<void> {
    try {
      await this.reminders.raiseAlarm();
    } catch (error) {
      this.logger.warn(
        `The reminder watchdog could not look: ${error instanceof Error ? error.message : String(error)}`,
      );
    }
  }
}
