import { isNamedHeading, squeezed } from './heading.js';

/** No heading in a second line is longer. */
const longestWord = 6;
/** What the second line of a header says below a head that names the rest. */
const restWords =
  /^(?:名称|姓名|内容|情况|结果|时间|日期|年月日?|月份?|单位|部门|科室|电话|职务|数量|金额|类别|项目|编号|牵头|配合|主办|协办|责任|其他|备注|说明|完成|是|否|[（(].*[)）])$/;

/** 名称, 科室, （万元）: a word of a heading, no number and nothing told of a ticket. */
export function isHeadWord(text: string): boolean {
  const word = squeezed(text);
  return word.length <= longestWord && !/\d/.test(word) && (restWords.test(word) || isNamedHeading(word));
}
