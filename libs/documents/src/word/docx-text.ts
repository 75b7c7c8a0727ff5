import { type DocumentParagraph, readParagraphs } from './document-paragraphs.js';
import { openPackage } from '../packages/office-package.js';
import { assertSelfContained } from './outside-reach.js';

/**
 * The paragraphs of a .docx as plain text in reading order, blank ones left out.
 * @throws fileNotDocument and what `openPackage` throws
 */
export async function documentTexts(file: Buffer): Promise<string[]> {
  return (await documentParagraphs(file)).map(({ text }) => text);
}

/** The paragraphs of its headers and footers, blank ones left out, each with the name of its part. */
export const edgeTexts = (file: Buffer) => textsOfParts(file, ['header', 'footer']);

/** The same of its footnotes and endnotes; comments are none. */
export const noteTexts = (file: Buffer) => textsOfParts(file, ['footnotes', 'endnotes']);

async function textsOfParts(file: Buffer, kinds: readonly string[]): Promise<{ part: string; texts: string[] }[]> {
  const office = await openPackage(file, 'document');
  const linked = (await office.links(office.mainPart)).filter(({ kind }) => kinds.includes(kind));
  const parts = [...new Set(linked.map(({ target }) => target))].filter((part) => office.archive.has(part));
  return Promise.all(
    parts.map(async (part) => {
      const paragraphs = readParagraphs(part, await office.archive.read(part));
      return { part, texts: paragraphs.map(({ text }) => text).filter((text) => /\S/.test(text)) };
    }),
  );
}

/** The paragraphs of the body with where each stands. */
export async function documentParagraphs(file: Buffer): Promise<DocumentParagraph[]> {
  const office = await openPackage(file, 'document');
  await assertSelfContained(office);
  const paragraphs = readParagraphs(office.mainPart, await office.archive.read(office.mainPart));
  return paragraphs.filter(({ text }) => /\S/.test(text));
}
