/** Signs of symbol fonts, by their place in the font: no other font has anything there. */
const signs: Readonly<Record<string, Readonly<Record<number, string>>>> = {
  Wingdings: {
    0x6c: '●',
    0x6e: '■',
    0x6f: '□',
    0x75: '◆',
    0xa8: '□',
    0xd8: '➢',
    0xfb: '×',
    0xfc: '√',
    0xfd: '☒',
    0xfe: '☑',
  },
  'Wingdings 2': { 0x4f: '×', 0x50: '√', 0x52: '☑', 0x53: '☒', 0xa3: '□' },
  Symbol: { 0xb1: '±', 0xb3: '≥', 0xb4: '×', 0xb7: '•', 0xb8: '÷', 0xa3: '≤', 0xb9: '≠' },
};

/** A sign of this font (its code in hexadecimal) as one every font may have; null where none is known. */
export function symbolSign(font: string, code: string): string | null {
  const number = parseInt(code, 16);
  if (Number.isNaN(number) || number < 0x20 || number > 0x10ffff) return null;
  const own = signs[font];
  // Files write the place as it is or in the private area.
  if (own) return own[number & 0xff] ?? null;
  const isNoSign = (number >= 0xe000 && number <= 0xf8ff) || (number >= 0xd800 && number <= 0xdfff);
  return isNoSign ? null : String.fromCodePoint(number);
}
