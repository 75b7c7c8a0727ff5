import type { Day } from '../calendar/day.js';
import type { DurationUnit, Recurrence } from './deadline-meaning.js';
import type { WorkingCalendar } from '../calendar/working-days.js';

export type DeadlineKind = 'date' | 'relative' | 'immediate' | 'ongoing' | 'recurring' | 'unresolved' | 'none';

/** A deadline as the import preview shows it. */
export interface Deadline {
  readonly kind: DeadlineKind;
  readonly date: Day | null;
  /** The next working day where a relative `date` is a day off. */
  readonly altDate: Day | null;
  readonly originalDate: Day | null;
  readonly extended: boolean;
  readonly ongoing: boolean;
  /** The cell itself names no year. */
  readonly yearAssumed: boolean;
  readonly raw: string;
}

export type DeadlineIssueCode =
  /** No row of the grammar reads it. args: raw */
  | 'deadlineUnclear'
  /** The calendar has no such day. args: raw */
  | 'deadlineImpossible'
  /** Two readings; a person must choose. args: raw, first, second */
  | 'deadlineAmbiguous'
  /** Several dates, the latest is taken. args: raw, dates, taken */
  | 'deadlineSeveral'
  /** 11月17-18日, 3-5个工作日: a stretch of time, its end is taken. args: raw, first, taken */
  | 'deadlineRange'
  /** A duration without a day to count from. args: raw */
  | 'baseMissing'
  /** A date without a year, and none known from the title, the sheet or the row. args: raw */
  | 'deadlineYearMissing'
  /** An extension asked for, not granted; the deadline stays. args: raw, date */
  | 'extensionRequested'
  /** 60日内（可延30日）: it might be extended, and is read as it is not. args: raw, date */
  | 'deadlineExtensible'
  /** A real date shown as a month only; the cell's own day is taken. args: raw, date */
  | 'deadlineMonthShown'
  /** 2026/12/1O, a bare 5日, 已于3月20日完成: read as nearly as may be. args: raw, date */
  | 'deadlineAssumed'
  /** In the year of the title it would lie before the row's own day; a later one is taken. args: raw, date */
  | 'deadlineRolled'
  /** 资金到位后3个月内: counted from what has not happened yet. args: raw */
  | 'deadlineConditional';

export interface DeadlineIssue {
  readonly code: DeadlineIssueCode;
  readonly args: Readonly<Record<string, string>>;
}

export interface DeadlineReading {
  readonly deadline: Deadline;
  readonly issues: readonly DeadlineIssue[];
  /** The grammar row that gave the kind; null when none did. */
  readonly rule: string | null;
  readonly recurrence: Recurrence | null;
}

export interface DeadlineCell {
  /** Text, a number as the sheet stores it, or a real date as its day. */
  readonly value: string | number | Day | null;
  readonly numberFormat?: string | null;
  /** What the sheet shows; becomes `raw`. */
  readonly text?: string | null;
}

export interface DeadlineContext {
  readonly calendar: WorkingCalendar;
  /** Given by the person; before all others. */
  readonly year?: number | null;
  readonly documentYear?: number | null;
  readonly sheetYear?: number | null;
  /** The row's 交办, 发现 or 反馈 date, or the document's. */
  readonly baseDay?: Day | null;
  /** False when `baseDay` is the document's: durations count from it, but no date rolls over it. Default true. */
  readonly baseDayIsOwn?: boolean;
  /** The first day of the week the document is of: 周三 is a day of it, where the row has no day of its own. */
  readonly week?: Day | null;
  /** Given by the person, for rows without a date of their own. */
  readonly fallbackBaseDay?: Day | null;
  /** From a heading such as 整改时限（天）: what a bare number counts. */
  readonly countUnit?: DurationUnit | null;
  /** The cell tells when something happened, so that 3月5日检查发现 is a date; a deadline column would take it for a start. */
  readonly isFact?: boolean;
  /** The reading of the cell above, for 同上. */
  readonly above?: DeadlineReading | null;
}

export function issue(code: DeadlineIssueCode, raw: string, args: Record<string, string> = {}): DeadlineIssue {
  return { code, args: { raw, ...args } };
}

export function reading(
  kind: DeadlineKind,
  raw: string,
  rule: string | null,
  stated: Partial<Deadline> = {},
  issues: readonly DeadlineIssue[] = [],
): DeadlineReading {
  const deadline: Deadline = {
    kind,
    date: null,
    altDate: null,
    originalDate: null,
    extended: false,
    ongoing: kind === 'ongoing',
    yearAssumed: false,
    raw,
    ...stated,
  };
  return { deadline, issues, rule, recurrence: null };
}

/** No date, to be set by a person. */
export function unresolved(raw: string, rule: string | null, issues: readonly DeadlineIssue[]): DeadlineReading {
  return reading('unresolved', raw, rule, {}, issues);
}

export function unclear(raw: string): DeadlineReading {
  return unresolved(raw, null, [issue('deadlineUnclear', raw)]);
}
