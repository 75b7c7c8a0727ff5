import {
  assertReadable,
  decodeText,
  documentLimits,
  documentParagraphs,
  documentTooLarge,
  noteTexts,
  openPackage,
  type DocumentParagraph,
} from '@xiaohao/documents';
import { inHalfWidth, type ReportLine } from '@xiaohao/domain';
import { AppError } from '@xiaohao/errors';

export const isText = (fileName: string) => /\.txt$/i.test(fileName);

/**
 * Paragraphs of a .docx or .txt, blank ones left out; behind them those of its footnotes and endnotes.
 * @throws documentTooLarge, fileNotDocument and what reading a .docx throws
 */
export async function linesOf(fileName: string, file: Buffer): Promise<ReportLine[]> {
  if (!isText(fileName)) return [...(await documentParagraphs(file)).map(lineOf), ...(await noteLines(file))];
  const texts = plainText(file)
    .replace(/^\ufeff/, '')
    .split(/\r\n?|\n/)
    .filter((text) => /\S/.test(text));
  assertReadable(texts);
  return texts.map((text) => ({ text: inHalfWidth(text), cell: null }));
}

/**
 * What is known of a file without learning from it: its kind, and how much there is to read.
 * @throws documentTooLarge, fileNotDocument and what opening a .docx throws
 */
export async function assertReportReadable(fileName: string, file: Buffer): Promise<void> {
  if (!isText(fileName)) await openPackage(file, 'document');
  else if (file.length > mostTextBytes) throw documentTooLarge('全文', `${documentLimits.characters} 字`);
}

/** No encoding has more to a character. */
const mostTextBytes = documentLimits.characters * 4;

function lineOf({ text, table, row, column, span }: DocumentParagraph): ReportLine {
  return { text: inHalfWidth(text), cell: table === null || row === null ? null : { table, row, column, span } };
}

async function noteLines(file: Buffer): Promise<ReportLine[]> {
  return (await noteTexts(file)).flatMap(({ part, texts }) =>
    texts.map((text, at) => ({ text: inHalfWidth(text), cell: null, note: { part, paragraph: at + 1 } })),
  );
}

function plainText(file: Buffer): string {
  try {
    return decodeText(file);
  } catch (cause) {
    throw new AppError('fileNotDocument', {}, { cause });
  }
}
