import { templateHints, templateProblemText } from '@xiaohao/messages';
import { type DocumentParagraph, readParagraphs } from './document-paragraphs.js';
import { type OfficePackage, openPackage } from '../packages/office-package.js';
import { assertSelfContained } from './outside-reach.js';
import { type FigureOptions, parseTag, type TagFault, type TemplateTag } from './template-tag.js';

export type TemplatePart = 'body' | 'header' | 'footer' | 'note';

interface Found {
  part: TemplatePart;
  /** From 1 within its part, blank paragraphs not counted. */
  paragraph: number;
}

export interface FoundTag extends Found {
  key: string;
  options: FigureOptions;
  /** The list whose rows fill it, or null. */
  list: string | null;
  /** The tag opens a block by the name of a list or a figure, it does not stand for a value. */
  isList: boolean;
}

export type ProblemCode = 'unknown' | 'unbalanced' | 'split' | 'broken';

export type ProblemHint =
  | TagFault
  | 'fullWidthBrace'
  | 'braceInTag'
  | 'noOpeningBrace'
  | 'noClosingBrace'
  | 'overLines'
  | 'overParagraphs'
  | 'notClosed'
  | 'notOpened'
  | 'listInList'
  | 'acrossTable'
  | 'notKnown'
  | 'listNotKnown';

export interface TemplateProblem extends Found {
  code: ProblemCode;
  /** As written, at most forty characters. */
  tag: string;
  hint: ProblemHint;
}

export interface TemplateInspection {
  tags: FoundTag[];
  problems: TemplateProblem[];
}

/** Whether a key, or a list, can be filled; `list` is the list the tag stands in. */
export type IsKnown = (key: string, place: { isList: boolean; list: string | null }) => boolean;

/**
 * Every tag of a template and every tag that could not be filled, found before anything is built.
 * @throws fileNotDocument, documentReachesOutside and what `openPackage` throws
 */
export async function inspectTemplate(file: Buffer, isKnown: IsKnown = () => true): Promise<TemplateInspection> {
  return inspectPackage(await openPackage(file, 'document'), isKnown);
}

export async function inspectPackage(office: OfficePackage, isKnown: IsKnown): Promise<TemplateInspection> {
  await assertSelfContained(office);
  const inspection: TemplateInspection = { tags: [], problems: [] };
  for (const { name, part } of await templateParts(office)) {
    new PartInspection(part, isKnown, inspection).read(readParagraphs(name, await office.archive.read(name)));
  }
  return inspection;
}

/** The sentence about a problem as a page or the command line shows it. */
export function problemText(problem: TemplateProblem, language: 'zh' | 'en' = 'zh'): string {
  const at = language === 'zh' ? 0 : 1;
  const words: Record<string, string> = {
    ...problem,
    paragraph: `${problem.paragraph}`,
    hint: templateHints[problem.hint][at],
  };
  return templateProblemText[at].replace(/\{(\w+)\}/g, (_, name: string) => words[name] ?? '');
}

const partKinds: Record<string, TemplatePart> = {
  header: 'header',
  footer: 'footer',
  footnotes: 'note',
  endnotes: 'note',
  comments: 'note',
};

async function templateParts(office: OfficePackage): Promise<{ name: string; part: TemplatePart }[]> {
  const parts: { name: string; part: TemplatePart }[] = [{ name: office.mainPart, part: 'body' }];
  for (const { kind, target } of await office.links(office.mainPart)) {
    const part = partKinds[kind];
    if (part && office.archive.has(target)) parts.push({ name: target, part });
  }
  return parts;
}

/** More than this nobody reads at once; what is left is told of the file that was mended. */
const problemLimit = 500;

const shortened = (text: string) => (text.length > 40 ? `${text.slice(0, 39)}…` : text);

/** Reads the paragraphs of one part in order, remembering an open list and an open brace between them. */
class PartInspection {
  /** The open block; `written` is the tag that opened it, whose rows fill what stands inside unless it asks for none. */
  private list: { key: string; at: DocumentParagraph; written: string; hasRows: boolean } | null = null;
  private unclosed: { paragraph: DocumentParagraph; tag: string } | null = null;

