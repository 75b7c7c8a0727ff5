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
  return text
    .replace(/[①-⑳]/g, '、')
    .replace(/(^|[\s、，,;；])(?:[（(]\d{1,2}[)）]|\d{1,2}[.．、)）])\s*(?=[\u4e00-\u9fff])/g, '$1');
}
