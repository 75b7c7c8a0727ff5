import { AppError } from '@xiaohao/errors';
import { cellAddress, parseRange } from './cell-address.js';
import { serialDay } from './number-format.js';
import { type Allowance, assertFitsCell, takeText, tooLarge } from '../packages/reading-allowance.js';
import type { CellStyle } from './workbook-styles.js';
import type { Cell, Sheet } from './workbook.js';
import type { XmlSink, XmlTag } from '../packages/xml-scanner.js';
import { cellText } from '../packages/xml-text.js';

export interface SheetContext {
  strings: string[];
  styles: CellStyle[];
  date1904: boolean;
  allowance: Allowance;
}

/** Reads one worksheet part into a sheet, cell by cell, skipping what is empty as it passes. */
export class SheetReader implements XmlSink {
  takesText = false;
  private row = 0;
  private column = 0;
  private cells: (Cell | undefined)[] = [];
  private hasContent = false;
  private type = 'n';
  private style: CellStyle | undefined;
  private value = '';
  private formula: string | null = null;
  private sharedFormula = '';
  private inFormula = false;
  private phonetic = false;
  private readonly days = new Map<number, string | null>();
  private readonly formulas = new Map<string, string>();

  constructor(
    private readonly sheet: Sheet,
    private readonly context: SheetContext,
  ) {}

  open(name: string, tag: XmlTag): void {
    switch (name) {
      case 'c':
        this.openCell(tag);
        break;
      case 'row':
        this.openRow(tag);
        break;
      case 'v':
        this.takesText = true;
        this.value = '';
        break;
      case 't':
        this.takesText = !this.phonetic;
        break;
      case 'rPh':
        this.phonetic = true;
        break;
      case 'f':
        this.takesText = true;
        this.formula = '';
        this.inFormula = true;
        this.sharedFormula = tag.attribute('t') === 'shared' ? (tag.attribute('si') ?? '') : '';
        break;
      case 'mergeCell':
        this.addMerge(tag);
        break;
      case 'col':
        this.addWidths(tag);
        break;
    }
  }

  text(text: string): void {
    if (this.inFormula) this.formula += text;
    else this.value += text;
  }

  close(name: string): void {
    switch (name) {
      case 'v':
      case 't':
        this.takesText = false;
        break;
      case 'f':
        this.closeFormula();
        break;
      case 'rPh':
        this.phonetic = false;
        break;
      case 'c':
        this.closeCell();
        break;
      case 'row':
        this.closeRow();
        break;
    }
  }

  private openRow(tag: XmlTag): void {
    this.row = tag.bytes('r', readRow) ?? this.row + 1;
    if (!(this.row >= 1 && this.row <= 1_048_576)) {
      throw new AppError('archiveBroken', { part: `${this.sheet.name}, row ${this.row}` });
    }
    this.column = 0;
  }

  private openCell(tag: XmlTag): void {
    this.column = tag.bytes('r', readColumn) ?? this.column + 1;
    this.type = tag.attribute('t') ?? 'n';
    this.style = this.context.styles[Number(tag.attribute('s') ?? 0)];
    this.value = '';
    this.formula = null;
  }

  /** Cells that share a formula carry it once; the others get the text of the first, unshifted. */
  private closeFormula(): void {
    this.takesText = false;
    this.inFormula = false;
    takeText(this.context.allowance, this.formula ?? '', () => this.place());
    if (this.sharedFormula === '') return;
    if (this.formula) this.formulas.set(this.sharedFormula, this.formula);
    else this.formula = this.formulas.get(this.sharedFormula) ?? '';
  }

  private closeCell(): void {
    const fill = this.style?.fill ?? null;
    const blank = this.value === '' && this.formula === null;
    if (blank && (fill === null || this.column > this.context.allowance.limits.columns)) return;
    this.cells[this.column - 1] = blank ? blankCell(this.style!) : this.cell(fill);
    if (!blank) this.hasContent = true;
  }

  private cell(fill: string | null): Cell {
    this.takeOne();
    const { value, text, day } = this.meaning();
    const numberFormat = this.style?.numberFormat ?? null;
    return { value, text, numberFormat, day, formula: this.formula === null ? null : cellText(this.formula), fill };
  }

