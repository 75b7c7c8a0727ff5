/**
 * No deadline and no list of names takes more characters. The patterns that read them try many ways through a text; on
 * the longest text of a cell that would take minutes.
 */
export const readableLength = 1_000;

export function readablePart(text: string): string {
  return text.slice(0, readableLength);
}

/** How far a matter is may be said at the beginning or at the end of a long report: of such these two are read. */
export function readableEnds(text: string): string {
  if (text.length <= 2 * readableLength) return text;
  return `${text.slice(0, readableLength)}。${text.slice(-readableLength)}`;
}

/** ①甲②乙, 1、甲；2、乙 → the names alone, parted as before; a circled number parts where nothing else does. */
export function withoutNumbering(text: string): string {
  const isBracketed = /[（(]1[)）]/.test(text) && /[（(]2[)）]/.test(text);
  const isLined = /^\s*一、/.test(text) && /\n\s*二、/.test(text);
  return text
    .replace(/[①-⑳]/g, '、')
    .replace(isBracketed ? /[（(]\d{1,2}[)）]/g : never, '、')
    .replace(isLined ? /(^|\n)\s*[一二三四五六七八九十]{1,2}、/g : never, '$1')
    .replace(/(?<=[）)])\s*\d{1,2}[.．、](?=[\u4e00-\u9fff])/g, '、')
    .replace(/(^|[\s、，,;；])(?:[（(]\d{1,2}[)）]|\d{1,2}[.．、)）])\s*(?=[\u4e00-\u9fff])/g, '$1');
}

const never = /(?!)/;
