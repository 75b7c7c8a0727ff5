import { type FlowItem, heightOf, type LaidCell, type RowItem } from './flow.js';

/**
 * A row in two, the first no higher than the room; null where none of it fits.
 * Rows inside that are to stay whole do so unless they are higher than a page.
 */
export function splitRow(row: RowItem, room: number, page: number): [RowItem, RowItem] | null {
  const cells = row.cells.map((laid) => {
    const { top, bottom } = laid.cell.margins;
    return { laid, parts: splitItems(laid.items, room - top - bottom, page - top - bottom) };
  });
  const fits = cells.some(({ parts: [fits] }) => fits.length > 0);
  const ended = row.cells.filter(({ merged }) => merged?.lastRow === row);
  const waste = Math.max(0, ...ended.map(wasteOf));
  const isFilled = ended.length > 0 && room > 2 * waste;
  if (!isFilled && (!fits || !cells.some(({ parts: [, rest] }) => rest.length > 0))) return null;
  const part = (which: 0 | 1, least: number): RowItem => {
    const own = cells.map(({ laid, parts }): LaidCell => ({ ...laid, items: parts[which] }));
    const height = Math.max(
      1,
      least,
      ...own.map(({ cell: { margins }, items }) => heightOf(items) + margins.top + margins.bottom),
    );
    return { ...row, cells: own, height, notes: own.flatMap(({ items }) => items.flatMap(({ notes }) => notes)) };
  };
  const [first, second] = isFilled ? [part(0, room), part(1, row.height - room + waste)] : [part(0, 0), part(1, 0)];
  for (const { merged } of ended) merged!.lastRow = second;
  return [first, second];
}

/** What a cell over several rows may leave free above the foot of a page: less than its highest item. */
function wasteOf({ cell: { margins }, merged }: LaidCell): number {
  let highest = 0;
  for (const { before, height, after } of merged!.items) highest = Math.max(highest, before + height + after);
  return highest + margins.top + margins.bottom;
}

function splitItems(items: readonly FlowItem[], room: number, page: number): [FlowItem[], FlowItem[]] {
  let [used, at] = [0, 0];
  for (; at < items.length; at++) {
    const item = items[at]!;
    const need = (at > 0 ? item.before : 0) + item.height;
    if (used + need > room + 0.05) break;
    used += need + item.after;
  }
  const next = items[at];
  const staysWhole = next?.kind === 'row' && next.isWhole && next.height <= page;
  const inner = next?.kind === 'row' && !staysWhole ? splitRow(next, room - used, page) : null;
  if (inner)
    return [
      [...items.slice(0, at), inner[0]],
      [inner[1], ...items.slice(at + 1)],
    ];
  return [items.slice(0, at), items.slice(at)];
}
