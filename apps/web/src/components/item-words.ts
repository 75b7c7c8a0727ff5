/** `一、`, `（二）`, `3.`, `第四项`: an ordinal that a heading bears itself. */
const ownOrdinal =
  /^\s*(第[一二三四五六七八九十百\d]+[项条类、]?|[（(][一二三四五六七八九十百\d]+[)）]|[一二三四五六七八九十百]+[、．.]|\d+(?:[、．]|\.(?!\d)))/;

export function bearsOrdinal(text: string): boolean {
  return ownOrdinal.test(text);
}

/** An item of a source with its number, which is left out where the title has one of its own. */
export function itemWords({ no, title }: { no: number; title: string }): string {
  return bearsOrdinal(title) ? title : `${no}. ${title}`;
}
