import type { EntityManager } from 'typeorm';
import { dayInShanghai } from '@xiaohao/calendar';
import { execute, select, type Queryable } from '@xiaohao/database';
import { fillTemplate, missingText, plainOptions, type FigureOptions, type ListRow } from '@xiaohao/documents';
import { findFigure, type Day } from '@xiaohao/domain';
import { findParametersKnownAt, listBureauValues, listIndicators, type IndicatorRow } from '@xiaohao/indicators';
import { figureDefinitions, replaceableRules, withParts } from './figure-definition.js';
import { countFigures, storeRate, type Counted } from './figure-evaluation.js';
import { figureText, figureValue, type FigureValue } from './figure-values.js';
import { findInspectionRound, type InspectionRound } from './inspection-round.queries.js';
import type { Situation } from './known-tickets.js';
import { findListRows, listRowLimit } from './list-blocks.queries.js';
import { checkReport, type ReportCheck } from './report-checks.js';
import { fillBlocks, type ContentBlock } from './report-content.js';
import { checkedParameters, roundParameter } from './report-request.js';
import { checkedDay, findReportWord, reportWordTexts } from './report-words.js';
import { findRoundFindings } from './round-findings.queries.js';
import type { LoadedTemplate } from './half-year-template.js';
import { checkedTemplateKeys, KeyBook, type TemplateKeys } from './template-keys.js';

/** A build as it was asked for. */
export interface BuildOrder {
  id: string;
  situation: Omit<Situation, 'sourceId'>;
  parameters: Readonly<Record<string, string>>;
}

export interface BuiltReport {
  document: Buffer;
  content: ContentBlock[];
  checks: ReportCheck[];
  definitions: Record<string, unknown>;
}

/** Figures the checks compare although a template may not print them. */
const comparedKeys = ['inspection_issues', 'inspection_issues_done'];

/** Everything a build needs to be possible at all; found before anything is written. */
export interface PreparedBuild {
  situation: Situation;
  template: LoadedTemplate;
  keys: TemplateKeys;
  book: KeyBook;
  indicators: IndicatorRow[];
  parameters: Map<string, string>;
  /** The build's own parameters by key. */
  typed: Map<string, string>;
  round: InspectionRound | null;
  /** The day the report is dated. */
  documentOn: Day;
}

export type LoadTemplate = (signature: { unit: string; day: Day }) => Promise<LoadedTemplate>;

/**
 * Reads template, parameters and round of an order.
 * @throws templateTag… naming the paragraph, inputWrong naming the parameter
 */
export async function prepareBuild(
  db: Queryable,
  order: Omit<BuildOrder, 'id'>,
  loadTemplate: LoadTemplate,
): Promise<PreparedBuild> {
  const { asOf, knownAt } = order.situation;
  const asked = order.parameters;
  const indicators = await listIndicators(db);
  const parameters = await findParametersKnownAt(db, knownAt);
  const book = new KeyBook(indicators, new Set(Object.keys(asked)));
  const askedFor = (key: string) =>
    Object.entries(asked)
      .find(([word]) => book.find(word) === key)?.[1]
      .trim();
  const statedDay = askedFor('document_date');
  const documentOn = statedDay ? checkedDay(statedDay, 'document_date', '成文日期') : dayInShanghai(knownAt);
  const unit = askedFor('bureau_name') ?? parameters.get('bureau_name') ?? missingText;
  const template = await loadTemplate({ unit, day: documentOn });
  const keys = await checkedTemplateKeys(template.file, book);
  const typed = checkedParameters(asked, book, keys);
  const round = await findInspectionRound(db, asked[roundParameter] ?? null, asOf, knownAt);
  const situation = { ...order.situation, sourceId: round?.id ?? null };
  return { situation, template, keys, book, indicators, parameters, typed, round, documentOn };
}

/**
 * Evaluates every figure the template prints, stores them with what stands behind each, and fills document and page
 * with the same texts. Reads only what was known at the order's instant; `onProgress` hears per cent.
 */
