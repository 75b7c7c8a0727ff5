import type { UnitType } from '@xiaohao/database';
import type { Day, TicketKind, WorkingCalendar } from '@xiaohao/domain';
import type { SheetShape } from '../reading/column-profile.js';
import type { LedgerColumn } from '../reading/columns.js';
import type {
  Decision,
  Finding,
  IgnoredRow,
  KnownBy,
  PreviewSheet,
  PreviewTicket,
  RowChange,
} from '../reading/preview.js';
import type { RawTicket } from '../reading/raw-row.js';
import type { ColumnProfile, ReadingOptions, SheetChoice } from '../reading/reading-options.js';

export type ImportStatus = 'queued' | 'running' | 'ready' | 'failed' | 'committing' | 'committed' | 'undone';

/** What a person decided about one import; all of it survives a new reading of the file. */
export interface ImportOptions {
  kind: 'auto' | TicketKind;
  year: number | null;
  baseDate: Day | null;
  sourceName: string | null;
  createUnits: boolean;
  /** The unit's 已完成 counts as struck off. */
  doneIsClosed: boolean;
  /** Sheet name → columns and header as a person set them. */
  sheets: Record<string, SheetChoice>;
  /** Sheet name → address → corrected text. */
  cells: Record<string, Record<string, string>>;
  /** `sheet!row` → what to do with that row whatever was found. */
  decisions: Record<string, 'create' | 'update' | 'skip'>;
  /** Plain name of a unit we do not know → who is meant. */
  units?: Record<string, UnitChoice>;
}

/** Whom a person says a name means: a unit there is, or one of this type to be created. */
export type UnitChoice = { unitId: string } | { create: UnitType };

export const defaultOptions: ImportOptions = {
  kind: 'auto',
  year: null,
  baseDate: null,
  sourceName: null,
  createUnits: false,
  doneIsClosed: false,
  sheets: {},
  cells: {},
  decisions: {},
};

/** A sheet as stored: what the preview shows, and the columns by which one of its rows can be read again. */
export interface StoredSheet extends PreviewSheet {
  read: LedgerColumn[];
  /** Its headings, for the profile that is kept of them. */
  shape?: SheetShape;
}

/** A row as stored: its reading, and the cells it was read from. */
export interface StoredRow {
  preview: PreviewTicket;
  raw: RawTicket;
  /** Equal for rows that tell the same; see `duplicateKey`. */
  key: string;
  /** What was found when the row was held against the bureau; the preview's own findings come from the sheet. */
  found: Finding[];
  /** The ticket it tells of and how it differs from it; missing where it is new. */
  target?: RowTarget | null;
}

/** A ticket of the ledger as it stood when the row was held against it. */
export interface RowTarget {
  ticketId: string;
  no: string;
  version: number;
  by: KnownBy;
  changes: RowChange[];
}

export interface ImportRecord {
  id: string;
  status: ImportStatus;
  progress: number;
  fileId: string;
  fileName: string;
  kind: string;
  options: ImportOptions;
  sheets: StoredSheet[];
  ignored: IgnoredRow[];
  counts: ImportCounts;
  failure: Record<string, unknown> | null;
  version: number;
  createdBy: string;
  createdByName: string;
  createdAt: Date;
  committedAt: Date | null;
}

export type ImportCounts = Partial<Record<Decision | 'tickets' | 'ignored' | 'findings', number>>;

export function rowKey(sheet: string, row: number): string {
  return `${sheet}!${row}`;
}

/** The options of a stored import as the reader takes them. */
export function readingOptionsOf(
  options: ImportOptions,
  today: Day,
  calendar: WorkingCalendar,
  profiles: readonly ColumnProfile[] = [],
): ReadingOptions {
  const { kind, year, baseDate, sourceName, sheets, cells } = options;
  return { kind, year, baseDate, source: sourceName, sheets, cells, today, calendar, profiles };
}
