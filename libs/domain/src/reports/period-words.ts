import { parsePeriod, type Period } from '../calendar/day.js';

/** A word that names a period, as it stands in a text, e.g. `2025年上半年`, `去年全年`, `第一季度`, `3月份`. */
const mention =
  /(?:(20\d{2})年|(去年|上年|前年|今年|本年|明年|来年|次年))?(?:(上半年|下半年)|第?([一二三四1-4])季度|(全年|本年度)|(\d{1,2})月份)/g;

const yearsAway: Readonly<Record<string, number>> = { 前年: -2, 去年: -1, 上年: -1, 明年: 1, 来年: 1, 次年: 1 };
const quarters: Readonly<Record<string, number>> = { 一: 1, 二: 2, 三: 3, 四: 4 };
/** Before or after a mention, these make it a comparison. */
const comparedBefore = /[较比与同和]$/;
const comparedAfter = /^(?:同期|相比|比较|对比)/;
/** Behind a mention of a longer time: what is aimed at, not what was counted. */
const aimedAt = /^的?(?:各项|重点|工作)?(?:目标|计划|任务|打算)/;
/** In a sentence of what is still to come. */
const meantToBe = /将|拟|计划|打算|力争|争取|确保|预计|准备|安排|继续|下一步|完成时限|[前底]完成|目标|到期|要/;
/** After a mention of what is still to come, these tell it as done. */
const toldAsDone = /^(?:，|,)?(?:共|累计|已)/;

/**
 * Words of a text that name a period a report of `period` has nothing to tell of: one before it, one around it, one to
 * come that is told as done. What lies in the period is fine, and so are comparisons (较上半年、去年同期) and plans for a
 * later period. Each word once, in order.
 * @param isPlan the text stands in a chapter of what is to come, where longer and later times are told of
 */
export function strangePeriodWords(period: Period, text: string, isPlan = false): string[] {
  const found = [...text.matchAll(mention)].filter((match) => {
    const [before, after] = [text.slice(0, match.index), text.slice(match.index + match[0].length)];
    const named = namedPeriod(match, Number(period.from.slice(0, 4)));
    if (!named) return false;
    // A period is not held against itself.
    if (named.from === period.from && named.to === period.to)
      return comparedBefore.test(before) && comparedAfter.test(after);
    if (named.from >= period.from && named.to <= period.to) return false;
    if (match[2] && yearsAway[match[2]]! < 0) return false;
    if (comparedBefore.test(before) || comparedAfter.test(after)) return false;
    if (named.to > period.to && (isPlan || aimedAt.test(after))) return false;
    if (named.from <= period.to || toldAsDone.test(after)) return true;
    // 三季度开展检查 in a report of the first half: a quarter to come is told of as what is meant to be, or it is a former one.
    return match[4] !== undefined && !meantToBe.test(before + after.split(/[。；;]/)[0]!);
  });
  return [...new Set(found.map(([word]) => word))];
}

function namedPeriod([, year, away, half, quarter, , month]: RegExpMatchArray, ownYear: number): Period | null {
  const of = year ? Number(year) : ownYear + (yearsAway[away ?? ''] ?? 0);
  if (half) return parsePeriod(`${of}H${half === '上半年' ? 1 : 2}`);
  if (quarter) return parsePeriod(`${of}Q${quarters[quarter] ?? quarter}`);
  return parsePeriod(month ? `${of}-${month.padStart(2, '0')}` : String(of));
}

/** How a chapter begins. */
export const chapterForm = /^\s*(?:[一二三四五六七八九十]+、|第[一二三四五六七八九十]+[章部])/;
const planChapter = /(?:下半年|下一?步|下季度|下月|明年|来年).{0,12}(?:打算|安排|计划|思路|重点|工作|目标)/;

/** For each paragraph, whether it stands in a chapter of what is to come. */
export function plannedParagraphs(paragraphs: readonly string[]): boolean[] {
  let isPlan = false;
  return paragraphs.map((text) => {
    if (chapterForm.test(text) && text.length <= 40) isPlan = planChapter.test(text);
    return isPlan;
  });
}
