import type { Readable } from 'node:stream';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '@xiaohao/calendar';
import { previousPeriod } from '@xiaohao/domain';
import { AppError } from '@xiaohao/errors';
import { listUnits, type Actor } from '@xiaohao/org';
import { checkedFilingPeriod } from './filing-input.js';
import { judgeRows, type JudgedRow } from './filing-judgement.js';
import { listIndicators } from './filing.queries.js';
import { FilingService } from './filing.service.js';
import { filingWorkbook, readFilingSheet, type FilingSheet, type SheetLine } from './filing-sheet.js';
import { listExpectedFilings } from './missing-filings.queries.js';
import { listFilings } from './stated-filing.queries.js';

/** Bytes of a workbook of filings. */
export const filingFileLimitBytes = 5_000_000;

/** What a workbook would file; nothing of it is kept. */
export interface FilingPreview extends Pick<FilingSheet, 'sheet' | 'columns'> {
  period: string;
  rows: JudgedRow[];
}

/** Filings by workbook: taken home, filled in, and looked over before they are stated. */
@Injectable()
export class FilingSheetService {
  constructor(
    @Inject(DataSource) private readonly db: DataSource,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(FilingService) private readonly filings: FilingService,
  ) {}

  /**
   * What the actor's units (or one of them) are expected to file or have filed, with last period's value; all indicators
   * where nothing is expected of a unit.
   */
  async workbook(actor: Actor, periodCode: string, unitId: string | null): Promise<{ name: string; stream: Readable }> {
    const period = checkedFilingPeriod(periodCode, this.clock.today());
    const unitIds = this.filings.unitsToFileFor(actor).filter((id) => unitId === null || id === unitId);
    if (unitIds.length === 0) throw new AppError('forbidden');
    const [units, indicators, expected, present, previous] = await Promise.all([
      listUnits(this.db),
      listIndicators(this.db),
      listExpectedFilings(this.db, [period.code], { unitIds }),
      listFilings(this.db, period.code, unitId),
      listFilings(this.db, previousPeriod(period).code, unitId),
    ]);
    const lines = units
      .filter(({ id }) => unitIds.includes(id))
      .flatMap(({ id, name }): SheetLine[] => {
        const own = new Set([...expected, ...present].filter((one) => one.unitId === id).map(({ key }) => key));
        const found = (filings: typeof present, key: string) =>
          filings.find((filing) => filing.unitId === id && filing.key === key);
        return indicators
          .filter(({ key }) => own.size === 0 || own.has(key))
          .map((indicator) => ({
            ...indicator,
            unitName: name,
            previous: found(previous, indicator.key)?.value ?? null,
            value: found(present, indicator.key)?.value ?? null,
            note: found(present, indicator.key)?.note ?? null,
          }));
      });
    return filingWorkbook(period, lines, { createdAt: this.clock.now(), creator: actor.name });
  }

  /** Reads and judges; stores nothing. */
  async preview(actor: Actor, periodCode: string, file: { name: string; content: Buffer }): Promise<FilingPreview> {
    const period = checkedFilingPeriod(periodCode, this.clock.today());
    const { sheet, columns, rows } = await readFilingSheet(file);
    const [units, indicators, present, previous] = await Promise.all([
      listUnits(this.db),
      listIndicators(this.db),
      listFilings(this.db, period.code, null),
      listFilings(this.db, previousPeriod(period).code, null),
    ]);
    const ownUnitIds = new Set(this.filings.unitsToFileFor(actor));
    const bureau = { period: period.code, indicators, units, ownUnitIds, present, previous };
    return { period: period.code, sheet, columns, rows: judgeRows(rows, bureau) };
  }
}
