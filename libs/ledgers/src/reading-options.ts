import type { Day, TicketKind, WorkingCalendar } from '@xiaohao/domain';
import type { ColumnMeaning } from './heading-synonyms.js';

/** What a person says of a ledger before it is read, and what the day and the calendar say. */
export interface ReadingOptions {
  kind: 'auto' | TicketKind;
  /** For dates without a year; null: from the title, the tab, the rows. */
  year: number | null;
  /** For terms such as 15日内 in rows without a date of their own, and the day the problems were raised. */
  baseDate: Day | null;
  /** Name of the source; null: from the title. */
  source: string | null;
  today: Day;
  calendar: WorkingCalendar;
  /** By sheet name: what a person made of its columns and header. */
  sheets?: Readonly<Record<string, SheetChoice>>;
  /** Cells as a person corrected them, by sheet name and address. */
  cells?: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

export interface SheetChoice {
  headerRows?: readonly number[];
  columns?: Readonly<Record<string, ColumnMeaning>>;
}
