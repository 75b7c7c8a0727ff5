import { columnLetters } from './cell-address.js';
import { attribute } from './cell-comments.js';
import type { MarkedFormats } from './sheet-marks.js';
import { footerXml } from './sheet-writer.js';
import { heightOfLines, lineCount } from './row-height.js';
import { escapeXml } from '../packages/xml-text.js';

/**
 * A sheet of lines that is put before all others: some cells filled, some leading to cells of other sheets. It prints one
 * page wide.
 */
export interface FrontSheet {
  name: string;
  /** In characters. */
  columnWidths: readonly number[];
  rows: readonly (readonly FrontCell[])[];
  /** At the foot of each printed page; `{page}` and `{pages}` are filled by the printing program. */
  footer: string;
}

export interface FrontCell {
  text: string;
  /** `RRGGBB` */
  colour?: string;
  /** Where a click leads. */
  to?: { sheet: string; cell: string };
}

/** Of the first font of a workbook, unless somebody chose otherwise. */
const fontSize = 11;

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

export function frontSheetXml({ columnWidths, rows, footer }: FrontSheet, formats: MarkedFormats | null): string {
  const links: string[] = [];
  const merges: string[] = [];
  const lastColumn = columnLetters(columnWidths.length);
  const wholeWidth = columnWidths.reduce((sum, width) => sum + width, 0);
  const columns = columnWidths.map(
    (width, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`,
  );
  const lines = rows.map((cells, at) => {
    const written = cells.map(({ text, colour, to }, column) => {
      const ref = `${String.fromCharCode(65 + column)}${at + 1}`;
      if (to) {
        const place = `'${to.sheet.replaceAll("'", "''")}'!${to.cell}`;
        links.push(`<hyperlink ref="${ref}" location="${escapeXml(place)}" display="${escapeXml(text)}"/>`);
      }
      const style = formats ? ` s="${formats.wrappedWith(colour ?? null)}"` : '';
      return `<c r="${ref}" t="inlineStr"${style}><is><t xml:space="preserve">${escapeXml(text)}</t></is></c>`;
    });
    // One text alone has the whole width.
    if (cells.length === 1) merges.push(`<mergeCell ref="A${at + 1}:${lastColumn}${at + 1}"/>`);
    const widths = cells.length === 1 ? [wholeWidth] : columnWidths;
    const lineCounts = cells.map(({ text }, column) => lineCount(text, widths[column] ?? wholeWidth));
    const height = heightOfLines(Math.max(1, ...lineCounts), fontSize);
    return `<row r="${at + 1}" ht="${height}" customHeight="1">${written.join('')}</row>`;
  });
  return (
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="${main}">` +
    '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>' +
    `<sheetViews><sheetView tabSelected="1" workbookViewId="0"/></sheetViews><cols>${columns.join('')}</cols>` +
    `<sheetData>${lines.join('')}</sheetData>` +
    `${merges.length > 0 ? `<mergeCells>${merges.join('')}</mergeCells>` : ''}` +
    `${links.length > 0 ? `<hyperlinks>${links.join('')}</hyperlinks>` : ''}` +
    '<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>' +
    '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>' +
    `${footerXml(footer)}</worksheet>`
  );
}

/** The workbook with a sheet before its others, open at it; names that hold in one sheet keep theirs. */
export function withFrontSheet(workbook: string, name: string, linkId: string): string {
  const p = /<((?:\w+:)?)workbook\b/.exec(workbook)?.[1] ?? '';
  const ids = [...workbook.matchAll(/<(?:\w+:)?sheet\s([^>]*?)\/?>/g)].map(([, attributes = '']) =>
    Number(attribute(attributes, 'sheetId') ?? 0),
  );
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const sheet = `<${p}sheet xmlns:r="${office}" name="${escapeXml(name)}" sheetId="${Math.max(0, ...ids) + 1}" r:id="${linkId}"/>`;
  return workbook
    .replace(new RegExp(`<${p}sheets\\b[^>]*>`), (open) => open + sheet)
    .replace(/\slocalSheetId=["'](\d+)["']/g, (_, at: string) => ` localSheetId="${Number(at) + 1}"`)
    .replace(/\s(activeTab|firstSheet)=["']\d+["']/g, '');
}