  private meaning(): { value: Cell['value']; text: string; day: string | null } {
    const raw = this.value;
    switch (this.type) {
      case 's': {
        const text = this.context.strings[Number(raw)];
        if (text === undefined) throw new AppError('archiveBroken', { part: this.place() });
        assertFitsCell(this.context.allowance, text, () => this.place());
        return { value: text || null, text, day: null };
      }
      case 'str':
      case 'inlineStr': {
        const text = cellText(raw);
        takeText(this.context.allowance, text, () => this.place());
        return { value: text || null, text, day: null };
      }
      case 'b':
        return { value: raw === '1', text: raw === '1' ? 'TRUE' : 'FALSE', day: null };
      case 'e':
        return { value: null, text: raw, day: null };
      case 'd':
        return { value: raw, text: raw.slice(0, 10), day: /^\d{4}-\d{2}-\d{2}/.exec(raw)?.[0] ?? null };
      default:
        return this.numberMeaning(raw);
    }
  }

  private numberMeaning(raw: string): { value: Cell['value']; text: string; day: string | null } {
    if (raw === '') return { value: null, text: '', day: null };
    const number = Number(raw);
    if (!Number.isFinite(number)) return { value: cellText(raw), text: cellText(raw), day: null };
    const format = this.style?.format;
    if (!format) return { value: number, text: String(number), day: null };
    return { value: number, text: format.show(number), day: format.isDay ? this.dayOf(number) : null };
  }

  /** A ledger repeats few days many times. */
  private dayOf(serial: number): string | null {
    let day = this.days.get(serial);
    if (day === undefined) {
      day = serialDay(serial, this.context.date1904);
      if (this.days.size < 10_000) this.days.set(serial, day);
    }
    return day;
  }

  private place(): string {
    return `${this.sheet.name}!${cellAddress(this.row, this.column)}`;
  }

  private takeOne(): void {
    const { allowance } = this.context;
    const { limits } = allowance;
    allowance.cells++;
    if (this.column > limits.columns) this.tooLarge(`${limits.columns} 列`);
    if (allowance.cells > limits.cells) this.tooLarge(`${limits.cells} 个单元格`);
  }

  private tooLarge(limit: string): never {
    throw tooLarge(this.place(), limit);
  }

  private closeRow(): void {
    if (this.hasContent) {
      const { allowance } = this.context;
      if (++allowance.rows > allowance.limits.rows) this.tooLarge(`${allowance.limits.rows} 行`);
      this.sheet.rows.push({ number: this.row, cells: this.cells });
    }
    if (this.cells.length > 0) this.cells = [];
    this.hasContent = false;
  }

  private addMerge(tag: XmlTag): void {
    const range = parseRange(tag.attribute('ref') ?? '');
    const limit = this.context.allowance.limits.merges;
    if (this.sheet.merges.length >= limit) this.tooLarge(`${limit} 处合并单元格`);
    if (range) this.sheet.merges.push(range);
  }

  private addWidths(tag: XmlTag): void {
    const last = Math.min(Number(tag.attribute('max')), this.context.allowance.limits.columns);
    const width = Number(tag.attribute('width'));
    if (!(width > 0)) return;
    const widths = this.sheet.columnWidths;
    for (let column = Math.max(1, Number(tag.attribute('min'))); column <= last; column++) {
      while (widths.length < column) widths.push(null);
      widths[column - 1] = width;
    }
  }
}

function readRow(bytes: Buffer, start: number, end: number): number {
  let row = 0;
  for (let i = start; i < end; i++) row = row * 10 + (bytes[i]! - 0x30);
  return row;
}

/** The column of an address such as `AB12`, straight from its bytes. */
function readColumn(bytes: Buffer, start: number, end: number): number {
  let column = 0;
  for (let i = start; i < end && bytes[i]! >= 0x41; i++) column = column * 26 + (bytes[i]! & 0x1f);
  if (column < 1 || column > 16_384)
    throw new AppError('archiveBroken', { part: bytes.toString('latin1', start, end) });
  return column;
}

const blankCell = ({ numberFormat, fill }: CellStyle): Cell => ({
  value: null,
  text: '',
  numberFormat,
  day: null,
  formula: null,
  fill,
});
