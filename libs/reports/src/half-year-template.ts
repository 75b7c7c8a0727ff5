import type { Day } from '@xiaohao/domain';
import { writeOfficialDocument, type DocumentBlock } from '@xiaohao/documents';
import { halfYearBlocks } from './half-year-text.js';
import type { TemplateBlock } from './report-content.js';

/** A template ready to be filled: the Word file, and its text for the page. */
export interface LoadedTemplate {
  file: Buffer;
  blocks: readonly TemplateBlock[];
}

/** Bytes depend on the text alone; the instant only stands in the file's properties. */
const writtenAt = new Date(Date.UTC(2026, 0, 1));

/**
 * The built-in half-year report as a Word template in the layout of GB/T 9704. Where the signature stands depends on how
 * long the bureau's name and the date are, so these two are written out and all else is left as tags.
 */
export async function halfYearTemplate(signature: { unit: string; day: Day }): Promise<LoadedTemplate> {
  const blocks: TemplateBlock[] = [...halfYearBlocks, { kind: 'signature', ...signature }];
  return { file: await writeTemplate(blocks), blocks };
}

/** Blocks as a Word file in the layout of GB/T 9704. */
export function writeTemplate(blocks: readonly TemplateBlock[]): Promise<Buffer> {
  const titles = blocks.flatMap((block) => (block.kind === 'title' ? [block.text] : []));
  const [addressee] = blocks.flatMap((block) => (block.kind === 'addressee' ? [block.text] : []));
  return writeOfficialDocument(
    { title: titles.join('\n'), addressee: addressee ?? '', blocks: blocks.flatMap(documentBlock) },
    writtenAt,
  );
}

function documentBlock(block: TemplateBlock): DocumentBlock[] {
  switch (block.kind) {
    case 'title':
    case 'addressee':
      return [];
    case 'paragraph':
      return [{ kind: 'paragraph', runs: [{ text: block.text }] }];
    case 'heading':
      return [{ kind: 'heading', level: block.level, runs: [{ text: block.text }] }];
    case 'signature':
      return [block];
  }
}
