import { parsePeriod, type Day, type Period } from '@xiaohao/domain';
import { AppError } from '@xiaohao/errors';

/** numeric(18,4). */
const largestValue = 99_999_999_999_999;
export const longestNote = 500;

export function checkedFilingPeriod(code: string, today: Day): Period {
  const period = parsePeriod(code);
  const fails = (reason: string) => new AppError('inputWrong', { field: 'period', fieldLabel: '填报期间', reason });
  if (!period) throw fails(`${code}（应如 2022、2022H1、2022Q1、2022-06）`);
  const farthest = Number(today.slice(0, 4)) + 2;
  if (Number(code.slice(0, 4)) > farthest) throw fails(`${code} 太远`);
  return period;
}

export function checkedFilingValue(value: number): string {
  const reason = reasonAgainst(value);
  if (reason) throw new AppError('inputWrong', { field: 'value', fieldLabel: '填报数', reason });
  return value.toFixed(4);
}

/** Why no figure can be that number; null where it can. */
export function reasonAgainst(value: number): string | null {
  if (!Number.isFinite(value)) return '不是数字';
  if (value < 0) return '不能小于 0';
  if (value > largestValue) return '数字过大';
  return Number(value.toFixed(4)) === value ? null : '最多四位小数';
}

/** The reason an action needs, trimmed; an action that needs none keeps none. */
export function checkedReason(given: string | null | undefined, isNeeded: boolean, fieldLabel: string): string | null {
  if (!isNeeded) return null;
  const reason = given?.trim() ?? '';
  if (reason === '') throw new AppError('inputMissing', { field: 'reason', fieldLabel });
  if (reason.length > longestNote) {
    throw new AppError('inputWrong', { field: 'reason', fieldLabel, reason: `最多 ${longestNote} 个字` });
  }
  return reason;
}
