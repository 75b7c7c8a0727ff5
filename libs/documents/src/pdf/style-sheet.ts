import type { OfficePackage } from '../packages/office-package.js';
import {
  type ParagraphLook,
  plainParagraph,
  plainText,
  readParagraphLook,
  readTextLook,
  type TextLook,
  type ThemeFonts,
} from './looks.js';
import { child, readTree, valueOf, type XmlNode } from './xml-tree.js';

interface Style {
  text: Partial<TextLook>;
  paragraph: Partial<ParagraphLook>;
  /** Of a table style, to be read by whoever lays tables out. */
  table: XmlNode | undefined;
}

/** The looks of a document's styles, each with what it is based on. */
export class StyleSheet {
  private readonly nodes = new Map<string, XmlNode>();
  private readonly known = new Map<string, Style>();
  private readonly defaults: { text: Partial<TextLook>; paragraph: Partial<ParagraphLook> };
  private readonly standard: string;

  constructor(
    styles: XmlNode | undefined,
    readonly theme: ThemeFonts,
  ) {
    const defaults = child(styles, 'docDefaults');
    this.defaults = {
      text: readTextLook(child(child(defaults, 'rPrDefault'), 'rPr'), theme),
      paragraph: readParagraphLook(child(child(defaults, 'pPrDefault'), 'pPr')),
    };
    let standard = '';
    for (const style of styles?.children ?? []) {
      const { styleId, type, default: isDefault } = style.attributes;
      if (style.name !== 'style' || styleId === undefined) continue;
      this.nodes.set(styleId, style);
      if (type === 'paragraph' && isDefault !== undefined && /^(?:1|true|on)$/.test(isDefault)) standard = styleId;
    }
    this.standard = standard;
  }

  /** @param table the style of the table the paragraph stands in */
  paragraph(style: string | undefined, table?: string): { text: TextLook; paragraph: ParagraphLook } {
    const [around, own] = [this.style(table), this.style(style ?? this.standard)];
    const { defaults } = this;
    return {
      text: { ...plainText, ...defaults.text, ...around.text, ...own.text },
      paragraph: { ...plainParagraph, ...defaults.paragraph, ...around.paragraph, ...own.paragraph },
    };
  }

  characters = (style: string | undefined): Partial<TextLook> => this.style(style).text;

  table = (style: string | undefined): XmlNode | undefined => this.style(style).table;

  /** A style that is based on itself ends where it comes round. */
  private style(id: string | undefined, seen: readonly string[] = []): Style {
    const node = this.nodes.get(id ?? '');
    if (id === undefined || !node || seen.includes(id) || seen.length > 20) {
      return { text: {}, paragraph: {}, table: undefined };
    }
    const known = this.known.get(id);
    if (known) return known;
    const base = this.style(valueOf(node, 'basedOn'), [...seen, id]);
    const style = {
      text: { ...base.text, ...readTextLook(child(node, 'rPr'), this.theme) },
      paragraph: { ...base.paragraph, ...readParagraphLook(child(node, 'pPr')) },
      table: child(node, 'tblPr') ?? base.table,
    };
    this.known.set(id, style);
    return style;
  }
}

export async function readStyles({ archive, mainPart, links }: OfficePackage): Promise<StyleSheet> {
  const parts = new Map((await links(mainPart)).map(({ kind, target }) => [kind, target]));
  const tree = async (kind: string) => {
    const part = parts.get(kind);
    return part !== undefined && archive.has(part) ? readTree(part, await archive.read(part)) : undefined;
  };
  return new StyleSheet(await tree('styles'), themeFonts(await tree('theme')));
}

function themeFonts(theme: XmlNode | undefined): ThemeFonts {
  const scheme = child(child(theme, 'themeElements'), 'fontScheme');
  const fonts: Record<string, string> = {};
  for (const kind of ['major', 'minor']) {
    const group = child(scheme, `${kind}Font`);
    const latin = child(group, 'latin')?.attributes['typeface'];
    const chinese = group?.children.find(({ name, attributes }) => name === 'font' && attributes['script'] === 'Hans');
    const asian = child(group, 'ea')?.attributes['typeface'] || chinese?.attributes['typeface'];
    if (latin) for (const use of ['Ascii', 'HAnsi']) fonts[kind + use] = latin;
    if (asian) fonts[`${kind}EastAsia`] = asian;
  }
  return fonts;
}
