import { columnNumber, parseCellAddress } from './cell-address.js';
import { attribute } from './cell-comments.js';

/** Stands for no format of theirs. */
const wrapped = -1;

/** Gives a cell's present format a twin with another fill; made on first use, written into the styles at the end. */
export class MarkedFormats {
  /** `format colour` → index of the twin. */
  private readonly twins = new Map<string, number>();
  private readonly colours: string[] = [];

  private constructor(
    private readonly xml: string,
    private readonly formats: readonly string[],
    private readonly fills: readonly string[],
    private readonly p: string,
  ) {}

  /** Null where the part has no list of formats to add to. */
  static of(xml: string): MarkedFormats | null {
    const list = /<((?:\w+:)?)cellXfs\b[^>]*>([\s\S]*?)<\/\1cellXfs>/.exec(xml);
    const fills = /<(?:\w+:)?fills\b[^>]*>([\s\S]*?)<\/(?:\w+:)?fills>/.exec(xml);
    if (!list || !fills) return null;
    const p = list[1]!;
    const itemsOf = (name: string, inner: string) =>
      inner.match(new RegExp(`<${p}${name}\\b[^>]*/>|<${p}${name}\\b[^>]*>[\\s\\S]*?</${p}${name}>`, 'g')) ?? [];
    return new MarkedFormats(xml, itemsOf('xf', list[2]!), itemsOf('fill', fills[1]!), p);
  }

  /** `colour` is `RRGGBB`; null: no fill. */
  twinOf(format: number, colour: string | null): number {
    if (colour !== null && !this.colours.includes(colour)) this.colours.push(colour);
    const key = `${format} ${colour ?? ''}`;
    let twin = this.twins.get(key);
    if (twin === undefined) this.twins.set(key, (twin = this.formats.length + this.twins.size));
    return twin;
  }

  /** A format of its own, broken into lines at the top of the cell. */
  wrappedWith(colour: string | null): number {
    return this.twinOf(wrapped, colour);
  }

  isFilledWith(format: number, colours: readonly string[]): boolean {
    const fill = this.fills[Number(attribute(this.formats[format] ?? '', 'fillId') ?? 0)] ?? '';
    return colours.some((colour) => new RegExp(`rgb=["'](?:FF)?${colour}["']`, 'i').test(fill));
  }

  styles(): string {
    const { p } = this;
    const fills = this.colours.map(
      (colour) =>
        `<${p}fill><${p}patternFill patternType="solid"><${p}fgColor rgb="FF${colour}"/>` +
        `<${p}bgColor indexed="64"/></${p}patternFill></${p}fill>`,
    );
    const twins = [...this.twins.keys()].map((key) => {
      const [format, colour] = key.split(' ');
      const fillId = colour ? this.fills.length + this.colours.indexOf(colour) : 0;
      const present =
        Number(format) === wrapped
          ? `<${p}xf numFmtId="0" fontId="0" borderId="0" applyAlignment="1"><${p}alignment vertical="top" wrapText="1"/></${p}xf>`
          : (this.formats[Number(format)] ?? `<${p}xf numFmtId="0" fontId="0" borderId="0"/>`);
      return present.replace(/^<((?:\w+:)?xf\b)([^>]*?)(\/?)>/, (_, name: string, attributes: string, end: string) => {
        const others = attributes.replace(/\s(fillId|applyFill)\s*=\s*["'][^"']*["']/g, '');
        return `<${name}${others} fillId="${fillId}" applyFill="1"${end}>`;
      });
    });
    const { length } = this.formats;
    return extended(extended(this.xml, 'fills', fills, this.fills.length, p), 'cellXfs', twins, length, p);
  }
}

function extended(xml: string, list: string, items: readonly string[], present: number, p: string): string {
  return xml
    .replace(
      new RegExp(`(<${p}${list}\\b[^>]*?\\bcount=["'])\\d+`),
      (_, head: string) => head + (present + items.length),
    )
    .replace(`</${p}${list}>`, () => `${items.join('')}</${p}${list}>`);
}

