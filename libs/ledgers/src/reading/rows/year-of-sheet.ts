import type { Day } from '@xiaohao/domain';
import type { SheetFacts } from '../preview.js';
import type { ReadingOptions } from '../reading-options.js';

/** What stands above the header that may tell the year. */
interface ToldAbove {
  title: string | null;
  feedbackOn: Day | null;
  filledOn: Day | null;
  dayAbove: Day | null;
  /** What the cells say there, part by part. */
  texts: readonly string[];
}

type YearFrom = SheetFacts['yearFrom'];

/** The year for dates that name none: of what tells it the first in this order. */
export function settleYear(
  { title, feedbackOn, filledOn, dayAbove, texts }: ToldAbove,
  names: readonly string[],
  options: ReadingOptions,
): Pick<SheetFacts, 'year' | 'yearFrom'> {
  const ofDay = (day: Day | null) => (day === null ? null : Number(day.slice(0, 4)));
  const lines = texts.map(plainYears);
  const fedBack = ofDay(feedbackOn);
  const number = yearOf(lines, numberForms);
  const titled = yearIn(title ?? '');
  const since = [fedBack, number, looksBack.test(title ?? '') ? ofDay(filledOn) : null];
  const order: readonly (readonly [from: YearFrom, year: number | null])[] = [
    ['option', options.year],
    // 2025年度审计 is answered for after its report: nothing is due in the year before it was fed back.
    ['title', titled === null || since.some((later) => later !== null && later > titled) ? null : titled],
    ['days', fedBack ?? ofDay(filledOn)],
    ['subtitle', yearOf(lines, spanForms)],
    ['number', number],
    ['days', ofDay(dayAbove)],
    ['sheet', names.map(yearIn).find((year) => year !== null) ?? null],
    ['baseDate', ofDay(options.baseDate)],
  ];
  const [from, year] = order.find(([, told]) => told !== null) ?? ['today', ofDay(options.today)];
  return { year: year!, yearFrom: from };
}

/** 2025年度预算执行审计, 2025年度民主生活会: held in a later year, of which the days of the list are. */
const looksBack = /年度.{0,16}?(?:审计|预算执行|决算|考核|生活会|述职|评议)/;

const year = '(20\\d\\d)';
const wholePart = '(?:第?[一二三四1-4]季度|[上下]半年|\\d{1,2}月(?:份|底)?)';
const part = `(?:${wholePart}(?:\\d{1,2}日)?|\\d{1,2}[./]\\d{1,2})`;
/** （2025年8月—9月）, 2025年度, 2025年第三季度: a line of its own says of which time the list is; of two years the later one. */
const spanForms: readonly RegExp[] = [
  new RegExp(`^[(【]?(?:统计|报告|检查)?(?:期间|时段|周期)?:?${year}年度?(?:${wholePart})?[)】]?$`),
  new RegExp(
    `^[(【]?(?:统计|报告|检查)?(?:期间|时段|周期)?:?${year}(?:年|[./](?=\\d))${part}(?:-+|至|到)(?:${year}(?:年|[./](?=\\d)))?${part}[)】]?$`,
  ),
];
/** 青督〔2025〕3号, 2025年第3期, 〔2025〕第3期, 编号：DB-2025-003: of the paper itself, not of one it cites. */
const numberForms: readonly RegExp[] = [
  new RegExp(
    `^(?:(?:文|编|单|发文字|督办单?|通知单|交办单)号:)?[\\u4e00-\\u9fff]{0,12}[〔[(【]${year}[〕\\])】]第?\\d{1,5}[号期]?$`,
  ),
  new RegExp(`^[(]?${year}年?(?:第\\d{1,3}期)(?:\\(?总第?\\d{1,4}期\\)?)?[)]?$`),
  new RegExp(`^(?:文|编|单|督办(?:单|通知)?编?|通知单|交办单)号:[A-Za-z\\u4e00-\\u9fff]{0,10}-?${year}-?\\d{1,5}号?$`),
];

function yearOf(lines: readonly string[], forms: readonly RegExp[]): number | null {
  for (const line of lines) {
    const found = forms.map((form) => form.exec(line)).find((match) => match !== null);
    if (found) return Math.max(...found.slice(1).flatMap((told) => (told === undefined ? [] : Number(told))));
  }
  return null;
}

const chineseDigits = '〇一二三四五六七八九';
/** Beyond this a line is a text. */
const longestLine = 60;

/** In one sort of signs and without spaces. */
function plainYears(text: string): string {
  return inOneWriting(text.slice(0, longestLine))
    .replace(/\s+/g, '')
    .replace(/[—–―~～－]/g, '-');
}

function yearIn(text: string): number | null {
  const match = /(?<!\d)(20\d{2})(?!\d)/.exec(inOneWriting(text));
  return match ? Number(match[1]) : null;
}

/** 二〇二五年 is 2025年. */
function inOneWriting(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[零○]/g, '〇')
    .replace(/二〇[〇一二三四五六七八九]{2}/g, (years) =>
      [...years].map((sign) => chineseDigits.indexOf(sign)).join(''),
    );
}
