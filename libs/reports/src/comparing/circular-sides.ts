import type { DataSource, EntityManager } from 'typeorm';
import { execute, newId, select } from '@xiaohao/database';
import { findFigure, type Day } from '@xiaohao/domain';
import { plainOptions } from '@xiaohao/documents';
import { findParametersKnownAt, listIndicators } from '@xiaohao/indicators';
import { checkedFilingChoice, filingsParameter } from '../building/report-request.js';
import { loadFigureBookKnownAt } from '../figures/definitions/figure-book.queries.js';
import type { FigureBook } from '../figures/definitions/figure-book.js';
import type { FigureValue } from '../figures/figure-values.js';
import type { Overrides } from '../figures/figure-override.js';
import { evaluateFigures } from '../figures/report-figures.js';
import { situationOf } from './known-facts.js';
import type { ComparedReport } from './report-comparison.queries.js';

/** The figures of a report for two times of their own. */
export interface CircularSide {
  report: ComparedReport;
  values: ReadonlyMap<string, FigureValue>;
}

/** What is done in it is never kept: figures of days no report was built for are counted and forgotten. */
export async function inPassing<T>(db: DataSource, work: (tx: EntityManager) => Promise<T>): Promise<T> {
  const runner = db.createQueryRunner();
  try {
    await runner.startTransaction();
    return await work(runner.manager);
  } finally {
    if (runner.isTransactionActive) await runner.rollbackTransaction();
    await runner.release();
  }
}

/** Counts these figures as the report would have for another day, or by what was known then. */
export async function countSide(
  tx: EntityManager,
  report: ComparedReport,
  keys: readonly string[],
  { asOf, knownAt }: { asOf: Day; knownAt: Date },
): Promise<CircularSide> {
  const id = newId();
  await execute(
    tx,
    `insert into report (id, template_id, period, as_of, known_at, status)
     select $2, template_id, period, $3::date, $4::timestamptz, 'running' from report where id = $1`,
    [report.id, id, asOf, knownAt],
  );
  const figures = await bookOf(tx, report);
  const side: ComparedReport = { ...report, id, asOf, knownAt, definitions: definitionsIn(figures, keys) };
  const typed = Object.entries(report.parameters).map(
    ([word, value]) => [findFigure(word)?.key ?? word, value] as const,
  );
  const values = await evaluateFigures(tx, id, {
    situation: situationOf(side),
    keys: { figures: keys.map((key) => ({ key, options: plainOptions })) },
    figures,
    indicators: await listIndicators(tx),
    parameters: await findParametersKnownAt(tx, knownAt),
    typed: new Map(typed),
    filingChoice: checkedFilingChoice(report.parameters[filingsParameter]),
    overrides: await overridesOf(tx, report.id),
  });
  return { report: side, values };
}

/** The definitions the report was built by. */
async function bookOf(tx: EntityManager, { id, knownAt }: ComparedReport): Promise<FigureBook> {
  const [row] = await select<{ at: string | null }>(tx, `select definitions ->> 'at' as at from report where id = $1`, [
    id,
  ]);
  return loadFigureBookKnownAt(tx, row?.at ? new Date(row.at) : knownAt);
}

async function overridesOf(tx: EntityManager, id: string): Promise<Overrides> {
  const [row] = await select<{ overrides: Overrides }>(tx, 'select overrides from report where id = $1', [id]);
  return row?.overrides ?? {};
}

const definitionsIn = (figures: FigureBook, keys: readonly string[]) =>
  Object.fromEntries(
    figures.withParts(keys).flatMap((key) => {
      const definition = figures.definition(key);
      return definition ? [[key, definition]] : [];
    }),
  );
