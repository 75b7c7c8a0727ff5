import { surnameWithTitle } from './person-names.js';
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
