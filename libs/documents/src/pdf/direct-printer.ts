import { AppError } from '@xiaohao/errors';
import { type OfficePackage, openPackage } from '../packages/office-package.js';
import { readDocument } from './document-reader.js';
import { canPrintChinese, FontBook } from './font-book.js';
import { type FontFace, installedFaces } from './font-finder.js';
import { type LaidDocument, layPages } from './page-layout.js';
import { writePdf } from './pdf-writer.js';
import { child, readTree } from './xml-tree.js';

let remembered: FontFace[] | null = null;

/** Asked for again until there is a Chinese font: whoever installs one need not start the server anew. */
export async function machineFaces(): Promise<readonly FontFace[]> {
  if (remembered) return remembered;
  const faces = await installedFaces();
  if (canPrintChinese(faces)) remembered = faces;
  return faces;
}

/** Whether this machine has the fonts for it. */
export const canPrintDirectly = async (): Promise<boolean> => canPrintChinese(await machineFaces());

/**
 * A .docx as PDF without any program beside ours, in the fonts of this machine. The same file gives the same bytes.
 * @throws fontMissing, pdfFailed for what only LibreOffice prints, and what `openPackage` throws
 */
export async function printDirectly(document: Buffer, faces?: readonly FontFace[]): Promise<Buffer> {
  const fonts = await FontBook.open(faces ?? (await machineFaces()));
  const office = await openPackage(document, 'document');
  const laid = await layOut(office, fonts);
  const title = await titleOf(office);
  try {
    return await writePdf(laid, title);
  } catch (error) {
    if (error instanceof AppError) throw error;
    // Pictures are read only when they are drawn.
    throw new AppError('pdfFailed', { reason: '文件里有读不出的图片或字体' }, { cause: error });
  }
}

/** Nothing the reading and laying out of a file runs into is shown in its own words. */
async function layOut(office: OfficePackage, fonts: FontBook): Promise<LaidDocument> {
  try {
    return layPages(await readDocument(office), fonts);
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw new AppError('pdfFailed', { reason: '文件的内容或版式无法处理，详情已记入服务器日志' }, { cause: error });
  }
}

async function titleOf({ archive, links }: OfficePackage): Promise<string> {
  const part = (await links('')).find(({ kind }) => kind === 'core-properties')?.target;
  if (part === undefined || !archive.has(part)) return '';
  return child(readTree(part, await archive.read(part)), 'title')?.text ?? '';
}
