import { textOf, type Grid } from '../grid.js';
import type { ColourLegend, LedgerColumn } from '../headings/columns.js';
import type { Header } from '../headings/header.js';
import { plainHeading } from '../headings/heading.js';

const entry = /([红黄绿蓝橙紫灰])(?:色|灯|牌|标)*\s*(?:[:：=＝]|[—–-]+|为|代表|表示)\s*([\u4e00-\u9fff]{2,12})/g;
const lightHeadings = /亮灯|^灯|颜色|标色|状态|进度|情况/;
/** A colour alone in its cell. */
const colourCell = /^([红黄绿蓝橙紫灰])(?:色|灯|牌|标)*$/;
const longestLine = 300;

/** The legend a text gives; null where it explains fewer than two colours. */
export function legendIn(text: string): ColourLegend | null {
  const found = [...text.slice(0, longestLine).matchAll(entry)].map((one) => [one[1]!, one[2]!] as const);
  return found.length > 1 ? Object.fromEntries(found) : null;
}

/** What the colour alone in a cell stands for; null where the cell says more, or another colour. */
export function meantBy(text: string, legend: ColourLegend): string | null {
  const colour = colourCell.exec(text.replace(/\s/g, ''))?.[1];
  return (colour && legend[colour]) || null;
}

/**
 * A column of lights tells how far a row is by the legend in its heading, above the header or in the notes below; one that
 * was left out because we set lights ourselves does so where no other column tells it.
 */
export function withColourLegend(
  columns: readonly LedgerColumn[],
  grid: Grid,
  header: Header,
  notes: readonly number[],
): LedgerColumn[] {
  const isTold = columns.some(({ meaning }) =>
    ['status', 'progress', 'struckOff', 'progressPercent'].includes(meaning),
  );
  const around = grid.rowNumbers.filter((row) => row < header.rows[0]! || notes.includes(row));
  const ofSheet = legendIn(around.map((row) => textOf(grid.shown(row, 1))).join('\n'));
  return columns.map((column) => {
    const heading = header.headings.find(({ column: at }) => at === column.column)?.text ?? '';
    const legend = legendIn(heading) ?? (lightHeadings.test(plainHeading(heading)) ? ofSheet : null);
    if (!legend || column.sealed) return column;
    if (column.meaning === 'status') return { ...column, legend };
    const isLight = column.meaning === 'ignored' && /灯|颜色|标色/.test(plainHeading(heading));
    return isLight && !isTold ? { ...column, meaning: 'status', legend } : column;
  });
}
