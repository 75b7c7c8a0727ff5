import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { CalendarService, Clock } from '@xiaohao/calendar';
import { AppError } from '@xiaohao/errors';
import { MissingFilingsService } from '@xiaohao/indicators';
import { NoticeService } from '@xiaohao/notices';
import { claimFilings } from './filing-sweep.js';
import { reach, untold } from './filing-reminder.queries.js';
import { lockSweeps } from './occurrence.queries.js';
import { listRules } from './reminder-rule.queries.js';

/** What an urging did. */
export interface Urged {
  /** Messages written now. */
  messages: number;
  /** Names of units for which nobody could be told. */
  unreached: string[];
}

const urgeRule = 'filing_urge';

/** 催报: tells, at somebody's click and by the rule for it, who has not filed; each person and unit once a day. */
@Injectable()
export class FilingUrgeService {
  constructor(
    @Inject(DataSource) private readonly db: DataSource,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(CalendarService) private readonly calendar: CalendarService,
    @Inject(NoticeService) private readonly notices: NoticeService,
    @Inject(MissingFilingsService) private readonly missing: MissingFilingsService,
  ) {}

  /** @throws dayOff on days on which nobody is reminded, ruleOff where the bureau has switched the rule off */
  async urge(periodCode: string, unitIds: readonly string[] | null): Promise<Urged> {
    const today = this.clock.today();
    if (!(await this.calendar.loadCalendar()).isWorkingDay(today)) throw new AppError('dayOff');
    const { items } = await this.missing.list(periodCode, unitIds);
    return this.db.transaction(async (tx) => {
      await lockSweeps(tx);
      const rule = (await listRules(tx)).find(({ code, enabled }) => code === urgeRule && enabled);
      if (!rule) throw new AppError('ruleOff');
      // The day it was asked for stands for the deadline: once a day, and again on another.
      const reached = await reach(tx, [{ rule, forOn: today, dueOn: today, missing: items }], today);
      const messages = await claimFilings(tx, rule, await untold(tx, reached), today);
      await this.notices.postMany(tx, messages);
      const known = new Set(reached.map(({ unitId }) => unitId));
      const unreached = new Map(
        items.filter(({ unitId }) => !known.has(unitId)).map((row) => [row.unitId, row.unitName]),
      );
      return { messages: messages.length, unreached: [...unreached.values()] };
    });
  }
}
