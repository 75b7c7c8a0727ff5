import { chineseDigitClass, readChineseNumber } from '../words/chinese-number.js';

/** A deadline cell ready for the grammar: what stands outside brackets, and each bracket's content. */
export interface DeadlineText {
  readonly outer: string;
  readonly inner: readonly string[];
}

/** Brings the many ways of typing one thing to one form, then parts the brackets from the rest. */
export function prepareDeadlineText(raw: string): DeadlineText {
  return splitBrackets(tidyDeadlineText(raw));
}

type Tidying = readonly [pattern: RegExp, replacement: string | ((match: string, at: number, text: string) => string)];

const chineseDigit = new RegExp(`[${chineseDigitClass}]`);
const numeral = `[${chineseDigitClass}\\dOo]`;
const countedUnit = '(?:年|月|日|号|个|天|周|季|旬|星期|礼拜|小时|工作日|时|点)';
const lineStart = '(?:^|(?<=[\\n;,。]))\\s*';

const simplified: Readonly<Record<string, string>> = {
  個: '个',
  內: '内',
  號: '号',
  週: '周',
  後: '后',
  時: '时',
  節: '节',
  間: '间',
  長: '长',
  續: '续',
  際: '际',
  國: '国',
  慶: '庆',
};

/** Applied in this order; a line may rely on what the lines above produce. */
const tidyings: readonly Tidying[] = [
  [/^\s*["＂“”″〃]+\s*$/, '同上'],
  // ① ⑴ ⒈ ㈠ would turn into bare digits below and stick to the date behind them.
  [/[\u2460-\u249b\u24ea\u24f5-\u24fe\u2776-\u2793\u3220-\u3229]/g, '\n'],
  [/[\u200b-\u200f\u00ad\ufeff]/g, ''],
  [/^[\s\S]*$/, (text) => text.normalize('NFKC').replace(/\r\n?/g, '\n').toUpperCase()],
  [/《[^》]*》?/g, ''],
  [/["'“”‘’`*]/g, ''],
  // A wave is a range; a dash may also part the numbers of one date.
  [/(?<=\S)\s*[~〜∼](?:\s*[~〜∼])*\s*(?=\S)/g, '至'],
  [/[-‐‑‒–—―−─━﹣~〜∼ー](?:\s*[-‐‑‒–—―−─━﹣~〜∼ー])*/g, '-'],
  [/[·•・]/g, '.'],
  // 3月一6月: the numeral typed where a dash was meant.
  [/(?<=[月日号\d])一(?=\d)/g, '-'],
  [
    /(?<![A-Z])(?:(?<=\d[./-]?)[O〇○]+|(?<=[./年月-])[O〇○](?=\d)|^O(?=\d))(?![A-Z])/g,
    (signs) => '0'.repeat(signs.length),
  ],
  [/(?<![A-Z])(?:(?<=\d[./-]?)[IL]|(?<=^|[./年月-])[IL](?=\d))(?![A-Z])/g, '1'],
  [/元月/g, '1月'],
  [/(?<=\d)曰/g, '日'],
  [/[個內號週後時節間長續際國慶]/g, (sign) => simplified[sign] ?? sign],
  // The time of a written-out instant; the grammar works in whole days.
  [/(?<=\d)(?:T|[ \t]+)\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?/g, ''],
  [/(?<!\d)(20\d\d)[ \t]+(\d{1,2})[ \t]+(\d{1,2})(?!\d)/g, '$1.$2.$3'],
  [/\((?:\d{1,2}|[一二三四五六七八九十]{1,3})\)/g, '\n'],
  [/^[\s\S]*$/, stripListNumbers],
  [new RegExp(`${lineStart}(?:\\d|1[0-5])[.、)](?=\\s*(?:20\\d\\d|\\d{1,2}月|[^\\d\\s.]))`, 'g'), ''],
  [/^[\s\S]*$/, joinSpacedDigits],
  [/[^\S\n]+/g, ''],
  // A line broken inside one date or duration; any other line break parts two statements.
  [/\n+(?=[年月日号个天周底末上中下前内])|(?<=[\d年])\n+(?=[年月]|\d{1,2}月)|(?<=月)\n+(?=\d{1,2}[日号])/g, ''],
  [/\n+/g, ';'],
  [new RegExp(`(?<!周|星期|礼拜)${numeral}+(?=(?:[-至到、]${numeral}+)?${countedUnit})`, 'g'), arabic],
];

function tidyDeadlineText(raw: string): string {
  return tidyings.reduce((text, [pattern, replacement]) => text.replace(pattern, replacement as string), raw);
}

/** 1.… 2.…: where a list counts on, its numbers are no part of the dates behind them. */
function stripListNumbers(text: string): string {
  const isList = /^\s*1[.、)]/.test(text) && /[\s;,。]2[.、)]/.test(text);
  return isList ? text.replace(/(^|[\s;,。])\d{1,2}[.、)][^\S\n]*/g, '$1\n') : text;
}

/** `2 0 2 1 年 6 月` and `2021. 1 2. 3` are one date; `6.30 9.30` would come to more than a date can hold, so it is two. */
function joinSpacedDigits(text: string): string {
  const gap = /(?<=\d)[^\S\n]+(?=\d)/g;
  const joined = text.replace(/[^\S\n]+/g, '');
  const holdsTwo = /[./-](?:\d{3}|3[2-9]|[4-9]\d)(?!\d?年)|\d{9}|(?<!\d)\d{3}[./-]/.test(
    joined.replace(/-(?=20\d\d)/g, '~'),
  );
  return text.replace(gap, /[年月]/.test(text) || !holdsTwo ? '' : '\n');
}

/** 三五天, 两三个月 are vague, not 35 and 23; only years are told digit by digit (二一年). */
function arabic(numerals: string, at: number, text: string): string {
  const isVague = /^[一二两三四五六七八九]{2}$/.test(numerals) && text[at + 2] !== '年';
  if (!chineseDigit.test(numerals) || isVague) return numerals;
  const value = readChineseNumber(numerals);
  return value === null ? numerals : String(value);
}

/** A letter among digits or 曰 for 日: the day meant is plain, but somebody else should look. */
const mistyped = /(?<![A-Za-z])(?:(?<=\d[./-]?)[OoIlL〇○]|(?<=^|[./年月-])[OoIlL〇○](?=\d))(?![A-Za-z])|(?<=\d)曰/;

export function isMistyped(raw: string): boolean {
  return mistyped.test(raw.normalize('NFKC'));
}

const bracketed = /[([{【〔「『]([^()[\]{}【】〔〕「」『』]*)(?:[)\]}】〕」』]|$)/;

function splitBrackets(text: string): DeadlineText {
  const inner: string[] = [];
  let outer = text;
  for (let found = bracketed.exec(outer); found; found = bracketed.exec(outer)) {
    inner.push(found[1]!);
    outer = outer.slice(0, found.index) + outer.slice(found.index + found[0].length);
  }
  const filled = inner.filter((part) => part !== '');
  const hasWords = /[\dA-Z\u4e00-\u9fff]/.test(outer);
  return hasWords || filled.length === 0 ? { outer, inner: filled } : { outer: filled.join(';'), inner: [] };
}
