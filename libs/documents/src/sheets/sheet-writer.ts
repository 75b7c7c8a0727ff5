import { AppError } from '@xiaohao/errors';
import { cellAddress, type CellRange, columnLetters, rangeAddress } from './cell-address.js';
import { daySerial } from './number-format.js';
import { fittedHeight } from './row-height.js';
import type { CellContent, RowInput, SheetLayout } from './sheet-layout.js';
import type { LookTable } from './workbook-looks.js';
import { escapeXml } from '../packages/xml-text.js';

/** What the workbook part must know of a sheet once it is written. */
export interface WrittenSheet {
  lastRow: number;
  /** Files its cells lead to, in the order of the ids of their links. */
  files: string[];
}

const chunkLength = 128 * 1024;
const rowLimit = 1_048_576;
const textLimit = 32_767;
/** A text so begun would be taken for a formula by whoever edits it, or by a program that reads an exported .csv. */
const formulaLike = /^[=+\-@\t\r\n＝＋－＠]/;

/** Yields the XML of one worksheet in chunks, row by row. */
export async function* sheetXml(layout: SheetLayout, looks: LookTable, written: WrittenSheet): AsyncGenerator<string> {
  const merges: string[] = [];
  const links: string[] = [];
  let chunk = sheetHead(layout);
  let number = 0;
  const add = (row: RowInput) => {
    if (++number > rowLimit) throw new AppError('workbookTooLarge', { place: layout.name, limit: `${rowLimit} rows` });
    chunk += rowXml(row, number, layout, looks);
    for (const merge of row.merges ?? []) merges.push(mergeAddress(merge, number));
    for (const [at, cell] of row.cells.entries()) {
      if (cell === null || typeof cell !== 'object' || !('file' in cell) || !cell.file) continue;
      links.push(`<hyperlink ref="${letters(at)}${number}" r:id="rId${written.files.push(cell.file)}"/>`);
    }
  };
  for (const row of layout.top) add(row);
  for await (const row of layout.rows) {
    add(row);
    if (chunk.length < chunkLength) continue;
    yield chunk;
    chunk = '';
  }
  written.lastRow = number;
  yield chunk + sheetTail(layout, merges, links, number);
}

export function filterRange(layout: SheetLayout, lastRow: number): CellRange {
  const top = layout.headingRows.last;
  return { top, left: 1, bottom: Math.max(top, lastRow), right: Math.max(1, layout.columns.length) };
}

function mergeAddress(merge: { from: number; to: number; rows?: number }, row: number): string {
  return rangeAddress({ top: row, left: merge.from, bottom: row + (merge.rows ?? 1) - 1, right: merge.to });
}

function sheetHead(layout: SheetLayout): string {
  const { last } = layout.headingRows;
  const frozen = layout.frozenColumns ?? 0;
  const corner = cellAddress(last + 1, frozen + 1);
  const split = `${frozen > 0 ? ` xSplit="${frozen}"` : ''}${last > 0 ? ` ySplit="${last}"` : ''}`;
  const area = frozen > 0 ? (last > 0 ? 'bottomRight' : 'topRight') : 'bottomLeft';
  const pane = split ? `<pane${split} topLeftCell="${corner}" activePane="${area}" state="frozen"/>` : '';
  const columns = layout.columns.map(
    ({ width }, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`,
  );
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" ' +
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">' +
    '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>' +
    `<sheetViews><sheetView workbookViewId="0">${pane}</sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/>` +
    (columns.length > 0 ? `<cols>${columns.join('')}</cols>` : '') +
    '<sheetData>'
  );
}

/** The order of these elements is fixed by the standard; Excel repairs a file that breaks it. */
function sheetTail(layout: SheetLayout, merges: string[], links: string[], lastRow: number): string {
  const print = layout.print ?? { paper: 'A4', orientation: 'landscape' };
  return (
    '</sheetData>' +
    (layout.filter ? `<autoFilter ref="${rangeAddress(filterRange(layout, lastRow))}"/>` : '') +
    (merges.length > 0
      ? `<mergeCells count="${merges.length}">${merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>`
      : '') +
    (links.length > 0 ? `<hyperlinks>${links.join('')}</hyperlinks>` : '') +
    '<printOptions horizontalCentered="1"/>' +
    '<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>' +
    `<pageSetup paperSize="${print.paper === 'A3' ? 8 : 9}" orientation="${print.orientation}" fitToWidth="1" fitToHeight="0"/>` +
    (print.footer ? footerXml(print.footer) : '') +
    '</worksheet>'
  );
}

/** `{page}` and `{pages}` are filled by the printing program. */
export function footerXml(text: string): string {
  const coded = text.replace(/&/g, '&&').replace('{page}', '&P').replace('{pages}', '&N');
  return `<headerFooter><oddFooter>&amp;C${escapeXml(coded)}</oddFooter></headerFooter>`;
}

function rowXml(row: RowInput, number: number, layout: SheetLayout, looks: LookTable): string {
  const fitted = row.height ? null : fittedHeight(row, layout);
  const height = row.height ? ` ht="${row.height}" customHeight="1"` : fitted ? ` ht="${fitted}"` : '';
  let xml = `<row r="${number}"${height}>`;
  for (let at = 0; at < row.cells.length; at++) {
    const cell = row.cells[at]!;
    const styled = cell !== null && typeof cell === 'object' && 'content' in cell;
    const content = styled ? cell.content : cell;
    const look = styled ? cell.look : undefined;
    const style = (kind: 'plain' | 'day' | 'quoted') => looks.index(layout.columns[at]?.look, row.look, look, kind);
    xml += cellXml(`${letters(at)}${number}`, content, style);
  }
  return `${xml}</row>`;
}

const letterCache: string[] = [];
const letters = (at: number) => (letterCache[at] ??= columnLetters(at + 1));

function cellXml(address: string, content: CellContent, style: (kind: 'plain' | 'day' | 'quoted') => number): string {
  if (content === null || content === '') return `<c r="${address}" s="${style('plain')}"/>`;
  switch (typeof content) {
    case 'number':
      if (!Number.isFinite(content)) return `<c r="${address}" s="${style('plain')}"/>`;
      return `<c r="${address}" s="${style('plain')}"><v>${content}</v></c>`;
    case 'boolean':
      return `<c r="${address}" s="${style('plain')}" t="b"><v>${content ? 1 : 0}</v></c>`;
    case 'string':
      return textXml(address, content, style);
    default:
      return dayXml(address, content.day, style);
  }
}

/** Stored as a text in place: never as a formula, and marked so that editing the cell does not make one of it. */
function textXml(address: string, content: string, style: (kind: 'plain' | 'quoted') => number): string {
  const index = style(formulaLike.test(content) ? 'quoted' : 'plain');
  const short = content.length > textLimit ? `${content.slice(0, textLimit - 1)}…` : content;
  // Excel reads `_x0041_` as an escape; the underscore is written as one to keep such a text as it is.
  const text = short.includes('_x') ? short.replace(/_(?=x[0-9a-fA-F]{4}_)/g, '_x005F_') : short;
  return `<c r="${address}" s="${index}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(text)}</t></is></c>`;
}

function dayXml(address: string, day: string, style: (kind: 'plain' | 'day' | 'quoted') => number): string {
  const serial = daySerial(day);
  // Before March 1900 Excel's calendar is wrong by a day; such a date stays a text.
  if (!(serial > 60)) return textXml(address, day, style);
  return `<c r="${address}" s="${style('day')}"><v>${serial}</v></c>`;
}
