import type { Readable } from 'node:stream';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { CalendarService, Clock } from '@xiaohao/calendar';
import { select, type Queryable } from '@xiaohao/database';
import { filingDueOn } from '@xiaohao/domain';
import type { Actor } from '@xiaohao/org';
import { checkedFilingPeriod } from './filing-input.js';
import { listMissingFilings, type MissingFilings } from './missing-filings.queries.js';
import { missingFilingsWorkbook } from './missing-filings-workbook.js';
import { defaultFilingDays, filingDaysKey } from './parameter-table.js';

@Injectable()
export class MissingFilingsService {
  constructor(
    @Inject(DataSource) private readonly db: DataSource,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(CalendarService) private readonly calendar: CalendarService,
  ) {}

  async list(periodCode: string, unitIds: readonly string[] | null = null): Promise<MissingFilings> {
    const period = checkedFilingPeriod(periodCode, this.clock.today());
    const days = await findFilingDays(this.db);
    return {
      period: period.code,
      periodLabel: period.label,
      dueOn: filingDueOn(period, days, await this.calendar.loadCalendar()),
      items: await listMissingFilings(this.db, [period.code], unitIds),
    };
  }

  /** The same list as a workbook. */
  async workbook(actor: Actor, periodCode: string): Promise<{ name: string; stream: Readable }> {
    return missingFilingsWorkbook(await this.list(periodCode), { createdAt: this.clock.now(), creator: actor.name });
  }
}

/** Working days after a period's end by which the bureau wants it filed. */
export async function findFilingDays(db: Queryable): Promise<number> {
  const [row] = await select<{ value: string | null }>(db, 'select value from bureau_parameter where key = $1', [
    filingDaysKey,
  ]);
  return row?.value ? Number(row.value) : defaultFilingDays;
}
