import { namesNobody } from './nobody-words.js';
import { phone } from './person-names.js';
import {
  compound,
  endsLikeUnit,
  isCollective,
  isGroup,
  isPieceOfUnit,
  isPost,
  looksLikeName,
  partPost,
  surnameWithTitle,
  unitOfPost,
} from './person-posts.js';
import { readablePart, withoutNumbering } from './readable-text.js';

/** What names of units end with; a person's name hardly does. */
const unitEnd =
  /(?:局|科|股|室|办|处|部|队|站|所|组|中心|镇|乡|街道|公司|集团|学校|小学|中学|幼儿园|医院|学院|法院|检察院|政府|银行|支行|委|委员会|协会|工会|妇联|残联|供销社|联社|社区|村|开发区|经开区|科室|单位|部门)$/;
const bracketed = /[（(【[]([^（()）】\]]*)[)）】\]]/g;
/** 应急科张三: the unit, then two or three signs that end like no unit. */
const grownTogether = /^(.{1,20}?(?:局|科|股|室|办公室|大队|中心|站|所|镇|街道|社区))([\u4e00-\u9fff]{2,3})$/;
/** 各科室负责人: named by what they are, not by name. */
const holder = /负责人|领导|成员|全体|人员/;
const words = /^(?:责任人|负责人|联系人|承办人|责任单位)[:：]?/;
/** 尹 航, 欧阳 静: a name of two signs is written as wide as one of three. */
const spacedName =
  /(?<=^|[\s、，,;；/（(:：])([\u4e00-\u9fff]{1,2})[ 　]+([\u4e00-\u9fff]{1,2})(?=$|[\s、，,;；/）)\d])/g;
/** 牵头, 协办单位: what the units beside it have to do. */
const role =
  /^(?:(?:共同|联合|双)?(?:牵头|主责|主办|承办|负责)|(?:共同|联合)?(?:配合|协办|会办|协助|协同|参与))(?:单位|部门|科室)?$/;

/** 各科室配合落实: who, and what they have to do. */
const withDuty =
  /^((?!抓).{2,}?)((?:(?:共同|联合|双)?(?:牵头|主责|主办|承办|负责|配合|协办|会办|协助|协同|参与)|抓好)?(?:落实|办理|整改|实施)*)$/;

/**
 * Parts a cell of a column such as 责任单位及责任人: `应急科（张三）`, `应急科 张三、李四`, `应急科：张三`. Each half is left in
 * the cell's own words, to be read as a unit cell and a person cell are; marks of who leads stay with the units.
 */
