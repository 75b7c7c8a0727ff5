import { readParagraphs } from './document-paragraphs.js';
import { openPackage } from './office-package.js';

/**
 * The paragraphs of a .docx as plain text in reading order, blank ones left out.
 * @throws fileNotDocument and what `openPackage` throws
 */
export async function documentTexts(file: Buffer): Promise<string[]> {
  const office = await openPackage(file, 'document');
  const paragraphs = readParagraphs(office.mainPart, await office.archive.read(office.mainPart));
  return paragraphs.map((paragraph) => paragraph.text).filter((text) => /\S/.test(text));
}
