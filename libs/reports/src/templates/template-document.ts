import { writeOfficialDocument, type DocumentBlock } from '@xiaohao/documents';
import type { ClaimPlace, LiteralPlace } from './literal-places.js';
import type { PageBlock, TableTemplate, TemplateBlock } from '../building/report-content.js';

/** A template ready to be filled: the Word file, and its text for the page. */
export interface LoadedTemplate {
  file: Buffer;
  blocks: readonly PageBlock[];
  /** Numbers of a former report that stand in its text, by paragraph. */
  literals: readonly LiteralPlace[];
  /** What it claims in words, by paragraph. */
  claims: readonly ClaimPlace[];
  /** The same without the tables of these lists, whose sentences say that there is nothing; not of a Word file. */
  withoutTables?: (lists: ReadonlySet<string>) => Promise<LoadedTemplate>;
}

/** Bytes depend on the text alone; the instant only stands in the file's properties. */
const writtenAt = new Date(Date.UTC(2026, 0, 1));

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
    case 'table':
      return [tableOf(block)];
    case 'signature':
      // Its place goes by how long the name is; the name itself is filled in, for it may look like a tag.
      return [{ ...block, tag: '{bureau_name}' }];
  }
}

/** The list opens in the first cell of a row and closes in its last, so that the row is what is repeated. */
function tableOf({ list, columns, note }: TableTemplate): DocumentBlock {
  const last = columns.length - 1;
  const cells = columns.map(({ text }, at) => [
    { text: `${at === 0 ? `{#${list}}` : ''}${text}${at === last ? `{/${list}}` : ''}` },
  ]);
  return { kind: 'table', columns: [...columns], rows: [cells], ...(note ? { note } : {}) };
}
