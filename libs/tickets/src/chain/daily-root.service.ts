import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock } from '@xiaohao/calendar';
import { select } from '@xiaohao/database';
import { addDays, type Day } from '@xiaohao/domain';
import { rootNoticeTexts } from '@xiaohao/messages';
import { NoticeService } from '@xiaohao/notices';
import { computeRoot, keepRoot, listRoots, type DailyRoot } from './daily-root.js';

/** Days without a root that are still given one after the worker stood still; `verify` can find older ones anew. */
const caughtUpDays = 31;

/** Keeps one root a day and hands it to the auditors: whoever holds a mail can prove later that nothing was altered. */
@Injectable()
export class DailyRootService {
  constructor(
    @Inject(DataSource) private readonly db: DataSource,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(NoticeService) private readonly notices: NoticeService,
  ) {}

  list(limit: number): Promise<DailyRoot[]> {
    return listRoots(this.db, limit);
  }

  /** Roots of all days before today that have none; the auditors are told of those that differ from the one before. */
  async keepDue(done?: (tx: EntityManager) => Promise<void>): Promise<void> {
    const today = this.clock.today();
    // One moment for all days: what is written meanwhile belongs to today.
    await this.db.transaction('REPEATABLE READ', async (tx) => {
      let [last] = await listRoots(tx, 1);
      for (let day = firstDue(last?.day ?? null, today); day < today; day = addDays(day, 1)) {
        const root = await computeRoot(tx, day);
        if ((await keepRoot(tx, root)) && root.root !== last?.root && root.tickets > 0)
          await this.tell(tx, root, today);
        last = root;
      }
      await done?.(tx);
    });
  }

  private async tell(tx: EntityManager, { day, root, tickets, events }: DailyRoot, today: Day): Promise<void> {
    const auditors = await select<{ id: string }>(
      tx,
      `select distinct p.id from person p join post o on o.person_id = p.id
       where o.role = 'auditor' and o.from_on <= $1 and (o.to_on is null or o.to_on >= $1) and p.disabled_at is null`,
      [today],
    );
    const facts: Record<string, string> = { day, root, tickets: String(tickets), events: String(events) };
    const say = (text: keyof typeof rootNoticeTexts) =>
      rootNoticeTexts[text][0].replace(/\{(\w+)\}/g, (_, name: string) => facts[name]!);
    const body = { heading: say('heading'), blocks: [{ form: 'lines' as const, lines: [say('root'), say('how')] }] };
    await this.notices.postMany(
      tx,
      auditors.map(({ id: personId }) => ({
        personId,
        ruleCode: 'daily_root',
        forOn: day,
        subject: say('heading'),
        body,
        link: '/system/roots',
        channels: ['inbox', 'mail'],
      })),
    );
  }
}

function firstDue(last: Day | null, today: Day): Day {
  const yesterday = addDays(today, -1);
  if (last === null) return yesterday;
  const [next, earliest] = [addDays(last, 1), addDays(today, -caughtUpDays)];
  return next > earliest ? next : earliest;
}