export function partUnitsAndPersons(text: string): UnitsAndPersons {
  const units: string[] = [];
  const persons: string[] = [];
  let label = '';
  let wasUnit = false;
  const remarks: string[] = [];
  const told = withoutInnerSpaces(withoutNumbering(readablePart(text))).replace(bracketed, (whole, inner: string) =>
    isRemark(inner) ? (remarks.push(whole), '、') : whole,
  );
  const pieces = told.split(/([\s、，,;；/／|:：（()）]+)/);
  for (let at = 0; at < pieces.length; at += 2) {
    const bare = pieces[at]!.replace(words, '');
    if (bare === '') continue;
    if (role.test(bare)) {
      if (/[（(]$/.test(pieces[at - 1] ?? '') && units.length > 0) units.push(`${units.pop()}（${bare}）`);
      else label = `${bare}：`;
      continue;
    }
    // 陆局 ends like a unit and is somebody.
    const [, who = bare, duty = ''] = withDuty.exec(bare) ?? [];
    const isUnit = (unitEnd.test(who) && surnameWithTitle(who) === null) || (isCollective(who) && !holder.test(who));
    const isInBracket = /^[（(]$/.test(pieces[at - 1] ?? '') && /^[）)]/.test(pieces[at + 1] ?? '');
    if (isInBracket && actsInside.test(bare) && wasUnit) {
      units.push(`${units.pop()}（${bare}）`);
      continue;
    }
    const both = isUnit ? null : grownTogether.exec(who);
    if (isUnit) units.push(label + bare);
    else if (both && !isPieceOfUnit(both[2]!)) {
      units.push(label + both[1]! + duty);
      persons.push(holder.test(both[2]!) ? who : both[2]!);
    } else if (isPieceOfUnit(who)) remarks.push(`（${bare}）`);
    else persons.push(bare);
    if (isUnit || both) label = '';
    wasUnit = isUnit;
  }
  return { units: units.join('、') + remarks.join(''), persons: persons.join('、') };
}

/** 欧阳 静、梁 爽 as 欧阳静、梁爽; what is no name of that form keeps its space. */
function withoutInnerSpaces(text: string): string {
  return text.replace(spacedName, (whole, front: string, rest: string) => {
    if (front.length === 1) return rest.length === 1 || looksLikeName(front + rest) ? front + rest : whole;
    return compound.test(front) ? front + rest : whole;
  });
}

/** 县发改局（储备中心）: the part that acts inside the unit before it. */
const actsInside = /(?:中心|科|股|室|站|所|队|处|组|部)$/;

/** 不属我局职责，已转: neither somebody nor a unit nor what one has to do. */
function isRemark(said: string): boolean {
  const words = said.split(/[\s、，,;；/／:：]+/).filter(Boolean);
  return words.every(
    (word) =>
      !/\d/.test(word) &&
      !unitEnd.test(word) &&
      !role.test(word) &&
      !isPost(word) &&
      !isPersons(word) &&
      !mayBeName(unitOfPost(partPost(word).name)),
  );
}

/** A unit cell without the people who plainly stand in it, and those people as they are written. */
export interface UnitsAndPersons {
  readonly units: string;
  readonly persons: string;
}

const personLabel = /(?:责任人|负责人|联系人|联络员|承办人|经办人|电话|手机)[:：]/g;
/** 区应急局 责任人：张伟, 联系人张伟: who it is is said by the label. */
const labelledPersons =
  /(^|[\s、，,;；])(?:(?:具体|主要|直接|第一)?(?:责任人|负责人|联系人|联络员|承办人|经办人)|(?:责任|分管|牵头|包保)领导)(?:[:：]\s*|(?=[\u4e00-\u9fff]{2,3}(?:$|[\s\d，,;；])))([\u4e00-\u9fff·]{2,8}(?:、[\u4e00-\u9fff·]{2,4}(?![\u4e00-\u9fff]))*)/g;
/** 危化科-张伟 */
const dashed = /(?<=[局科股室队站所镇乡办心])[-—–－]+([\u4e00-\u9fff]{2,3})(?=$|[\s、，,;；\d])/g;
/** 张伟（危化科） */
const personInFront = /(?<=^|[\s、，,;；])([\u4e00-\u9fff]{2,4})[（(]([^（()）、，]{2,})[)）]/g;
const between = /(\s+|[、，,;；/／|｜:：]+)/;

/**
 * 住建局（张三 13800000000）, 住建局局长张三: in a cell that names units a person is somebody with a surname in brackets or
 * behind a unit and nothing, or anything like a name behind a unit and a space or a colon: 住建局：晁亮.
 */
export function takePersons(text: string): UnitsAndPersons {
  const persons: string[] = [];
  const outside = readablePart(text)
    .replace(bracketed, withoutInnerSpaces)
    .replace(labelledPersons, (_, front: string, named: string) => {
      persons.push(named);
      return front;
    })
    .replace(dashed, (whole, name: string) => (looksLikeName(name) ? ` ${name}` : whole))
    .replace(personInFront, (whole, name: string, unit: string) => {
      if (!looksLikeName(name) || !endsLikeUnit(unit)) return whole;
      persons.push(name);
      return unit;
    })
    .replace(bracketed, (whole, inner: string) => withoutBracketed(whole, inner, persons))
    .replace(phone, '');
  const pieces = outside.split(between);
  let units = '';
  let before: 'unit' | 'person' | null = null;
  for (let at = 0; at < pieces.length; at += 2) {
    const separator = pieces[at - 1] ?? '';
    const piece = pieces[at]!;
    const isBehind = before === 'unit' && /^[\s:：]+$/.test(separator);
    const goesOn = before === 'person' && /^[\s、，,]+$/.test(separator);
    const bare = piece.replace(bracketed, '');
    const likely = (isPersons(bare) && !isUnitWithName(bare)) || (before === 'unit' && namesNobody(bare));
    if (
      ((isBehind || before === 'person') && likely) ||
      ((isBehind || goesOn) && !isUnitWithName(bare) && mayBeName(unitOfPost(partPost(bare).name)))
    ) {
      persons.push(piece);
      before = 'person';
      continue;
    }
    if (isPost(piece) && endsLikeUnit(unitOfPost(piece)) && partPost(pieces[at + 2] ?? '').post !== null) {
      units += separator + unitOfPost(piece);
      before = 'person';
      continue;
    }
    const { name, post } = partPost(piece);
    const unit = post === null || !looksLikeName(name) ? '' : unitOfPost(post);
    if (endsLikeUnit(unit)) persons.push(name);
    units += separator + (endsLikeUnit(unit) ? unit : piece);
    before = endsLikeUnit(unit) ? 'person' : endsLikeUnit(piece) ? 'unit' : piece === '' ? before : null;
  }
  return { units: units.trim(), persons: persons.join('、') };
}

/** 执法大队李强 behind another person: a unit of its own, and somebody in it. */
function isUnitWithName(piece: string): boolean {
  const { name, post } = partPost(piece);
  return post !== null && looksLikeName(name) && endsLikeUnit(post);
}

const shortName = /^[\u4e00-\u9fff]{2,3}$/;
/** 牵头, 等部门, 区残联, 城管: words that stand behind a unit and are no name. */
const noName =
  /^(?:[等按由并及和与第]|其他|责任|主体|具体|负责|牵头|主[办责抓]|承办|协[办助同]|会[办同]|配合|参[与加]|落实|督[办促]|指导|共同|联合|属地|已|[未不待暂]|公安|交警|城管|住建|应急|消防|水[利务]|人社|财政|教[育体]|卫健|民政|司法|交通|文旅|体育|农[业林]|林[业草]|环保|市监|税务|[供水]?电力|供[电水热气]|燃气|自规|资规|发改|工信|商务|审计|统计|医保|国资|信访|纪检|宣传|组织|统战|政法)|(?:负责|牵头|配合|落实|单位|部门|企业|业主|物业|机关|学校|办理|整改|成员|全体|人员|领导|后勤|安保|[残妇文侨商工]联|[科作]协)$/;

/** Whatever the surname: what stands where a name belongs, is as short as one and says nothing else. */
function mayBeName(word: string): boolean {
  return (
    shortName.test(word) &&
    !noName.test(word) &&
    !isPieceOfUnit(word) &&
    !endsLikeUnit(word) &&
    !isPost(word) &&
    !isGroup(word) &&
    !namesNobody(word)
  );
}

function isPersons(piece: string): boolean {
  return looksLikeName(piece) || surnameWithTitle(piece) !== null || looksLikeName(partPost(piece).name);
}

/** What stands in a bracket, but for people and their telephones. */
function withoutBracketed(whole: string, inner: string, persons: string[]): string {
  const words = inner
    .replace(phone, ' ')
    .replace(personLabel, ' ')
    .split(/[\s、，,;；/:：]+/)
    .filter(Boolean);
  const isLabelled = inner.search(personLabel) >= 0;
  const named = words.filter((word) => isPersons(word) || (isLabelled && !endsLikeUnit(word) && !isPost(word)));
  const units = words.filter((word) => !named.includes(word) && !isPost(word));
  if (named.length === 0 || !units.every(endsLikeUnit)) return words.length === 0 ? '' : whole;
  persons.push(...named);
  return units.length === 0 ? '' : `（${units.join('、')}）`;
}
