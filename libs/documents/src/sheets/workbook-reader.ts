import { type ArchiveLimits, archiveLimits, assertFileSize, fileKind } from '../packages/archive-guard.js';
import { isCsvName, readCsv } from './csv-reader.js';
import { type OfficePackage, openPackage } from '../packages/office-package.js';
import { type Allowance, takeCharacters, tooLarge } from '../packages/reading-allowance.js';
import { readNotes } from './note-reader.js';
import { readPictures } from './picture-reader.js';
import { type SheetContext, SheetReader } from './sheet-reader.js';
import { readStyles, readThemeColours } from './workbook-styles.js';
import { type Sheet, type SheetVisibility, type Workbook, type WorkbookLimits, workbookLimits } from './workbook.js';
import { scanXml, XmlScanner } from '../packages/xml-scanner.js';
import { cellText, legalText } from '../packages/xml-text.js';

export interface ReadWorkbookOptions {
  /** Only a `.csv` or `.txt` name makes a text file a workbook; everything else is judged by content. */
  fileName?: string;
  archive?: Partial<ArchiveLimits>;
  limits?: Partial<WorkbookLimits>;
}

/**
 * Reads .xlsx (Excel, WPS, LibreOffice) or .csv into plain cells. Formulas are never run, links never followed.
 * @throws fileNotWorkbook, legacyExcel, workbookMacro, workbookTooLarge and what `openPackage` throws
 */
export async function readWorkbook(file: Buffer, options: ReadWorkbookOptions = {}): Promise<Workbook> {
  const guard = { ...archiveLimits, ...options.archive };
  assertFileSize(file, guard.fileBytes);
  const allowance: Allowance = { limits: { ...workbookLimits, ...options.limits }, rows: 0, cells: 0, characters: 0 };
  if (isCsvName(options.fileName) && fileKind(file) === 'other') {
    return { sheets: [readCsv(file, options.fileName!, allowance)] };
  }
  const office = await openPackage(file, 'workbook', guard);
  const { listed, date1904 } = await readSheetList(office);
  if (listed.length > allowance.limits.sheets) {
    throw tooLarge(listed[allowance.limits.sheets]!.name, `${allowance.limits.sheets} 个工作表`);
  }
  const context = await readContext(office, date1904, allowance);
  const sheets: Sheet[] = [];
  const besides = new Set<string>();
  for (const { name, hidden, part } of listed) {
    sheets.push(await readSheet(office, part, name, hidden, context, besides));
  }
  return { sheets };
}

interface ListedSheet {
  name: string;
  hidden: SheetVisibility;
  part: string;
}

/** Worksheets in the order of their tabs; chart and dialog sheets hold no cells and are left out. */
export async function readSheetList(office: OfficePackage): Promise<{ listed: ListedSheet[]; date1904: boolean }> {
  const links = await office.links(office.mainPart);
  const parts = new Map(links.filter((link) => link.kind === 'worksheet').map((link) => [link.id, link.target]));
  const listed: ListedSheet[] = [];
  let date1904 = false;
  scanXml(office.mainPart, await office.archive.read(office.mainPart), {
    takesText: false,
    open: (name, tag) => {
      if (name === 'workbookPr') date1904 = /^(1|true)$/.test(tag.attribute('date1904') ?? '');
      const part = name === 'sheet' ? parts.get(tag.attribute('id') ?? '') : undefined;
      if (part === undefined) return;
      const state = tag.attribute('state');
      const hidden = state === 'hidden' || state === 'veryHidden' ? state : 'visible';
      listed.push({ name: legalText(tag.attribute('name') ?? ''), hidden, part });
    },
    close: () => undefined,
    text: () => undefined,
  });
  return { listed, date1904 };
}

async function readContext(office: OfficePackage, date1904: boolean, allowance: Allowance): Promise<SheetContext> {
  const links = await office.links(office.mainPart);
  const target = (kind: string) => {
    const part = links.find((link) => link.kind === kind)?.target;
    return part !== undefined && office.archive.has(part) ? part : null;
  };
  const [themePart, stylePart, stringPart] = [target('theme'), target('styles'), target('sharedStrings')];
  const theme = themePart ? readThemeColours(themePart, await office.archive.read(themePart)) : [];
  const styles = stylePart ? readStyles(stylePart, await office.archive.read(stylePart), theme, date1904) : [];
  const strings = stringPart ? await readSharedStrings(office, stringPart, allowance) : [];
  return { strings, styles, date1904, allowance };
}

/** Rich text is joined; phonetic guides (`rPh`) are no part of the text. */
async function readSharedStrings(office: OfficePackage, part: string, allowance: Allowance): Promise<string[]> {
  const strings: string[] = [];
  let text = '';
  let phonetic = false;
  const scanner = new XmlScanner(
    {
      takesText: false,
      open(name) {
        if (name === 'si') text = '';
        else if (name === 'rPh') phonetic = true;
        else if (name === 't') this.takesText = !phonetic;
      },
      close(name) {
        if (name === 't') this.takesText = false;
        else if (name === 'rPh') phonetic = false;
        else if (name === 'si') {
          const whole = cellText(text);
          takeCharacters(allowance, whole, () => part);
          if (strings.length >= allowance.limits.cells) throw tooLarge(part, `${allowance.limits.cells} 条文本`);
          strings.push(whole);
        }
      },
      text(found) {
        text += found;
      },
    },
    part,
  );
  for await (const chunk of office.archive.chunks(part)) scanner.write(chunk);
  scanner.end();
  return strings;
}

async function readSheet(
  office: OfficePackage,
  part: string,
  name: string,
  hidden: SheetVisibility,
  context: SheetContext,
  /** Parts of notes and drawings read before: each belongs to one sheet. */
  besides: Set<string>,
): Promise<Sheet> {
  const sheet: Sheet = { name, hidden, rows: [], merges: [], columnWidths: [] };
  const scanner = new XmlScanner(new SheetReader(sheet, context), part);
  for await (const chunk of office.archive.chunks(part)) scanner.write(chunk);
  scanner.end();
  const rows = sheet.rows;
  if (rows.some((row, index) => index > 0 && row.number <= rows[index - 1]!.number)) {
    rows.sort((a, b) => a.number - b.number);
  }
  const pictures = await readPictures(office, part, besides);
  if (pictures.length > 0) sheet.pictures = pictures;
  const notes = await readNotes(office, part, besides);
  if (notes.length > 0) sheet.notes = notes;
  return sheet;
}
