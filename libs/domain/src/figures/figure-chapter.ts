import { sentenceOf, type FigurePlace } from './figure-standing.js';
import type { Figure, FigureGroup } from './figure.js';

/** Words of the part of a report where the figures of a group are told. */
const groupWords: Record<FigureGroup, RegExp> = {
  safety: /安全形势|事故|举报|水域|安全生产/,
  party: /党建|从严治党|党的建设|党风|支部|政治建设/,
  rectification: /巡察|巡视|反馈|整改/,
  enforcement: /执法|打非|立案|专项|危化|矿山|成品油|整治/,
  supervision: /重点任务|督办|督查/,
  publicity: /宣传|演练|安委会|会议|宣教|五进/,
  fire_flood: /防灭火|防火|森林|草原|防汛|抗旱|汛/,
  relief: /减灾|救灾|救助|物资|信息员|示范社区/,
  duty: /值守|值班|防疫|疫情/,
  plan: /下半年|下一步|下步|明年|计划|目标|打算|安排/,
  bureau: /(?!)/,
};
const planWords = /计划|力争|争创|拟|打算|明年|下一步/;
const planHeading = /下半年|下一步|下步|明年|下季度|工作打算|工作安排|重点工作/;

/** What the chapter a place stands in says for a figure, or against it. */
export function ofChapter({ group, nature, source }: Figure, place: FigurePlace): number {
  const chapter = [...place.headings, place.label].join(' ');
  const points = groupWords[group].test(chapter) ? 0.8 : 0;
  if (nature === 'target')
    return points + (planHeading.test(chapter) ? 1.5 : planWords.test(sentenceOf(place)) ? 0 : -1.5);
  return source !== 'parameter' && planHeading.test(place.headings.at(0) ?? '') ? points - 0.8 : points;
}
