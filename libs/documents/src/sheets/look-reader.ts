import { builtInFormat } from './number-format.js';
import type { Look } from './workbook-looks.js';
import { colourOf } from './workbook-styles.js';
import { scanXml, type XmlSink, type XmlTag } from '../packages/xml-scanner.js';

/** As one cell format of a file says it, as far as our writer can say it too; nothing is left to row or column. */
export type WholeLook = Look & Required<Pick<Look, 'bold' | 'colour' | 'border' | 'align' | 'vertical' | 'wrap'>>;

interface Font {
  font?: string;
  size?: number;
  bold: boolean;
  colour: string;
}

const longestFontName = 60;
const sides = new Set(['left', 'right', 'top', 'bottom']);

/** Reads styles.xml into one look per cell format index. */
export function readLooks(part: string, xml: Buffer, theme: string[]): WholeLook[] {
  const reader = new LookReader(theme);
  scanXml(part, xml, reader);
  return reader.looks;
}

class LookReader implements XmlSink {
  readonly takesText = false;
  readonly looks: WholeLook[] = [];
  private readonly formats = new Map<number, string>();
  private readonly fonts: Font[] = [];
  private readonly fills: (string | undefined)[] = [];
  private readonly borders: boolean[] = [];
  private list = '';
  private solid = false;

  constructor(private readonly theme: string[]) {}

  open(name: string, tag: XmlTag): void {
    if (name === 'fonts' || name === 'fills' || name === 'borders' || name === 'cellXfs') this.list = name;
    else if (name === 'numFmt') this.formats.set(Number(tag.attribute('numFmtId')), tag.attribute('formatCode') ?? '');
    else if (this.list === 'fonts') this.openFont(name, tag);
    else if (this.list === 'fills') this.openFill(name, tag);
    else if (this.list === 'borders') this.openBorder(name, tag);
    else if (this.list === 'cellXfs') this.openFormat(name, tag);
  }

  text(): void {
    /* styles hold none */
  }

  close(name: string): void {
    if (name === this.list) this.list = '';
  }

  private openFont(name: string, tag: XmlTag): void {
    if (name === 'font') this.fonts.push({ bold: false, colour: '000000' });
    const font = this.fonts.at(-1);
    if (!font) return;
    if (name === 'b') font.bold = !/^(0|false)$/.test(tag.attribute('val') ?? '');
    else if (name === 'sz') font.size = within(Number(tag.attribute('val')), 6, 72);
    else if (name === 'name') font.font = (tag.attribute('val') ?? '').slice(0, longestFontName) || undefined;
    else if (name === 'color') font.colour = colourOf(tag, this.theme) ?? '000000';
  }

  private openFill(name: string, tag: XmlTag): void {
    if (name === 'fill') this.fills.push(undefined);
    else if (name === 'patternFill') this.solid = tag.attribute('patternType') === 'solid';
    else if (name === 'fgColor' && this.solid)
      this.fills[this.fills.length - 1] = colourOf(tag, this.theme) ?? undefined;
  }

  private openBorder(name: string, tag: XmlTag): void {
    if (name === 'border') this.borders.push(false);
    else if (sides.has(name) && (tag.attribute('style') ?? 'none') !== 'none')
      this.borders[this.borders.length - 1] = true;
  }

  private openFormat(name: string, tag: XmlTag): void {
    if (name === 'xf') this.looks.push(this.lookOf(tag));
    const look = this.looks.at(-1);
    if (name !== 'alignment' || !look) return;
    const [align, vertical] = [tag.attribute('horizontal'), tag.attribute('vertical')];
    if (align === 'center' || align === 'centerContinuous' || align === 'distributed') look.align = 'center';
    else if (align === 'right') look.align = 'right';
    if (vertical === 'top' || vertical === 'bottom') look.vertical = vertical;
    look.wrap = /^(1|true)$/.test(tag.attribute('wrapText') ?? '');
  }

  private lookOf(tag: XmlTag): WholeLook {
    const at = (name: string) => Number(tag.attribute(name) ?? 0);
    const code = this.formats.get(at('numFmtId')) ?? builtInFormat(at('numFmtId'));
    const fill = this.fills[at('fillId')];
    return {
      ...(this.fonts[at('fontId')] ?? { bold: false, colour: '000000' }),
      ...(fill === undefined ? {} : { fill }),
      border: this.borders[at('borderId')] ?? false,
      align: 'left',
      vertical: 'center',
      wrap: false,
      ...(code === 'General' || code === '' ? {} : { numberFormat: code }),
    };
  }
}

function within(value: number, least: number, most: number): number | undefined {
  return Number.isFinite(value) ? Math.min(most, Math.max(least, value)) : undefined;
}
