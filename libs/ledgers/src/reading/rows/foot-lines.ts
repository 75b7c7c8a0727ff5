import { surnameWithTitle } from '@xiaohao/domain';

/** Lines people write below a table: who filled it in and when, who signs it, and what is to be noted. */

/** 注：, 备注1. */
export const noteLine = /^(注|备注|说明|填表说明|填报说明|附注|附)[\d一二三四五]*[:：.、]|^※/;
/** The same word in a cell of its own, the note beside it. */
export const bareNote = /^(注|备注|说明|填表说明|填报说明|附注)$/;

const deed =
  '(?:填表|填报|制表|审核|审批|审定|复核|校核|复查|核查|检查|验收|督查|督办|督导|巡查|记录|陪同|参检|参加|见证|经办|承办|联系|联络|签发|报送|上报|印发|签收|接收|统计|录入|编制|编写|制作|汇总|整理|填写|校对|拟稿|起草)';
const whoOrWhen = '(?:小?组|(?:小?组)?(?:人员?|员|单位|意见|部门|科室|领导|组长|负责人|日期|时间|电话|方式))';
/** These say enough by themselves; of others 检查：每月一次 is a measure. */
const deedAlone =
  '(?:填表|填报|制表|审核|审批|审定|复核|校核|签发|经办|报送|报出|抄送|抄报|主送|印发|编制|制作|汇总|校对|拟稿)';
const head =
  '(?:(?:本|各|被检查|受检)?(?:单位|部门|科室|企业|公司|项目|现场|村|社区)?(?:主要|分管)?(?:负责人|领导)|(?:局长|书记|科长|主任|站长|所长|镇长|股长|队长|安全员|网格员)|(?:领导|单位|部门|科室)(?:意见|批示|签批))';
const seal = '(?:[(（]?(?:公章|盖章|签章|签字|签名)[)）]?)';
const label = `(?:(?:${deed}${whoOrWhen}|${deedAlone}|${head}|单位|联系电话|电话|日期|时间)${seal}?|${seal})`;

/** 填表人：, 单位（盖章）：, 整改责任人签名：, whatever follows; a deed alone is followed by a name. */
const labelled = new RegExp(
  `^(?!${deedAlone}[:：]\\s*[\\u4e00-\\u9fff]{5}(?![\\u4e00-\\u9fff]{0,20}[\\s(（]{0,4}20\\d\\d\\s{0,3}[年./-]))(?:${label}|[^:：，。；;\\d]{1,14}${seal})\\s*[:：]\\s*(?<value>[\\s\\S]*)$|^填报日期`,
);
/** 填表人 and 单位（盖章） without a colon: what they ask for may stand in the next cell. */
const bareLabel = new RegExp(
  `^(?:${deed}${whoOrWhen}${seal}?|${deedAlone}|${head}${seal}?|(?:单位|部门|科室|公司|企业)?${seal}|[\\u4e00-\\u9fff]{2,24}[(（](?:公章|盖章|签章|印章)[)）]|联系电话|电话|日期|时间)$`,
);
/** 审核人李四, 经办人 张三. */
const named = new RegExp(`^${deed}(?:人员?|员)\\s*[\\u4e00-\\u9fff·]{2,4}$`);

/** 2026年5月6日, 5月6日, 年  月  日, the serial of a day. */
const day =
  /^(?:(?:20\d\d|[二2][〇○零0-9一二三四五六七八九]{3})?\s{0,12}[年./-])?\s{0,12}[\d一二三四五六七八九十]{0,3}\s{0,12}[月./-]\s{0,12}[\d一二三四五六七八九十]{0,3}\s{0,12}日?$|^4\d{4}$/;
/** 2026年5月6日更新 says what the day is. */
export const filledDay =
  /^[(（]?20\d\d\s{0,3}[年./-][\d\s年月./-]{1,12}日?\s{0,3}(?:更新|填报|填表|制表|统计|汇总)[)）]?$/;
const phone = /^[\d\s+()（）-]{7,20}$/;
const office = /(?:局|委|办|办公室|委员会|政府|街道|镇|乡|中心|公司|专班|领导小组|指挥部)$/;
/** A section of the bureau: nothing but its name, which begins with no deed. */
const section =
  /^(?!(?:成立|组建|设立|设置|新建|建立|建设|改造|增设|更换|明确|指定|上报|清理|整治|整改|维修|装修|搬迁|腾空|撤销|关闭|通知|督促|责令|[请报由移交在到对]))[\u4e00-\u9fff]{2,16}[科室部处队股所]$/;

export interface FootCell {
  column: number;
  text: string;
}

/** What a line below the table may hold beside its labels, told by the column a cell stands in. */
export interface FootPlaces {
  /** Asks for units: a unit in it belongs to a ticket. */
  isOfUnits(column: number): boolean;
}

type Part = 'pair' | 'asks' | 'beside' | null;

function partOf({ column, text }: FootCell, places: FootPlaces): Part {
  const said = labelled.exec(text);
  if (said) return said.groups!.value === '' ? 'asks' : 'pair';
  if (bareLabel.test(text)) return 'asks';
  if (named.test(text) || filledDay.test(text)) return 'pair';
  if (day.test(text) || phone.test(text)) return 'beside';
  const issues = (office.test(text) || section.test(text)) && surnameWithTitle(text) === null;
  return issues && !places.isOfUnits(column) ? 'beside' : null;
}

/** Nobody writes more of them into one line. */
const longestFoot = 12;
const longestValue = 30;

/** 填表人：王磊 | 审核 | 李明 | 2026年5月6日: every cell is a label, stands behind one, or is a day, a phone or who issues it. */
export function isSigned(cells: readonly FootCell[], places: FootPlaces): boolean {
  if (cells.length > longestFoot) return false;
  let before: Part = null;
  let hasLabel = false;
  for (const cell of cells) {
    const part = partOf(cell, places);
    if (part === null && (before !== 'asks' || cell.text.length > longestValue)) return false;
    hasLabel ||= part === 'pair' || part === 'asks';
    before = part;
  }
  return hasLabel;
}

/** 云栖区应急管理局 | 2026年5月6日, or one of both: who issues the list, and when, without any label. */
export function isIssued(cells: readonly FootCell[], places: FootPlaces): boolean {
  return cells.length <= 2 && cells.every((cell) => partOf(cell, places) === 'beside');
}

/** Every label stands without what it asks for: it may head columns, too. */
export function asksOnly(cells: readonly FootCell[], places: FootPlaces): boolean {
  return cells.every((cell) => partOf(cell, places) === 'asks');
}
