import { readFileSync } from 'node:fs';
import type { create, Font } from 'fontkit';
import { AppError } from '@xiaohao/errors';
import { fontRole, printedAs } from '../word/print-fonts.js';
import type { FontFace } from './font-finder.js';

/** A font ready to be measured and drawn. */
export interface OpenFont {
  /** Under which the writer knows it. */
  id: string;
  content: Buffer;
  face: string | null;
  /** Of the size: how far letters rise above and go below the line they stand on. */
  ascent: number;
  descent: number;
  widths: Map<string, number>;
  font: Font;
}

/** A font in use; one without bold letters of its own is drawn thicker. */
export interface PrintFont {
  font: OpenFont;
  thickened: boolean;
}

const serifs = [
  'Noto Serif CJK SC',
  'Source Han Serif SC',
  '思源宋体',
  'Songti SC',
  '宋体',
  'SimSun',
  'AR PL UMing CN',
];
const sanses = [
  'Noto Sans CJK SC',
  'Source Han Sans SC',
  '思源黑体',
  'Heiti SC',
  '黑体',
  'SimHei',
  'Microsoft YaHei',
  '微软雅黑',
  'WenQuanYi Zen Hei',
  'WenQuanYi Micro Hei',
  'Droid Sans Fallback',
];
/** Free fonts of the same widths. */
const latinStands: Readonly<Record<string, string>> = {
  'Times New Roman': 'Liberation Serif',
  Arial: 'Liberation Sans',
  Helvetica: 'Liberation Sans',
  Calibri: 'Carlito',
  Cambria: 'Caladea',
  'Courier New': 'Liberation Mono',
};
/** Have ticks and boxes. */
const symbolFamilies = ['Segoe UI Symbol', 'DejaVu Sans', 'OpenSymbol'];
const looksSans = /黑|雅|等线|圆|Hei|Sans|Gothic|Arial|Calibri|Deng/i;

/** Whether the machine can print Chinese at all. */
export const canPrintChinese = (faces: readonly FontFace[]): boolean => faces.some(({ isChinese }) => isChinese);

/** Finds for each sign the font that prints it; a font is opened when it is first wanted. */
export class FontBook {
  private readonly byFamily = new Map<string, FontFace[]>();
  private readonly opened = new Map<FontFace, OpenFont | null>();
  private readonly contents = new Map<string, Buffer>();
  /** By signs the fonts that stand for others have not. */
  private readonly rare = new Map<string, OpenFont | null>();
  private readonly chains = new Map<string, PrintFont[]>();

  /** @throws fontMissing where no font has Chinese */
  static async open(faces: readonly FontFace[]): Promise<FontBook> {
    if (!canPrintChinese(faces)) throw new AppError('fontMissing');
    // A third of a second, for whoever prints alone.
    const { create } = await import('fontkit');
    return new FontBook(faces, create);
  }

  private constructor(
    private readonly faces: readonly FontFace[],
    private readonly parse: typeof create,
  ) {
    for (const face of faces) {
      for (const family of face.families) this.byFamily.set(family, [...(this.byFamily.get(family) ?? []), face]);
    }
  }

  /**
   * The font of this name, or what stands for it, that has the sign.
   * @throws pdfFailed where none has it: it would be missing in print
   */
  fontOf(sign: string, name: string, bold: boolean): PrintFont {
    const chain = this.chain(name, bold);
    const found = chain.find(({ font }) => this.prints(font, sign));
    if (found || !visible.test(sign)) return found ?? chain[0]!;
    if (!this.rare.has(sign)) this.rare.set(sign, this.anyFont(sign));
    const font = this.rare.get(sign);
    if (!font) throw missingSign(sign);
    return { font, thickened: false };
  }

  /** Of the size. */
  width(font: OpenFont, sign: string): number {
    let width = font.widths.get(sign);
    if (width === undefined) {
      const glyphs = font.font.glyphsForString(sign);
      width = glyphs.reduce((sum, { advanceWidth }) => sum + advanceWidth, 0) / font.font.unitsPerEm;
      font.widths.set(sign, width);
    }
    return width;
  }

  private prints(font: OpenFont, sign: string): boolean {
    return this.width(font, sign) > 0 && hasSign(font, sign);
  }

  /** A sign of the private area is another one in every font. */
  private anyFont(sign: string): OpenFont | null {
    if (/\p{Co}/u.test(sign)) return null;
    const known = symbolFamilies.flatMap((family) => this.byFamily.get(family) ?? []);
    for (const face of [...known, ...this.faces]) {
      const font = this.open(face);
      if (font && this.prints(font, sign)) return font;
    }
    return null;
  }

  private chain(name: string, bold: boolean): PrintFont[] {
    const key = `${name}\n${bold}`;
    const known = this.chains.get(key);
    if (known) return known;
    const found = this.wanted(name, bold).flatMap((want) => this.printFont(want.family, want.bold) ?? []);
    if (found.length === 0) {
      const any = this.faces.find((face) => face.isChinese && this.open(face));
      if (!any) throw new AppError('fontMissing');
      found.push({ font: this.open(any)!, thickened: bold && !any.isBold });
    }
    this.chains.set(key, found);
    return found;
  }

  /** Families that may print a font, the best first. */
  private wanted(name: string, bold: boolean): { family: string; bold: boolean }[] {
    const isInstalled = (family: string) => this.byFamily.has(family);
    const role = fontRole(name);
    const first = role === null || isInstalled(name) ? { family: name, bold: false } : printedAs(role, isInstalled);
    const others = looksSans.test(name) || role === 'hei' ? [...sanses, ...serifs] : [...serifs, ...sanses];
    return [
      { family: first.family, bold: bold || first.bold },
      ...[latinStands[name] ?? name, ...others.filter(isInstalled)].map((family) => ({ family, bold })),
    ].filter(({ family }) => isInstalled(family));
  }

  private printFont(family: string, bold: boolean): PrintFont | null {
    const faces = this.byFamily.get(family)!.toSorted((a, b) => Number(a.isBold !== bold) - Number(b.isBold !== bold));
    for (const face of faces) {
      const font = this.open(face);
      if (font) return { font, thickened: bold && !face.isBold };
    }
    return null;
  }

  /** Null for a file that is no font we can read. */
  private open(face: FontFace): OpenFont | null {
    if (!this.opened.has(face)) this.opened.set(face, this.read(face));
    return this.opened.get(face)!;
  }

  private read({ file, face }: FontFace): OpenFont | null {
    try {
      const content = this.contents.get(file) ?? readFileSync(file);
      this.contents.set(file, content);
      const font = face === null ? this.parse(content) : this.parse(content, face);
      if (!('glyphsForString' in font)) return null;
      const { ascent, descent, lineGap, unitsPerEm } = font;
      return {
        id: `${file}#${face}`,
        content,
        face,
        ascent: (ascent + lineGap / 2) / unitsPerEm,
        descent: (lineGap / 2 - descent) / unitsPerEm,
        widths: new Map(),
        font,
      };
    } catch {
      return null;
    }
  }
}

/** Marks above letters, spaces and controls may be without a width of their own. */
const visible = /[\p{L}\p{N}\p{P}\p{S}\p{Co}]/u;

function missingSign(sign: string): AppError {
  const code = sign.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0');
  const reason = `没有字体能打印符号“${sign}”（U+${code}）；请改用其他符号、安装有它的字体，或下载 Word 打印`;
  return new AppError('pdfFailed', { reason });
}

function hasSign(font: OpenFont, sign: string): boolean {
  for (const one of sign) if (!font.font.hasGlyphForCodePoint(one.codePointAt(0)!)) return false;
  return true;
}
