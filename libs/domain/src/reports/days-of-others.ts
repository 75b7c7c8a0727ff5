import { dateForm, monthForm, yearForm } from './written-period.js';

/** Behind a day something is to be done by. */
export const dueBehind = /^\s?(?:[底末]|[上中下]旬)?(?:之|以)?前/;

/** Days and years that stay in whichever report: what another body has set, and when a round of 巡察 was. */
export const daysOfOthers: readonly RegExp[] = [
  // 普查办要求2024年12月底前完成
  new RegExp(
    `(?<=(?:要求|规定|部署|明确)[^，。；、\\d]{0,6})(?:${yearForm})年(?:(?:${monthForm})月(?:(?:${dateForm})[日号])?)?[底末]?(?:之|以)?前`,
    'g',
  ),
  // 2023年区委第二轮巡察反馈
  new RegExp(
    `(?:${yearForm})年度?[省市县区旗]?委?(?:第?(?:${dateForm})[轮批次])?(?:常规|专项|提级|交叉)?(?:巡察|巡视)组?(?:反馈|发现|指出|移交)`,
    'g',
  ),
];
