import { readablePart, withoutNumbering } from './readable-text.js';

/** Mobile and landline numbers, with the words before them. */
const phone =
  /(?:联系)?(?:电话|手机|号码|TEL)?[:：]?(?:\+?86[\s-]?)?(?:1[3-9]\d[\s-]?\d{4}[\s-]?\d{4}|0\d{2,3}[\s-]?\d{7,8}|\d{6,8})/gi;
const rank = '(?:副|常务副|代理)?';
/** Offices that stand before or behind a name; without them the name is found among the people. */
const office = `(?:党委|党组|支部|机关)?${rank}(?:科长|局长|主任|书记|组长|队长|大队长|中队长|站长|所长|处长|股长|主席|镇长|乡长|区长|部长|院长|厂长|经理|总经理|董事长|校长|委员|科员|主任科员|调研员|干部|工程师|负责人|联络员|安全员)`;
const unitBefore = '[\\u4e00-\\u9fff]{1,8}?(?:局|科|室|办|大队|中心|股|站|所|处|镇|街道|公司)';
const leadingOffice = new RegExp(`^(?:${unitBefore})?${office}(?=[\\u4e00-\\u9fff·]{2,4}$)`);
const surnames =
  '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文';
/** Further surnames, asked only where a title follows; 党, 区, 各, 副 and their like are none here. */
const rareSurnames =
  '季路涂滕殷焦俞岳梅庄辛管祝左童舒翟凌盛霍甘葛柯耿游阮桂聂窦翁符詹鲁柳樊尚牛温莫欧关鲍费洪倪包申解宁房麻祁裴伍华车蒲项苗卜齐凤卫戚谷卞喻苑鄢邢邬晏仇冉冷阳蓝屈骆褚代刁芦封郎成仲';
/** 局长张三 begins like a group and is none. */
const officeBeforeSurname = new RegExp(`^${office}(?=[${surnames}][\\u4e00-\\u9fff]{1,2}$)`);
/** 危化科张三: what follows a unit is a name only when it begins with a surname. */
const leadingUnit = new RegExp(`^${unitBefore}(?=[${surnames}][\\u4e00-\\u9fff]{1,2}$)`);
const bareOffice = new RegExp(`^(?:${office}|同志)$`);
const trailingOffice = new RegExp(`^([\\u4e00-\\u9fff·]{2,4}?)(?:${office}|同志)$`);
/** Offices as they are spoken: 陆局, 李科, 王主任, 刘副局长. */
const spokenTitle = new RegExp(
  `^((?:欧阳|上官|司马|诸葛|司徒|皇甫|令狐|尉迟)|[${surnames}${rareSurnames}])(副?(?:局|科|处|所|站|队|部|镇|乡|区|县|主任|书记|工|总)|${office}|同志|老师)$`,
);

/** 各科室负责人, 局党委班子成员, 全体干部: groups, kept as named. */
const group = /^(?:各|全|所有|局|区|镇|党|领导|班子|相关|有关|分管|科室|主要)/;
const label = /^[^:：\s]{1,8}[:：]/;
/** 责任人：张三 联系人：李四: a label after a space begins another name. */
const innerLabel = /\s(?:责任人|负责人|联系人|联络员|承办人|经办人|组长|副组长|成员|牵头|配合)[:：]/g;
const unitName = /(?:局|科|室|办|大队|中心|股|站|所|队|组|处|部|委|镇|街道|村|社区|公司)$/;
const nobody = /^[\s/\\—–\-－无、.。]*$/;

/**
 * The names in a person cell: 张  三 is one name, phone numbers and offices are left out, collective owners (各科室负责人) stay
 * as they are named.
 */
export function readPersonNames(text: string): string[] {
  if (nobody.test(text)) return [];
  const names = withoutNumbering(readablePart(text))
    .replace(phone, '、')
    .replace(/[（(【[][^（()）】\]]*[)）】\]]/g, '、')
    .replace(/[A-Z]岗[:：]?/gi, '、')
    .replace(innerLabel, '、')
    .split(/[、，,;；/／|｜+&。\r\n\t]+/)
    .flatMap(readPart)
    .filter((name, _, all) => all.length === 1 || !bareOffice.test(name))
    .map(withoutOffice)
    .filter((name) => name !== '' && !nobody.test(name) && !/^\d+$/.test(name));
  return [...new Set(names)];
}

export interface SurnameWithTitle {
  readonly surname: string;
  readonly title: string;
}

/** 陆局, 王主任: somebody known by surname and office alone; null for a full name or an office without anybody's. */
export function surnameWithTitle(name: string): SurnameWithTitle | null {
  const [, surname, title] = spokenTitle.exec(name) ?? [];
  return surname === undefined ? null : { surname, title: title! };
}

/** A part between separators: spaces in it part two names or stand inside one. */
function readPart(part: string): string[] {
  const words = part
    .trim()
    .replace(label, '')
    .replace(/等(?:\d+|[一二三四五六七八九十]+)?人?$/, '')
    .split(/\s+/)
    .filter(Boolean);
  const names = joinSpaced(words);
  const persons = names.filter((name) => !unitName.test(name) || group.test(name) || spokenTitle.test(name));
  return (persons.length > 0 ? persons : names).flatMap((name) =>
    name.split(/(?<=^[\u4e00-\u9fff]{2,3})[和与及](?=[\u4e00-\u9fff]{2,3}$|(?:全体|各|科室|相关|有关))/),
  );
}

/** 张 三 → 张三, 李 小明 → 李小明, 张 三 李 四 → 张三, 李四. */
function joinSpaced(words: readonly string[]): string[] {
  const isSingle = (word: string | undefined) => word !== undefined && [...word].length === 1;
  if (words.length === 3 && words.every(isSingle)) return [words.join('')];
  const names: string[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at]!;
    const next = words[at + 1];
    if (isSingle(word) && next !== undefined && [...next].length <= 2) {
      names.push(word + next);
      at += 1;
    } else if (isSingle(word) && names.length > 0) names.push(names.pop()! + word);
    else names.push(word);
  }
  return names;
}

function withoutOffice(name: string): string {
  if (spokenTitle.test(name)) return name;
  if (group.test(name)) return name.replace(officeBeforeSurname, '');
  const plain = name.replace(leadingOffice, '').replace(leadingUnit, '');
  // 街道办主任 is whoever holds the office, 陈副区长 is known by the surname alone.
  return plain.replace(trailingOffice, (whole, person: string) =>
    unitName.test(person) || person.endsWith('副') ? whole : person,
  );
}
