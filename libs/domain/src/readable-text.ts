/**
 * No deadline and no list of names takes more characters. The patterns that read them try many ways through a text; on
 * the longest text of a cell that would take minutes.
 */
export const readableLength = 1_000;

export function readablePart(text: string): string {
  return text.slice(0, readableLength);
}
