import type { EntityManager } from 'typeorm';
import { execute } from '@xiaohao/database';
import { plainOptions, type FigureOptions } from '@xiaohao/documents';
import { listBureauValues } from '@xiaohao/indicators';
import { isRate } from '@xiaohao/domain';
import { accidentNameKeys, findAccidentNames } from './accident-names.queries.js';
import type { FigureBook } from './definitions/figure-book.js';
import { countFigures, storeRate, type Counted } from './figure-evaluation.js';
import { withOverrides } from './figure-override.js';
import { figureText, figureValue, type FigureValue } from './figure-values.js';
import type { PreparedBuild } from '../building/prepared-build.js';
import { findUnkept } from './unkept-figures.queries.js';

/** What figures are evaluated by. */
export type FigureOrder = Pick<
  PreparedBuild,
  'situation' | 'figures' | 'indicators' | 'parameters' | 'typed' | 'filingChoice' | 'overrides'
> & { keys: Pick<PreparedBuild['keys'], 'figures'> };

/**
 * Finds the value of every figure the template prints, and of what its rates divide, and stores each with its text and
 * what stands behind it. In the order of the document.
 */
export async function evaluateFigures(
  tx: EntityManager,
  reportId: string,
  { situation, keys, figures: book, indicators, parameters, typed, filingChoice, overrides }: FigureOrder,
): Promise<Map<string, FigureValue>> {
  const wanted = book.withParts(keys.figures.map(({ key }) => key));
  await execute(tx, 'delete from report_figure where report_id = $1', [reportId]);
  const counted = await countFigures(tx, reportId, wanted, situation, book);
  const { period, knownAt } = situation;
  const { values: filed, waiting } = await listBureauValues(tx, period, knownAt, filingChoice);
  const unkept = await findUnkept(tx, wanted, knownAt, book);
  const named = accidentNameKeys.some((key) => wanted.includes(key))
    ? [...(await findAccidentNames(tx, situation))]
    : [];
  const stated = new Map([...named, ...parameters]);
  const ofLedger = new Set(named.flatMap(([key]) => (parameters.has(key) ? [] : [key])));
  const findings = {
    figures: book,
    named: ofLedger,
    counted,
    filed,
    waiting,
    parameters: stated,
    typed,
    indicators,
    unkept,
  };
  const figures = withOverrides(new Map(wanted.map((key) => [key, figureValue(key, findings)])), overrides);
  await storeRates(tx, reportId, [...figures.keys()], counted, book);
  await storeFigures(tx, reportId, figures, new Map(keys.figures.map(({ key, options }) => [key, options])));
  return figures;
}

/** A rate opens the tickets of its whole; of its part where departments file the whole. */
async function storeRates(
  tx: EntityManager,
  reportId: string,
  keys: readonly string[],
  counted: ReadonlyMap<string, Counted>,
  figures: FigureBook,
): Promise<void> {
  for (const key of keys) {
    const definition = figures.definition(key);
    if (!isRate(definition)) continue;
    const opened = [...definition.rate].reverse().find((part) => counted.has(part));
    if (opened) await storeRate(tx, reportId, key, opened);
  }
}

/** Words the counted rows and adds those that nothing was counted for, in the order of the document. */
async function storeFigures(
  tx: EntityManager,
  reportId: string,
  figures: ReadonlyMap<string, FigureValue>,
  options: ReadonlyMap<string, FigureOptions>,
): Promise<void> {
  const rows = [...figures.values()].map((figure, sort) => ({
    key: figure.key,
    sort,
    name: figure.name,
    unit: figure.unit,
    value: figure.value,
    text: figureText(figure, options.get(figure.key) ?? plainOptions),
    source: figure.source,
    detail: figure.detail,
  }));
  await execute(
    tx,
    `insert into report_figure (report_id, key, sort, name, unit, value, text, source, detail)
     select $1, key, sort, name, unit, value, text, source, detail
     from jsonb_to_recordset($2::jsonb)
       r (key text, sort int, name text, unit text, value numeric, text text, source text, detail jsonb)
     on conflict (report_id, key) do update set sort = excluded.sort, name = excluded.name, unit = excluded.unit,
       value = excluded.value, text = excluded.text, source = excluded.source, detail = excluded.detail`,
    [reportId, JSON.stringify(rows)],
  );
}
