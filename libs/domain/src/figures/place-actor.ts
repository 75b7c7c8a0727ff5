import type { OwnArea } from './own-area.js';
import { sentenceOf, type FigurePlace } from './figure-standing.js';
import type { Figure } from './figure.js';

const letter = '[^，。；：:、（）()“”\\s\\d*＊]';
/** Offices above the bureau, named by their level. */
const above =
  `(?:国家|国务院|中央|自治区|省|市)(?:级|内)?${letter}{0,12}?(?:局|厅|[党市省]?委|办|部|组|支队|总队|院|室|中心|台|库|会|财政|政府|领导)` +
  `|(?:应急管理|公安|水利|交通运输|财政)部(?!门)|上级(?:部门|单位|机关|财政)?|(?:中央|[省市])(?=[交转督移下拨])|省、市`;
/** Offices beside it, and those below that act by themselves. */
const beside =
  `(?:[区县旗]|${letter}{2}[区县旗])?(?:${letter}{1,8}?(?:(?<![全我本])局|中队|救援大队|纪委|监委|检察院|法院|公司)|人大(?:常委会)?|政协|公安(?:机关|部门)?|(?:检察|司法|税务|纪检监察)(?:机关|部门)|信访(?:局|部门)|水务|${letter}{2,4}部门)` +
  `|[区县旗]委(?:常委会|(?:理论学习)?中心组)|${letter}{0,6}成员单位(?=上报)|(?:全[区县旗市])?各${letter}{1,6}?(?=自行|自主)`;
const handing = '(?:转办|交办|督办|转来|移交|移送|转交|交由|批转|下达|通报|督导反馈|督查反馈|督察反馈|反馈|向)';
const doing =
  '(?:排查|检查|督查|查扣|查处|查获|取缔|立案|罚款|收缴|责令|开展|组织|举办|召开|发放|悬挂|制作|储备|发布|接收|办理|办结|受理|下拨|拨付|安排|学习|维修|修复|清运|约谈|培训|演练|侦[办破]|破获|自行|自主|另行|另案|单独|上报)';
const toUs = `(?:(?:在|来|到|对|向|给|为)?我[省市县区局旗]${letter}{0,4}?|${letter}{0,3}?)`;
const clauseHead = '(?<=^|[，；：:。]|[年月季]度?|年来|期间|以来|期内|其中|由|经|据|全年)';

const acting = new RegExp(
  `${clauseHead}(?:(?<own>我局|本局|全局|我[区县旗])|(?<other>(?![对在和与按从为]|会同|联合|配合|协同|组织|指导|督促|责成)(?:${above}|${beside}))(?=${toUs}(?:${handing}|${doing})))`,
  'g',
);
/** 承接市安委会交办重点任务*项: what was handed over stands behind a word of ours too. */
const handed = new RegExp(
  `(?<other>${above}|人大(?:常委会)?|政协|信访(?:局|部门))(?:转办|交办|督办|转来|移交|移送|转交|批转)(?!.*(?:我局|本局)${letter}*$)`,
);
/** 市级综合演练*场 is the city's. */
const ofAbove = new RegExp(`${clauseHead}(?<other>[省市]级)(?=${letter}{0,4}(?:演练|会议|培训班|活动)$)`);
const toOthers = new RegExp(
  `向(?<other>(?!我)${letter}{2,10}?(?:局|委|镇|街道|公司|[省市县区]))(?:反馈|移交|移送|支援|交办|下达)`,
);
const lesson = /(?<other>[汲吸]取[^，。；]{0,20}教训|外[地省市](?!人员|来|籍)|某[省市县区地])/;
/** Inspectors feed back to the bureau itself. */
const inspection = /巡[察视]/;
/** Hats the bureau itself wears. */
const hats = /应急(?:管理)?局|安委|防指|防汛抗旱|减灾委|森防/;

/** Words of whoever else did what a place counts, or handed it over; null where that is the bureau, or nobody is named. */
export function otherActor(place: FigurePlace, own: OwnArea | null): string | null {
  if (place.column !== null) return null;
  const sentence = sentenceOf(place);
  if (inspection.test(sentence)) return toOthers.exec(sentence)?.groups!.other ?? null;
  const actor = [...sentence.matchAll(acting)].at(-1)?.groups;
  if (actor?.own) return null;
  const found = [
    actor?.other,
    ...[handed, ofAbove, toOthers, lesson].map((form) => form.exec(sentence)?.groups!.other),
  ];
  return found.find((words) => words !== undefined && !isOurs(words, own)) ?? null;
}

/** 市应急管理局 is the bureau where it is of a city; 区安委办 is one of its hats. */
function isOurs(words: string, own: OwnArea | null): boolean {
  if (words.endsWith('成员单位')) return false;
  const isCity = own === null || own.kinds.includes('市');
  if (words.startsWith('市') && isCity) return hats.test(words) || /^市(?:局|委|政府|级|领导|$)/.test(words);
  return !/^(?:国家|国务院|中央|自治区|省|市|上级)/.test(words) && hats.test(words);
}

const bureauGroups = new Set(['party', 'supervision']);
const ofDistrict = new RegExp(`${clauseHead}(全[区县旗])(?!${letter}{0,8}会议)`);

/** 全区重点任务*项: of what a bureau has for itself the whole area has more. */
export function districtOf(place: FigurePlace, { group }: Figure): string | null {
  const sentence = sentenceOf(place);
  const found = bureauGroups.has(group) && place.column === null ? ofDistrict.exec(sentence) : null;
  return found && !/我局|本局|全局/.test(sentence) ? found[1]! : null;
}
