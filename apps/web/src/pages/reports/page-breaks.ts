/** What a block takes of the paper. */
export interface BlockSize {
  lines: number;
  /** Never torn over two sheets unless it is larger than one. */
  isWhole: boolean;
  /** Stays with the beginning of the block after it. */
  keepsNext: boolean;
  /** Of a table, in lines: its rows are torn apart, none of them in two. */
  table?: TableSize;
}

/** `head` stands on every sheet with rows anew; `tail`, the line below the table, counts as one more row without it. */
export interface TableSize {
  head: number;
  rows: readonly number[];
  tail: number;
}

/** Lines of a block, or rows of a table, on one sheet; `to` is the first that is not on it. */
export interface Piece {
  block: number;
  from: number;
  to: number;
}

/** Lines of the type area as GB/T 9704 has it. */
export const linesPerSheet = 22;

const roundingSlack = 0.02;

/** Distributes blocks over sheets of 22 lines. Every sheet is filled, as in the document, even where one line is left over. */
export function breakPages(blocks: readonly BlockSize[]): Piece[][] {
  const sheets: Piece[][] = [[]];
  let free = linesPerSheet;
  const turn = () => {
    sheets.push([]);
    free = linesPerSheet;
  };
  blocks.forEach(({ lines, table }, block) => {
    if (free < linesPerSheet && free < linesNeeded(blocks, block)) turn();
    if (table) {
      const heights = [...table.rows, table.tail];
      let from = 0;
      free -= table.head;
      heights.forEach((height, row) => {
        if (free + roundingSlack < height + keptWith(table, row) && row > from) {
          sheets.at(-1)!.push({ block, from, to: row });
          turn();
          if (row < table.rows.length) free -= table.head;
          from = row;
        }
        free -= height;
      });
      sheets.at(-1)!.push({ block, from, to: heights.length });
      return;
    }
    // Behind a table the rest of the sheet is no whole number of lines.
    free = Math.max(0, Math.floor(free + roundingSlack));
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

/** The last two rows stay together: 合计 alone under a heading tells nothing. */
const keptWith = ({ rows }: TableSize, row: number) => (row === rows.length - 2 ? rows[row + 1]! : 0);

/** Lines that must be free for a block to begin. */
function linesNeeded(blocks: readonly BlockSize[], at: number): number {
  const { lines, isWhole, keepsNext, table } = blocks[at]!;
  if (table) return table.head + (table.rows[0] ?? 0) + keptWith(table, 0);
  if (keepsNext && at + 1 < blocks.length) return lines + linesNeeded(blocks, at + 1);
  return isWhole ? lines : 1;
}
