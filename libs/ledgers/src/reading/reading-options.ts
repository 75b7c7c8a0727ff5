import type { Day, TicketKind, WorkingCalendar } from '@xiaohao/domain';
import type { ColumnMeaning } from './headings/column-meanings.js';

/** What a person says of a ledger before it is read, and what the day and the calendar say. */
export interface ReadingOptions {
  kind: 'auto' | TicketKind;
  /** Kinds the importer may register: of two that are equally likely one of these is meant. */
  registers?: readonly TicketKind[];
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
  /** How sheets with certain headings were read before. */
  profiles?: readonly ColumnProfile[];
}

export interface SheetChoice {
  headerRows?: readonly number[];
  columns?: Readonly<Record<string, ColumnMeaning>>;
  /** Read although we would leave it out, or left out although we would read it. */
  read?: 'yes' | 'no';
  /** `none`: the meanings kept from a former file are not used. */
  profile?: 'none';
}

/** What a person made of the headings of a sheet, kept when it was stored, or chose for them in a layout: used for the next sheet with the same. */
export interface ColumnProfile {
  id: string;
  /** Of the headings in their order. */
  shape: string;
  /** Null where the heading tells by itself. */
  meanings: readonly (ColumnMeaning | null)[];
  /** The file they were chosen in, or the layout. */
  fileName: string;
}
