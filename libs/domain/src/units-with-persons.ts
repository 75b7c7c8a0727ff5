import { phone } from './person-names.js';
import { endsLikeUnit, isPost, looksLikeName, partPost, surnameWithTitle, unitOfPost } from './person-posts.js';
import { readablePart, withoutNumbering } from './readable-text.js';

/** What names of units end with; a person's name hardly does. */
const unitEnd =
  /(?:局|科|股|室|办|处|部|队|站|所|组|中心|镇|乡|街道|公司|集团|学校|委|委员会|社区|村|开发区|经开区|科室|单位|部门)$/;
/** 应急科张三: the unit, then two or three signs that end like no unit. */
const grownTogether = /^(.{1,20}?(?:局|科|股|室|办公室|大队|中心|站|所|镇|街道|社区))([\u4e00-\u9fff]{2,3})$/;
/** 各科室负责人: named by what they are, not by name. */
const holder = /负责人|领导|成员|全体|人员/;
const words = /^(?:责任人|负责人|联系人|承办人|牵头单位|责任单位|牵头|配合|主责)[:：]?/;

/**
 * Parts a cell of a column such as 责任单位及责任人: `应急科（张三）`, `应急科 张三、李四`, `应急科：张三`. Each half is left in
 * the cell's own words, to be read as a unit cell and a person cell are.
 */
export function partUnitsAndPersons(text: string): { units: string; persons: string } {
  const units: string[] = [];
  const persons: string[] = [];
  const pieces = withoutNumbering(readablePart(text)).split(/[\s、，,;；/／|:：（()）]+/);
  for (const piece of pieces) {
    const bare = piece.replace(words, '');
    if (bare === '') continue;
    // 陆局 ends like a unit and is somebody.
    const isUnit = unitEnd.test(bare) && surnameWithTitle(bare) === null;
    const both = isUnit ? null : grownTogether.exec(bare);
    if (both) {
      units.push(both[1]!);
      persons.push(holder.test(both[2]!) ? bare : both[2]!);
    } else (isUnit ? units : persons).push(bare);
  }
  return { units: units.join('、'), persons: persons.join('、') };
}

/** A unit cell without the people who plainly stand in it, and those people as they are written. */
export interface UnitsAndPersons {
  readonly units: string;
  readonly persons: string;
}

const bracketed = /[（(【[]([^（()）】\]]*)[)）】\]]/g;
const personLabel = /(?:责任人|负责人|联系人|联络员|承办人|经办人|电话|手机)[:：]/g;
const between = /(\s+|[、，,;；/／|｜:：]+)/;

/**
 * 住建局（张三 13800000000）, 住建局：张三, 住建局局长张三: in a cell that names units a person is somebody with a surname in
 * brackets, or behind a unit and a space, a colon or nothing.
 */
export function takePersons(text: string): UnitsAndPersons {
  const persons: string[] = [];
  const outside = readablePart(text)
    .replace(bracketed, (whole, inner: string) => withoutBracketed(whole, inner, persons))
    .replace(phone, '');
  const pieces = outside.split(between);
  let units = '';
  let before: 'unit' | 'person' | null = null;
  for (let at = 0; at < pieces.length; at += 2) {
    const separator = pieces[at - 1] ?? '';
    const piece = pieces[at]!;
    const isBehind = before === 'person' || (before === 'unit' && /^[\s:：]+$/.test(separator));
    if (isBehind && isPersons(piece)) {
      persons.push(piece);
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

function isPersons(piece: string): boolean {
  return looksLikeName(piece) || surnameWithTitle(piece) !== null || looksLikeName(partPost(piece).name);
}

/** What stands in a bracket, but for people and their telephones. */
function withoutBracketed(whole: string, inner: string, persons: string[]): string {
  const words = inner
    .replace(phone, ' ')
    .replace(personLabel, ' ')
    .split(/[\s、，,;；/]+/)
    .filter(Boolean);
  const isLabelled = inner.search(personLabel) >= 0;
  const named = words.filter((word) => isPersons(word) || (isLabelled && !endsLikeUnit(word) && !isPost(word)));
  const units = words.filter((word) => !named.includes(word) && !isPost(word));
  if (named.length === 0 || !units.every(endsLikeUnit)) return words.length === 0 ? '' : whole;
  persons.push(...named);
  return units.length === 0 ? '' : `（${units.join('、')}）`;
}
