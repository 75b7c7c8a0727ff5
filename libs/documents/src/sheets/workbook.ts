import type { CellRange } from './cell-address.js';

/** A workbook as plain cells; nothing in it is computed here. */
export interface Workbook {
  sheets: Sheet[];
}

export type SheetVisibility = 'visible' | 'hidden' | 'veryHidden';

export interface Sheet {
  name: string;
  hidden: SheetVisibility;
  /** Only rows that say something, in order; a merged area has its value in its top left cell alone. */
  rows: SheetRow[];
  merges: CellRange[];
  /** In characters, by column from the first; null where the file sets none. */
  columnWidths: (number | null)[];
  /** Pictures that lie on the sheet; those a cell shows by a formula stand in the cell. */
  pictures?: SheetPicture[];
  /** What people wrote on cells. */
  notes?: SheetNote[];
}

export interface SheetNote {
  /** `B7` */
  cell: string;
  /** As the file names who wrote it; empty where it does not. */
  author: string;
  text: string;
}

/** Where the first corner of a picture lies, from 1; null where it lies at no cell. */
export interface SheetPicture {
  row: number | null;
  column: number | null;
}

export interface SheetRow {
  /** From 1. */
  number: number;
  /** By column from 0; empty cells are holes. */
  cells: (Cell | undefined)[];
}

export interface Cell {
  /** Null: blank, an error value, or a formula without a kept result. Dates stay numbers here; see `day`. */
  value: string | number | boolean | null;
  /** As the sheet shows it. */
  text: string;
  /** Null is General. */
  numberFormat: string | null;
  /** `YYYY-MM-DD` of a real date cell. */
  day: string | null;
  /** The text of a formula, never run; `value` is the result kept in the file. */
  formula: string | null;
  /** Solid background `RRGGBB`. */
  fill: string | null;
}

export interface WorkbookLimits {
  sheets: number;
  /** Rows with content, all sheets. */
  rows: number;
  columns: number;
  /** Cells with content, all sheets. */
  cells: number;
  /** Characters of all texts. */
  characters: number;
  /** Characters of one text; Excel itself keeps no more in a cell. */
  textCharacters: number;
  merges: number;
}

export const workbookLimits: WorkbookLimits = {
  sheets: 200,
  rows: 200_000,
  columns: 500,
  cells: 3_000_000,
  characters: 64_000_000,
  textCharacters: 32_767,
  merges: 200_000,
};

export function cellAt(sheet: Sheet, row: number, column: number): Cell | null {
  let low = 0;
  let high = sheet.rows.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = sheet.rows[middle]!;
    if (found.number === row) return found.cells[column - 1] ?? null;
    if (found.number < row) low = middle + 1;
    else high = middle - 1;
  }
  return null;
}
