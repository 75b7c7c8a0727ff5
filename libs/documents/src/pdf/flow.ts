import type { AtomStyle } from './text-atoms.js';
import type { Cell } from './print-document.js';

/** A piece of text, or a picture, at its place in a line. */
export interface Span {
  x: number;
  text: string;
  width: number;
  /** Between signs, stretched to fill the line. */
  spacing: number;
  style: AtomStyle;
}

/** What a column of text is made of: pages are filled with these one by one. */
export type FlowItem = LineItem | RowItem;

interface FlowPlace {
  height: number;
  /** Free space above, left out where a page merely goes on; and below. */
  before: number;
  after: number;
  /** Stands on one page with what follows. */
  glued: boolean;
  startsPage: boolean;
  /** Footnotes that stand on the same page. */
  notes: readonly number[];
}

export interface LineItem extends FlowPlace {
  kind: 'line';
  baseline: number;
  spans: Span[];
}

export interface RowItem extends FlowPlace {
  kind: 'row';
  /** Of the table; rows of one table share it. */
  table: LaidTable;
  cells: LaidCell[];
  isHeader: boolean;
  isWhole: boolean;
}

export interface LaidTable {
  header: RowItem[];
}

export interface LaidCell {
  x: number;
  width: number;
  cell: Pick<Cell, 'borders' | 'margins' | 'vertical' | 'fill'>;
  items: FlowItem[];
  /** Of a cell that stands over several rows. */
  merged: MergedCell | null;
}

/** The content of a cell over several rows; each page takes of it what fits its part. */
export interface MergedCell {
  items: FlowItem[];
  /** How many of the items stand on a page already. */
  printed: number;
  lastRow: RowItem | null;
}

/** An item at its place on a page. */
export interface PlacedItem {
  x: number;
  y: number;
  item: FlowItem;
}

export function heightOf(items: readonly FlowItem[]): number {
  let height = 0;
  for (const [at, item] of items.entries()) height += (at > 0 ? item.before : 0) + item.height + item.after;
  return height;
}

/** The lines with something on them, those of tables too. */
export function linesOf(items: readonly FlowItem[]): LineItem[] {
  return items.flatMap((item) => {
    if (item.kind === 'row') return item.cells.flatMap((cell) => linesOf(cell.merged?.items ?? cell.items));
    return item.spans.some(({ text, style }) => style.picture || /\S/.test(text)) ? [item] : [];
  });
}
