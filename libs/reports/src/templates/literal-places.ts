import type { DocumentParagraph } from '@xiaohao/documents';
import { literalNumbers, type LiteralNumber } from '@xiaohao/domain';

export interface LiteralPlace extends LiteralNumber {
  /** From 1, blank ones not counted. */
  paragraph: number;
}

/**
 * The numbers that stay as they are written, paragraph by paragraph; what lies in a place of `taken` becomes a tag. In
 * the first column of a table bare numbers count its rows.
 */
export function literalsOf(
  lines: readonly { text: string; fillsCell: boolean }[],
  taken: readonly { paragraph: number; start: number; end: number }[] = [],
): LiteralPlace[] {
  return lines.flatMap(({ text, fillsCell }, at) => {
    const places = taken.filter(({ paragraph }) => paragraph === at + 1);
    return literalNumbers(text, places, fillsCell).map((number) => ({ ...number, paragraph: at + 1 }));
  });
}

/** The same of a Word file as its check-up counts paragraphs: a table counts as one. */
export function literalsOfDocument(
  paragraphs: readonly Pick<DocumentParagraph, 'text' | 'table' | 'column'>[],
): LiteralPlace[] {
  let block = 0;
  const blocks = paragraphs.map(({ table }, at) =>
    table !== null && table === paragraphs[at - 1]?.table ? block : ++block,
  );
  return literalsOf(
    paragraphs.map(({ text, table, column }) => ({ text, fillsCell: table !== null && column > 0 })),
  ).map((place) => ({
    ...place,
    paragraph: blocks[place.paragraph - 1]!,
  }));
}
