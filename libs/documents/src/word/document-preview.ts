import { type DocumentParagraph, readParagraphs } from './document-paragraphs.js';
import { type OfficePackage, openPackage } from '../packages/office-package.js';
import type { TextRun } from './official-blocks.js';
import { fillTemplate, type TemplateSource } from './word-template.js';
import { scanXml } from '../packages/xml-scanner.js';

/** What a page draws as paper: the filled text, each printed figure a run with its key. */
export type PreviewBlock =
  | { kind: 'title'; runs: TextRun[] }
  | { kind: 'heading'; level: number; runs: TextRun[] }
  | { kind: 'paragraph'; align: 'left' | 'center' | 'right'; runs: TextRun[] }
  /** Rows of cells of paragraphs. */
  | { kind: 'table'; rows: TextRun[][][][] };

/** Private-use characters that frame a figure while the template is filled; no text of people holds them. */
const [begin, divide, end] = ['\ue000', '\ue001', '\ue002'];

/**
 * Fills a template as `fillTemplate` does and reads the result back as blocks.
 * @throws what `fillTemplate` throws
 */
export async function previewTemplate(file: Buffer, source: TemplateSource): Promise<PreviewBlock[]> {
  const filled = await fillTemplate(file, {
    list: (name) => source.list(name),
    text: (key, options) => begin + key + divide + source.text(key, options) + end,
  });
  const office = await openPackage(filled, 'document');
  const paragraphs = readParagraphs(office.mainPart, await office.archive.read(office.mainPart));
  return blocks(paragraphs, await styleNames(office));
}

/** Style names by id; the names of built-in styles are the same in every language, the ids are not. */
async function styleNames(office: OfficePackage): Promise<Map<string, string>> {
  const names = new Map<string, string>();
  const part = (await office.links(office.mainPart)).find((link) => link.kind === 'styles')?.target;
  if (!part || !office.archive.has(part)) return names;
  let style = '';
  scanXml(part, await office.archive.read(part), {
    takesText: false,
    open: (name, tag) => {
      if (name === 'style') style = tag.attribute('styleId') ?? '';
      else if (name === 'name' && style !== '') names.set(style, (tag.attribute('val') ?? '').toLowerCase());
    },
    close: (name) => {
      if (name === 'style') style = '';
    },
    text: () => undefined,
  });
  return names;
}

function blocks(paragraphs: DocumentParagraph[], names: Map<string, string>): PreviewBlock[] {
  const found: PreviewBlock[] = [];
  let last: DocumentParagraph | null = null;
  for (const paragraph of paragraphs) {
    const block = found[found.length - 1];
    const runs = splitRuns(paragraph.text);
    if (paragraph.table === null) found.push(textBlock(paragraph, runs, names));
    else if (block?.kind !== 'table' || last?.table !== paragraph.table)
      found.push({ kind: 'table', rows: [[[runs]]] });
    else if (last.row !== paragraph.row) block.rows.push([[runs]]);
    else if (last.cell !== paragraph.cell) block.rows[block.rows.length - 1]!.push([runs]);
    else block.rows[block.rows.length - 1]!.at(-1)!.push(runs);
    last = paragraph;
  }
  return found;
}

function textBlock(paragraph: DocumentParagraph, runs: TextRun[], names: Map<string, string>): PreviewBlock {
  const style = names.get(paragraph.style ?? '') ?? '';
  if (style === 'title') return { kind: 'title', runs };
  const level = /^heading (\d)$/.exec(style)?.[1];
  if (level) return { kind: 'heading', level: Number(level), runs };
  const align =
    paragraph.align === 'center' ? 'center' : /^(right|end)$/.test(paragraph.align ?? '') ? 'right' : 'left';
  return { kind: 'paragraph', align, runs };
}

function splitRuns(text: string): TextRun[] {
  const runs: TextRun[] = [];
  for (const piece of text.split(new RegExp(`(${begin}[^${begin}${end}]*${end})`))) {
    if (piece === '') continue;
    const [key, shown] = piece.startsWith(begin) ? piece.slice(1, -1).split(divide) : [];
    runs.push(key === undefined ? { text: piece } : { text: shown!, key });
  }
  return runs;
}
