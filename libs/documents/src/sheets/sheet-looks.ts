import { parseCellAddress } from './cell-address.js';
import { readLooks, type WholeLook } from './look-reader.js';
import { openPackage } from '../packages/office-package.js';
import type { PrintLayout } from './sheet-layout.js';
import { readSheetList } from './workbook-reader.js';
import { readThemeColours } from './workbook-styles.js';
import { XmlScanner, type XmlSink, type XmlTag } from '../packages/xml-scanner.js';

/** How the first rows of a sheet look and print: what `readWorkbook` leaves out. */
export interface SheetLooks {
  /** Of the cell, else of its column; null where the file says nothing. */
  look(row: number, column: number): WholeLook | null;
  /** Points; null where the file sets none. */
  height(row: number): number | null;
  paper: PrintLayout['paper'] | null;
  orientation: PrintLayout['orientation'] | null;
  frozenColumns: number;
}

/** Nobody writes a head of more rows, or of more columns. */
const watchedRows = 60;
const watchedColumns = 500;

/** @throws what `openPackage` throws */
export async function readSheetLooks(file: Buffer, sheetName: string): Promise<SheetLooks> {
  const office = await openPackage(file, 'workbook');
  const { listed } = await readSheetList(office);
  const links = await office.links(office.mainPart);
  const target = (kind: string) => {
    const part = links.find((link) => link.kind === kind)?.target;
    return part !== undefined && office.archive.has(part) ? part : null;
  };
  const [themePart, stylePart] = [target('theme'), target('styles')];
  const theme = themePart ? readThemeColours(themePart, await office.archive.read(themePart)) : [];
  const looks = stylePart ? readLooks(stylePart, await office.archive.read(stylePart), theme) : [];
  const reader = new LooksReader(looks);
  const part = listed.find(({ name }) => name === sheetName)?.part;
  if (part !== undefined) {
    const scanner = new XmlScanner(reader, part);
    for await (const chunk of office.archive.chunks(part)) scanner.write(chunk);
    scanner.end();
  }
  return reader;
}

class LooksReader implements XmlSink, SheetLooks {
  readonly takesText = false;
  paper: SheetLooks['paper'] = null;
  orientation: SheetLooks['orientation'] = null;
  frozenColumns = 0;
  private row = 0;
  private column = 0;
  private readonly cells = new Map<string, number>();
  private readonly columns = new Map<number, number>();
  private readonly heights = new Map<number, number>();

  constructor(private readonly looks: readonly WholeLook[]) {}

  look(row: number, column: number): WholeLook | null {
    const index = this.cells.get(`${row} ${column}`) ?? this.columns.get(column);
    return index === undefined ? null : (this.looks[index] ?? null);
  }

  height(row: number): number | null {
    return this.heights.get(row) ?? null;
  }

  open(name: string, tag: XmlTag): void {
    if (name === 'c') this.openCell(tag);
    else if (name === 'row') this.openRow(tag);
    else if (name === 'col') this.openColumn(tag);
    else if (name === 'pane' && tag.attribute('state') === 'frozen') {
      this.frozenColumns = Math.min(20, Number(tag.attribute('xSplit') ?? 0) || 0);
    } else if (name === 'pageSetup') this.openPage(tag);
  }

  text(): void {
    /* looks hold none */
  }

  close(): void {
    /* nothing is nested */
  }

  private openRow(tag: XmlTag): void {
    this.row = Number(tag.attribute('r') ?? this.row + 1);
    this.column = 0;
    const height = Number(tag.attribute('ht'));
    if (this.row <= watchedRows && height > 0) this.heights.set(this.row, Math.min(409, height));
  }

  private openCell(tag: XmlTag): void {
    if (this.row > watchedRows) return;
    this.column = parseCellAddress(tag.attribute('r') ?? '')?.column ?? this.column + 1;
    if (this.column <= watchedColumns) this.cells.set(`${this.row} ${this.column}`, Number(tag.attribute('s') ?? 0));
  }

  private openColumn(tag: XmlTag): void {
    const style = tag.attribute('style');
    if (style === undefined) return;
    const last = Math.min(Number(tag.attribute('max')), watchedColumns);
    for (let column = Math.max(1, Number(tag.attribute('min'))); column <= last; column += 1) {
      this.columns.set(column, Number(style));
    }
  }

  private openPage(tag: XmlTag): void {
    const [paper, orientation] = [tag.attribute('paperSize'), tag.attribute('orientation')];
    this.paper = paper === '8' ? 'A3' : paper === '9' ? 'A4' : null;
    this.orientation = orientation === 'portrait' || orientation === 'landscape' ? orientation : null;
  }
}
