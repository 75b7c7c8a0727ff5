import { child, isOn, points, valueOf, type XmlNode } from './xml-tree.js';

/** How text looks; all measures of the printer are points. */
export interface TextLook {
  latin: string;
  asian: string;
  /** Signs that belong to no script, such as quotation marks, are printed in the Chinese font. */
  prefersAsian: boolean;
  size: number;
  bold: boolean;
  italic: boolean;
  underline: boolean;
  strike: boolean;
  hidden: boolean;
  caps: boolean;
  color: string;
  spacing: number;
  raised: 'superscript' | 'subscript' | null;
}

export interface TabStop {
  at: number;
  align: 'left' | 'center' | 'right';
}

export interface ParagraphLook {
  align: 'left' | 'center' | 'right' | 'both' | 'distribute';
  left: number;
  right: number;
  /** Of the first line, beside `left`. */
  first: number;
  /** The same in characters, where nothing else is said. */
  leftChars: number;
  firstChars: number;
  before: number;
  after: number;
  /** A multiple for `auto`, else points. */
  line: number;
  lineRule: 'auto' | 'exact' | 'atLeast';
  keepNext: boolean;
  keepLines: boolean;
  keepsWidows: boolean;
  pageBreakBefore: boolean;
  snapsToGrid: boolean;
  contextual: boolean;
  tabs: readonly TabStop[];
  numbering: { list: string | null; level: number | null };
}

export const plainText: TextLook = {
  latin: 'Times New Roman',
  asian: '宋体',
  prefersAsian: false,
  size: 10,
  bold: false,
  italic: false,
  underline: false,
  strike: false,
  hidden: false,
  caps: false,
  color: '000000',
  spacing: 0,
  raised: null,
};

export const plainParagraph: ParagraphLook = {
  align: 'left',
  left: 0,
  right: 0,
  first: 0,
  leftChars: 0,
  firstChars: 0,
  before: 0,
  after: 0,
  line: 1,
  lineRule: 'auto',
  keepNext: false,
  keepLines: false,
  keepsWidows: true,
  pageBreakBefore: false,
  snapsToGrid: true,
  contextual: false,
  tabs: [],
  numbering: { list: null, level: null },
};

/** Names of the theme's fonts, by how a style asks for them (`minorEastAsia`). */
export type ThemeFonts = Readonly<Record<string, string>>;

/** What is said, without what is not. */
const said = <T extends object>(look: { [Key in keyof T]?: T[Key] | undefined }): Partial<T> =>
  Object.fromEntries(Object.entries(look).filter(([, value]) => value !== undefined)) as Partial<T>;

export function readTextLook(rPr: XmlNode | undefined, theme: ThemeFonts): Partial<TextLook> {
  if (!rPr) return {};
  const fonts = child(rPr, 'rFonts')?.attributes ?? {};
  const themed = (kind: string) => theme[fonts[kind] ?? ''];
  const underline = valueOf(rPr, 'u');
  const color = valueOf(rPr, 'color');
  const raised = valueOf(rPr, 'vertAlign');
  return said<TextLook>({
    latin: themed('asciiTheme') ?? fonts['ascii'] ?? themed('hAnsiTheme') ?? fonts['hAnsi'],
    asian: themed('eastAsiaTheme') ?? fonts['eastAsia'],
    prefersAsian: fonts['hint'] === undefined ? undefined : fonts['hint'] === 'eastAsia',
    size: points(valueOf(rPr, 'sz'), 2),
    bold: isOn(rPr, 'b'),
    italic: isOn(rPr, 'i'),
    underline: underline === undefined ? undefined : underline !== 'none',
    strike: isOn(rPr, 'strike') ?? isOn(rPr, 'dstrike'),
    hidden: isOn(rPr, 'vanish'),
    caps: isOn(rPr, 'caps'),
    color: color === undefined ? undefined : /^[0-9a-f]{6}$/i.test(color) ? color : '000000',
    spacing: points(valueOf(rPr, 'spacing')),
    raised: raised === undefined ? undefined : raised === 'superscript' || raised === 'subscript' ? raised : null,
  });
}

const alignments: Readonly<Record<string, ParagraphLook['align']>> = {
  left: 'left',
  start: 'left',
  center: 'center',
  right: 'right',
  end: 'right',
  both: 'both',
  distribute: 'distribute',
};

export function readParagraphLook(pPr: XmlNode | undefined): Partial<ParagraphLook> {
  if (!pPr) return {};
  const numbering = child(pPr, 'numPr');
  const level = Number(valueOf(numbering, 'ilvl') ?? Number.NaN);
  return said<ParagraphLook>({
    align: alignments[valueOf(pPr, 'jc') ?? ''],
    ...readIndent(child(pPr, 'ind')),
    ...readSpacing(child(pPr, 'spacing')),
    keepNext: isOn(pPr, 'keepNext'),
    keepLines: isOn(pPr, 'keepLines'),
    keepsWidows: isOn(pPr, 'widowControl'),
    pageBreakBefore: isOn(pPr, 'pageBreakBefore'),
    snapsToGrid: isOn(pPr, 'snapToGrid'),
    contextual: isOn(pPr, 'contextualSpacing'),
    tabs: readTabs(child(pPr, 'tabs')),
    numbering: numbering && {
      list: valueOf(numbering, 'numId') ?? null,
      level: Number.isInteger(level) ? Math.min(Math.max(level, 0), 8) : null,
    },
  });
}

type Said<T> = { [Key in keyof T]?: T[Key] | undefined };

export function readIndent(ind: XmlNode | undefined): Said<ParagraphLook> {
  if (!ind) return {};
  const { left, start, right, end, firstLine, hanging, leftChars, firstLineChars, hangingChars } = ind.attributes;
  const back = points(hanging);
  const first = back === undefined ? points(firstLine) : -back;
  const backChars = points(hangingChars, 100);
  const indent = points(left ?? start);
  // Whoever writes characters writes the measure beside them; alone they stand in files of other programs.
  return {
    left: indent,
    leftChars: indent === undefined ? points(leftChars, 100) : 0,
    right: points(right ?? end),
    first,
    firstChars: first === undefined ? (backChars === undefined ? points(firstLineChars, 100) : -backChars) : 0,
  };
}

function readSpacing(spacing: XmlNode | undefined): Said<ParagraphLook> {
  if (!spacing) return {};
  const { line, lineRule, before, after } = spacing.attributes;
  const rule = lineRule === 'exact' || lineRule === 'atLeast' ? lineRule : 'auto';
  const height = points(line, rule === 'auto' ? 240 : 20);
  return {
    before: points(before),
    after: points(after),
    line: height === undefined ? undefined : Math.max(0, height),
    lineRule: height === undefined ? undefined : rule,
  };
}

function readTabs(tabs: XmlNode | undefined): TabStop[] | undefined {
  return tabs?.children
    .filter(({ name, attributes }) => name === 'tab' && attributes['val'] !== 'clear')
    .map(({ attributes: { val, pos } }): TabStop => {
      const align = val === 'center' ? 'center' : val === 'right' || val === 'end' ? 'right' : 'left';
      return { at: points(pos) ?? 0, align };
    })
    .toSorted((a, b) => a.at - b.at);
}
