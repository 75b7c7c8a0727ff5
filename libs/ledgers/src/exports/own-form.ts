import type { CellRange, Look, PrintLayout, Sheet, SheetLooks, WholeLook } from '@xiaohao/documents';
import type { TicketKind } from '@xiaohao/domain';
import { resolveColumns, type LedgerColumn } from '../reading/headings/columns.js';
import { textOf, type Grid } from '../reading/grid.js';
import type { Header } from '../reading/headings/header.js';
import { guessFields, type LayoutFieldCode } from './layout-fields.js';

/** A cell of the head or foot as the bureau wrote it. */
export interface OwnCell {
  text: string;
  look: Look;
}

export interface OwnRow {
  cells: (OwnCell | null)[];
  height: number | null;
  merges: { from: number; to: number; rows: number }[];
}

export interface OwnColumn {
  letters: string;
  heading: string;
  group: string | null;
  width: number;
  look: Look;
  field: LayoutFieldCode;
  /** Whether the synonym reader knows the heading. */
  understood: boolean;
}

/** A bureau's own layout: what stands above and below the rows, and what fills each column. */
export interface OwnForm {
  sheet: string;
  top: OwnRow[];
  bottom: OwnRow[];
  /** Rows of `top`. */
  headingRows: { first: number; last: number };
  columns: OwnColumn[];
  frozenColumns: number;
  paper: PrintLayout['paper'] | null;
  orientation: PrintLayout['orientation'] | null;
}

/** Wider than this no page holds a table. */
export const mostColumns = 100;
export const longestText = 2_000;
const plainWidth = 12;
const bodyLook = { border: true, align: 'left', vertical: 'center', wrap: true } as const satisfies Look;

/** Takes from a sheet what its layout is made of; `bottom` are rows below the table that sign or explain it. */
export function ownForm(
  sheet: Sheet,
  grid: Grid,
  header: Header,
  looks: SheetLooks,
  kind: TicketKind,
  bottom: readonly number[],
): OwnForm {
  const last = header.rows.at(-1)!;
  const width = Math.max(...header.headings.map(({ column }) => column), 1);
  const row = (number: number) => ownRow(sheet, grid, looks, number, width);
  return {
    sheet: sheet.name,
    top: Array.from({ length: last }, (_, at) => row(at + 1)),
    bottom: bottom.map(row),
    headingRows: { first: header.rows[0]!, last },
    columns: ownColumns(sheet, header, looks, kind, width),
    frozenColumns: Math.min(looks.frozenColumns, width),
    paper: looks.paper,
    orientation: looks.orientation,
  };
}

function ownRow(sheet: Sheet, grid: Grid, looks: SheetLooks, row: number, width: number): OwnRow {
  const merges = sheet.merges.filter(({ top, left }) => top === row && left <= width);
  return {
    cells: Array.from({ length: width }, (_, at) => {
      const look = looks.look(row, at + 1);
      const text = textOf(grid.own(row, at + 1)).slice(0, longestText);
      return look === null && text === '' ? null : { text, look: look ?? {} };
    }),
    height: looks.height(row),
    merges: merges.filter((merge) => spans(merge)).map((merge) => inside(merge, width)),
  };
}

const spans = ({ top, left, bottom, right }: CellRange) => bottom > top || right > left;
const inside = ({ top, left, bottom, right }: CellRange, width: number) => ({
  from: left,
  to: Math.min(right, width),
  rows: bottom - top + 1,
});

function ownColumns(sheet: Sheet, header: Header, looks: SheetLooks, kind: TicketKind, width: number): OwnColumn[] {
  const read = resolveColumns(header);
  const fields = guessFields(read, kind);
  const named = new Map<number, LedgerColumn>(read.map((column) => [column.column, column]));
  const understood = new Set(header.headings.filter(({ match }) => match !== null).map(({ column }) => column));
  const below = header.rows.at(-1)! + 1;
  return Array.from({ length: width }, (_, at): OwnColumn => {
    const column = at + 1;
    const heading = header.headings.find((one) => one.column === column);
    const letters = named.get(column)?.letters;
    const field = letters === undefined ? 'empty' : fields.get(letters)!;
    return {
      letters: letters ?? '',
      heading: named.get(column)?.heading ?? '',
      group: heading?.group ?? null,
      width: Math.min(120, Math.max(1, sheet.columnWidths[at] ?? plainWidth)),
      look: bodyLookOf(looks.look(below, column), looks.look(below - 1, column)),
      field,
      understood: heading === undefined || understood.has(column) || field !== 'kept',
    };
  });
}

/** The first row below the header shows how rows look; where it says nothing of lines, those of the header go on. */
function bodyLookOf(body: WholeLook | null, head: WholeLook | null): Look {
  if (body === null) return { ...bodyLook, border: head?.border ?? true };
  const { font, size, bold, colour, align, vertical, numberFormat } = body;
  return {
    ...(font === undefined ? {} : { font }),
    ...(size === undefined ? {} : { size }),
    ...(numberFormat === undefined ? {} : { numberFormat }),
    bold,
    colour,
    align,
    vertical,
    wrap: true,
    border: body.border || (head?.border ?? true),
  };
}
