import { readNumbers, type WrittenNumber } from '../words/written-number.js';

/** A number of a template's text that no tag prints: it stays what it was in the report before. */
export interface LiteralNumber {
  start: number;
  end: number;
  /** With its measure word, and 第 before it. */
  found: string;
}

/** What is the same every year: laws and papers, telephone numbers, fixed days and names. */
const lasting =
  /0\d{2,3}-\d{7,8}|\d{1,3}周岁(?=以[上下])|\d{1,4}\s?(?:分钟|小时|秒|个?工作日)(?=[^，。；]{0,2}(?:之?内|[一首]|值|到|响应|报))|《[^》]{0,60}》|“[^”]{0,4}(?:[五六七]进|[一两三四五]会一课|[一二三四五六七八九十]+)[^”]{0,6}”|[“"]?(?:5\s?[·•．.]\s?12|10\s?[·•．.]\s?13)[”"]?|(?<!\d)(?:5月12日|10月13日)(?=[^，。；]{0,3}(?:全国|国际|防灾))|(?<!\d)(?:1\d{4}|110|119|120|122)(?=[”"]?(?:热线|电话|举报|平台|服务|消防|报警|指挥))|(?:7\s?[×xX*]\s?)?24\s?小时|“?[〇一二三四五六七八九十]{1,3}五”?规划|(?<![\d.])(?:\d{1,2}|[一二两三四五六七八九十]{1,2})个\s?100[%％]|(?<![A-Za-z\d])[A-Z]{1,4}(?:\/[A-Z]{1,2})?\s?\d{2,6}(?![\d.])/g;
/**
 * What is told by a number and of its time: papers of some year, a note by a leader, a typhoon, an inspecting group, a
 * plenum, a quarter. The next report has others.
 */
const ofItsTime =
  /(?<paper>\p{Script=Han}{0,14}[〔[【（(]20\d{2}[〕\]】）)]\s?第?\d{1,4}号)|批示第\s?\d{1,4}\s?号|第\s?\d{1,3}\s?号(?=台风)|第(?:\d{1,2}|[一二三四五六七八九十]{1,3})[^，。；、\s\d]{0,4}(?:巡[察视查]|督[察导查]|检查|考核|工作|指导)组|前?第?[一二三四](?:[、至到—-][二三四])?季度(?![一两每]次|一)|[二三]?十[一二三四五六七八九]?届[一二三四五六七八]中(?:全会)?/gu;
/** What leads to a paper and is no part of its name. */
const leadingWords =
  /^.*(?:根据|依据|依照|按照?|转发|印发|落实|贯彻|执行|下发|和|及|与|以)(?=\p{Script=Han}{2}|[〔[【（(])/u;
/** A paragraph of its own: the number of a page. */
const pageNumber = /^\s*\d{1,3}\s*$/;
/** Among what is no figure only what counts how often something was is of the last report. */
const countedOff = /^第\s{0,4}(?:\d{1,4}|[二三四五六七八九十]{1,3})\s{0,4}(?:个|届|轮|批|次|期)/;
/** Between the numbers of one date. */
const joint = /[年月]\s?$|^\s?[·•．./-]\s?$/;

/**
 * The numbers of a text that stay as they are written; numbers of laws and outlines are none, nor what stands in a tag or in one of the places `taken`.
 * @param fillsCell in a table, where a bare number is a value
 */
export function literalNumbers(
  text: string,
  taken: readonly { start: number; end: number }[] = [],
  fillsCell = false,
): LiteralNumber[] {
  if (!fillsCell && pageNumber.test(text)) return [];
  const plain = text.replace(/\{[^{}]*\}/g, (tag) => '\u0001'.repeat(tag.length));
  const kept = [...plain.matchAll(lasting)].map(({ index, 0: found }) => ({ start: index, end: index + found.length }));
  const isKept = (start: number) => [...kept, ...taken].some((place) => start >= place.start && start < place.end);
  const named = namesOfTheirTime(plain).filter(({ end }) => !isKept(end - 1));
  const numbers = readNumbers(plain)
    .filter((number) => isLiteral(plain, number))
    .filter(({ start }) => !isKept(start) && !named.some((name) => start >= name.start && start < name.end));
  const found: LiteralNumber[] = [];
  for (const number of numbers) {
    const { start, end } = wholeOf(plain, number);
    // 2024年6月30日 is one date.
    const begun = found.length > 0 && isOneDate(plain, found.at(-1)!, start) ? found.pop()! : { start };
    found.push({ start: begun.start, end, found: plain.slice(begun.start, end) });
  }
  return [...named, ...found].sort((one, other) => one.start - other.start);
}

const namesOfTheirTime = (text: string): LiteralNumber[] =>
  [...text.matchAll(ofItsTime)].map(({ index, 0: all, groups }) => {
    const found = groups?.paper ? all.replace(leadingWords, '') : all;
    return { start: index + all.length - found.length, end: index + all.length, found };
  });

function isOneDate(text: string, last: LiteralNumber, start: number): boolean {
  const between = text.slice(last.end, start);
  return between.length <= 3 && joint.test(between.trim() === '' ? last.found + between : between);
}

function isLiteral(text: string, { why, start, end }: WrittenNumber): boolean {
  if (why === 'docNumber' || why === 'article' || why === 'outline') return false;
  if (why === 'figure') return true;
  const written = text.slice(start, end);
  if (why === 'date') return /\d/.test(written);
  return countedOff.test(text.slice(Math.max(0, start - 1), end + 2)) || (/\d/.test(written) && !inQuotes(text, start));
}

/** A name in quotation marks with a number in it. */
const inQuotes = (text: string, at: number) => /“[^”]{0,12}$/.test(text.slice(0, at));

/** With the words behind it: of money the scale is in the unit as well (万元). */
function wholeOf(text: string, { start, end, words, unit, lead }: WrittenNumber): { start: number; end: number } {
  const from = start - lead.length - (text[start - 1] === '第' ? 1 : 0);
  const tail = words + (unit.startsWith(words.at(-1) ?? '\u0001') ? unit.slice(1) : unit);
  const behind = text.slice(end);
  const measure = /^\s?(?:年度?|月份?|[日号时]|周?岁|个|届|轮|批|次|期)/.exec(behind)?.[0] ?? '';
  return { start: from, end: end + (behind.startsWith(tail) && tail !== '' ? tail.length : measure.length) };
}
