import type { EntityManager } from 'typeorm';
import { dayInShanghai } from '@xiaohao/calendar';
import type { Queryable } from '@xiaohao/database';
import { fillTemplate, missingText, type FigureOptions, type ListRow, type TemplateSource } from '@xiaohao/documents';
import type { FigureDefinition } from '@xiaohao/domain';
import type { FigureBook } from '../figures/definitions/figure-book.js';
import { loadDefinitionNames } from '../figures/definitions/figure-definition.queries.js';
import { figureSentence } from '../figures/definitions/figure-sentence.js';
import { figureText, isNone, type FigureValue } from '../figures/figure-values.js';
import { findReusedAccidents, findStrangeAccidents } from '../figures/accident-names.queries.js';
import { findAccidentsAboveGeneral, findLateHarm } from './accident-findings.queries.js';
import { findLateRounds, findOtherRounds, type InspectionRound } from './inspection-round.queries.js';
import type { KeptDefinition } from '../report.queries.js';
import { listRowLimit } from './grouped-lists.queries.js';
import { findListRows, rowOfNothing } from './list-blocks.queries.js';
import { findHazardsOfNoLevel, hazardKeys } from './hazard-findings.queries.js';
import { findOutcomesBeforeRaised } from './outcome-findings.queries.js';
import { prepareBuild, type BuildOrder, type LoadTemplate, type PreparedBuild } from './prepared-build.js';
import { checkReport, overrideComment, type ReportCheck } from '../issuing/report-checks.js';
import { fillBlocks, wordsOf, type ContentBlock } from './report-content.js';
import { evaluateFigures } from '../figures/report-figures.js';
import { findReportWord, reportWordTexts } from './report-words.js';
import { findRoundFindings } from './round-findings.queries.js';
import type { LoadedTemplate } from '../templates/template-document.js';
import type { TemplateKeys } from '../templates/template-keys.js';

export interface BuiltReport {
  document: Buffer;
  content: ContentBlock[];
  checks: ReportCheck[];
  definitions: ReportDefinitions;
}

/** What the report keeps of how it was counted. */
export interface ReportDefinitions {
  round: InspectionRound | null;
  figures: Record<string, FigureDefinition | string>;
  /** Figures of the bureau's own by key. */
  own: Record<string, KeptDefinition>;
}

/**
 * Evaluates and stores the figures of a report and fills document and page with the same texts. Reads only what was
 * known at the order's instant; `onProgress` hears per cent.
 */
export async function buildReport(
  tx: EntityManager,
  order: BuildOrder,
  loadTemplate: LoadTemplate,
  onProgress: (percent: number) => Promise<void>,
): Promise<BuiltReport> {
  const prepared = await prepareBuild(tx, order, loadTemplate);
  const { situation, book, keys, round, figures: defined } = prepared;
  await onProgress(10);
  const figures = await evaluateFigures(tx, order.id, prepared);
  await onProgress(50);
  const lists = await findLists(tx, prepared);
  await onProgress(70);
  const template = await withoutEmptyTables(prepared.template, lists);
  const source = templateSource(prepared, figures, lists);
  const document = await fillTemplate(template.file, source);
  const content = fillBlocks(template.blocks, source, (word) => book.find(word) ?? word);
  await onProgress(90);
  const printed = new Map(keys.figures.map(({ key }) => [key, figures.get(key)!]));
  const written = content.filter((block) => textOf(block).trim() !== '');
  const checks = checkReport({
    period: situation.period,
    asOf: situation.asOf,
    knownOn: dayInShanghai(situation.knownAt),
    figures: printed,
    rateParts: findRateParts(printed, figures, defined),
    literals: template.literals,
    claims: template.claims,
    paragraphs: written.map(textOf),
    tables: written.flatMap((block, at) => (block.kind === 'table' ? [{ paragraph: at + 1, table: block }] : [])),
    ...(tellsOfRound(keys, defined) ? await roundFindings(tx, prepared) : noFindings),
    accidentsAbove: printed.has('accident_count') ? await findAccidentsAboveGeneral(tx, situation) : [],
    lateHarm: await findLateHarm(tx, situation, defined, (key) => printed.has(key)),
    outcomesBeforeRaised: await findOutcomesBeforeRaised(tx, order.id, situation, defined, [...printed.keys()]),
    hazardsOfNoLevel: hazardKeys.some((key) => printed.has(key)) ? await findHazardsOfNoLevel(tx, situation) : [],
    strangeAccidents: await findStrangeAccidents(tx, situation, enteredOf(printed, prepared)),
    reusedAccidents: await findReusedAccidents(tx, situation, storedOf(printed, prepared)),
    cutLists: [...lists]
      .filter(([, rows]) => rows.length > listRowLimit)
      .map(([list]) => ({ list, limit: listRowLimit })),
  });
  const used = [...figures.keys()];
  const own = await keptDefinitions(tx, used, prepared);
  return { document, content, checks, definitions: { round, figures: definitionsOf(used, defined), own } };
}

