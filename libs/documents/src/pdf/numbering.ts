import { type ParagraphLook, readIndent, readTextLook, type TextLook, type ThemeFonts } from './looks.js';
import { child, valueOf, type XmlNode } from './xml-tree.js';

interface Level {
  format: string;
  text: string;
  start: number;
  separator: 'tab' | 'space' | 'nothing';
  indent: Partial<ParagraphLook>;
  look: Partial<TextLook>;
}

export type ListLabel = Pick<Level, 'text' | 'separator' | 'indent' | 'look'>;

/** Numbers of lists, counted on from paragraph to paragraph. */
export class Numbering {
  private readonly lists = new Map<string, { abstract: string; levels: Map<number, Level> }>();
  /** Lists of one kind count on together. */
  private readonly counts = new Map<string, number[]>();

  constructor(numbering: XmlNode | undefined, theme: ThemeFonts) {
    const kinds = new Map<string, XmlNode>();
    for (const node of numbering?.children ?? []) {
      if (node.name === 'abstractNum') kinds.set(node.attributes['abstractNumId'] ?? '', node);
      if (node.name !== 'num') continue;
      const abstract = valueOf(node, 'abstractNumId') ?? '';
      const levels = readLevels(kinds.get(abstract), theme);
      for (const override of node.children) {
        const level = child(override, 'lvl');
        if (level) for (const [at, own] of readLevels({ ...override, children: [level] }, theme)) levels.set(at, own);
      }
      this.lists.set(node.attributes['numId'] ?? '', { abstract, levels });
    }
  }

  /** The number of the next paragraph of a list; null where it has none. */
  next({ list, level }: ParagraphLook['numbering']): ListLabel | null {
    const found = this.lists.get(list ?? '');
    const at = level ?? 0;
    const own = found?.levels.get(at);
    if (!found || !own) return null;
    const counts = this.counts.get(found.abstract) ?? [];
    this.counts.set(found.abstract, counts);
    const startOf = (one: number) => found.levels.get(one)?.start ?? 1;
    counts[at] = (counts[at] ?? startOf(at) - 1) + 1;
    counts.length = at + 1;
    const text = own.text.replace(/%([1-9])/g, (_, digit: string) => {
      const one = Number(digit) - 1;
      return numeral(counts[one] ?? startOf(one), found.levels.get(one)?.format ?? 'decimal');
    });
    return { text: own.format === 'bullet' ? bullet(text) : text, ...pickLabel(own) };
  }
}

const pickLabel = ({ separator, indent, look }: Level) => ({ separator, indent, look });

function readLevels(list: XmlNode | undefined, theme: ThemeFonts): Map<number, Level> {
  const levels = new Map<number, Level>();
  for (const node of list?.children ?? []) {
    if (node.name !== 'lvl') continue;
    const separator = valueOf(node, 'suff');
    const start = Number(valueOf(node, 'start') ?? 1);
    levels.set(Number(node.attributes['ilvl'] ?? 0), {
      format: valueOf(node, 'numFmt') ?? 'decimal',
      text: valueOf(node, 'lvlText') ?? '',
      start: Number.isSafeInteger(start) ? start : 1,
      separator: separator === 'space' || separator === 'nothing' ? separator : 'tab',
      indent: definedOf(readIndent(child(child(node, 'pPr'), 'ind'))),
      look: readTextLook(child(node, 'rPr'), theme),
    });
  }
  return levels;
}

const definedOf = (indent: ReturnType<typeof readIndent>) =>
  Object.fromEntries(Object.entries(indent).filter(([, value]) => value !== undefined)) as Partial<ParagraphLook>;

/** Bullets of symbol fonts stand in the private area, where no other font has anything. */
const bullet = (text: string) => text.replace(/[\ue000-\uf8ff]/g, '•');

const digits = [...'〇一二三四五六七八九'];

/** 1 → 一, 10 → 十, 21 → 二十一; beyond ninety-nine digit by digit. */
function chinese(number: number): string {
  if (number < 1 || number > 99) return [...String(number)].map((digit) => digits[Number(digit)] ?? digit).join('');
  const [tens, ones] = [Math.floor(number / 10), number % 10];
  return `${tens > 1 ? digits[tens] : ''}${tens > 0 ? '十' : ''}${ones > 0 ? digits[ones] : ''}`;
}

const romans: readonly (readonly [number, string])[] = [
  ...([
    [100, 'c'],
    [90, 'xc'],
    [50, 'l'],
    [40, 'xl'],
    [10, 'x'],
  ] as const),
  ...([
    [9, 'ix'],
    [5, 'v'],
    [4, 'iv'],
    [1, 'i'],
  ] as const),
];

function roman(number: number): string {
  if (number < 1 || number > 399) return String(number);
  let [rest, text] = [number, ''];
  for (const [worth, sign] of romans) for (; rest >= worth; rest -= worth) text += sign;
  return text;
}

/** a … z, then aa … zz, as Word counts. */
const letter = (number: number) =>
  number < 1 || number > 260
    ? String(number)
    : String.fromCharCode(97 + ((number - 1) % 26)).repeat(Math.ceil(number / 26));

const sign = (first: number, last: number) => (number: number) =>
  number >= 1 && number <= last ? String.fromCodePoint(first + number - 1) : String(number);

const numerals: Readonly<Record<string, (number: number) => string>> = {
  chineseCounting: chinese,
  chineseCountingThousand: chinese,
  chineseLegalSimplified: chinese,
  japaneseCounting: chinese,
  taiwaneseCountingThousand: chinese,
  ideographDigital: (number) => [...String(number)].map((digit) => digits[Number(digit)] ?? digit).join(''),
  decimalEnclosedCircle: sign(0x2460, 20),
  decimalEnclosedCircleChinese: sign(0x2460, 20),
  decimalEnclosedParen: sign(0x2474, 20),
  decimalZero: (number) => String(number).padStart(2, '0'),
  lowerLetter: letter,
  upperLetter: (number) => letter(number).toUpperCase(),
  lowerRoman: roman,
  upperRoman: (number) => roman(number).toUpperCase(),
  none: () => '',
};

const numeral = (number: number, format: string) => (numerals[format] ?? String)(number);
