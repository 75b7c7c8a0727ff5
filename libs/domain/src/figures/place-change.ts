import { sentenceOf, type FigurePlace } from './figure-standing.js';

const changesTo =
  '(?:提高|提升|上升|增加|增长|增|升|扩大|减少|下降|降低|降|减|缩小|缩短|压缩|缩减|压减|变)[^，。；、\\d]{0,2}[到至为]';
const fromBefore = /(?:[由从较]|(?<![占对])比(?![例率重]))[^，。；、\d]{0,8}$/;
const changesBehind = new RegExp(`^[^，。；、]{0,6}?${changesTo}`);
const formerValue = new RegExp(
  `(?:[由从较]|(?<![占对])比(?![例率重]))[^，。；]{1,24}${changesTo}(?=[^，。；、\\d]{0,3}$)`,
);
/** Behind the number before it, be it in words: 死亡两人，起数. */
const behindNumber =
  /(?<=^|[\d*＊]|[一二两三四五六七八九十百](?=[起人名件个次项条处宗例]))(?:(?![一二两三四五六七八九十百][起人名件个次项条处宗例])[^\d*＊])*$/;

/** Whether it is what a number was before it changed: 由*%提高到. */
export const isFormerValue = (place: FigurePlace): boolean =>
  fromBefore.test(sentenceOf(place)) && changesBehind.test(place.after);

/**
 * The place of what a number changed to, read without what it was before: of 办结率由去年的88%提高到* only 办结率 tells what
 * is counted. Other places stay as they are.
 */
export function presentOf(place: FigurePlace): FigurePlace {
  const sentence = sentenceOf(place);
  const former = place.column === null ? formerValue.exec(sentence) : null;
  if (!former) return place;
  const head = sentence.slice(0, former.index);
  const from = head.search(behindNumber);
  const paragraph = place.earlier.slice(0, place.earlier.length - place.sentenceLength);
  return { ...place, before: head.slice(from), earlier: paragraph + head.slice(0, from), sentenceLength: from };
}

const changeColumn = /同比|环比|增减|增长|增幅|降幅|升降|[比较](?:上年|去年|上期|同期)/;

/** The words that tell a place is by how much something changed: those of its column, or percentage points. */
export function changeTold({ column, unit }: FigurePlace): string | null {
  if (column !== null && changeColumn.test(column)) return column.trim();
  return unit?.endsWith('百分点') ? '百分点' : null;
}
