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
export async function edgeTexts(file: Buffer): Promise<{ part: string; texts: string[] }[]> {
  const office = await openPackage(file, 'document');
  const edges = (await office.links(office.mainPart)).filter(({ kind }) => kind === 'header' || kind === 'footer');
  const parts = [...new Set(edges.map(({ target }) => target))].filter((part) => office.archive.has(part));
  return Promise.all(
    parts.map(async (part) => {
      const paragraphs = readParagraphs(part, await office.archive.read(part));
      return { part, texts: paragraphs.map(({ text }) => text).filter((text) => /\S/.test(text)) };
    }),
  );
}

/** The same with where each stands. */
export async function documentParagraphs(file: Buffer): Promise<DocumentParagraph[]> {
  const office = await openPackage(file, 'document');
  await assertSelfContained(office);
  const paragraphs = readParagraphs(office.mainPart, await office.archive.read(office.mainPart));
  return paragraphs.filter(({ text }) => /\S/.test(text));
}
