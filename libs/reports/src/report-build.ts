import type { EntityManager } from 'typeorm';
import type { Queryable } from '@xiaohao/database';
import { fillTemplate, missingText, type FigureOptions, type ListRow, type TemplateSource } from '@xiaohao/documents';
import { findFigure } from '@xiaohao/domain';
import { figureDefinitions, withParts } from './figure-definition.js';
import { figureText, type FigureValue } from './figure-values.js';
import { listRowLimit } from './grouped-lists.queries.js';
import { findListRows } from './list-blocks.queries.js';
import { prepareBuild, type BuildOrder, type LoadTemplate, type PreparedBuild } from './prepared-build.js';
import { checkReport, type ReportCheck } from './report-checks.js';
import { fillBlocks, wordsOf, type ContentBlock } from './report-content.js';
import { evaluateFigures } from './report-figures.js';
import { findReportWord, reportWordTexts } from './report-words.js';
import { findRoundFindings } from './round-findings.queries.js';
import type { TemplateKeys } from './template-keys.js';

export interface BuiltReport {
  document: Buffer;
  content: ContentBlock[];
  checks: ReportCheck[];
  definitions: Record<string, unknown>;
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
  const { situation, template, book, keys, round } = prepared;
  await onProgress(10);
  const figures = await evaluateFigures(tx, order.id, prepared);
  await onProgress(50);
  const lists = await findLists(tx, prepared);
  await onProgress(70);
  const source = templateSource(prepared, figures, lists);
  const document = await fillTemplate(template.file, source);
  const content = fillBlocks(template.blocks, source, (word) => book.find(word) ?? word);
  await onProgress(90);
  const checks = checkReport({
    period: situation.period,
    asOf: situation.asOf,
    figures: new Map(keys.figures.map(({ key }) => [key, figures.get(key)!])),
    paragraphs: content.map(textOf).filter((text) => text.trim() !== ''),
    ...(tellsOfRound(keys) ? await findRoundFindings(tx, situation) : noFindings),
    cutLists: [...lists]
      .filter(([, rows]) => rows.length > listRowLimit)
      .map(([list]) => ({ list, limit: listRowLimit })),
  });
  return { document, content, checks, definitions: { round, figures: definitionsOf([...figures.keys()]) } };
}

async function findLists(db: Queryable, { keys, situation }: PreparedBuild): Promise<Map<string, ListRow[]>> {
  const lists = new Map<string, ListRow[]>();
  for (const name of keys.lists) lists.set(name, await findListRows(db, name, situation));
  return lists;
}

const noFindings = { doneWithoutEvidence: [], overdueOpen: [] };

/** What is wrong with the round's tickets is worth a finding only where the report tells of the round. */
function tellsOfRound({ figures }: TemplateKeys): boolean {
  return withParts(figures.map(({ key }) => key)).some((key) => {
    const definition = figureDefinitions[key];
    return definition !== undefined && 'rules' in definition && definition.rules.some(({ scope }) => scope === 'round');
  });
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
    list: (name: string) => (lists.get(name) ?? []).slice(0, listRowLimit),
  };
}

function definitionsOf(keys: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(keys.map((key) => [key, figureDefinitions[key] ?? findFigure(key)?.source ?? 'indicator']));
}

function textOf(block: ContentBlock): string {
  switch (block.kind) {
    case 'signature':
      return block.unit;
    case 'table':
      return block.rows.flat().join(' ');
    default:
      return wordsOf(block.runs);
  }
}
