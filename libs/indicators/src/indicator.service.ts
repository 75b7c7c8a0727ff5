import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock } from '@xiaohao/calendar';
import { newId, select } from '@xiaohao/database';
import { findFigure, parsePeriod, previousPeriod, type FigureNature, type Period, type Role } from '@xiaohao/domain';
import { AppError } from '@xiaohao/errors';
import { unitsOf, type Actor } from '@xiaohao/org';
import type { Filing } from './bureau-value.js';
import { listFilings, listIndicators, type IndicatorRow } from './filing.queries.js';

export interface NewFiling {
  unitId: string;
  period: string;
  value: number;
  note?: string | null;
  /** The version the page showed; without it the filing simply counts from now on. */
  version?: number;
}

/** An indicator with what was filed for the period, and for the one before it to compare with. */
export interface IndicatorSheetRow extends IndicatorRow {
  filings: Filing[];
  previous: Filing[];
}

export interface NewIndicator {
  key: string;
  name: string;
  unit: string;
  nature: FigureNature;
}

/** Roles that file for their unit and the units below it. */
const filingRoles: readonly Role[] = ['head', 'clerk', 'stats', 'office'];
/** numeric(18,4). */
const largestValue = 99_999_999_999_999;

@Injectable()
export class IndicatorService {
  constructor(
    @Inject(DataSource) private readonly db: DataSource,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** All indicators with what was filed for a period, by one unit or by all. */
  async list(periodCode: string, unitId: string | null = null): Promise<IndicatorSheetRow[]> {
    const period = this.checkedPeriod(periodCode);
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

  /** Units the actor files for, those below included. */
  unitsToFileFor(actor: Actor): string[] {
    return unitsOf(actor, filingRoles);
  }

  /** Adds an indicator of the bureau's own; its key then works as a tag in templates. */
  async create(indicator: NewIndicator): Promise<IndicatorRow> {
    if (!/^[a-z][a-z0-9_]{1,59}$/.test(indicator.key)) {
      throw new AppError('inputWrong', {
        field: 'key',
        fieldLabel: '指标代码',
        reason: '应以小写字母开头，只含小写字母、数字和下划线',
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

  /** Files or corrects one value; the former value stays in the history. */
  async file(actor: Actor, key: string, filing: NewFiling): Promise<Filing & { key: string }> {
    const period = this.checkedPeriod(filing.period);
    const value = checkedNumber(filing.value);
    if (!this.unitsToFileFor(actor).includes(filing.unitId)) throw new AppError('forbidden');
    const filed = await this.db.transaction(async (tx) => {
      const [indicator] = await select(tx, 'select 1 from indicator where key = $1', [key]);
      if (!indicator) throw new AppError('notFound', { what: `指标 ${key}` });
      const [row] = await select<{ id: string }>(
        tx,
        `insert into indicator_filing (id, key, unit_id, period, value, note, filed_by)
         values ($1, $2, $3, $4, $5, $6, $7)
         on conflict (key, unit_id, period) do update set value = excluded.value, note = excluded.note,
           filed_by = excluded.filed_by, version = indicator_filing.version + 1, updated_at = now()
         where $8::int is null or indicator_filing.version = $8
         returning id`,
        [
          newId(),
          key,
          filing.unitId,
          period.code,
          value,
          filing.note?.trim() || null,
          actor.personId,
          filing.version ?? null,
        ],
      );
      if (!row) throw new AppError('stale', { key, period: period.code });
      return listFilings(tx, period.code, filing.unitId);
    });
    return filed.find((row) => row.key === key)!;
  }

  private checkedPeriod(code: string): Period {
    const period = parsePeriod(code);
    const fails = (reason: string) => new AppError('inputWrong', { field: 'period', fieldLabel: '填报期间', reason });
    if (!period) throw fails(`${code}（应如 2022、2022H1、2022Q1、2022-06）`);
    const farthest = Number(this.clock.today().slice(0, 4)) + 2;
    if (Number(code.slice(0, 4)) > farthest) throw fails(`${code} 太远`);
    return period;
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

function checkedNumber(value: number): string {
  const fails = (reason: string) => new AppError('inputWrong', { field: 'value', fieldLabel: '填报数', reason });
  if (!Number.isFinite(value)) throw fails('不是数字');
  if (value < 0) throw fails('不能小于 0');
  if (value > largestValue) throw fails('数字过大');
  const text = value.toFixed(4);
  if (Math.abs(Number(text) - value) > 1e-9) throw fails('最多四位小数');
  return text;
}
