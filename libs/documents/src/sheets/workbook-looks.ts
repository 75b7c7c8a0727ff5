import { escapeXml } from '../packages/xml-text.js';

/** How a cell looks; what is left out comes from the row, then the column, then the plain look. */
export interface Look {
  font?: string;
  /** Points. */
  size?: number;
  bold?: boolean;
  /** `RRGGBB`. */
  colour?: string;
  /** `RRGGBB`, solid. */
  fill?: string;
  border?: boolean;
  align?: 'left' | 'center' | 'right';
  vertical?: 'top' | 'center' | 'bottom';
  wrap?: boolean;
  /** Excel's own notation, e.g. `0.00`. */
  numberFormat?: string;
}

/** What a cell holds decides two things no caller should have to think of: the date format and the quote mark. */
export type ContentKind = 'plain' | 'day' | 'quoted';

export const plainLook = { font: '宋体', size: 11, vertical: 'center' } as const satisfies Look;
const dayFormat = 'yyyy"年"m"月"d"日"';

/** Collects the looks used while rows stream by; the style part is written when all are known. */
export class LookTable {
  private readonly ids = new WeakMap<Look, number>();
  private readonly idByText = new Map<string, number>();
  private readonly looks: Look[] = [{}];
  private readonly indexByKey = new Map<number, number>();
  private readonly formats: string[] = [];
  private readonly indexByFormat = new Map<string, number>();
  private readonly fonts: string[] = [];
  private readonly fills = [
    '<fill><patternFill patternType="none"/></fill>',
    '<fill><patternFill patternType="gray125"/></fill>',
  ];
  private readonly numberFormats: string[] = [];

  constructor() {
    this.index(undefined, undefined, undefined, 'plain');
  }

  /** The cell format index of three looks, the nearest to the cell winning. */
  index(column: Look | undefined, row: Look | undefined, cell: Look | undefined, kind: ContentKind): number {
    const kindId = kind === 'plain' ? 0 : kind === 'day' ? 1 : 2;
    const key = ((this.id(column) * 4096 + this.id(row)) * 4096 + this.id(cell)) * 3 + kindId;
    let index = this.indexByKey.get(key);
    if (index === undefined) {
      index = this.addFormat({ ...plainLook, ...column, ...row, ...cell }, kind);
      this.indexByKey.set(key, index);
    }
    return index;
  }

  xml(): string {
    const list = (name: string, items: string[]) => `<${name} count="${items.length}">${items.join('')}</${name}>`;
    const line = (side: string) => `<${side} style="thin"><color rgb="FF808080"/></${side}>`;
    const sides = ['left', 'right', 'top', 'bottom'];
    const numberFormats = this.numberFormats.map(
      (code, at) => `<numFmt numFmtId="${164 + at}" formatCode="${escapeXml(code)}"/>`,
    );
    return (
      '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
      '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' +
      (numberFormats.length > 0 ? list('numFmts', numberFormats) : '') +
      list('fonts', this.fonts) +
      list('fills', this.fills) +
      list('borders', [
        '<border><left/><right/><top/><bottom/><diagonal/></border>',
        `<border>${sides.map(line).join('')}<diagonal/></border>`,
      ]) +
      '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
      list('cellXfs', this.formats) +
      '<cellStyles count="1"><cellStyle name="常规" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
    );
  }

  private id(look: Look | undefined): number {
    if (look === undefined) return 0;
    let id = this.ids.get(look);
    if (id === undefined) {
      const text = JSON.stringify(Object.entries(look).sort());
      id = this.idByText.get(text) ?? this.looks.push(look) - 1;
      if (id >= 4096) throw new RangeError('more than 4,095 different looks in one workbook');
      this.idByText.set(text, id);
      this.ids.set(look, id);
    }
    return id;
  }

  private addFormat(look: Look, kind: ContentKind): number {
    const font = place(
      this.fonts,
      `<font>${look.bold ? '<b/>' : ''}<sz val="${look.size}"/><color rgb="FF${look.colour ?? '000000'}"/>` +
        `<name val="${escapeXml(look.font!)}"/><charset val="134"/></font>`,
    );
    const fill = look.fill
      ? place(
          this.fills,
          `<fill><patternFill patternType="solid"><fgColor rgb="FF${look.fill}"/><bgColor indexed="64"/></patternFill></fill>`,
        )
      : 0;
    const code = look.numberFormat ?? (kind === 'day' ? dayFormat : null);
    const format = code === null ? 0 : 164 + place(this.numberFormats, code);
    const alignment =
      `<alignment${look.align ? ` horizontal="${look.align}"` : ''} vertical="${look.vertical}"` +
      `${look.wrap ? ' wrapText="1"' : ''}/>`;
    const xml =
      `<xf numFmtId="${format}" fontId="${font}" fillId="${fill}" borderId="${look.border ? 1 : 0}" xfId="0" applyNumberFormat="1" ` +
      `applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"${kind === 'quoted' ? ' quotePrefix="1"' : ''}>${alignment}</xf>`;
    let index = this.indexByFormat.get(xml);
    if (index === undefined) this.indexByFormat.set(xml, (index = this.formats.push(xml) - 1));
    return index;
  }
}

function place(list: string[], item: string): number {
  const at = list.indexOf(item);
  return at >= 0 ? at : list.push(item) - 1;
}
