import type { Look } from './workbook-looks.js';

/** `day` (`YYYY-MM-DD`) becomes a real date cell. */
export type CellContent = string | number | boolean | null | { day: string };

export interface StyledCell {
  content: CellContent;
  look?: Look;
  /** A file a click opens, by its path from the folder the workbook lies in. */
  file?: string;
}

export interface RowInput {
  cells: readonly (CellContent | StyledCell)[];
  look?: Look;
  /** Points; without it the row is fitted to its wrapped texts. */
  height?: number;
  /** Areas that begin in this row; columns from 1, `rows` counts downwards and defaults to 1. */
  merges?: readonly { from: number; to: number; rows?: number }[];
}

export interface SheetLayout {
  name: string;
  columns: readonly { width: number; look?: Look }[];
  /** Title and heading rows above the data. */
  top: readonly RowInput[];
  /** Which of the top rows are column headings: frozen, repeated on each printed page, the last one with filters. */
  headingRows: { first: number; last: number };
  rows: AsyncIterable<RowInput> | Iterable<RowInput>;
  /** Columns that stay while one scrolls to the right. */
  frozenColumns?: number;
  filter?: boolean;
  print?: PrintLayout;
}

export interface PrintLayout {
  paper: 'A3' | 'A4';
  orientation: 'landscape' | 'portrait';
  /** `{page}` and `{pages}` are filled by the printing program. */
  footer?: string;
}
