import { addDays, dayParts, isDay, periodOf, type Day, type Period, type PeriodWord } from '@xiaohao/domain';
import { officialDay } from '@xiaohao/documents';
import { AppError } from '@xiaohao/errors';

/** Words every template may use beside figures and parameters: what follows from the report's dates, and braces as such. */
export const reportWordTable = [
  { key: 'year', alias: '年份', name: '报告年份' },
  { key: 'last_year', alias: '上年年份', name: '报告年份的上一年' },
  { key: 'next_year', alias: '下年年份', name: '报告年份的下一年' },
  { key: 'period_label', alias: '报告期', name: '报告期全称' },
  { key: 'period_word', alias: '期间', name: '报告期称谓' },
  { key: 'period_months', alias: '起止月份', name: '报告期起止月份' },
  { key: 'period_start', alias: '起始日期', name: '报告期第一天' },
  { key: 'next_period_label', alias: '下一报告期', name: '下一报告期全称' },
  { key: 'next_period_word', alias: '下一期间', name: '下一报告期称谓' },
  { key: 'as_of_date', alias: '截至日期', name: '统计截至日期' },
  { key: 'document_date', alias: '成文日期', name: '成文日期' },
  { key: 'brace_open', alias: '左花括号', name: '左花括号本身' },
  { key: 'brace_close', alias: '右花括号', name: '右花括号本身' },
  { key: 'inspection_round', alias: '巡察轮次', name: '巡察轮次名称' },
] as const satisfies readonly {
  key: PeriodWord | 'inspection_round' | 'brace_open' | 'brace_close';
  alias: string;
  name: string;
}[];

export type ReportWord = (typeof reportWordTable)[number]['key'];

const byWord = new Map<string, ReportWord>(
  reportWordTable.flatMap(({ key, alias }) => [[key, key] as const, [alias, key] as const]),
);

export function findReportWord(keyOrAlias: string): ReportWord | null {
  return byWord.get(keyOrAlias) ?? null;
}

export interface ReportDates {
  period: Period;
  asOf: Day;
  /** The day the report is dated; its own parameter, else the day of what was known. */
  documentOn: Day;
  roundName: string | null;
}

export function reportWordTexts({
  period,
  asOf,
  documentOn,
  roundName,
}: ReportDates): Record<ReportWord, string | null> {
  const { year } = dayParts(period.from);
  return {
    year: String(year),
    last_year: String(year - 1),
    next_year: String(year + 1),
    period_label: period.label,
    period_word: wordOf(period),
    period_months: monthsOf(period),
    period_start: officialDay(period.from),
    next_period_label: nextPeriod(period).label,
    next_period_word: nextWord(period),
    as_of_date: officialDay(asOf),
    document_date: officialDay(documentOn),
    brace_open: '{',
    brace_close: '}',
    // The sentence goes on with 反馈, in which many names of rounds end.
    inspection_round: roundName?.replace(/反馈(?:问题|意见)?$/, '') ?? null,
  };
}

/** 上半年, 第一季度, 6月; a year is 全年. */
function wordOf(period: Period): string {
  return period.kind === 'year' ? '全年' : period.label.slice('2022年'.length);
}

/** 1至6月; of a month, 6月. */
function monthsOf({ from, to }: Period): string {
  const [first, last] = [dayParts(from).month, dayParts(to).month];
  return first === last ? `${last}月` : `${first}至${last}月`;
}

const nextPeriod = (period: Period) => periodOf(period.kind, addDays(period.to, 1));

function nextWord(period: Period): string {
  const next = nextPeriod(period);
  const sameYear = next.code.slice(0, 4) === period.code.slice(0, 4);
  if (sameYear) return wordOf(next);
  return period.kind === 'half' || period.kind === 'year' ? '明年' : `明年${wordOf(next)}`;
}

/** A day the caller gave as a parameter. */
export function checkedDay(value: string, field: string, fieldLabel: string): Day {
  if (isDay(value)) return value;
  throw new AppError('inputWrong', { field, fieldLabel, reason: `${value}（应为 YYYY-MM-DD）` });
}