  constructor(
    private readonly part: TemplatePart,
    private readonly isKnown: IsKnown,
    private readonly found: TemplateInspection,
  ) {}

  read(paragraphs: DocumentParagraph[]): void {
    for (const paragraph of paragraphs) this.readParagraph(paragraph);
    this.reportUnclosed('noClosingBrace');
    if (this.list) this.report('unbalanced', this.list.at, this.list.written, 'notClosed');
  }

  private readParagraph(paragraph: DocumentParagraph): void {
    for (const [, wide] of paragraph.text.matchAll(/([｛][^{}｛｝]*[｝}]|\{[^{}｛｝]*｝)/g)) {
      this.report('broken', paragraph, wide!, 'fullWidthBrace');
    }
    const text = paragraph.text.replace(/\{[^{}｛｝]*｝/g, '');
    let at = 0;
    for (;;) {
      const open = text.indexOf('{', at);
      const close = text.indexOf('}', at);
      if (close >= 0 && (open < 0 || close < open)) {
        this.closeBrace(paragraph, text.slice(at, close + 1));
        at = close + 1;
        continue;
      }
      if (open < 0) return;
      this.reportUnclosed('noClosingBrace');
      const next = text.indexOf('{', open + 1);
      if (close < 0 && next < 0) {
        this.unclosed = { paragraph, tag: text.slice(open) };
        return;
      }
      if (close < 0 || (next >= 0 && next < close)) {
        this.report('broken', paragraph, text.slice(open, next), 'braceInTag');
        at = next;
        continue;
      }
      this.readTag(paragraph, text.slice(open + 1, close));
      at = close + 1;
    }
  }

  /** A closing brace on its own ends a tag that began in an earlier paragraph, or nothing. */
  private closeBrace(paragraph: DocumentParagraph, before: string): void {
    if (this.unclosed) this.reportUnclosed('overParagraphs');
    else if (!/｛[^｛]*}$/.test(before)) this.report('broken', paragraph, before.slice(-20), 'noOpeningBrace');
  }

  private reportUnclosed(hint: 'noClosingBrace' | 'overParagraphs'): void {
    if (!this.unclosed) return;
    const { paragraph, tag } = this.unclosed;
    this.report(hint === 'overParagraphs' ? 'split' : 'broken', paragraph, tag, hint);
    this.unclosed = null;
  }

  private readTag(paragraph: DocumentParagraph, content: string): void {
    const written = `{${content}}`;
    if (/[\n\t]/.test(content)) return this.report('split', paragraph, written, 'overLines');
    const tag = parseTag(content);
    if (typeof tag === 'string') return this.report('broken', paragraph, written, tag);
    if (tag.kind === 'close') return this.closeList(paragraph, tag, written);
    const list = this.list?.hasRows ? this.list.key : null;
    const isList = tag.kind !== 'value';
    if (isList) {
      if (this.list) return this.report('broken', paragraph, written, 'listInList');
      this.list = { key: tag.key, at: paragraph, written, hasRows: tag.kind === 'open' };
    }
    const { part } = this;
    this.found.tags.push({ part, paragraph: paragraph.number, key: tag.key, options: tag.options, list, isList });
    if (!this.isKnown(tag.key, { isList, list })) {
      this.report('unknown', paragraph, written, isList ? 'listNotKnown' : 'notKnown');
    }
  }

  private closeList(paragraph: DocumentParagraph, tag: TemplateTag, written: string): void {
    if (this.list?.key !== tag.key) return this.report('unbalanced', paragraph, written, 'notOpened');
    const { at, written: opening } = this.list;
    this.list = null;
    if (!sameBlock(at, paragraph)) this.report('unbalanced', at, opening, 'acrossTable');
  }

  private report(code: ProblemCode, paragraph: DocumentParagraph, tag: string, hint: ProblemHint): void {
    if (this.found.problems.length >= problemLimit) return;
    this.found.problems.push({ code, part: this.part, paragraph: paragraph.number, tag: shortened(tag), hint });
  }
}

/** A block begins and ends in running text, in one cell, or in cells of one table, whose rows are then repeated. */
function sameBlock(from: DocumentParagraph, to: DocumentParagraph): boolean {
  return from.table === to.table && (from.cell === to.cell || from.row !== null);
}
