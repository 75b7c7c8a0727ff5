import { dayParts, type Day } from '@xiaohao/domain';

/**
 * Words that say up to which day, or on which, a list tells. A deadline is none of them: 整改截至, and 截止 without what
 * is counted.
 */
const label =
  '(?:(?<!整改|完成|办理|报送|上报|反馈)截至(?:到|日期|时间)?|(?:统计|数据)截止(?:到|日期|时间)?|(?:填报|填表|制表)(?:日期|时间))';
const space = '[\\s　]*';
const day =
  '(?:(?<chinese>(?:(?<year>20\\d\\d)年)?\\s*\\d{1,2}月份?(?:\\s*\\d{1,2}[日号]|[底末])?)|20\\d\\d(?<mark>[./-])(?<month>\\d{1,2})\\k<mark>\\d{1,2})';
/** A span of time, such as 2026年1月1日至6月30日, is not the day of the list. */
const noSpan = `(?!${space}[\\d至到~～—-])`;

const labelledDay = new RegExp(`(?<label>${label}${space}[:：（(]?${space})${day}${noSpan}`, 'g');
const labelAlone = new RegExp(`${label}${space}[:：]?$`);
const dayAlone = new RegExp(`^${day}$`);

/** A text of the head or foot of a former list with the day it tells of moved to `today`, written as it was. */
export function withPresentDay(text: string, before: string | null, today: Day): string {
  const alone = before !== null && labelAlone.test(before.trim()) ? dayAlone.exec(text.trim()) : null;
  if (alone) return dayLike(alone.groups!, today);
  return text.replace(labelledDay, (...found) => {
    const groups = found.at(-1) as Parts;
    return groups['label']! + dayLike(groups, today);
  });
}

type Parts = Readonly<Record<string, string | undefined>>;

/** In the way the former day was written: with or without a year, with points or characters, one or two digits. */
function dayLike({ chinese, year, mark, month: formerMonth }: Parts, today: Day): string {
  const { year: presentYear, month, date } = dayParts(today);
  if (chinese !== undefined) return `${year === undefined ? '' : `${presentYear}年`}${month}月${date}日`;
  const digits = formerMonth!.startsWith('0') || mark === '-' ? 2 : 1;
  return [presentYear, ...[month, date].map((part) => String(part).padStart(digits, '0'))].join(mark);
}
