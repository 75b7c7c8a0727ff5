import type { Readable } from 'node:stream';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { CalendarService, Clock } from '@xiaohao/calendar';
import { execute, select, type Queryable } from '@xiaohao/database';
import { filingDueOn, type PeriodKind } from '@xiaohao/domain';
import { AppError } from '@xiaohao/errors';
import type { Actor } from '@xiaohao/org';
import { checkedFilingPeriod } from './filing-input.js';
import { listMissingFilings, type MissingFilings } from './missing-filings.queries.js';
import { missingFilingsWorkbook } from './missing-filings-workbook.js';
import { defaultFilingDays, filingDaysKey } from './parameter-table.js';

/** Which unit is to file an indicator, and for which length of period; null: whoever filed it before. */
export interface FilingDuty {
  key: string;
  unitId: string;
  unitName: string;
  every: PeriodKind;
}

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

  listDuties(): Promise<FilingDuty[]> {
    return select(
      this.db,
      `select d.key, d.unit_id as "unitId", u.name as "unitName", d.every from filing_duty d join unit u on u.id = d.unit_id
       join indicator i on i.key = d.key order by i.sort, d.key, u.sort, u.name`,
    );
  }

  /** Says which units file an indicator, for which length of period; an empty list leaves it to habit again. */
  async setDuties(
    actor: Actor,
    key: string,
    duties: readonly Pick<FilingDuty, 'unitId' | 'every'>[],
  ): Promise<FilingDuty[]> {
    await this.db.transaction(async (tx) => {
      const [indicator] = await select(tx, 'select 1 from indicator where key = $1 for update', [key]);
      if (!indicator) throw new AppError('notFound', { what: `指标 ${key}` });
      const known = await select<{ id: string }>(
        tx,
        'select id from unit where id = any($1::uuid[]) and closed_on is null',
        [duties.map(({ unitId }) => unitId)],
      );
      const stranger = duties.find(({ unitId }) => !known.some(({ id }) => id === unitId));
      if (stranger) {
        throw new AppError('inputWrong', { field: 'duties', fieldLabel: '填报单位', reason: '单位不存在或已撤并' });
      }
      await execute(tx, 'delete from filing_duty where key = $1', [key]);
      await execute(
        tx,
        `insert into filing_duty (key, unit_id, every, set_by) select $1, r."unitId", r.every, $3
         from jsonb_to_recordset($2::jsonb) as r ("unitId" uuid, every text) on conflict (key, unit_id) do nothing`,
        [key, JSON.stringify(duties), actor.personId],
      );
    });
    return (await this.listDuties()).filter((duty) => duty.key === key);
  }
}

/** Working days after a period's end by which the bureau wants it filed. */
export async function findFilingDays(db: Queryable): Promise<number> {
  const [row] = await select<{ value: string | null }>(db, 'select value from bureau_parameter where key = $1', [
    filingDaysKey,
  ]);
  return row?.value ? Number(row.value) : defaultFilingDays;
}
