import type { Day, PeriodKind } from '@xiaohao/domain';
import { reportWords } from '@xiaohao/messages';
import { halfYearBlocks } from './half-year-text.js';
import { hazardStatisticsBlocks } from './hazard-statistics-text.js';
import { keyTaskProgressBlocks } from './key-task-progress-text.js';
import { rectificationCircularBlocks } from './rectification-circular-text.js';
import type { TemplateBlock } from '../building/report-content.js';
import { supervisionBulletinBlocks } from './supervision-bulletin-text.js';
import { writeTemplate, type LoadedTemplate } from './template-document.js';

export interface BuiltInTemplate {
  readonly code: string;
  readonly name: string;
  readonly version: number;
  /** The length of period it is usually built for; any other works too. */
  readonly periodKind: PeriodKind;
  readonly blocks: readonly TemplateBlock[];
}

/** The templates that ship with the product; their texts come from the code, so they have no file. */
export const builtInTemplates: readonly BuiltInTemplate[] = [
  {
    code: 'half-year',
    name: reportWords.halfYearTemplate[0],
    version: 6,
    periodKind: 'half',
    blocks: halfYearBlocks,
  },
  {
    code: 'rectification-circular',
    name: reportWords.rectificationTemplate[0],
    version: 5,
    periodKind: 'month',
    blocks: rectificationCircularBlocks,
  },
  {
    code: 'hazard-statistics',
    name: reportWords.hazardTemplate[0],
    version: 7,
    periodKind: 'quarter',
    blocks: hazardStatisticsBlocks,
  },
  {
    code: 'key-task-progress',
    name: reportWords.keyTaskTemplate[0],
    version: 7,
    periodKind: 'quarter',
    blocks: keyTaskProgressBlocks,
  },
  {
    code: 'supervision-bulletin',
    name: reportWords.supervisionTemplate[0],
    version: 5,
    periodKind: 'month',
    blocks: supervisionBulletinBlocks,
  },
];

/** Null for a template of the bureau's own, which may be built for any period. */
export function usualPeriodOf({ code, fileId }: { code: string; fileId: string | null }): PeriodKind | null {
  return fileId === null ? builtIn(code).periodKind : null;
}

/**
 * A built-in template as a Word file. Where the signature stands depends on how long the bureau's name and the date are,
 * so these two are told to it; the name is filled in by its tag like all else.
 */
export async function loadBuiltIn(code: string, signature: { unit: string; day: Day }): Promise<LoadedTemplate> {
  return loadBlocks([...builtIn(code).blocks, { kind: 'signature', ...signature }]);
}

async function loadBlocks(blocks: readonly TemplateBlock[]): Promise<LoadedTemplate> {
  return {
    file: Buffer.from(await written(blocks)),
    blocks,
    literals: [],
    claims: [],
    withoutTables: (lists) => loadBlocks(blocks.filter((block) => block.kind !== 'table' || !lists.has(block.list))),
  };
}

/** Writing one takes longer than filling it, and one report after another is built of the same text: the last are kept. */
const kept = new Map<string, Promise<Buffer>>();
const mostKept = 20;

function written(blocks: readonly TemplateBlock[]): Promise<Buffer> {
  const text = JSON.stringify(blocks);
  const file = kept.get(text) ?? writeTemplate(blocks);
  kept.delete(text);
  kept.set(text, file);
  if (kept.size > mostKept) kept.delete(kept.keys().next().value!);
  return file;
}

/** A built-in template as a Word file to go on with; unsigned, as a template of the bureau's own is. */
export const writeBuiltIn = (code: string): Promise<Buffer> => writeTemplate(builtIn(code).blocks);

const builtIn = (code: string) => builtInTemplates.find((template) => template.code === code)!;
