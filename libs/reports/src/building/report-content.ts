import type { DocumentParagraph, ListRow, TemplateSource } from '@xiaohao/documents';
import {
  closesList,
  escaped,
  fieldsIn,
  markedRows,
  openedBlock,
  rowsOf,
  runsInside,
  runsOf,
  wordsOf,
  type ContentCell,
  type ContentColumn,
  type ContentRun,
  type ContentTable,
} from './content-parts.js';
import { filledOwnTable, tableOf, type OwnTable } from '../templates/template-table.js';

export {
  wordsOf,
  type ContentCell,
  type ContentColumn,
  type ContentRun,
  type ContentTable,
  type RowMark,
} from './content-parts.js';

/** The report as the page shows it; texts are those of the document. */
export type ContentBlock =
  | { kind: 'title' | 'addressee' | 'paragraph'; runs: ContentRun[] }
  | { kind: 'heading'; level: 1 | 2 | 3 | 4; runs: ContentRun[] }
  | { kind: 'signature'; unit: string; day: string }
  | ContentTable;

/** A row of a table per row of its list. */
export interface TableTemplate {
  kind: 'table';
  list: string;
  columns: readonly (ContentColumn & { text: string })[];
  note?: string;
}

/** The same with tags still in it. */
export type TemplateBlock =
  | TableTemplate
  | { kind: 'title' | 'addressee' | 'paragraph'; text: string }
  | { kind: 'heading'; level: 1 | 2 | 3 | 4; text: string }
  | { kind: 'signature'; unit: string; day: string };

type TextBlock = Extract<TemplateBlock, { text: string }>;

/** A block as it is filled. */
export type PageBlock = TemplateBlock | OwnTable;

const isText = (block: PageBlock): block is TextBlock => 'text' in block;

/** Fills the blocks with the texts the document is filled with; `keyOf` names the figure behind a tag's word. */
export function fillBlocks(
  blocks: readonly PageBlock[],
  source: TemplateSource,
  keyOf: (word: string) => string,
): ContentBlock[] {
  const filled: ContentBlock[] = [];
  for (let at = 0; at < blocks.length; at++) {
    const block = blocks[at]!;
    if (!isText(block)) {
      filled.push(filledBlock(block, source, keyOf));
      continue;
    }
    const open = openedBlock(block.text);
    if (!open) {
      filled.push(withRuns(block, runsOf(block.text, source, keyOf, null)));
      continue;
    }
    const end = closingBlock(blocks, at, open.key);
    const inside = insideList(blocks, at, end, open.key);
    for (const row of rowsOf(open, source)) {
      for (const part of inside) {
        filled.push(withRuns(part, runsInside(runsOf(part.text, source, keyOf, row), row, keyOf(open.key))));
      }
    }
    at = end;
  }
  return filled.filter((block) => !('runs' in block) || block.runs.length > 0);
}

function filledBlock(
  block: Exclude<TemplateBlock, TextBlock> | OwnTable,
  source: TemplateSource,
  keyOf: (word: string) => string,
): ContentBlock {
  if (block.kind === 'ownTable') return filledOwnTable(block, source, keyOf);
  return block.kind === 'table' ? filledTable(block, source, keyOf) : block;
}

function filledTable(
  { list, columns, note }: TableTemplate,
  source: TemplateSource,
  keyOf: (word: string) => string,
): ContentTable {
  const textOf = (text: string, row: ListRow) => wordsOf(runsOf(text, source, keyOf, row));
  const rows = source.list(list);
  return {
    kind: 'table',
    columns: columns.map(({ heading, width, align }) => ({ heading, width, align })),
    rows: rows.map((row) => columns.map(({ text }) => textOf(text, row))),
    ...(note ? { note: wordsOf(runsOf(note, source, keyOf, null)) } : {}),
    ...markedRows(rows),
    fields: { [list]: columns.map(({ text }) => fieldsIn(text)) },
  };
}

function closingBlock(blocks: readonly PageBlock[], from: number, list: string): number {
  const end = blocks.findIndex((block, at) => at > from && isText(block) && closesList(block.text, list));
  return end < 0 ? from : end;
}

