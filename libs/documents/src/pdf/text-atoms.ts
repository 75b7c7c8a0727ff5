import type { FontBook, PrintFont } from './font-book.js';
import type { Atom } from './line-breaking.js';
import type { ParagraphLook, TextLook } from './looks.js';
import type { Inline } from './print-document.js';

/** How an atom is drawn; measures in points. */
export interface AtomStyle {
  font: PrintFont;
  size: number;
  /** Between this sign and the next. */
  spacing: number;
  /** Above the line it stands on. */
  rise: number;
  color: string;
  italic: boolean;
  underline: boolean;
  strike: boolean;
  picture?: { height: number; content: Buffer };
  notes?: readonly number[];
}

export type TextAtom = Atom<AtomStyle>;

/** What the page a paragraph stands on is known by; null in the running text. */
export interface PageNumbers {
  page: number;
  pages: number;
}

const asian = /[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef]|[\ud840-\ud88f]/;
/** Signs of no script: print follows what stands before them, or what the run prefers. */
const neutral = /[\u00a7\u00a8\u00b0\u00b1\u00b7\u00d7\u00f7\u2010-\u203e\u2100-\u2bff]/;

/** What raised signs are of the others. */
const raisedShare = 0.6;

/** The signs of a paragraph's line: from one line break to the next. */
export class AtomWriter {
  atoms: TextAtom[] = [];
  private asianBefore: boolean | null = null;

  constructor(
    private readonly fonts: FontBook,
    private readonly look: ParagraphLook,
    private readonly charSpacing: number,
    /** Longer words are no words to be kept whole. */
    private readonly narrowest: number,
  ) {}

  text(text: string, look: TextLook, notes?: readonly number[]): void {
    let word = '';
    let wordStyle: AtomStyle | null = null;
    const endWord = () => {
      if (wordStyle) this.word(word, wordStyle);
      [word, wordStyle] = ['', null];
    };
    for (const sign of text) {
      if (sign === '\t') {
        endWord();
        this.tab(look);
        continue;
      }
      const isAsian = this.isAsian(sign, look);
      const style = { ...this.style(sign, look, isAsian), ...(notes ? { notes } : {}) };
      if (sign === ' ' || sign === '\u3000') {
        endWord();
        this.push(sign, 'space', style);
      } else if (isAsian) {
        endWord();
        this.push(sign, 'asian', style);
      } else {
        const splits = wordStyle !== null && wordStyle.font !== style.font;
        if (splits || (/[-/]$/.test(word) && /[a-z]/i.test(sign))) endWord();
        word += sign;
        wordStyle ??= style;
      }
      if (sign !== ' ') this.asianBefore = isAsian;
    }
    endWord();
  }

  tab(look: TextLook): void {
    this.atoms.push({ text: '\t', width: 0, kind: 'tab', style: this.style(' ', look, false) });
  }

  picture({ width, height, content }: Extract<Inline, { kind: 'picture' }>, look: TextLook): void {
    const style = { ...this.style(' ', look, false), picture: { height, content } };
    this.atoms.push({ text: '', width, kind: 'picture', style });
  }

  /** What has been written since the last time. */
  take(): TextAtom[] {
    const { atoms } = this;
    this.atoms = [];
    this.asianBefore = null;
    return atoms;
  }

  style(sign: string, look: TextLook, isAsian: boolean): AtomStyle {
    const size = Math.max(0.5, look.raised ? look.size * raisedShare : look.size);
    return {
      font: this.fonts.fontOf(sign, isAsian ? look.asian : look.latin, look.bold),
      size,
      spacing: look.spacing + (isAsian && this.look.snapsToGrid ? this.charSpacing : 0),
      rise: look.raised === 'superscript' ? look.size * 0.33 : look.raised === 'subscript' ? -look.size * 0.1 : 0,
      color: look.color,
      italic: look.italic,
      underline: look.underline,
      strike: look.strike,
    };
  }

  private isAsian(sign: string, look: TextLook): boolean {
    if (asian.test(sign)) return true;
    return neutral.test(sign) && (look.prefersAsian || this.asianBefore !== false);
  }

  private word(word: string, style: AtomStyle): void {
    const width = this.widthOf(word, style);
    if (width <= this.narrowest) this.push(word, 'word', style);
    else for (const sign of word) this.push(sign, 'word', style);
  }

  private widthOf(text: string, { font, size, spacing }: AtomStyle): number {
    let width = 0;
    for (const sign of text) width += this.fonts.width(font.font, sign) * size + spacing;
    return width;
  }

  private push(text: string, kind: TextAtom['kind'], style: AtomStyle): void {
    this.atoms.push({ text, width: this.widthOf(text, style), kind, style });
  }
}
