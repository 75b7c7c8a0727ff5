import {
  missingText,
  parseTag,
  type FigureOptions,
  type ListRow,
  type TemplateSource,
  type TemplateTag,
  formatFigure,
} from '@xiaohao/documents';

/** A piece of text on the page; `key` where it prints a figure or parameter. */
export interface ContentRun {
  text: string;
  key?: string;
  missing?: true;
}

/** The report as the page shows it; texts are those of the document. */
export type ContentBlock =
  | { kind: 'title' | 'addressee' | 'paragraph'; runs: ContentRun[] }
  | { kind: 'heading'; level: 1 | 2 | 3 | 4; runs: ContentRun[] }
  | { kind: 'signature'; unit: string; day: string }
  | ContentTable;

export interface ContentColumn {
  heading: string;
  /** Share of the line's width. */
  width: number;
  align: 'left' | 'center' | 'right';
}

export interface ContentTable {
  kind: 'table';
  columns: ContentColumn[];
  rows: string[][];
  /** Stands below it. */
  note?: string;
}

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

const isText = (block: TemplateBlock): block is TextBlock => 'text' in block;

/** Fills the blocks with the texts the document is filled with; `keyOf` names the figure behind a tag's word. */
export function fillBlocks(
  blocks: readonly TemplateBlock[],
  source: TemplateSource,
  keyOf: (word: string) => string,
): ContentBlock[] {
  const filled: ContentBlock[] = [];
  for (let at = 0; at < blocks.length; at++) {
    const block = blocks[at]!;
    if (!isText(block)) {
      filled.push(block.kind === 'table' ? filledTable(block, source, keyOf) : block);
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
      for (const part of inside) filled.push(withRuns(part, runsOf(part.text, source, keyOf, row)));
    }
    at = end;
  }
  return filled.filter((block) => !('runs' in block) || block.runs.length > 0);
}

function filledTable(
  { list, columns, note }: TableTemplate,
  source: TemplateSource,
  keyOf: (word: string) => string,
): ContentTable {
  const textOf = (text: string, row: ListRow) => wordsOf(runsOf(text, source, keyOf, row));
  return {
    kind: 'table',
    columns: columns.map(({ heading, width, align }) => ({ heading, width, align })),
    rows: source.list(list).map((row) => columns.map(({ text }) => textOf(text, row))),
    ...(note ? { note } : {}),
  };
}

export const wordsOf = (runs: readonly ContentRun[]) => runs.map(({ text }) => text).join('');

type Opening = Pick<TemplateTag, 'kind' | 'key'>;

/** A block opened in this text and not closed in it. */
function openedBlock(text: string): Opening | null {
  const open = /\{([#＃^])([^{}]*)\}/.exec(text);
  if (!open || closesList(text.slice(open.index), open[2]!)) return null;
  return { kind: open[1] === '^' ? 'openNone' : 'open', key: open[2]!.trim() };
}

/** Of a block that stands where there is none, one row without fields. */
function rowsOf({ kind, key }: Opening, source: TemplateSource): readonly ListRow[] {
  const rows = source.list(key);
  if (kind === 'open') return rows;
  return rows.length === 0 ? [{}] : [];
}

function closesList(text: string, list: string): boolean {
  return [...text.matchAll(/\{[/／]([^{}]*)\}/g)].some(([, name]) => name!.trim() === list.trim());
}

function closingBlock(blocks: readonly TemplateBlock[], from: number, list: string): number {
  const end = blocks.findIndex((block, at) => at > from && isText(block) && closesList(block.text, list));
  return end < 0 ? from : end;
}

/** What is repeated: whole blocks, and what shares a block with the tags of the list. */
function insideList(blocks: readonly TemplateBlock[], from: number, to: number, list: string): TextBlock[] {
  const parts = blocks.slice(from, to + 1).filter(isText);
  return parts
    .map((part, at) => {
      let { text } = part;
      if (at === 0) text = text.replace(/^[^]*?\{[#＃^][^{}]*\}/, '');
      if (at === parts.length - 1) text = text.replace(new RegExp(`\\{[/／]\\s*${escaped(list)}\\s*\\}[^]*$`), '');
      return { ...part, text };
    })
    .filter(({ text }) => text.trim() !== '');
}

function runsOf(
  text: string,
  source: TemplateSource,
  keyOf: (word: string) => string,
  row: ListRow | null,
): ContentRun[] {
  const runs: ContentRun[] = [];
  const add = (run: ContentRun) => {
    const last = runs.at(-1);
    if (run.key === undefined && last && last.key === undefined) last.text += run.text;
    else if (run.text !== '') runs.push(run);
  };
  for (let rest = text; rest !== '';) {
    const tag = /\{([^{}]*)\}/.exec(rest);
    add({ text: tag ? rest.slice(0, tag.index) : rest });
    if (!tag) break;
    rest = rest.slice(tag.index + tag[0].length);
    const parsed = parseTag(tag[1]!);
    if (typeof parsed === 'string' || parsed.kind === 'close') continue;
    if (parsed.kind !== 'value') {
      const close = new RegExp(`\\{[/／]\\s*${escaped(parsed.key)}\\s*\\}`).exec(rest)!;
      for (const item of rowsOf(parsed, source)) runsOf(rest.slice(0, close.index), source, keyOf, item).forEach(add);
      rest = rest.slice(close.index + close[0].length);
    } else add(valueRun(parsed.key, parsed.options, source, keyOf, row));
  }
  return runs;
}

function valueRun(
  word: string,
  options: FigureOptions,
  source: TemplateSource,
  keyOf: (word: string) => string,
  row: ListRow | null,
): ContentRun {
  if (row && Object.hasOwn(row, word)) return { text: formatFigure(row[word] ?? '', options) };
  const text = source.text(word, options);
  return { text, key: keyOf(word), ...(text === missingText ? { missing: true } : {}) };
}

function withRuns(block: TextBlock, runs: ContentRun[]): ContentBlock {
  const { text: _, ...rest } = block;
  return { ...rest, runs };
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

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
