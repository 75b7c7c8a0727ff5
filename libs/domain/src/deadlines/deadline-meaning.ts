import type { Day } from '../calendar/day.js';
import type { WorkingCalendar } from '../calendar/working-days.js';

/** A date as written, before the year is settled. */
export interface WrittenDay {
  /** The year in the text; null when it names none. */
  readonly year: number | null;
  /** 今年 0, 明年 1 …, counted from the year of the document; null when the text says no such word. */
  readonly yearShift: number | null;
  /** The last day meant, that day included; null when the calendar has no such day. */
  readonly on: (year: number, calendar: WorkingCalendar) => Day | null;
  /** How much time the words cover; the finer of two neighbours is the deadline, the coarser its frame. */
  readonly grain: Grain;
  /** Where the words cover more than their last day: the first day of them, of a list the first day named. */
  readonly begins?: (year: number) => Day | null;
  /** 11月17-18日 and 6月至8月 are ranges, 6月、8月 is a list: either names more than the day it is read as. */
  readonly span?: Span;
}

export type Span = 'range' | 'list';

export const grains = ['year', 'half', 'quarter', 'month', 'day'] as const;
export type Grain = (typeof grains)[number];

export type DurationUnit = 'workday' | 'day' | 'month';

export interface Duration {
  readonly count: number;
  readonly unit: DurationUnit;
  /** The lower end of 3-5个工作日. */
  readonly fewest?: number;
}

export type RecurrenceUnit = 'day' | 'week' | 'half_month' | 'month' | 'quarter' | 'half_year' | 'year';

/** A rule a machine can follow: 每季度末 is `{every: 'quarter', day: 'end'}`, 每月25日前 `{every: 'month', day: 25}`. */
export interface Recurrence {
  readonly every: RecurrenceUnit;
  /** Every so many units; absent means 1. */
  readonly interval?: number;
  /** Months of the unit it falls in, from 1: 每年6月、12月底 has [6, 12], 每季度首月 has [1]; absent means the last. */
  readonly months?: readonly number[];
  /** Day of the month, for a week its weekday (Monday 1), or the unit's last day. */
  readonly day: 'end' | number;
}

/** Words that say how their neighbours are meant. */
export type Mark =
  /** 前, 止, 完成: the date before it is a deadline. */
  | 'by'
  /** 截至, 不迟于: the date behind it is a deadline. */
  | 'to'
  /** 至, 到: as well, or between two dates a range. */
  | 'until'
  | 'dash'
  /** 起, 后, 交办, 会议: the date before it starts or dates something else. */
  | 'from'
  /** 以来: the date before it is of the past. */
  | 'since'
  /** 按照, 根据, 待: dates in this clause belong to something else unless marked as deadlines. */
  | 'reference'
  /** 延期至, 调整为. */
  | 'extendedTo'
  /** 延期, with a duration behind it. */
  | 'extendedBy'
  /** 可延, 可延长至: what follows might be, and is not. */
  | 'extensible'
  /** 申请, 拟: the extension is only asked for, unless `granted` stands in the text. */
  | 'requested'
  /** 批复后, 资金到位后: what follows counts from something still to come. */
  | 'condition'
  /** 已延期, 延期整改: without saying till when. */
  | 'extension'
  | 'granted'
  | 'refused'
  /** 原定, 原时限. */
  | 'original'
  /** 其中, 第一阶段, 已完成: a bracket with it does not speak for the deadline of the whole. */
  | 'aside'
  /** A year or number that cannot be right: nothing beside it is trusted. */
  | 'garbled'
  /** 24时, 下班. */
  | 'time'
  /** 0时前: the day before. */
  | 'midnight'
  | 'filler'
  | 'break';

export type Meaning =
  /** `strict`: a date only where nothing but fillers stand in its clause, so that 9.3 % or 2021 of a document number is none. */
  | { readonly is: 'day'; readonly written: WrittenDay; readonly strict: boolean }
  /** Counted from the base day: 本月底, 次月10日, 周五. */
  | {
      readonly is: 'fromBase';
      readonly on: (base: Day) => Day | null;
      readonly strict: boolean;
      readonly ofWeek?: true;
    }
  /** More than one reading; unclear unless all come to the same day. */
  | { readonly is: 'choice'; readonly readings: readonly Meaning[]; readonly strict: boolean }
  | { readonly is: 'duration'; readonly duration: Duration; readonly strict: boolean }
  | { readonly is: 'immediate' }
  /** 即日起: from now on; immediate when nothing else is said. */
  | { readonly is: 'fromNow' }
  | { readonly is: 'ongoing' }
  | { readonly is: 'recurring'; readonly recurrence: Recurrence }
  /** Says that nothing is settled, or to be settled by somebody else. */
  | { readonly is: 'unset' }
  /** 同上. */
  | { readonly is: 'ditto' }
  | { readonly is: 'mark'; readonly mark: Mark };

/** One row of the grammar: a recogniser of words and what they mean. */
export interface GrammarRow {
  readonly name: string;
  /** Sticky; matched where the reader stands in the tidied text. */
  readonly pattern: RegExp;
  /** Null when the numbers found make no sense for this row, so that the next row may try. */
  readonly read: (groups: Groups) => Meaning | null;
}

/** Named groups of a match; `has` for presence, `number` for digits, `text` for words. */
export interface Groups {
  readonly text: (name: string) => string;
  readonly has: (name: string) => boolean;
  readonly number: (name: string) => number;
}

export function grammarRow(name: string, source: string, read: GrammarRow['read']): GrammarRow {
  return { name, pattern: new RegExp(source, 'y'), read };
}
