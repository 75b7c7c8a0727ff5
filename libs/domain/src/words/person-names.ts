import { namesNobody } from './nobody-words.js';
import {
  compound,
  endsLikeUnit,
  isBarePost,
  isCollective,
  isGroup,
  isPost,
  looksLikeName,
  partPost,
  surnameWithTitle,
} from './person-posts.js';
import { readablePart, withoutNumbering } from './readable-text.js';

/** What a person cell says. */
export interface PersonReading {
  readonly names: readonly string[];
  /** Posts and units written beside the names; they are no part of them. */
  readonly posts: readonly string[];
  /** 待定, 暂缺, 相关负责人: words that name nobody. */
  readonly nobody: readonly string[];
  /** 等3人: more people than are named. */
  readonly more: string | null;
  /** 已调离, 请假: why somebody named may not act. */
  readonly away: readonly string[];
}

/** Mobile and landline numbers, with the words before them. */
export const phone =
  /(?:联系)?(?:电话|手机|号码|TEL)?[:：]?(?:\+?86[\s-]?)?(?:1[3-9]\d[\s-]?\d{4}[\s-]?\d{4}|0\d{2,3}[\s-]?\d{7,8}|\d{4}-\d{4}(?!\d)|\d{6,8})(?:转\d{1,5}|-\d{1,4})?/gi;
const bracketed = /[（(【[]([^（()）】\]]*)[)）】\]]/g;
const label = /^([^:：\s]{1,20})[:：]/;
/** 责任人：张三 直接责任人：李四: a label after a space begins another name. */
const innerLabel = /\s[^\s:：、]{0,6}(?:[人员长]|领导|主任|书记|牵头|配合|现|原)[:：]/g;
/** （已调离）, （请假至6月）: somebody who has gone, or is not there. */
const away =
  /调离|调走|调出|调任|调整|退休|退居|离职|离岗|离任|辞职|免职|停职|借调|借用|抽调|挂职|外派|驻村|援[疆藏派外]|脱产|请假|休假|[病产事年]假|住院|出差|外出|在外|培训中|学习中|去世|病故/;
/** 毛慧 已调离: without brackets. */
const awayAlone = new RegExp(`^(?:已经?|正在|现|因[病事公])?(?:${away.source})$`);
const headcount =
  /等(?<count>\d+|[一二两三四五六七八九十]+)?(?:名|位)?(?:(?:相关|有关|工作|科室|管理)*(?:人员?|同志|干部|成员|领导)|班子成员|安全员)?$/;
/** 由张三负责: what somebody has to do. */
const duty = /^(?:由)?([\u4e00-\u9fff·]{2,4}?)(?:具体|总|共同)?(?:牵头|负责|配合|落实|主抓|督办|接任|接替|代管)$/;
/** 张伟已调离: who it is, and why that person may not act. */
const nameAway = new RegExp(`^([\\u4e00-\\u9fff]{2,3}?)(?:已经?|现|因[病事公])?(?:${away.source})$`);
const blank = /^[\s/\\—–\-－无、.。*＊?？…]*$/;

/**
 * The names in a person cell: 张  三 is one name, phone numbers and posts are left out, collective owners (各科室负责人) stay
 * as they are named.
 */
