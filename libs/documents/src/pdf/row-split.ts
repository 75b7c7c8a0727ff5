import { type FlowItem, heightOf, type LaidCell, type RowItem } from './flow.js';

/** A row in two, the first no higher than the room; null where none of it fits. */
export function splitRow(row: RowItem, room: number): [RowItem, RowItem] | null {
  const cells = row.cells.map((laid) => {
    const { top, bottom } = laid.cell.margins;
    return { laid, parts: splitItems(laid.items, room - top - bottom) };
  });
  if (!cells.some(({ parts: [fits] }) => fits.length > 0) || !cells.some(({ parts: [, rest] }) => rest.length > 0)) {
    return null;
  }
  const part = (which: 0 | 1): RowItem => {
    const own = cells.map(({ laid, parts }): LaidCell => ({ ...laid, items: parts[which] }));
    const height = Math.max(
      1,
      ...own.map(({ cell: { margins }, items }) => heightOf(items) + margins.top + margins.bottom),
    );
    return { ...row, cells: own, height, notes: own.flatMap(({ items }) => items.flatMap(({ notes }) => notes)) };
  };
  const [first, second] = [part(0), part(1)];
  for (const { merged } of row.cells) if (merged?.lastRow === row) merged.lastRow = second;
  return [first, second];
}

function splitItems(items: readonly FlowItem[], room: number): [FlowItem[], FlowItem[]] {
  let [used, at] = [0, 0];
  for (; at < items.length; at++) {
    const item = items[at]!;
    const need = (at > 0 ? item.before : 0) + item.height;
    if (used + need > room + 0.05) break;
    used += need + item.after;
  }
  const next = items[at];
  const inner = next?.kind === 'row' && !next.isWhole ? splitRow(next, room - used) : null;
  if (inner)
    return [
      [...items.slice(0, at), inner[0]],
      [inner[1], ...items.slice(at + 1)],
    ];
  return [items.slice(0, at), items.slice(at)];
}
