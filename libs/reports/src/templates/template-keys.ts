import {
  documentParagraphs,
  inspectTemplate,
  plainOptions,
  templateError,
  type FigureOptions,
  type IsKnown,
} from '@xiaohao/documents';
import type { IndicatorRow } from '@xiaohao/indicators';
import type { FigureBook } from '../figures/definitions/figure-book.js';
import { fieldsOfList, listNames } from '../building/list-blocks.queries.js';
import { findReportWord, reportWordTable } from '../building/report-words.js';
import { leftWords } from './literal-places.js';
import { proposeRepairs } from './template-doctor.js';

/** What a template asks for, by key; aliases are resolved. */
export interface TemplateKeys {
  /** Figures and parameters in the order they first appear, each with the options of that place. */
  figures: { key: string; options: FigureOptions }[];
  lists: string[];
  /** Tags that only the build's own parameters answer. */
  free: string[];
}

/** Turns a tag's word, key or Chinese name, into the one key all else goes by. */
export class KeyBook {
  private readonly own: Map<string, string>;

  constructor(
    readonly figures: FigureBook,
    indicators: readonly IndicatorRow[],
    private readonly free: ReadonlySet<string> = new Set(),
  ) {
    this.own = new Map(indicators.flatMap(({ key, name }) => [[name, key] as const, [key, key] as const]));
  }

  /** Null when nothing is known by that word. */
  find(word: string): string | null {
    return (
      this.figures.find(word)?.key ?? findReportWord(word) ?? this.own.get(word) ?? (this.free.has(word) ? word : null)
    );
  }

  /** Every word it knows, names before keys. */
  words(): string[] {
    const tables = [...this.figures.figures(), ...reportWordTable];
    return [...tables.map(({ alias }) => alias), ...this.own.keys(), ...tables.map(({ key }) => key)];
  }

  isFree(key: string): boolean {
    return this.free.has(key) && !this.figures.find(key) && !findReportWord(key) && !this.own.has(key);
  }
}

const isField = (list: string | null, word: string) => list !== null && fieldsOfList(list).includes(word);

/** What a template may ask for. */
export function knownIn(book: KeyBook): IsKnown {
  return (word, { isList, list }) =>
    (isList ? listNames.includes(word) : isField(list, word)) || book.find(word) !== null;
}

/**
 * Reads the tags of a template and refuses it, naming paragraph and tag, when one could not be filled.
 * @throws templateTagUnknown, templateTagUnbalanced, templateTagSplit, templateTagBroken and what reading a .docx throws
 */
export async function checkedTemplateKeys(file: Buffer, book: KeyBook): Promise<TemplateKeys> {
  const { tags, problems } = await inspectTemplate(file, knownIn(book));
  if (problems.length > 0) {
    const left = leftWords(await documentParagraphs(file));
    throw templateError(problems[0]!, proposeRepairs(problems, book.words()), { left });
  }
  // Null where it was only asked whether there is any so far.
  const figures = new Map<string, FigureOptions | null>();
  const lists = new Set<string>();
  for (const { key: word, isList, list, options } of tags) {
    if (isList && listNames.includes(word)) lists.add(word);
    else if (!isField(list, word)) {
      const key = book.find(word)!;
      figures.set(key, figures.get(key) ?? (isList ? null : options));
    }
  }
  const asked = [...figures].map(([key, options]) => ({ key, options: options ?? plainOptions }));
  return {
    figures: asked.filter(({ key }) => findReportWord(key) === null && !book.isFree(key)),
    lists: [...lists],
    free: asked.map(({ key }) => key).filter((key) => book.isFree(key)),
  };
}
