import { builtInFormat, readFormat, type ReadFormat } from './number-format.js';
import { tooLarge } from '../packages/reading-allowance.js';
import { scanXml, type XmlTag } from '../packages/xml-scanner.js';

export interface CellStyle {
  /** As written in the file; null is General. */
  numberFormat: string | null;
  format: ReadFormat;
  /** Solid background, `RRGGBB`. */
  fill: string | null;
}

/** The colours of a theme in the order cells refer to them (light 1 before dark 1). */
export function readThemeColours(part: string, xml: Buffer): string[] {
  const byName = new Map<string, string>();
  let slot = '';
  let inScheme = false;
  scanXml(part, xml, {
    takesText: false,
    open: (name, tag) => {
      if (name === 'clrScheme') inScheme = true;
      else if (inScheme && /^(dk|lt|accent|hlink|folHlink)/.test(name)) slot = name;
      else if (inScheme && name === 'srgbClr') byName.set(slot, tag.attribute('val') ?? '');
      else if (inScheme && name === 'sysClr') byName.set(slot, tag.attribute('lastClr') ?? '');
    },
    close: (name) => {
      if (name === 'clrScheme') inScheme = false;
    },
    text: () => undefined,
  });
  const order = ['lt1', 'dk1', 'lt2', 'dk2', 'accent1', 'accent2', 'accent3', 'accent4', 'accent5', 'accent6'];
  return [...order, 'hlink', 'folHlink'].map((name) => (byName.get(name) ?? '').toUpperCase());
}

/** The first 8 of the fixed palette; 8–15 repeat them, 16–63 are rare in ledgers and read as no fill. */
const palette = ['000000', 'FFFFFF', 'FF0000', '00FF00', '0000FF', 'FFFF00', 'FF00FF', '00FFFF'];

export function colourOf(tag: XmlTag, theme: string[]): string | null {
  const rgb = tag.attribute('rgb');
  if (rgb && /^[0-9a-fA-F]{6,8}$/.test(rgb)) return rgb.slice(-6).toUpperCase();
  const indexed = tag.attribute('indexed');
  if (indexed) return Number(indexed) < 16 ? palette[Number(indexed) % 8]! : null;
  const base = theme[Number(tag.attribute('theme') ?? -1)];
  return base ? tinted(base, Number(tag.attribute('tint') ?? 0)) : null;
}

/** Excel lightens towards white and darkens towards black; per channel is within a shade of its HLS rule. */
function tinted(rgb: string, tint: number): string {
  const channel = (at: number) => {
    const value = parseInt(rgb.slice(at, at + 2), 16);
    return Math.round(tint < 0 ? value * (1 + tint) : value + (255 - value) * tint);
  };
  return [0, 2, 4]
    .map((at) => channel(at).toString(16).padStart(2, '0'))
    .join('')
    .toUpperCase();
}

/** Excel itself keeps no more. */
const formatLimit = 65_536;

/** Reads styles.xml into one entry per cell format index. */
export function readStyles(part: string, xml: Buffer, theme: string[], date1904: boolean): CellStyle[] {
  const formats = new Map<number, string>();
  const fills: (string | null)[] = [];
  const styles: CellStyle[] = [];
  const reading = new Map<string, ReadFormat>();
  let inCellFormats = false;
  let inFills = false;
  let solid = false;
  scanXml(part, xml, {
    takesText: false,
    open: (name, tag) => {
      if (name === 'numFmt') formats.set(Number(tag.attribute('numFmtId')), tag.attribute('formatCode') ?? '');
      else if (name === 'fills') inFills = true;
      else if (name === 'fill' && inFills) fills.push(null);
      else if (name === 'patternFill') solid = tag.attribute('patternType') === 'solid';
      else if (name === 'fgColor' && solid && inFills) fills[fills.length - 1] = colourOf(tag, theme);
      else if (name === 'cellXfs') inCellFormats = true;
      else if (name === 'xf' && inCellFormats) {
        const id = Number(tag.attribute('numFmtId') ?? 0);
        const code = formats.get(id) ?? builtInFormat(id);
        if (styles.length >= formatLimit) throw tooLarge(part, `${formatLimit} 种单元格格式`);
        let format = reading.get(code);
        if (!format) reading.set(code, (format = readFormat(code, date1904)));
        styles.push({
          numberFormat: code === 'General' ? null : code,
          format,
          fill: fills[Number(tag.attribute('fillId') ?? 0)] ?? null,
        });
      }
    },
    close: (name) => {
      if (name === 'cellXfs') inCellFormats = false;
      if (name === 'fills') inFills = false;
    },
    text: () => undefined,
  });
  return styles;
}
