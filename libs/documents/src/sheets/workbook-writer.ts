import { Readable } from 'node:stream';
import { columnLetters } from './cell-address.js';
import type { SheetLayout } from './sheet-layout.js';
import { filterRange, sheetXml, type WrittenSheet } from './sheet-writer.js';
import { LookTable } from './workbook-looks.js';
import { escapeXml } from '../packages/xml-text.js';
import { type ZipPart, zipParts } from '../packages/zip-stream.js';

export interface WriteWorkbookOptions {
  /** Stands in the file's properties; the same rows and instant give the same bytes. */
  createdAt: Date;
  creator?: string;
}

/**
 * Streams an .xlsx while its rows are still being produced; memory does not grow with their number.
 * An error in the rows, or the reader going away, ends both sides.
 */
export function writeWorkbook(sheets: readonly SheetLayout[], options: WriteWorkbookOptions): Readable {
  return Readable.from(zipParts(workbookParts(sheets, options)), { objectMode: false });
}

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const packageTypes = 'http://schemas.openxmlformats.org/package/2006';
const officeTypes = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const sheetTypes = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** The styles and the workbook part come last: looks and last rows are known only when the sheets are written. */
function* workbookParts(sheets: readonly SheetLayout[], options: WriteWorkbookOptions): Generator<ZipPart> {
  const looks = new LookTable();
  const written = sheets.map((): WrittenSheet => ({ lastRow: 0, files: [] }));
  yield { name: '[Content_Types].xml', content: [contentTypes(sheets.length)] };
  yield { name: '_rels/.rels', content: [packageLinks()] };
  for (const [at, sheet] of sheets.entries()) {
    yield { name: `xl/worksheets/sheet${at + 1}.xml`, content: sheetXml(sheet, looks, written[at]!) };
    const { files } = written[at]!;
    // Asked for when the sheet is written, which is when its links are known.
    if (files.length > 0) yield { name: `xl/worksheets/_rels/sheet${at + 1}.xml.rels`, content: [sheetLinks(files)] };
  }
  yield { name: 'xl/styles.xml', content: [looks.xml()] };
  yield { name: 'xl/workbook.xml', content: [workbookXml(sheets, written)] };
  yield { name: 'xl/_rels/workbook.xml.rels', content: [workbookLinks(sheets.length)] };
  yield { name: 'docProps/core.xml', content: [coreXml(options)] };
}

function contentTypes(sheetCount: number): string {
  const override = (name: string, type: string) => `<Override PartName="/${name}" ContentType="${type}"/>`;
  const numbers = Array.from({ length: sheetCount }, (_, at) => at + 1);
  return (
    `${declaration}<Types xmlns="${packageTypes}/content-types">` +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    '<Default Extension="xml" ContentType="application/xml"/>' +
    override('xl/workbook.xml', `${sheetTypes}.sheet.main+xml`) +
    numbers.map((at) => override(`xl/worksheets/sheet${at}.xml`, `${sheetTypes}.worksheet+xml`)).join('') +
    override('xl/styles.xml', `${sheetTypes}.styles+xml`) +
    override('docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml') +
    '</Types>'
  );
}

const link = (id: string, type: string, target: string) =>
  `<Relationship Id="${id}" Type="${type}" Target="${target}"/>`;

function packageLinks(): string {
  return (
    `${declaration}<Relationships xmlns="${packageTypes}/relationships">` +
    link('rId1', `${officeTypes}/officeDocument`, 'xl/workbook.xml') +
    link('rId2', `${packageTypes}/relationships/metadata/core-properties`, 'docProps/core.xml') +
    '</Relationships>'
  );
}

/** Signs that mean something in an address are escaped; Excel takes all others as they are, escaped Chinese it does not. */
const fileAddress = (path: string) =>
  escapeXml(
    path.replace(/[%#?"<>[\]`^{}\s]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`),
  );

function sheetLinks(files: readonly string[]): string {
  const links = files.map(
    (path, at) =>
      `<Relationship Id="rId${at + 1}" Type="${officeTypes}/hyperlink" Target="${fileAddress(path)}" TargetMode="External"/>`,
  );
  return `${declaration}<Relationships xmlns="${packageTypes}/relationships">${links.join('')}</Relationships>`;
}

function workbookLinks(sheetCount: number): string {
  const numbers = Array.from({ length: sheetCount }, (_, at) => at + 1);
  return (
    `${declaration}<Relationships xmlns="${packageTypes}/relationships">` +
    numbers.map((at) => link(`rId${at}`, `${officeTypes}/worksheet`, `worksheets/sheet${at}.xml`)).join('') +
    link(`rId${sheetCount + 1}`, `${officeTypes}/styles`, 'styles.xml') +
    '</Relationships>'
  );
}

function workbookXml(sheets: readonly SheetLayout[], written: WrittenSheet[]): string {
  const names = sheetNames(sheets);
  const listed = names.map((name, at) => `<sheet name="${escapeXml(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`);
  const defined = sheets.flatMap((sheet, at) => definedNames(sheet, names[at]!, at, written[at]!.lastRow));
  return (
    `${declaration}<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${officeTypes}">` +
    `<bookViews><workbookView activeTab="0"/></bookViews><sheets>${listed.join('')}</sheets>` +
    (defined.length > 0 ? `<definedNames>${defined.join('')}</definedNames>` : '') +
    '</workbook>'
  );
}

/** Excel allows 31 characters, none of []:*?/\ and no name twice. */
function sheetNames(sheets: readonly SheetLayout[]): string[] {
  const taken = new Set<string>();
  return sheets.map((sheet) => {
    const clean =
      sheet.name
        .replace(/[[\]:*?/\\\0-\x1f]/g, ' ')
        .replace(/^'+|'+$/g, '')
        .trim() || 'Sheet';
    let name = clean.slice(0, 31);
    for (let copy = 2; taken.has(name.toLowerCase()); copy++) name = `${clean.slice(0, 27)} ${copy}`;
    taken.add(name.toLowerCase());
    return name;
  });
}

/** Printed heading rows and the filtered area are names of their own. */
function definedNames(sheet: SheetLayout, name: string, at: number, lastRow: number): string[] {
  const quoted = escapeXml(`'${name.replace(/'/g, "''")}'`);
  const { first, last } = sheet.headingRows;
  const names: string[] = [];
  if (sheet.filter) {
    const { top, left, bottom, right } = filterRange(sheet, lastRow);
    const area = `$${columnLetters(left)}$${top}:$${columnLetters(right)}$${bottom}`;
    names.push(
      `<definedName name="_xlnm._FilterDatabase" localSheetId="${at}" hidden="1">${quoted}!${area}</definedName>`,
    );
  }
  if (last > 0) {
    names.push(
      `<definedName name="_xlnm.Print_Titles" localSheetId="${at}">${quoted}!$${first}:$${last}</definedName>`,
    );
  }
  return names;
}

function coreXml({ createdAt, creator }: WriteWorkbookOptions): string {
  const at = `${createdAt.toISOString().slice(0, 19)}Z`;
  const time = (name: string) => `<dcterms:${name} xsi:type="dcterms:W3CDTF">${at}</dcterms:${name}>`;
  return (
    `${declaration}<cp:coreProperties xmlns:cp="${packageTypes}/metadata/core-properties" ` +
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" ' +
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">' +
    `<dc:creator>${escapeXml(creator ?? '')}</dc:creator>${time('created')}${time('modified')}</cp:coreProperties>`
  );
}