/**
 * What is repeated: whole blocks, and what shares a block with the tags of the list; a table among them line by line.
 */
function insideList(blocks: readonly PageBlock[], from: number, to: number, list: string): TextBlock[] {
  const parts = blocks.slice(from, to + 1).flatMap((block) => {
    if (block.kind === 'ownTable') return linesOfTable(block);
    return isText(block) ? [block] : [];
  });
  return parts
    .map((part, at) => {
      let { text } = part;
      if (at === 0) text = text.replace(/^[^]*?\{[#＃^][^{}]*\}/, '');
      if (at === parts.length - 1) text = text.replace(new RegExp(`\\{[/／]\\s*${escaped(list)}\\s*\\}[^]*$`), '');
      return { ...part, text };
    })
    .filter(({ text }) => text.trim() !== '');
}

function withRuns(block: TextBlock, runs: ContentRun[]): ContentBlock {
  const { text: _, ...rest } = block;
  return { ...rest, runs };
}

const linesOfTable = ({ rows }: OwnTable): TextBlock[] =>
  rows.flat().map(({ text }): TextBlock => ({ kind: 'paragraph', text }));

const levels: readonly [RegExp, 1 | 2 | 3 | 4][] = [
  [/^[一二三四五六七八九十]+、/, 1],
  [/^（[一二三四五六七八九十]+）/, 2],
  [/^\d{1,2}[.．、]/, 3],
  [/^（\d{1,2}）/, 4],
];

/** The paragraphs of somebody's own Word template as blocks; headings are told by their numbers and their shortness. */
export function blocksOfTexts(texts: readonly string[]): TemplateBlock[] {
  const bodyAt = texts.findIndex((text) => /[。；：:{]/.test(text.replace(/\{[^{}]*\}/g, '')) || headingLevel(text));
  return texts.map((text, at) => {
    const level = headingLevel(text);
    if (level) return { kind: 'heading', level, text };
    if (at < bodyAt) return { kind: 'title', text };
    if (at === bodyAt && /[：:]$/.test(text)) return { kind: 'addressee', text };
    return { kind: 'paragraph', text };
  });
}

function headingLevel(text: string): 1 | 2 | 3 | 4 | null {
  const plain = text.trim();
  if (plain.length > 40 || /[。；]/.test(plain)) return null;
  return levels.find(([form]) => form.test(plain))?.[1] ?? null;
}

/** The same of a Word file, its tables as tables. */
export function blocksOfParagraphs(paragraphs: readonly DocumentParagraph[]): PageBlock[] {
  const texts = blocksOfTexts(paragraphs.filter(({ table }) => table === null).map(({ text }) => text));
  const blocks: PageBlock[] = [];
  let written = 0;
  for (let at = 0; at < paragraphs.length; at++) {
    const { table } = paragraphs[at]!;
    if (table === null) {
      blocks.push(texts[written++]!);
      continue;
    }
    const from = at;
    while (paragraphs[at + 1]?.table === table) at++;
    blocks.push(tableOf(paragraphs.slice(from, at + 1)));
  }
  return blocks;
}

/** Without what only a comparison asks for: which ticket a row tells of is not for every reader. */
export function shownContent(blocks: readonly ContentBlock[]): ContentBlock[] {
  const shownRuns = (runs: readonly ContentRun[]) => runs.map(({ row: _, when: __, ...run }) => run);
  const shownCells = (rows: readonly ContentCell[][]) =>
    rows.map((row) => row.map((cell) => ({ ...cell, runs: shownRuns(cell.runs) })));
  return blocks.map((block) => {
    if ('runs' in block) return { ...block, runs: shownRuns(block.runs) };
    if (block.kind !== 'table') return block;
    const { rowMarks: _, fields: __, cells, head, ...table } = block;
    return {
      ...table,
      ...(head ? { head: shownCells(head) } : {}),
      ...(cells ? { cells: shownCells(cells) } : {}),
    };
  });
}
