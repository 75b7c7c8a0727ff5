/**
 * Measures of GB/T 9704—2012 for A4, in twips (1/20 pt; 1 mm = 56.69) unless the name says otherwise.
 * 22 lines of 29 pt and 28 characters of 15.79 pt fill the type area of 225 × 156 mm.
 */
export const page = {
  width: 11906,
  height: 16838,
  top: 2098, // 37 mm
  left: 1587, // 28 mm
  right: 1474, // 26 mm
  // 34.9 mm: the 22 lines need 12,760, and with 35 mm (1,984) the last one would not fit.
  bottom: 1980,
  linePitch: 580,
  // 16 pt less a quarter: 28 characters fit the line. A character grid would say the same to Word, but LibreOffice sets
  // each character of 16 pt into two cells of such a grid.
  charSpacing: -5,
  // Puts the dash of the page number 7 mm below the type area.
  footer: 1420,
  footerLine: 320,
} as const;

export const textWidth = page.width - page.left - page.right;
export const charsPerLine = 28;
export const charWidth = textWidth / charsPerLine;

/** Half-points, as Word counts sizes. */
export const size = { title: 44, body: 32, table: 24, pageNumber: 28 } as const;

/**
 * Fonts by the names Windows and WPS know them; substitutes, in this order, for machines without them.
 * `family` and `pitch` let a program choose something alike when it knows none of the names.
 */
export const fonts = {
  title: {
    name: '方正小标宋简体',
    substitutes: ['FZXiaoBiaoSong-B05S', '华文中宋', 'STZhongsong', 'Noto Serif CJK SC'],
  },
  song: { name: '宋体', substitutes: ['SimSun', 'Noto Serif CJK SC'] },
  fang: { name: '仿宋_GB2312', substitutes: ['仿宋', 'FangSong', 'FandolFang R', 'Noto Serif CJK SC'] },
  kai: { name: '楷体_GB2312', substitutes: ['楷体', 'KaiTi', 'AR PL KaitiM GB', 'LXGW WenKai', 'Noto Serif CJK SC'] },
  hei: { name: '黑体', substitutes: ['SimHei', 'Noto Sans CJK SC', 'WenQuanYi Zen Hei'] },
} as const;

export type FontRole = keyof typeof fonts;

/** Widths in characters: an ASCII one takes half. */
export function widthInChars(text: string): number {
  let width = 0;
  for (const sign of text) width += sign.charCodeAt(0) < 0x80 ? 0.5 : 1;
  return width;
}

/** 2021-07-05 → 2021年7月5日, the full year and no leading zeros. */
export function officialDay(day: string): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
}

/** A line by its alignment and its distance from both edges, in characters. */
export interface LinePlace {
  align: 'left' | 'center' | 'right';
  left: number;
  right: number;
}

/**
 * Where the name of the signing unit and the date stand.
 * With a seal: the date four in from the right, the name centred over it. Without: the name ends two in from the right,
 * the date begins two characters right of the name's beginning; a date longer than the name ends two in instead.
 */
export function signaturePlaces(unit: string, date: string, sealed: boolean): { unit: LinePlace; date: LinePlace } {
  const [unitWidth, dateWidth] = [widthInChars(unit), widthInChars(date)];
  const place = (align: LinePlace['align'], left: number, right: number) => ({ align, left: Math.max(0, left), right });
  if (!sealed) {
    const isLonger = dateWidth > unitWidth;
    const begin = charsPerLine - 2 - (isLonger ? dateWidth + 2 : unitWidth);
    // Told from the right: with a substitute font of wider digits the date grows to the left, never over the margin.
    const end = isLonger ? 2 : Math.min(unitWidth, charsPerLine) - dateWidth;
    return { unit: place('left', begin, 0), date: place('right', 0, end) };
  }
  // Both are centred in the space whose middle is the date's.
  const space = dateWidth + 8;
  if (unitWidth > space) return { unit: place('right', 0, 0), date: place('right', 0, 4) };
  const centred = place('center', charsPerLine - space, 0);
  return { unit: centred, date: centred };
}
