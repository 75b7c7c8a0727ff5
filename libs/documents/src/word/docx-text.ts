import { type DocumentParagraph, readParagraphs } from './document-paragraphs.js';
import { openPackage } from '../packages/office-package.js';

/**
 * The paragraphs of a .docx as plain text in reading order, blank ones left out.
 * @throws fileNotDocument and what `openPackage` throws
 */
export async function documentTexts(file: Buffer): Promise<string[]> {
  return (await documentParagraphs(file)).map(({ text }) => text);
}

/** The same with where each stands. */
export async function documentParagraphs(file: Buffer): Promise<DocumentParagraph[]> {
  const office = await openPackage(file, 'document');
  const paragraphs = readParagraphs(office.mainPart, await office.archive.read(office.mainPart));
  return paragraphs.filter(({ text }) => /\S/.test(text));
}
