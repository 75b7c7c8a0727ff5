import { columnNumber, parseCellAddress } from './cell-address.js';
import { attribute } from './cell-comments.js';

/** Gives a cell's present format its marked twin; made on first use, written into the styles at the end. */
export class MarkedFormats {
  private readonly twins = new Map<number, number>();

  private constructor(
    private readonly xml: string,
    private readonly formats: readonly string[],
    private readonly fillId: number,
    private readonly p: string,
    private readonly colour: string,
  ) {}

  /** Null where the part has no list of formats to add to. */
  static of(xml: string, colour: string): MarkedFormats | null {
    const list = /<((?:\w+:)?)cellXfs\b[^>]*>([\s\S]*?)<\/\1cellXfs>/.exec(xml);
    const fills = /<(?:\w+:)?fills\b[^>]*>([\s\S]*?)<\/(?:\w+:)?fills>/.exec(xml);
    if (!list || !fills) return null;
    const p = list[1]!;
    const formats = list[2]!.match(new RegExp(`<${p}xf\\b[^>]*/>|<${p}xf\\b[^>]*>[\\s\\S]*?</${p}xf>`, 'g')) ?? [];
    const fillId = fills[1]!.match(new RegExp(`<${p}fill[\\s>/]`, 'g'))?.length ?? 0;
    return new MarkedFormats(xml, formats, fillId, p, colour);
  }

  twinOf(format: number): number {
    let twin = this.twins.get(format);
    if (twin === undefined) this.twins.set(format, (twin = this.formats.length + this.twins.size));
    return twin;
  }

  styles(): string {
    const { p, fillId } = this;
    const fill =
      `<${p}fill><${p}patternFill patternType="solid"><${p}fgColor rgb="FF${this.colour}"/>` +
      `<${p}bgColor indexed="64"/></${p}patternFill></${p}fill>`;
    const twins = [...this.twins.keys()].map((format) => {
      const present = this.formats[format] ?? `<${p}xf numFmtId="0" fontId="0" borderId="0"/>`;
      return present.replace(/^<((?:\w+:)?xf\b)([^>]*?)(\/?)>/, (_, name: string, attributes: string, end: string) => {
        const others = attributes.replace(/\s(fillId|applyFill)\s*=\s*["'][^"']*["']/g, '');
        return `<${name}${others} fillId="${fillId}" applyFill="1"${end}>`;
      });
    });
    return extended(extended(this.xml, 'fills', [fill], fillId, p), 'cellXfs', twins, this.formats.length, p);
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

/** The sheet with these cells in their marked formats; blank ones the file does not write are put in their place. */
export function withMarkedCells(xml: string, cells: readonly string[], formats: MarkedFormats): string {
  const byRow = new Map<number, Set<string>>();
  for (const cell of cells) {
    const { row } = parseCellAddress(cell)!;
    byRow.set(row, (byRow.get(row) ?? new Set()).add(cell));
  }
  const rows = /<((?:\w+:)?)row\b([^>]*?)(?:\/>|>([\s\S]*?)<\/\1row>)/g;
  return xml.replace(rows, (whole, p: string, attributes: string, body = '') => {
    const wanted = byRow.get(Number(attribute(attributes, 'r')));
    return wanted ? `<${p}row${attributes}>${markedRow(body, p, wanted, formats)}</${p}row>` : whole;
  });
}

function markedRow(body: string, p: string, wanted: ReadonlySet<string>, formats: MarkedFormats): string {
  const missing = new Set(wanted);
  let marked = body.replace(new RegExp(`<${p}c\\b([^>]*?)(/?)>`, 'g'), (whole, attributes: string, end: string) => {
    const address = attribute(attributes, 'r') ?? '';
    if (!missing.delete(address)) return whole;
    const format = Number(attribute(attributes, 's') ?? 0);
    const others = attributes.replace(/\ss\s*=\s*["'][^"']*["']/, '');
    return `<${p}c${others} s="${formats.twinOf(format)}"${end}>`;
  });
  for (const address of missing) marked = withBlankCell(marked, p, address, formats.twinOf(0));
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
