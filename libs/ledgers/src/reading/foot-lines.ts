/** Lines people write below a table: who filled it in and when, and what is to be noted. */

/** 注：, 备注1. */
export const noteLine = /^(注|备注|说明|填表说明|填报说明|附注|附)[\d一二三四五]*[:：.、]|^※/;
/** The same word in a cell of its own, the note beside it. */
export const bareNote = /^(注|备注|说明|填表说明|填报说明|附注)$/;

const signedLine =
  /^(填表|填报|制表|审核|审批|复核|校核|负责|单位负责|主要负责|主要领导|分管领导|分管负责|签发|签字|签名|签章|盖章|联系|经办|报送|报出)[^:：，。;；]{0,8}[:：]|^(局长|书记|科长|主任|站长)\s*[:：]|^[(（]?(公章|盖章|签字|签章)[)）]?$|^(填报|填表|制表|报送)?(日期|时间)\s*[:：]|^填报日期/;
/** The same words without a colon, each in a cell of its own, what they ask for in the next. */
const signedWord =
  /^(填表|填报|制表|审核|审批|复核|校核|负责|签发|经办|联系|报送)(人|人员|单位|日期|时间)?[:：]?$|^(单位|部门|科室)?(主要)?(负责人|领导)(签字|签名)?[:：]?$|^(分管领导|联系电话|电话|日期|时间|签字|签名|盖章|公章)[:：]?$/;

interface FootCell {
  column: number;
  text: string;
}

/** 填表人：王磊 审核人：李明: half of its cells at least say what they are. */
export function isSigned(cells: readonly FootCell[]): boolean {
  return (
    signedLine.test(cells[0]!.text) && cells.filter(({ text }) => signedLine.test(text)).length * 2 >= cells.length
  );
}

/** 填表人 | 王磊 | 审核 | 李明: every cell is such a word, or stands behind one. */
export function isSignedInCells(cells: readonly FootCell[]): boolean {
  const asks = (cell: FootCell | undefined) =>
    cell !== undefined && (signedWord.test(cell.text) || signedLine.test(cell.text));
  if (!asks(cells[0]) || cells.length > longestFoot) return false;
  const asking = cells.filter(asks).length;
  const days = cells.filter((cell) => !asks(cell) && day.test(cell.text)).length;
  return (
    (asking + days) * 2 >= cells.length &&
    cells.every((cell, at) => asks(cell) || day.test(cell.text) || asks(cells[at - 1]))
  );
}

const longestFoot = 10;
const day = /^20\d\d\s*[年./-]\s*\d{1,2}\s*([月./-]\s*\d{1,2}\s*日?)?$/;
