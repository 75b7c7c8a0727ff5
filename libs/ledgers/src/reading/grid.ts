import type { Cell, CellRange, Sheet, SheetNote, SheetPicture } from '@xiaohao/documents';
import { AppError } from '@xiaohao/errors';

/** A sheet by row and column, both from 1, with merged areas answering for the cells they cover. */
export interface Grid {
  readonly name: string;
  /** Rows that say something, in order. */
  readonly rowNumbers: readonly number[];
  readonly lastColumn: number;
  /** The cell itself; null when it is empty or covered by a merged area that begins elsewhere. */
  own(row: number, column: number): Cell | null;
  /** The merged area over this cell, if any. */
  mergeAt(row: number, column: number): CellRange | null;
  /** Where the value shown at this place stands: the area's first cell, else the place itself. */
  originOf(row: number, column: number): { row: number; column: number };
  /** The cell that shows at this place. */
  shown(row: number, column: number): Cell | null;
  /** `RRGGBB` of the background at a place that shows no text; null where it has none, or shows something. */
  bareFill(row: number, column: number): string | null;
  readonly pictures: readonly SheetPicture[];
  readonly notes: readonly SheetNote[];
}

/** More covered cells than this are no table of people but an attempt to make us work. */
const coveredLimit = 4_000_000;

export function gridOf(sheet: Sheet): Grid {
  const cells = new Map(sheet.rows.map((row) => [row.number, row.cells]));
  const lastRow = sheet.rows.at(-1)?.number ?? 0;
  const lastColumn = sheet.rows.reduce((widest, row) => Math.max(widest, contentWidth(row.cells)), 0);
  const covering = coveringMerges(sheet, lastRow, lastColumn);
  const mergeAt = (row: number, column: number) => covering.get(row)?.get(column) ?? null;
  const originOf = (row: number, column: number) => {
    const merge = mergeAt(row, column);
    return merge ? { row: merge.top, column: merge.left } : { row, column };
  };
  const own = (row: number, column: number) => {
    const merge = mergeAt(row, column);
    if (merge && (merge.top !== row || merge.left !== column)) return null;
    return withContent(cells.get(row)?.[column - 1]);
  };
  return {
    name: sheet.name,
    rowNumbers: sheet.rows.filter((row) => contentWidth(row.cells) > 0).map((row) => row.number),
    lastColumn,
    own,
    mergeAt,
    originOf,
    shown: (row, column) => {
      const origin = originOf(row, column);
      return own(origin.row, origin.column);
    },
    bareFill: (row, column) => {
      const cell = mergeAt(row, column) ? undefined : cells.get(row)?.[column - 1];
      return cell && withContent(cell) === null ? cell.fill : null;
    },
    pictures: sheet.pictures ?? [],
    notes: sheet.notes ?? [],
  };
}

/** Text without the white space around it; inner line breaks stay. */
export function textOf(cell: Cell | null): string {
  if (cell === null) return '';
  const text = cell.text.trim();
  return text.includes('\u200b') ? text.replace(/^[\s\u200b]+|[\s\u200b]+$/g, '') : text;
}

function withContent(cell: Cell | undefined): Cell | null {
  return cell && (textOf(cell) !== '' || cell.formula !== null) ? cell : null;
}

function contentWidth(cells: readonly (Cell | undefined)[]): number {
  let width = cells.length;
  while (width > 0 && withContent(cells[width - 1]) === null) width -= 1;
  return width;
}

function coveringMerges(sheet: Sheet, lastRow: number, lastColumn: number): Map<number, Map<number, CellRange>> {
  const covering = new Map<number, Map<number, CellRange>>();
  let covered = 0;
  for (const merge of sheet.merges) {
    const bottom = Math.min(merge.bottom, lastRow);
    const right = Math.min(merge.right, lastColumn);
    covered += Math.max(0, bottom - merge.top + 1) * Math.max(0, right - merge.left + 1);
    if (covered > coveredLimit) {
      throw new AppError('workbookTooLarge', { place: sheet.name, limit: `${coveredLimit} 个被合并的单元格` });
    }
    for (let row = merge.top; row <= bottom; row += 1) {
      let columns = covering.get(row);
      if (!columns) covering.set(row, (columns = new Map()));
      for (let column = merge.left; column <= right; column += 1) columns.set(column, merge);
    }
  }
  return covering;
}
