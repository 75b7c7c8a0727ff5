import type { CellMemory } from './cell-memory.js';
import type { LedgerColumn } from '../headings/columns.js';
import type { Finding } from '../preview.js';
import { cellsUnder, type RawTicket } from '../rows/raw-row.js';

/** A column of people that writes posts beside their names as a rule. */
export interface ColumnOfPosts {
  column: LedgerColumn;
  count: number;
  /** The first of its cells. */
  example: string;
}

/** Fewer cells are told one by one. */
const leastCells = 4;

/** Columns of people in which at least every other filled cell writes a post: what is a habit is said once. */
export function columnsOfPosts(
  columns: readonly LedgerColumn[],
  tickets: readonly RawTicket[],
  memory: CellMemory,
): ColumnOfPosts[] {
  const ofPeople = columns.filter(({ meaning }) => meaning === 'persons' || meaning === 'leader');
  return ofPeople.flatMap((column) => {
    const cells = cellsUnder(column.letters, tickets).filter(({ text }) => text !== '');
    const written = cells.filter(({ text }) => memory.persons(text).posts.length > 0);
    if (written.length < leastCells || written.length * 2 < cells.length) return [];
    return { column, count: written.length, example: written[0]!.text };
  });
}

/** Whether a finding of a row is said of its column. */
export function isOfColumn({ code, cell }: Finding, letters: readonly string[]): boolean {
  return code === 'personPost' && letters.includes(lettersOf(cell));
}

export const lettersOf = (address: string) => address.replace(/\d+$/, '');
