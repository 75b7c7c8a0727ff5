import type { FigurePlace } from './figure-standing.js';

/** What stands right behind a name tells of what it is one: *区委 of the district, *镇 of none of the bureau's areas. */
const behind: readonly (readonly [key: string | null, form: RegExp])[] = [
  [null, /^(?:社区|小区|校区|园区|库区|景区|市场|镇|乡|街道|村|组|路|公司|企业|学校|医院|同志|局长|书记|主任)/],
  ['district_name', /^(?:区(?![域间块])|县(?!城)|旗)/],
  ['city_name', /^市(?![民政级直内外域容])/],
];
const names = new Set(['district_name', 'city_name']);

/** For the area a name is told to be one of, and against the others. */
const ofName = 1.5;
const ofOtherName = -4;

/** What the word behind a place without a measure word adds to a figure that prints the name of an area. */
export function ofNameBehind(key: string, { unit, after }: FigurePlace): number {
  if (!names.has(key) || unit !== '') return 0;
  const told = behind.find(([, form]) => form.test(after));
  if (told === undefined) return 0;
  return told[0] === key ? ofName : ofOtherName;
}

const kindOf: Readonly<Record<string, RegExp>> = { district_name: /^(?:区|县|旗)/, city_name: /^市/ };

/** The word behind a name that is the last of the name itself, as it is kept: 区 of 青屏区. */
export const endOfName = (key: string, textBehind: string): string => kindOf[key]?.exec(textBehind)?.[0] ?? '';
