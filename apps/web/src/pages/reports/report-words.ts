import { parsePeriod } from '@xiaohao/domain';
import type { ReportRow } from '../../api/reports.js';
import { shortDay, shortInstant } from '../../components/day-words.js';
import { language, t } from '../../language.js';

/** `2022年上半年`; in English the code stands for itself. */
export function periodWords(code: string): string {
  return language === 'zh' ? (parsePeriod(code)?.label ?? code) : code;
}

/** Which days a report tells of, and what was known when it was built. */
export function reportRange({ period, asOf, knownAt }: ReportRow, today: string): string {
  const isBehind = asOf > (parsePeriod(period)?.to ?? asOf);
  return t(isBehind ? 'report.rangeBehind' : 'report.range', {
    period: periodWords(period),
    asOf: shortDay(asOf, today),
    knownAt: shortInstant(knownAt, today),
  });
}

/** In the base unit, up to four decimals, thousands apart. */
export const amount = (value: number) => value.toLocaleString('zh-CN', { maximumFractionDigits: 4 });
