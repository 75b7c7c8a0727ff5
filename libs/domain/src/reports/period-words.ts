import { parsePeriod, type Period } from '../calendar/day.js';

/** A word that names a period, as it stands in a text, e.g. `2025年上半年`, `去年全年`, `第一季度`, `3月份`. */
const mention =
  /(?:(20\d{2})年|(去年|上年|前年|今年|本年|明年|来年|次年))?(?:(上半年|下半年)|第?([一二三四1-4])季度|(全年|本年度)|(\d{1,2})月份)/g;

const yearsAway: Readonly<Record<string, number>> = { 前年: -2, 去年: -1, 上年: -1, 明年: 1, 来年: 1, 次年: 1 };
const quarters: Readonly<Record<string, number>> = { 一: 1, 二: 2, 三: 3, 四: 4 };
/** Before or after a mention, these make it a comparison. */
const comparedBefore = /[较比与同和]$/;
const comparedAfter = /^(?:同期|相比|比较|对比)/;
/** After a mention of what is still to come, these tell it as done. */
const toldAsDone = /^(?:，|,)?(?:共|累计|已)/;

/**
 * Words of a text that name a period a report of `period` has nothing to tell of: one before it, one around it, one to
 * come that is told as done. What lies in the period is fine, and so are comparisons (较上半年、去年同期) and plans for a
 * later period. Each word once, in order.
 */
export function strangePeriodWords(period: Period, text: string): string[] {
  const found = [...text.matchAll(mention)].filter((match) => {
    const [before, after] = [text.slice(0, match.index), text.slice(match.index + match[0].length)];
    const named = namedPeriod(match, Number(period.from.slice(0, 4)));
    if (!named || (named.from >= period.from && named.to <= period.to)) return false;
    if (match[2] && yearsAway[match[2]]! < 0) return false;
    if (comparedBefore.test(before) || comparedAfter.test(after)) return false;
    return named.from <= period.to || toldAsDone.test(after);
  });
  return [...new Set(found.map(([word]) => word))];
}

function namedPeriod([, year, away, half, quarter, , month]: RegExpMatchArray, ownYear: number): Period | null {
  const of = year ? Number(year) : ownYear + (yearsAway[away ?? ''] ?? 0);
  if (half) return parsePeriod(`${of}H${half === '上半年' ? 1 : 2}`);
  if (quarter) return parsePeriod(`${of}Q${quarters[quarter] ?? quarter}`);
  return parsePeriod(month ? `${of}-${month.padStart(2, '0')}` : String(of));
}