/** What the bureau entered of what is printed, for this build or for all. */
function enteredOf(printed: ReadonlyMap<string, unknown>, { typed, parameters }: PreparedBuild): Map<string, string> {
  return new Map([...parameters, ...typed].filter(([key]) => printed.has(key)));
}

/** What is printed and was not stated for this build alone. */
function storedOf(printed: ReadonlyMap<string, unknown>, { typed }: PreparedBuild): string[] {
  return [...printed.keys()].filter((key) => !typed.has(key));
}

function findRateParts(
  printed: ReadonlyMap<string, FigureValue>,
  figures: ReadonlyMap<string, FigureValue>,
  defined: FigureBook,
): { rate: FigureValue; part: FigureValue }[] {
  const found = new Map<string, { rate: FigureValue; part: FigureValue }>();
  for (const rate of printed.values()) {
    for (const key of defined.withParts([rate.key])) {
      if (!printed.has(key) && !found.has(key)) found.set(key, { rate, part: figures.get(key)! });
    }
  }
  return [...found.values()];
}

async function findLists(db: Queryable, { keys, situation }: PreparedBuild): Promise<Map<string, ListRow[]>> {
  const lists = new Map<string, ListRow[]>();
  for (const name of keys.lists) lists.set(name, await findListRows(db, name, situation));
  return lists;
}

/** A template of ours says in a sentence that there is nothing; in one of somebody's own the table says so. */
async function withoutEmptyTables(template: LoadedTemplate, lists: Map<string, ListRow[]>): Promise<LoadedTemplate> {
  const empty = [...lists].filter(([, rows]) => rows.length === 0).map(([list]) => list);
  if (empty.length === 0) return template;
  if (template.withoutTables) return template.withoutTables(new Set(empty));
  for (const list of empty) {
    const row = rowOfNothing(list);
    if (row) lists.set(list, [row]);
  }
  return template;
}

const noFindings = { doneWithoutEvidence: [], overdueOpen: [], lateRounds: [], otherRounds: null };

const roundFindings = async (db: Queryable, { situation, roundAsked }: PreparedBuild) => ({
  ...(await findRoundFindings(db, situation)),
  lateRounds: await findLateRounds(db, situation),
  otherRounds: roundAsked ? null : await findOtherRounds(db, situation),
});

/** What is wrong with the round's tickets is worth a finding only where the report tells of the round. */
function tellsOfRound({ figures }: TemplateKeys, defined: FigureBook): boolean {
  const keys = defined.withParts(figures.map(({ key }) => key));
  return keys.some((key) => defined.rules(key).some(({ scope }) => scope === 'round'));
}

/** What document and page ask for the text of a tag and the rows of a list. */
function templateSource(
  { situation, book, typed, round, documentOn }: PreparedBuild,
  figures: ReadonlyMap<string, FigureValue>,
  lists: ReadonlyMap<string, ListRow[]>,
): TemplateSource {
  const { period, asOf } = situation;
  const words = reportWordTexts({ period, asOf, documentOn, roundName: round?.name ?? null });
  return {
    text(word: string, options: FigureOptions) {
      const key = book.find(word)!;
      const reportWord = findReportWord(key);
      if (reportWord) return words[reportWord] ?? missingText;
      const figure = figures.get(key);
      return figure ? figureText(figure, options) : (typed.get(key) ?? missingText);
    },
    list(word: string) {
      const rows = lists.get(word);
      if (rows) return rows.slice(0, listRowLimit);
      const figure = figures.get(book.find(word)!);
      return figure && isNone(figure) ? [] : [{}];
    },
    comment(word: string) {
      const figure = figures.get(book.find(word)!);
      return figure ? overrideComment(figure) : null;
    },
  };
}

/** The sentences as they are true of this report, names as they are today. */
async function keptDefinitions(
  db: Queryable,
  keys: readonly string[],
  { figures, situation: { period, asOf }, round }: PreparedBuild,
): Promise<Record<string, KeptDefinition>> {
  const own = keys.flatMap((key) => figures.findOwn(key) ?? []);
  if (own.length === 0) return {};
  const names = await loadDefinitionNames(
    db,
    own.map(({ definition }) => definition),
    figures,
  );
  const place = { period, asOf, round: round?.name ?? null };
  return Object.fromEntries(
    own.map((figure) => {
      const { key, version, group } = figure;
      return [key, { version, group, meaning: figureSentence(figure, names, place) }];
    }),
  );
}

function definitionsOf(keys: readonly string[], defined: FigureBook): ReportDefinitions['figures'] {
  return Object.fromEntries(
    keys.map((key) => [key, defined.definition(key) ?? defined.find(key)?.source ?? 'indicator']),
  );
}

function textOf(block: ContentBlock): string {
  switch (block.kind) {
    case 'signature':
      return block.unit;
    case 'table':
      return [...(block.head ?? []).flat().map(({ runs }) => wordsOf(runs)), ...block.rows.flat()].join(' ');
    default:
      return wordsOf(block.runs);
  }
}
