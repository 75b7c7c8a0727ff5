import { AppError, type ErrorCode } from '@xiaohao/errors';
import Docxtemplater from 'docxtemplater';
import type PizZip from 'pizzip';
import { fixedDate } from './docx-finish.js';
import { formatFigure } from './figure-text.js';
import { withKeptLastRows, withKeptNotes, withKeptSignature } from './kept-signature.js';
import { withoutLoneConditions } from './lone-conditions.js';
import { openPackage } from '../packages/office-package.js';
import { copyArchive } from '../packages/package-copy.js';
import { inspectPackage, type ProblemCode, type TemplateProblem } from './template-inspection.js';
import { type FigureOptions, parseTag } from './template-tag.js';
import { commentedText, placeComments, type WordComment, withoutSigns } from './word-comments.js';
import { legalText } from '../packages/xml-text.js';

export type ListRow = Record<string, string | number | null>;

/** Where the values come from. Texts are printed as they are, `\n` as a line break. */
export interface TemplateSource {
  text(key: string, options: FigureOptions): string;
  /**
   * The rows of a block; a tag inside it that is no field of the row falls back to `text`. A null field prints nothing.
   * By the name of a figure: one row without fields unless the figure is 0.
   */
  list(name: string): readonly ListRow[];
  /** What the document says at its edge beside the text of a tag. */
  comment?(key: string): WordComment | null;
}

const errorCodes: Record<ProblemCode, ErrorCode> = {
  unknown: 'templateTagUnknown',
  unbalanced: 'templateTagUnbalanced',
  split: 'templateTagSplit',
  broken: 'templateTagBroken',
};

/** @param more what else is to be told of the file */
export function templateError(
  { code, paragraph, tag }: TemplateProblem,
  problems: readonly TemplateProblem[],
  more: object = {},
): AppError {
  return new AppError(errorCodes[code], { paragraph, tag, problems, ...more });
}

/**
 * Fills a template. Values enter as text, escaped; nothing in the template or a value is ever run. The same template and
 * values give the same bytes.
 * @throws templateTagUnbalanced, templateTagSplit, templateTagBroken and what `openPackage` throws
 */
export async function fillTemplate(file: Buffer, source: TemplateSource): Promise<Buffer> {
  const office = await openPackage(file, 'document');
  const { problems } = await inspectPackage(office, () => true);
  if (problems.length > 0) throw templateError(problems[0]!, problems);
  // The zip is built anew from what the guard unpacked: the template engine never reads the upload itself.
  const zip = await copyArchive(office.archive);
  const comments: WordComment[] = [];
  const main = withoutLoneConditions(zip.file(office.mainPart)!.asText(), ({ kind, key }) => {
    return source.list(key).length > 0 === (kind === 'open');
  });
  zip.file(office.mainPart, main, { createFolders: false });
  const endnotes = (await office.links(office.mainPart)).filter(({ kind }) => kind === 'endnotes');
  let filled: PizZip;
  try {
    const engine = new Docxtemplater(zip, {
      paragraphLoop: true,
      linebreaks: true,
      errorLogging: false,
      stripInvalidXMLChars: true,
      nullGetter: () => '',
      modules: [alsoIn(endnotes.map(({ target }) => target))],
      parser: (tag: string) => ({
        get: (scope: unknown, context: ParserContext) => valueOf(tag, scope, context, source, comments),
      }),
    });
    engine.render({});
    filled = engine.getZip() as PizZip;
  } catch (cause) {
    throw templateFailure(cause);
  }
  const text = filled.file(office.mainPart)!.asText();
  filled.file(office.mainPart, withKeptLastRows(withKeptNotes(withKeptSignature(text))), { createFolders: false });
  await placeComments(filled, office, comments);
  for (const part of Object.values(filled.files)) part.date = fixedDate;
  return filled.generate({ type: 'nodebuffer', compression: 'DEFLATE' });
}

/** Parts the engine does not fill by itself. */
function alsoIn(parts: readonly string[]): Docxtemplater.DXT.Module {
  return {
    name: 'further parts',
    optionsTransformer(options, engine) {
      engine.targets.push(...parts);
      return options;
    },
  };
}

interface ParserContext {
  num: number;
  meta: { part: { module?: string } };
}

/** Level 0 is the document, level 1 a row; `undefined` on a row makes the engine ask the document. */
function valueOf(
  content: string,
  scope: unknown,
  context: ParserContext,
  source: TemplateSource,
  comments: WordComment[],
): unknown {
  if (context.meta.part.module === 'loop') return source.list(content.trim());
  const tag = parseTag(content);
  if (typeof tag === 'string') throw new AppError('templateTagBroken', { tag: content });
  if (context.num === 0) {
    const text = legalText(source.text(tag.key, tag.options));
    const comment = source.comment?.(tag.key);
    return comment ? commentedText(text, comments.push(comment) - 1) : withoutSigns(text);
  }
  const row = scope as ListRow;
  if (!Object.hasOwn(row, tag.key)) return undefined;
  const field = row[tag.key] ?? '';
  return withoutSigns(legalText(formatFigure(field, tag.options)));
}

/** What the inspection does not foresee is still told as a fault of the template, with the tag the engine names. */
function templateFailure(cause: unknown): unknown {
  const properties = (
    cause as { properties?: { errors?: { properties?: { rootError?: unknown; xtag?: string } }[]; xtag?: string } }
  ).properties;
  if (!properties) return cause;
  const first = properties.errors?.[0]?.properties;
  if (first?.rootError instanceof Error) return first.rootError;
  return new AppError('templateTagBroken', { paragraph: '', tag: first?.xtag ?? properties.xtag ?? '' }, { cause });
}
