/**
 * The text without the characters at its end that are such a sign. From the end on: a pattern like `/[；\s]+$/` tries
 * every run inside the text as well, each from every one of its characters.
 */
export function trimEndOf(sign: Pick<RegExp, 'test'>, text: string): string {
  let end = text.length;
  while (end > 0 && sign.test(text[end - 1]!)) end -= 1;
  return text.slice(0, end);
}
