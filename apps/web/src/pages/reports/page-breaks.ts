/** What a block takes of the paper. */
export interface BlockSize {
  lines: number;
  /** Never torn over two sheets unless it is larger than one. */
  isWhole: boolean;
  /** Stays with the beginning of the block after it. */
  keepsNext: boolean;
}

/** Lines of a block on one sheet; `to` is the first line that is not on it. */
export interface Piece {
  block: number;
  from: number;
  to: number;
}

/** Lines of the type area as GB/T 9704 has it. */
export const linesPerSheet = 22;

/** Distributes blocks over sheets of 22 lines. Every sheet is filled, as in the document, even where one line is left over. */
export function breakPages(blocks: readonly BlockSize[]): Piece[][] {
  const sheets: Piece[][] = [[]];
  let free = linesPerSheet;
  const turn = () => {
    sheets.push([]);
    free = linesPerSheet;
  };
  blocks.forEach(({ lines }, block) => {
    if (free < linesPerSheet && free < linesNeeded(blocks, block)) turn();
    for (let from = 0; from < lines;) {
      const to = Math.min(from + free, lines);
      sheets.at(-1)!.push({ block, from, to });
      free -= to - from;
      from = to;
      if (from < lines) turn();
    }
  });
  return sheets;
}

/** Lines that must be free for a block to begin. */
function linesNeeded(blocks: readonly BlockSize[], at: number): number {
  const { lines, isWhole, keepsNext } = blocks[at]!;
  if (keepsNext && at + 1 < blocks.length) return lines + linesNeeded(blocks, at + 1);
  return isWhole ? lines : 1;
}
