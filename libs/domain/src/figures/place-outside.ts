import { sentenceOf, type FigurePlace } from './figure-standing.js';

const leftOut =
  /^[^，。；、\d]{0,8}[，、（(]?(?:均|都|暂|尚)?(?<words>不在(?:此列|其[中内列])|(?:不|未|没有)(?:计入|计在|列入|纳入|算入|包[含括]在)|不计[，。；）)]|不含在内|不算在内|除外|另[计行](?=$|[，。；）)统]))/;
const without = /(?:不含|不包括|不包含|扣除|剔除|未含)[^，。；、：:）)\d]{0,12}$/;

/** The words that leave the number of a place out of what the report counts: *件不在此列; null where none do. */
export function outsideTold(place: FigurePlace): string | null {
  if (place.column !== null) return null;
  return (
    leftOut.exec(`${place.after}${place.later}。`)?.groups!.words ?? without.exec(sentenceOf(place))?.[0].trim() ?? null
  );
}