export async function buildReport(
  tx: EntityManager,
  order: BuildOrder,
  loadTemplate: LoadTemplate,
  onProgress: (percent: number) => Promise<void>,
): Promise<BuiltReport> {
  const prepared = await prepareBuild(tx, order, loadTemplate);
  const { situation, template, keys, book, indicators, parameters, typed, round, documentOn } = prepared;
  const { period, asOf, knownAt } = situation;
  await onProgress(10);

  const wanted = withParts([...keys.figures.map(({ key }) => key), ...comparedKeys]);
  await execute(tx, 'delete from report_figure where report_id = $1', [order.id]);
  const counted = await countFigures(tx, order.id, wanted, situation);
  await onProgress(50);
  const filed = await listBureauValues(tx, period, knownAt);
  const unkept = await findUnkept(tx, wanted, knownAt);
  const findings = { counted, filed, parameters, typed, indicators, unkept };
  const figures = new Map(wanted.map((key) => [key, figureValue(key, findings)]));
  const options = new Map(keys.figures.map((figure) => [figure.key, figure.options]));
  await storeFigures(tx, order.id, figures, options, counted);

  const lists = new Map<string, ListRow[]>();
  for (const name of keys.lists) lists.set(name, await findListRows(tx, name, situation));
  const cutLists = [...lists].filter(([, rows]) => rows.length > listRowLimit);
  const words = reportWordTexts({ period, asOf, documentOn, roundName: round?.name ?? null });
  const source = {
    text: (word: string, asPrinted: FigureOptions) => {
      const key = book.find(word)!;
      const reportWord = findReportWord(key);
      if (reportWord) return words[reportWord] ?? missingText;
      const figure = figures.get(key);
      return figure ? figureText(figure, asPrinted) : (typed.get(key) ?? missingText);
    },
    list: (name: string) => (lists.get(name) ?? []).slice(0, listRowLimit),
  };
  await onProgress(70);
  const document = await fillTemplate(template.file, source);
  const content = fillBlocks(template.blocks, source, (word) => book.find(word) ?? word);
  await onProgress(90);
  const checks = checkReport({
    period,
    asOf,
    figures: new Map([...figures].filter(([key]) => options.has(key))),
    paragraphs: content.map(textOf).filter((text) => text.trim() !== ''),
    ...(await findRoundFindings(tx, situation)),
    cutLists: cutLists.map(([list]) => ({ list, limit: listRowLimit })),
  });
  return { document, content, checks, definitions: { round, figures: definitionsOf(wanted) } };
}

/**
 * Keys whose kinds of tickets or whose campaign nobody has ever entered here: counting them would print a zero that
 * nobody vouches for.
 */
async function findUnkept(tx: EntityManager, keys: readonly string[], knownAt: Date): Promise<Set<string>> {
  const rules = keys.flatMap((key) =>
    replaceableRules(key).map(({ kinds, campaign }) => ({ key, kinds: kinds ?? [], campaign: campaign ?? null })),
  );
  const rows = await select<{ key: string }>(
    tx,
    `select r.key from jsonb_to_recordset($1::jsonb) r (key text, kinds text[], campaign text)
     group by r.key having not bool_or(
       exists (select 1 from ticket_history h
         where h.kind = any(r.kinds) and h.recorded_from <= $2 and h.recorded_to > $2)
       and (r.campaign is null or exists (select 1 from campaign c where r.campaign = 'any' or position(r.campaign in c.name) > 0)))`,
    [JSON.stringify(rules), knownAt],
  );
  return new Set(rows.map(({ key }) => key));
}

/** Words the counted rows and adds those that nothing was counted for, in the order of the document. */
async function storeFigures(
  tx: EntityManager,
  reportId: string,
  figures: ReadonlyMap<string, FigureValue>,
  options: ReadonlyMap<string, FigureOptions>,
  counted: ReadonlyMap<string, Counted>,
): Promise<void> {
  for (const key of figures.keys()) {
    const definition = figureDefinitions[key];
    if (definition && 'rate' in definition && counted.has(definition.rate[1])) {
      await storeRate(tx, reportId, key, definition.rate[1]);
    }
  }
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

function definitionsOf(keys: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(keys.map((key) => [key, figureDefinitions[key] ?? findFigure(key)?.source ?? 'indicator']));
}

function textOf(block: ContentBlock): string {
  return block.kind === 'signature' ? block.unit : block.runs.map(({ text }) => text).join('');
}
