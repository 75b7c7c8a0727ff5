import { CalendarService, Clock } from '@xiaohao/calendar';
import { applicationDataSource, select } from '@xiaohao/database';
import type { Day } from '@xiaohao/domain';
import { JobQueue } from '@xiaohao/jobs';
import { DeliveryService, MailTransport, NoticeService } from '@xiaohao/notices';
import { ReminderService } from '@xiaohao/reminders';
import type { TestApi } from './boot-api.js';

/** Tells of every change that waits in the outbox, as a worker would. */
export async function runTicketJobs(api: TestApi, today: Day): Promise<void> {
  const db = await applicationDataSource({ databaseUrl: api.appUrl }, 2).initialize();
  const config = { smtpUrl: null, smtpFrom: '销号 <xiaohao@test.invalid>', publicUrl: 'http://xiaohao.test.invalid' };
  const transport = new MailTransport(config);
  try {
    const clock = new Clock({ today });
    const notices = new NoticeService(db, config, new JobQueue());
    const deliveries = new DeliveryService(db, config, clock, transport, notices);
    const reminders = new ReminderService(db, clock, new CalendarService(db), notices, deliveries);
    const waiting = await select<{ payload: { ticketId: string; seq: number } }>(
      api.owner,
      `update outbox set done_at = now() where done_at is null and job = 'ticket.changed' returning payload`,
    );
    for (const { payload } of waiting) await reminders.tellOfChange(payload);
  } finally {
    transport.onApplicationShutdown();
    await db.destroy();
  }
}
