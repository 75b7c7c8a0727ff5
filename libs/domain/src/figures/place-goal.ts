import { sentenceOf, type FigurePlace } from './figure-standing.js';

/** Words of what is aimed at; 按计划, 为确保 and 目标任务 tell how something was done, or name it. */
const goalForm =
  /力争|争创|争取(?!到|[^，。；]{0,16}(?:资金|项目))|(?<!为|了)确保(?!了)|(?<!按|照|据|行动|工作|检查|执法|方案|订|定)计划(?!外|内|生育|书|任务)|(?<![草模虚])拟(?=[^定订稿][^，。；]*$)|预计|目标(?:值|为|是|达到?|：|$)|(?<!(?:完成|实现|达到|达成|超额|围绕|对照|锚定)[^，。；]{0,4})(?:年度|全年|年初|预期|既定|半年|季度)目标(?![任责考管体完清明]|[^，。；]{0,4}(?:完成|实现)率)|不低于|不少于|不得少于|不高于|不超过|控制在|至少|要求[^，。；]*达到?$/;
const governs = /(?:力争|(?<!为|了)确保(?!了)|不[少低高]于|不超过)[^，]*[\d*＊]/;
/** 2026年目标：立案*起，罚款*万元; 到“十五五”末. */
const goalHead = /目标[：:][^。；]*$|到[“"]?十[四五六七]五[”"]?(?:规划)?(?:期)?末/;
const resultWords = /今年|目前|截[至止]|现有|现已|半年|季度|\d月|完成了|共[^，。；]{0,4}$/;
const goalColumn = /(?:目标|计划)(?:值|数|量)?$/;
/** 按照创建300个的总目标: what is aimed at is told behind its number. */
const goalBehind =
  /^[^，。；、\d的]{0,4}(?:以[上内下]|左右)?的[^，。；、\d]{0,6}(?:目标|指标)(?![^，。；、]{0,3}(?:任务数|体系|率))/;
const clauseStop = /[，。；;：:！!？?]/;
/** A clause that goes on with the one before it. */
const goesOn = /^(?:其中|并|达到?)/;

/** Whether the place is told as what is aimed at, not as what came of it. */
export function isGoal(place: FigurePlace): boolean {
  if (place.column !== null) return goalColumn.test(place.column.trim());
  if (goalBehind.test(place.after)) return true;
  const clauses = sentenceOf(place).split(clauseStop);
  const own = clauses.at(-1)!;
  const told = goesOn.test(own) ? (clauses.at(-2) ?? '') + own : own;
  if (/已/.test(own)) return false;
  return goalHead.test(sentenceOf(place)) || goalForm.test(told) || isParallel(clauses);
}

/** 确保一般隐患整改率98%以上，重大隐患整改率*%: what is aimed at in the clause before with a number of its own goes on. */
function isParallel(clauses: readonly string[]): boolean {
  const [before = '', own] = [clauses.at(-2), clauses.at(-1)!];
  return governs.test(before) && !/已/.test(before) && !resultWords.test(own);
}
