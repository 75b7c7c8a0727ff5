import { columnLetters } from '@xiaohao/documents';
import { withAgreeingColumns } from '../headings/agreeing-columns.js';
import { withBetterColumns } from '../headings/column-evidence.js';
import { resolveColumns, type LedgerColumn } from '../headings/columns.js';
import { textOf, type Grid } from '../grid.js';
import { headerAt, headsTickets, type Header } from '../headings/header.js';
import { isNamedHeading, isStatistic } from '../headings/heading.js';
import { namesTicket, numbered } from './ticket-number.js';
import { ownCells, rowJudge, type RowJudge } from './row-kinds.js';
import { textsBelow } from '../headings/sampled-rows.js';
import { withToldByContent } from '../headings/told-by-content.js';
import { withTitleStandingIn } from '../headings/title-stands-in.js';

/** A stretch of a sheet under one header. */
export interface TablePart {
  judge: RowJudge;
  columns: readonly LedgerColumn[];
  /** Columns of this table and of those above it; a sheet has one set of columns, whatever order its tables have. */
  known: readonly LedgerColumn[];
  /** A table of counts: none of its rows is a ticket. */
  counts: boolean;
  /** Last row of its header. */
  begins: number;
  /** Named by the line above its header, where one does. */
  source?: string;
}

/** Under 编号: DB-07, 2022001. */
const naming = /[A-Za-z〔[【]|\d{4}/;

/**
 * The columns of a header; `wanted`: a person wants it read. 编号 alone counts rows, unless what stands below it are names
 * such as DB-07 or 2022001; and so does 序号, unless they are 督1 or 巡1-3.
 */
export function columnsUnder(grid: Grid, header: Header, wanted = false): LedgerColumn[] {
  const headed = withTitleStandingIn(grid, header, resolveColumns(header), wanted);
  const told = withAgreeingColumns(grid, header, withToldByContent(grid, header, headed));
  const columns = withBetterColumns(grid, header, told);
  const seq = columns.find(({ meaning }) => meaning === 'seq');
  if (!seq) return columns;
  const texts = textsBelow(grid, header, seq);
  const names = texts.filter((text) => namesTicket(text) || (seq.strength <= 4 && naming.test(text))).length;
  const isFree = !columns.some(({ meaning }) => meaning === 'theirNo');
  if (seq.strength > 4 && new Set(texts.filter(namesTicket)).size < 2) return columns;
  return isFree && names > texts.filter((text) => numbered.test(text)).length - names
    ? columns.map((column) => (column === seq ? { ...column, meaning: 'theirNo' } : column))
    : columns;
}

export function firstTable(grid: Grid, header: Header, columns: readonly LedgerColumn[]): TablePart {
  const begins = header.rows.at(-1)!;
  return { judge: rowJudge(grid, header, columns), columns, known: columns, counts: false, begins };
}

function firstOwnText(grid: Grid, row: number): string {
  for (let column = 1; column <= grid.lastColumn; column += 1) {
    const cell = grid.own(row, column);
    if (cell) return textOf(cell);
  }
  return '';
}

/** The table whose header stands in this row below another one; null where the row is none. */
export function laterTableAt(grid: Grid, row: number, above: TablePart): TablePart | null {
  const first = firstOwnText(grid, row);
  // Most rows begin with a number.
  if (/\d/.test(first) || !isNamedHeading(first)) return null;
  const cells = ownCells(grid, row);
  if (cells.length < 3) return null;
  const header = headerAt(grid, row);
  if (header && headsTickets(header)) return tableBelow(grid, header, above);
  const counting = cells.filter(({ text }) => isStatistic(text));
  const named = cells.filter((cell) => counting.includes(cell) || isNamedHeading(cell.text));
  return counting.length >= 2 && named.length === cells.length ? { ...above, counts: true, begins: row } : null;
}

/** A later table under the letters of the ones above; what those lack is added behind the last column. */
function tableBelow(grid: Grid, header: Header, above: TablePart): TablePart {
  const known = [...above.known];
  const taken = new Set<string>();
  const columns = columnsUnder(grid, header).map((column) => {
    const isSame = ({ letters, meaning, unit, heading }: LedgerColumn) =>
      !taken.has(letters) &&
      meaning === column.meaning &&
      unit === column.unit &&
      (meaning !== 'details' || heading === column.heading);
    const place = known.find(isSame) ?? { ...column, letters: columnLetters(grid.lastColumn + 1 + known.length) };
    if (!known.includes(place)) known.push(place);
    taken.add(place.letters);
    return { ...column, letters: place.letters };
  });
  return { ...firstTable(grid, header, columns), known };
}
