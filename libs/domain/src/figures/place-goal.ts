import { sentenceOf, type FigurePlace } from './figure-standing.js';

/** Words of what is aimed at; 按计划, 为确保 and 目标任务 tell how something was done, or name it. */
const goalForm =
  /力争|争创|争取(?!到|[^，。；]{0,16}(?:资金|项目))|(?<!为|了)确保(?!了)|(?<!按|照|据|行动|工作|检查|执法|方案|订|定)计划(?!外|内|生育|书|任务)|(?<![草模虚])拟(?=[^定订稿][^，。；]*$)|预计|目标(?:值|为|是|达到?|：|$)|不低于|不少于|不得少于|不高于|不超过|控制在|至少|要求[^，。；]*达到?$/;
const goalColumn = /(?:目标|计划)(?:值|数|量)?$/;
const clauseStop = /[，。；;：:！!？?]/;
/** A clause that goes on with the one before it. */
const goesOn = /^(?:其中|并|达到?)/;

/** Whether the place is told as what is aimed at, not as what came of it. */
export function isGoal(place: FigurePlace): boolean {
  if (place.column !== null) return goalColumn.test(place.column.trim());
  const clauses = sentenceOf(place).split(clauseStop);
  const own = clauses.at(-1)!;
  const told = goesOn.test(own) ? (clauses.at(-2) ?? '') + own : own;
  return goalForm.test(told) && !/已/.test(own);
}
