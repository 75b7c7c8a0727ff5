import { parsePeriod, type Day, type Period } from '@xiaohao/domain';
import { AppError } from '@xiaohao/errors';

/** numeric(18,4). */
const largestValue = 99_999_999_999_999;
const longestNote = 500;

export function checkedFilingPeriod(code: string, today: Day): Period {
  const period = parsePeriod(code);
  const fails = (reason: string) => new AppError('inputWrong', { field: 'period', fieldLabel: '填报期间', reason });
  if (!period) throw fails(`${code}（应如 2022、2022H1、2022Q1、2022-06）`);
  const farthest = Number(today.slice(0, 4)) + 2;
  if (Number(code.slice(0, 4)) > farthest) throw fails(`${code} 太远`);
  return period;
}

export function checkedFilingValue(value: number): string {
  const fails = (reason: string) => new AppError('inputWrong', { field: 'value', fieldLabel: '填报数', reason });
  if (!Number.isFinite(value)) throw fails('不是数字');
  if (value < 0) throw fails('不能小于 0');
  if (value > largestValue) throw fails('数字过大');
  const text = value.toFixed(4);
  if (Math.abs(Number(text) - value) > 1e-9) throw fails('最多四位小数');
  return text;
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