/** What is to become of a cell's fill: a colour `RRGGBB`, or away with any of these. */
export type FillChange = { colour: string } | { without: readonly string[] };

/** The sheet with these cells filled otherwise; blank ones the file does not write are put in their place. */
export function withFills(xml: string, fills: ReadonlyMap<string, FillChange>, formats: MarkedFormats): string {
  const byRow = new Map<number, Map<string, FillChange>>();
  for (const [cell, fill] of fills) {
    const { row } = parseCellAddress(cell)!;
    byRow.set(row, (byRow.get(row) ?? new Map<string, FillChange>()).set(cell, fill));
  }
  const rows = /<((?:\w+:)?)row\b([^>]*?)(?:\/>|>([\s\S]*?)<\/\1row>)/g;
  return xml.replace(rows, (whole, p: string, attributes: string, body = '') => {
    const wanted = byRow.get(Number(attribute(attributes, 'r')));
    return wanted ? `<${p}row${attributes}>${markedRow(body, p, wanted, formats)}</${p}row>` : whole;
  });
}

function markedRow(body: string, p: string, wanted: ReadonlyMap<string, FillChange>, formats: MarkedFormats): string {
  const missing = new Map(wanted);
  let marked = body.replace(new RegExp(`<${p}c\\b([^>]*?)(/?)>`, 'g'), (whole, attributes: string, end: string) => {
    const address = attribute(attributes, 'r') ?? '';
    const fill = missing.get(address);
    if (!fill) return whole;
    missing.delete(address);
    const format = Number(attribute(attributes, 's') ?? 0);
    if ('without' in fill && !formats.isFilledWith(format, fill.without)) return whole;
    const others = attributes.replace(/\ss\s*=\s*["'][^"']*["']/, '');
    return `<${p}c${others} s="${formats.twinOf(format, 'colour' in fill ? fill.colour : null)}"${end}>`;
  });
  for (const [address, fill] of missing) {
    if ('colour' in fill) marked = withBlankCell(marked, p, address, formats.twinOf(0, fill.colour));
  }
  return marked;
}

function withBlankCell(body: string, p: string, address: string, format: number): string {
  const column = (text: string) => columnNumber(text.replace(/\d+$/, '')) ?? 0;
  const cell = `<${p}c r="${address}" s="${format}"/>`;
  for (const { 1: attributes = '', index } of body.matchAll(new RegExp(`<${p}c\\b([^>]*?)/?>`, 'g'))) {
    const other = attribute(attributes, 'r');
    // Cells that bear no address count by their place; nothing may be put between them.
    if (other === null) return body;
    if (column(other) > column(address)) return body.slice(0, index) + cell + body.slice(index);
  }
  return body + cell;
}

/** Where the boxes of comments hang; the standard fixes the order of what follows the cells. */
export function withLegacyDrawing(xml: string, linkId: string): string {
  const p = /<((?:\w+:)?)worksheet\b/.exec(xml)?.[1] ?? '';
  const namespace = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const drawing = `<${p}legacyDrawing xmlns:r="${namespace}" r:id="${linkId}"/>`;
  const behind = Math.max(xml.lastIndexOf(`</${p}sheetData>`), xml.lastIndexOf(`<${p}sheetData/>`));
  const tail = xml.slice(behind);
  const later = new RegExp(
    `<${p}(?:legacyDrawingHF|drawingHF|picture|oleObjects|controls|webPublishItems|tableParts)\\b|` +
      `<${p}extLst\\b(?:(?!</${p}extLst>)[\\s\\S])*</${p}extLst>\\s*</${p}worksheet>|</${p}worksheet>`,
  ).exec(tail)!;
  return xml.slice(0, behind) + tail.slice(0, later.index) + drawing + tail.slice(later.index);
}
