/** Rows as people name them: `3、5-8` are 3, 5, 6, 7 and 8; of those only the ones there are. Null where it names none. */
export function rowsMeant(text: string, present: readonly number[]): number[] | null {
  const spans = text
    .normalize('NFKC')
    .replace(/[第行\s]/g, '')
    .split(/[、,，;；]/)
    .filter(Boolean)
    .map((part) => /^(\d{1,7})(?:[-—–~至到](\d{1,7}))?$/.exec(part));
  if (spans.length === 0 || spans.some((span) => span === null)) return null;
  const named = spans.map((span) => [Number(span![1]), Number(span![2] ?? span![1])] as const);
  return present.filter((row) => named.some(([from, to]) => from <= row && row <= to));
}
