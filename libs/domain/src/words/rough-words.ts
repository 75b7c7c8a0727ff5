/**
 * Words that make a written number rough, in reports and in ledgers alike: as alternatives of a pattern, longer ones first
 * where one begins another, and each to be read in one way only, for in a cell they may follow each other in any number.
 */

/** Before the number: 约12, 近20. */
export const roughBefore = '大约|约|将近|近|超过|超(?!过)|逾';
/** Between the number and its scale: 2余万, 十几万. */
export const roughWithin = '余|多|来|几';
/** Behind the scale: 2万余. */
export const roughBehind = '余|多|来';

/** What cells of a ledger have besides, where nothing but the number stands in them: 上百, 不足5万, 3万左右. */
const roughBeforeInCell = `${roughBefore}|大概|大致|估计|差不多|接近|不到|不足|不下|至少|最多|上|过|达`;
export const roughAfterInCell = '左右|上下|以上|以下|以内|许|出头';

/** The words before a number alone in its cell. */
export const roughLeadInCell = `(?:${roughBeforeInCell})`;

const anyRough = new RegExp(`${roughBeforeInCell}|${roughWithin}|${roughAfterInCell}`);

/** For the text of a number already recognised: whether it is only about so much. */
export function isRough(text: string): boolean {
  return anyRough.test(text);
}
