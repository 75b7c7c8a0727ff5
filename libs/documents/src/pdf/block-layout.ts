import { type FlowItem, heightOf, type LaidCell, type LaidTable, type MergedCell, type RowItem } from './flow.js';
import { type LineGround, layParagraph } from './paragraph-layout.js';
import type { Block, Cell, Row, Table } from './print-document.js';

/** Lays out what stands one below the other in a column of this width. */
export function layBlocks(blocks: readonly Block[], width: number, ground: LineGround): FlowItem[] {
  return blocks.flatMap((block, at) => {
    if (block.kind === 'table') return layTable(block, width, ground);
    const items = layParagraph(block, width, ground);
    const [before, after] = [blocks[at - 1], blocks[at + 1]];
    const alike = (other: Block | undefined) => other?.kind === 'paragraph' && other.style === block.style;
    // Of both distances between two paragraphs the larger one counts.
    const above = before?.kind === 'paragraph' ? before.look.after : 0;
    const [first, last] = [items[0]!, items.at(-1)!];
    first.before = block.look.contextual && alike(before) ? 0 : Math.max(0, first.before - above);
    if (block.look.contextual && alike(after)) last.after = 0;
    return items;
  });
}

function layTable(table: Table, width: number, ground: LineGround): RowItem[] {
  const columns = columnWidths(table, width);
  const total = columns.reduce((sum, one) => sum + one, 0);
  const free = width - total;
  const left = table.align === 'center' ? free / 2 : table.align === 'right' ? free : table.indent;
  const laid: LaidTable = { header: [] };
  const merges = new MergeBook();
  const rows = table.rows.map((row, at): RowItem => {
    const cells = layCells(row, columns, left, ground, merges.ofRow(at));
    return {
      kind: 'row',
      table: laid,
      cells,
      height: rowHeight(row, cells),
      isHeader: row.isHeader,
      isWhole: row.isWhole || row.heightRule === 'exact',
      before: 0,
      after: 0,
      glued: (row.isHeader && at < table.rows.length - 1) || cells[0]?.items.at(-1)?.glued === true,
      startsPage: false,
      notes: cells.flatMap(({ items, merged }) => [...items, ...(merged?.items ?? [])].flatMap(({ notes }) => notes)),
    };
  });
  merges.end(rows);
  const header = rows.findIndex(({ isHeader }) => !isHeader);
  laid.header = rows.slice(0, header < 0 ? 0 : header);
  return rows;
}

/** The grid's columns; those without a measure share what is left. */
function columnWidths({ columns, share, indent, isFrame }: Table, width: number): number[] {
  if (isFrame) return columns.map((one) => Math.min(one > 0 ? one : width, width));
  const known = columns.reduce((sum, one) => sum + one, 0);
  const open = columns.filter((one) => one === 0).length;
  const room = Math.max(1, width - Math.max(0, indent));
  const filled = columns.map((one) => (one > 0 ? one : Math.max(4, (room - known) / Math.max(1, open))));
  if (share === null) return filled;
  const scale = (width * share) / filled.reduce((sum, one) => sum + one, 0);
  return filled.map((one) => one * scale);
}

function layCells(
  row: Row,
  columns: readonly number[],
  left: number,
  ground: LineGround,
  merges: RowMerges,
): LaidCell[] {
  let column = row.skipped;
  return row.cells.map((cell) => {
    const widthOf = (from: number, to: number) => columns.slice(from, to).reduce((sum, one) => sum + one, 0);
    const [x, width] = [left + widthOf(0, column), widthOf(column, column + cell.span)];
    const inner = Math.max(1, width - cell.margins.left - cell.margins.right);
    const goesOn = cell.merge === 'goes on' ? merges.known(column) : null;
    const items = goesOn ? [] : layBlocks(cell.blocks, inner, ground);
    const merged = goesOn ?? (cell.merge === 'begins' ? merges.begin(column, cell, items) : null);
    column += cell.span;
    return { x, width, cell, items: merged ? [] : items, merged };
  });
}

function rowHeight(row: Row, cells: readonly LaidCell[]): number {
  if (row.heightRule === 'exact' && row.height > 0) return row.height;
  // The line above a cell takes its own room, as Word and LibreOffice have it.
  const heights = cells.map(({ cell: { margins, borders }, items }) => {
    return heightOf(items) + margins.top + margins.bottom + (borders.top?.width ?? 0);
  });
  return Math.max(1, row.height, ...heights);
}

interface RowMerges {
  known(column: number): MergedCell | null;
  begin(column: number, cell: Cell, items: FlowItem[]): MergedCell;
}

/** Cells that stand over several rows, by the column they begin in. */
class MergeBook {
  private readonly open = new Map<number, { cell: Cell; merged: MergedCell; first: number; last: number }>();
  private readonly all: { cell: Cell; merged: MergedCell; first: number; last: number }[] = [];

  ofRow(row: number): RowMerges {
    return {
      known: (column) => {
        const entry = this.open.get(column);
        // A row between them has a cell of its own there.
        if (!entry || entry.last !== row - 1) return null;
        entry.last = row;
        return entry.merged;
      },
      begin: (column, cell, items) => {
        const merged = { items, printed: 0, lastRow: null };
        const entry = { cell, merged, first: row, last: row };
        this.open.set(column, entry);
        this.all.push(entry);
        return merged;
      },
    };
  }

  /** The last row of a merged cell is as high as what it holds needs. */
  end(rows: readonly RowItem[]): void {
    for (const { cell, merged, first, last } of this.all) {
      const row = rows[last]!;
      merged.lastRow = row;
      const height = rows.slice(first, last + 1).reduce((sum, one) => sum + one.height, 0);
      row.height += Math.max(0, heightOf(merged.items) + cell.margins.top + cell.margins.bottom - height);
    }
  }
}