export function readPersons(text: string): PersonReading {
  const read: Reading = { names: [], posts: [], nobody: [], more: null, away: [] };
  if (blank.test(text)) return read;
  const parts = withoutNumbering(tidied(readablePart(text), read))
    .replace(/[０-９]/g, (digit) => digit.normalize('NFKC'))
    .replace(phone, '、')
    .replace(bracketed, (_, inner: string, at: number, all: string) => {
      const within = peopleIn(inner);
      if (within.length > 0 && holdsPeople(all.slice(0, at))) return ` ${within.join('、')} `;
      if (isPost(inner.trim())) read.posts.push(inner.trim());
      else if (away.test(inner) || within.length > 0) read.away.push(inner.trim());
      return '、';
    })
    .replace(/[A-Z]岗[:：]?/gi, '、')
    .replace(innerLabel, '、')
    .split(/[、，,;；/／|｜+&。*＊\r\n\t]+/)
    .map((part) => readPart(part.trim(), read))
    .filter((words) => words.length > 0);
  parts.forEach((words, at) => {
    // 党委书记、局长 王五: both posts are one person's.
    const isOfNext = words.every(({ kind }) => kind === 'post') && parts[at + 1]?.some(({ ofPost }) => ofPost);
    for (const { kind, name } of words) (kind === 'post' && isOfNext ? read.posts : read.names).push(name);
  });
  const named = read.names.some((name) => !isPost(name) && !isGroup(name));
  const [posts, names] = [read.names.filter(isBarePost), read.names.filter((name) => !isBarePost(name))];
  const isMore = read.more !== null && !(countIn(read.more) <= names.length);
  return {
    names: [...new Set(named ? names : read.names)],
    posts: named ? [...read.posts, ...posts] : read.posts,
    nobody: read.nobody,
    more: isMore ? read.more : null,
    away: read.away,
  };
}

/** Stands for a space inside a foreign name, and for the sign that hides a part of one. */
const innerSpace = '\uE001';
const hidden = '\uE002';
const restored = (name: string) => name.replaceAll(innerSpace, ' ').replaceAll(hidden, '*');

const reach =
  /1[3-9]\d[\s-]?[*xX×]{2,4}[\s-]?\d{4}|短号[:：]?\d{3,6}|(?:QQ|微信|邮箱|E-?mail)号?[:：]?\s*(?:同号|[\w.@-]+)?|[\w.-]+@[\w.-]+|(?<!\d)20\d\d[年./-]\d{1,2}[月./-]\d{1,2}日?/gi;

