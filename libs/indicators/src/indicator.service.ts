import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock } from '@xiaohao/calendar';
import { select } from '@xiaohao/database';
import { findFigure, isFigureKey, previousPeriod, type FigureNature } from '@xiaohao/domain';
import { AppError } from '@xiaohao/errors';
import { checkedFilingPeriod } from './filing-input.js';
import { listIndicators, type IndicatorRow } from './filing.queries.js';
import { listFilings, type StatedFiling } from './stated-filing.queries.js';

/** An indicator with what was filed for the period, and for the one before it to compare with. */
export interface IndicatorSheetRow extends IndicatorRow {
  filings: StatedFiling[];
  previous: StatedFiling[];
}

export interface NewIndicator {
  key: string;
  name: string;
  unit: string;
  nature: FigureNature;
}

@Injectable()
export class IndicatorService {
  constructor(
    @Inject(DataSource) private readonly db: DataSource,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** All indicators with what was filed for a period, by one unit or by all. */
  async list(periodCode: string, unitId: string | null = null): Promise<IndicatorSheetRow[]> {
    const period = checkedFilingPeriod(periodCode, this.clock.today());
    const [indicators, filings, previous] = await Promise.all([
      listIndicators(this.db),
      listFilings(this.db, period.code, unitId),
      listFilings(this.db, previousPeriod(period).code, unitId),
    ]);
    return indicators.map((indicator) => ({
      ...indicator,
      filings: filings.filter(({ key }) => key === indicator.key),
      previous: previous.filter(({ key }) => key === indicator.key),
    }));
  }

  /** Adds an indicator of the bureau's own; its key then works as a tag in templates. */
  async create(indicator: NewIndicator): Promise<IndicatorRow> {
    if (!isFigureKey(indicator.key)) {
      throw new AppError('inputWrong', {
        field: 'key',
        fieldLabel: '指标代码',
        reason: '应以小写字母开头，只含小写字母、数字和下划线，且不是 constructor',
      });
    }
    if (findFigure(indicator.key) || findFigure(indicator.name)) {
      throw new AppError('duplicate', { what: `指标 ${indicator.key}` });
    }
    const row = await this.db.transaction(async (tx) => {
      // Figures the bureau defines go by keys and names of the same tags.
      await select(tx, `select pg_advisory_xact_lock(hashtextextended('figure words', 0))`);
      const [defined] = await select(tx, 'select 1 from figure_definition where key in ($1, $2) or name in ($1, $2)', [
        indicator.key,
        indicator.name,
      ]);
      return defined ? null : addIndicator(tx, indicator);
    });
    if (!row) throw new AppError('duplicate', { what: `指标 ${indicator.key}` });
    return row;
  }
}

async function addIndicator(
  tx: EntityManager,
  { key, name, unit, nature }: NewIndicator,
): Promise<IndicatorRow | null> {
  const [row] = await select<IndicatorRow>(
    tx,
    `insert into indicator (key, name, unit, nature, sort)
     select $1, $2, $3, $4, coalesce(max(sort), 0) + 1 from indicator
     on conflict do nothing returning key, name, unit, nature`,
    [key, name, unit, nature],
  );
  return row ?? null;
}
