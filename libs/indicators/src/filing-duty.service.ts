import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { CalendarService, Clock } from '@xiaohao/calendar';
import { execute, select } from '@xiaohao/database';
import { filingDueOn, type Day, type PeriodKind } from '@xiaohao/domain';
import { AppError } from '@xiaohao/errors';
import type { Actor } from '@xiaohao/org';
import { checkedFilingPeriod } from './filing-input.js';
import { listExpectedFilings, type ExpectedFiling } from './missing-filings.queries.js';
import { findFilingDays } from './missing-filings.service.js';

/** Which unit is to file an indicator, and for which length of period. */
export interface FilingDuty {
  key: string;
  unitId: string;
  unitName: string;
  every: PeriodKind;
}

/** An indicator with who is to file it, and of whom it is expected in one period. */
export interface PlannedIndicator {
  key: string;
  name: string;
  unit: string;
  /** Counts the changes of its duties. */
  version: number;
  duties: Omit<FilingDuty, 'key'>[];
  expected: Pick<ExpectedFiling, 'unitId' | 'unitName' | 'why' | 'status' | 'isMissing'>[];
}

export interface FilingPlan {
  period: string;
  periodLabel: string;
  dueOn: Day;
  indicators: PlannedIndicator[];
}

/** The duties of one indicator as somebody wants them; none leave it to habit again. */
export interface DutyChange {
  key: string;
  /** The version the page showed; a later one is not overwritten. */
  version?: number;
  duties: readonly Pick<FilingDuty, 'unitId' | 'every'>[];
}

@Injectable()
export class FilingDutyService {
  constructor(
    @Inject(DataSource) private readonly db: DataSource,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(CalendarService) private readonly calendar: CalendarService,
  ) {}

  list(): Promise<FilingDuty[]> {
    return select(
      this.db,
      `select d.key, d.unit_id as "unitId", u.name as "unitName", d.every from filing_duty d join unit u on u.id = d.unit_id
       join indicator i on i.key = d.key order by i.sort, d.key, u.sort, u.name`,
    );
  }

  /** Every indicator with its duties and, for the period, who is expected to file it and who has. */
  async plan(periodCode: string): Promise<FilingPlan> {
    const period = checkedFilingPeriod(periodCode, this.clock.today());
    const [indicators, duties, expected] = await Promise.all([
      select<Omit<PlannedIndicator, 'duties' | 'expected'>>(
        this.db,
        'select key, name, unit, duties_version as version from indicator order by sort, key',
      ),
      this.list(),
      listExpectedFilings(this.db, [period.code]),
    ]);
    return {
      period: period.code,
      periodLabel: period.label,
      dueOn: filingDueOn(period, await findFilingDays(this.db), await this.calendar.loadCalendar()),
      indicators: indicators.map((indicator) => ({
        ...indicator,
        duties: duties.filter(({ key }) => key === indicator.key),
        expected: expected.filter(({ key }) => key === indicator.key),
      })),
    };
  }

  /**
   * Says which units file these indicators: all changes or none.
   * @throws stale naming the indicator, notFound, inputWrong
   */
  async set(actor: Actor, changes: readonly DutyChange[]): Promise<FilingDuty[]> {
    const keys = new Set(changes.map(({ key }) => key));
    if (keys.size < changes.length) {
      throw new AppError('inputWrong', { field: 'changes', fieldLabel: '填报任务', reason: '同一指标出现两次' });
    }
    await this.db.transaction(async (tx) => {
      await checkUnits(tx, changes);
      // In one order, so that two who change the same ones never wait for each other.
      for (const change of [...changes].sort((a, b) => (a.key < b.key ? -1 : 1))) await setOne(tx, actor, change);
    });
    return (await this.list()).filter(({ key }) => keys.has(key));
  }
}

async function setOne(tx: EntityManager, actor: Actor, { key, version, duties }: DutyChange): Promise<void> {
  const [indicator] = await select<{ version: number }>(
    tx,
    'select duties_version as version from indicator where key = $1 for update',
    [key],
  );
  if (!indicator) throw new AppError('notFound', { what: `指标 ${key}` });
  if (version !== undefined && version !== indicator.version) {
    throw new AppError('stale', { key, version: indicator.version });
  }
  await execute(tx, 'update indicator set duties_version = duties_version + 1 where key = $1', [key]);
  await execute(tx, 'delete from filing_duty where key = $1', [key]);
  await execute(
    tx,
    `insert into filing_duty (key, unit_id, every, set_by) select $1, r."unitId", r.every, $3
     from jsonb_to_recordset($2::jsonb) as r ("unitId" uuid, every text) on conflict (key, unit_id) do nothing`,
    [key, JSON.stringify(duties), actor.personId],
  );
}

async function checkUnits(tx: EntityManager, changes: readonly DutyChange[]): Promise<void> {
  const asked = [...new Set(changes.flatMap(({ duties }) => duties.map(({ unitId }) => unitId)))];
  const known = await select(tx, 'select id from unit where id = any($1::uuid[]) and closed_on is null', [asked]);
  if (known.length < asked.length) {
    throw new AppError('inputWrong', { field: 'duties', fieldLabel: '填报单位', reason: '单位不存在或已撤并' });
  }
}
