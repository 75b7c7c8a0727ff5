import type { RowInput, SheetLayout } from './sheet-layout.js';
import { plainLook } from './workbook-looks.js';

/** Excel draws no row higher than this. */
const highestPoints = 409;
/** Of the tallest Chinese fonts in use (Noto Sans CJK, which LibreOffice falls back to); SimSun takes less. */
const lineHeight = 1.46;
/** Points kept free above and below, so that no text touches the lines of the table. */
const margins = 6;

/**
 * Points a row needs for its wrapped texts and larger letters, or null when one plain line is enough. Estimated from full-width and half-width
 * characters: neither LibreOffice nor WPS fits rows by itself when it opens a file that names no heights.
 */
export function fittedHeight(row: RowInput, layout: SheetLayout): number | null {
  let highest = 0;
  let isPlain = true;
  for (let at = 0; at < row.cells.length; at++) {
    const cell = row.cells[at]!;
    const styled = cell !== null && typeof cell === 'object' && 'content' in cell;
    const content = styled ? cell.content : cell;
    if (typeof content !== 'string') continue;
    const look = styled ? cell.look : undefined;
    const size = look?.size ?? row.look?.size ?? layout.columns[at]?.look?.size ?? plainLook.size;
    const wraps = look?.wrap ?? row.look?.wrap ?? layout.columns[at]?.look?.wrap ?? false;
    const lines = wraps ? lineCount(content, widthOf(row, layout, at) * (plainLook.size / size)) : 1;
    if (lines > 1 || size > plainLook.size) isPlain = false;
    highest = Math.max(highest, pointsOf(lines, size));
  }
  return isPlain ? null : Math.min(highestPoints, Math.ceil(highest));
}

const pointsOf = (lines: number, size: number) => lines * size * lineHeight + margins;

/** Points of a row with so many lines of text of this size. */
export function heightOfLines(lines: number, size: number): number {
  return Math.min(highestPoints, Math.ceil(pointsOf(lines, size)));
}

/** A cell merged across columns has their widths together; one merged downwards spreads over rows and asks for none. */
function widthOf(row: RowInput, layout: SheetLayout, at: number): number {
  const merge = row.merges?.find(({ from }) => from === at + 1);
  if (merge?.rows && merge.rows > 1) return Infinity;
  let width = 0;
  for (let column = at; column < (merge?.to ?? at + 1); column++) width += layout.columns[column]?.width ?? 9;
  return width;
}

/** Lines a text takes. Widths count half-width characters; a little of each column is margin. */
export function lineCount(text: string, width: number): number {
  const room = Math.max(2, width - 1);
  if (text.length * 2 <= room && !text.includes('\n')) return 1;
  let lines = 1;
  let used = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const step = code < 0x2e80 ? 1.05 : 2;
    if (code === 0x0a) {
      lines++;
      used = 0;
    } else if (used + step > room) {
      lines++;
      used = step;
    } else used += step;
  }
  return lines;
}