/** Signs, quotation marks and ways to reach somebody are no part of a name; · is written in many ways. */
function tidied(text: string, read: Reading): string {
  return text
    .replace(/^\s*[（(【[]([^（()）】\]]+)[)）】\]]\s*$/, '$1')
    .replace(reach, ' ')
    .replace(/["“”'‘’<>《》★☆▲△●○■□◆◇※√☑✓]/g, '')
    .replace(/(^|[\s、，,;；])([\u4e00-\u9fff])[*＊]{1,2}(?=[\u4e00-\u9fff]?(?:$|[\s、，,;；\d]))/g, `$1$2${hidden}`)
    .replace(/[•‧・⋅]/g, '·')
    .replace(/([\u4e00-\u9fff]+)\.(?=([\u4e00-\u9fff]+))/g, (_, one: string, other: string) =>
      looksLikeName(one) && looksLikeName(other) ? `${one}、` : `${one}·`,
    )
    .replace(/(?<=[A-Za-z]) +(?=[A-Za-z])/g, innerSpace)
    .replace(/\.(?=\s*$)/, '')
    .replace(/([\u4e00-\u9fff]{2,4})\s*(?:→|=>|->)\s*(?=[\u4e00-\u9fff]{2,4})/g, (whole, name: string) => {
      read.away.push(whole.trim());
      return `${name}、`;
    });
}

/** 李强, 由李强代管, 现李强 in brackets. */
function peopleIn(said: string): string[] {
  const words = said.replace(phone, ' ').split(/[\s、，,;；/]+/);
  return words
    .map((word) => word.replace(/^(?:暂?由|现|改为)/, '').replace(/(?:代管?|代理|兼任?|接任|接替|负责)$/, ''))
    .filter((word) => looksLikeName(word));
}

/** 石桥镇（张伟）, 科长（张伟）, （张伟）: before the bracket stands nobody. */
function holdsPeople(before: string): boolean {
  const word = before.split(/[\s、，,;；/]+/).at(-1)!;
  return word === '' || isPost(word) || (endsLikeUnit(word) && surnameWithTitle(word) === null);
}

/** 张伟李强: two names without anything between them, or the rare one of four signs. */
function isTwoTogether(name: string): boolean {
  return (
    /^[\u4e00-\u9fff]{4,6}$/.test(name) &&
    !isGroup(name) &&
    !compound.test(name.slice(0, 2)) &&
    [2, 3].some((at) => looksLikeName(name.slice(0, at)) && looksLikeName(name.slice(at)))
  );
}

export function readPersonNames(text: string): string[] {
  return [...readPersons(text).names];
}

interface Reading {
  names: string[];
  posts: string[];
  nobody: string[];
  more: string | null;
  away: string[];
}

interface Word {
  kind: 'name' | 'post';
  name: string;
  /** A post stood on the name or before it. */
  ofPost: boolean;
}

/** A part between separators: spaces in it part two names or stand inside one. */
function readPart(part: string, read: Reading): Word[] {
  const more = headcount.exec(part);
  if (more && part.length > more[0].length) read.more = part;
  const told = withoutLabel(more ? part.slice(0, more.index) : part, read);
  const words = joinSpaced(told.split(/\s+/).filter(Boolean)).flatMap(partJoined);
  const all = words.flatMap((word) => readWord(word, read));
  const isNamed = all.some(({ kind, name }) => kind === 'name' && looksLikeName(name));
  const persons = all.filter(({ kind, name }) => kind === 'name' && (!endsLikeUnit(name) || isKept(name, isNamed)));
  if (persons.length === 0) return all;
  const beside = all.filter((word) => !persons.includes(word)).map(({ name }) => name);
  read.posts.push(...beside);
  return beside.length > 0 ? persons.map((word) => ({ ...word, ofPost: true })) : persons;
}

/** 镇财政所 alone is whom the matter is given to; beside a name it is where that person works. */
const isKept = (name: string, isNamed: boolean) =>
  (isNamed ? isCollective(name) : isGroup(name)) || surnameWithTitle(name) !== null;

/** 规划股：李四; behind 张三：局长 stands the post, not the name. */
function withoutLabel(part: string, read: Reading): string {
  const [written, named = ''] = label.exec(part) ?? [''];
  const rest = part.slice(written.length).trim();
  if (rest === '' || isPost(rest)) return part.replace(/[:：]/, ' ');
  if (endsLikeUnit(named)) read.posts.push(named);
  return rest;
}

function readWord(word: string, read: Reading): Word[] {
  if (blank.test(word) || /^\d+$/.test(word)) return [];
  if (namesNobody(word)) {
    read.nobody.push(word);
    return [];
  }
  const gone = nameAway.exec(word)?.[1];
  if (gone !== undefined && looksLikeName(gone)) {
    read.away.push(word);
    return [{ kind: 'name', name: gone, ofPost: false }];
  }
  if (awayAlone.test(word)) {
    read.away.push(word);
    return [];
  }
  if (isPost(word)) return [{ kind: 'post', name: word, ofPost: false }];
  const { name, post } = partPost(duty.exec(word)?.[1] ?? word);
  if (post !== null) read.posts.push(post);
  if (post === null && isTwoTogether(name)) read.more ??= name;
  return [{ kind: 'name', name: restored(name), ofPost: post !== null }];
}

/** 张三和李四, 张三及全体人员; 王和平 is one. */
function partJoined(name: string): string[] {
  return name.split(
    /(?<=^[\u4e00-\u9fff]{2,3}?)(?:以及|(?<!以)[和与及])(?=[\u4e00-\u9fff]{2,3}$|(?:全体|各|科室|班组|班子|相关|有关))/,
  );
}

/** 张 三 → 张三, 李 小明 → 李小明, 司马 懿之 → 司马懿之, 张 三 李 四 → 张三, 李四. */
function joinSpaced(words: readonly string[]): string[] {
  const isSingle = (word: string | undefined) => word !== undefined && [...word].length === 1;
  if (words.length === 3 && words.every(isSingle)) return [words.join('')];
  const names: string[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at]!;
    const next = words[at + 1];
    if ((isSingle(word) || compound.test(word)) && next !== undefined && [...next].length <= 2) {
      names.push(word + next);
      at += 1;
    } else if (isSingle(word) && names.length > 0) names.push(names.pop()! + word);
    else names.push(word);
  }
  return names;
}

function countIn(more: string): number {
  const count = headcount.exec(more)?.groups?.count;
  if (count === undefined) return Infinity;
  return /\d/.test(count) ? Number(count) : '零一二三四五六七八九十'.indexOf(count.replace('两', '二'));
}
