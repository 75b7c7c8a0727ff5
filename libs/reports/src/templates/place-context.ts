const contextLength = 20;

interface Place {
  start: number;
  end: number;
  found: string;
}

/** The words around a place of a text, the place itself between 【】. */
export function contextOf(text: string, { start, end, found }: Place): string {
  const from = Math.max(0, start - contextLength);
  const to = Math.min(text.length, end + contextLength);
  const [head, tail] = [from > 0 ? '…' : '', to < text.length ? '…' : ''];
  return `${head}${text.slice(from, start)}【${found}】${text.slice(start + found.length, to)}${tail}`;
}

/** A place that stays as it is written, for whoever looks at it. */
export function leftPlace(texts: readonly string[], place: Place & { paragraph: number }) {
  const { paragraph, found } = place;
  return { paragraph, found, context: contextOf(texts[paragraph - 1]!, place) };
}
