import type { ParagraphLook, TextLook } from './looks.js';

/** What a printer reads of a .docx; measures in points. */
export interface PrintDocument {
  sections: PrintSection[];
  /** Of footnotes, by the number they have in print. */
  notes: ReadonlyMap<number, Block[]>;
  evenAndOdd: boolean;
  tabEvery: number;
}

export type EdgeKind = 'default' | 'first' | 'even';

export interface PrintSection {
  blocks: Block[];
  page: PageMeasures;
  /** Lines of text are as far apart as this, or a whole number of times. */
  linePitch: number | null;
  charSpacing: number;
  startsPage: boolean;
  hasFirstPage: boolean;
  firstNumber: number | null;
  headers: Partial<Record<EdgeKind, Block[]>>;
  footers: Partial<Record<EdgeKind, Block[]>>;
}

export interface PageMeasures {
  width: number;
  height: number;
  top: number;
  right: number;
  bottom: number;
  left: number;
  header: number;
  footer: number;
}

export type Block = Paragraph | Table;

export type Inline =
  | { kind: 'text'; text: string; look: TextLook }
  | { kind: 'tab'; look: TextLook }
  | { kind: 'break'; of: 'line' | 'page'; look: TextLook }
  /** A number that is known when the page is. */
  | { kind: 'field'; of: 'page' | 'pages'; look: TextLook }
  | { kind: 'note'; number: number; look: TextLook }
  | { kind: 'picture'; width: number; height: number; content: Buffer };

export interface Paragraph {
  kind: 'paragraph';
  style: string;
  look: ParagraphLook;
  /** Of the paragraph's own mark, which gives an empty paragraph its height. */
  mark: TextLook;
  inlines: Inline[];
}

export interface Edge {
  width: number;
  color: string;
}

export interface Sides<T> {
  top: T;
  right: T;
  bottom: T;
  left: T;
}

export interface Table {
  kind: 'table';
  columns: number[];
  /** Share of the line's width, where the file says no measure. */
  share: number | null;
  align: 'left' | 'center' | 'right';
  indent: number;
  rows: Row[];
  /** A text box: no wider than the column it stands in. */
  isFrame?: true;
}

export interface Row {
  cells: Cell[];
  /** Columns left free before the first cell. */
  skipped: number;
  height: number;
  heightRule: 'atLeast' | 'exact';
  isHeader: boolean;
  isWhole: boolean;
}

export interface Cell {
  blocks: Block[];
  span: number;
  merge: 'begins' | 'goes on' | null;
  margins: Sides<number>;
  borders: Sides<Edge | null>;
  vertical: 'top' | 'center' | 'bottom';
  fill: string | null;
}
