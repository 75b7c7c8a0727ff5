import { attribute } from './cell-comments.js';
import type { MarkedFormats } from './sheet-marks.js';
import { escapeXml } from './xml-text.js';

/** A sheet of lines that is put before all others: some cells filled, some leading to cells of other sheets. */
export interface FrontSheet {
  name: string;
  /** In characters. */
  columnWidths: readonly number[];
  rows: readonly (readonly FrontCell[])[];
}

export interface FrontCell {
  text: string;
  /** `RRGGBB` */
  colour?: string;
  /** Where a click leads. */
  to?: { sheet: string; cell: string };
}

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

export function frontSheetXml({ columnWidths, rows }: FrontSheet, formats: MarkedFormats | null): string {
  const links: string[] = [];
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
      const style = colour && formats ? ` s="${formats.twinOf(0, colour)}"` : '';
      return `<c r="${ref}" t="inlineStr"${style}><is><t xml:space="preserve">${escapeXml(text)}</t></is></c>`;
    });
    return `<row r="${at + 1}">${written.join('')}</row>`;
  });
  return (
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="${main}">` +
    `<sheetViews><sheetView tabSelected="1" workbookViewId="0"/></sheetViews><cols>${columns.join('')}</cols>` +
    `<sheetData>${lines.join('')}</sheetData>` +
    `${links.length > 0 ? `<hyperlinks>${links.join('')}</hyperlinks>` : ''}</worksheet>`
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
