import type { UnitType } from '@xiaohao/database';
import type { Day, TicketKind, WorkingCalendar } from '@xiaohao/domain';
import type { Accepted } from './import-accepts.js';
import type { Decision, IgnoredRow } from '../reading/preview.js';
import type { ColumnProfile, ReadingOptions, SheetChoice } from '../reading/reading-options.js';
import type { StoredSheet } from '../reading/stored-reading.js';

export type { RowTarget, StoredRow, StoredSheet } from '../reading/stored-reading.js';

export type ImportStatus = 'queued' | 'running' | 'ready' | 'failed' | 'committing' | 'committed' | 'undone';

/** What a person decided about one import; all of it survives a new reading of the file. */
export interface ImportOptions {
  kind: 'auto' | TicketKind;
  year: number | null;
  baseDate: Day | null;
  sourceName: string | null;
  createUnits: boolean;
  /** Leads what names no unit of ours, such as a sheet that has only the enterprise. */
  leadUnitId?: string | null;
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
  /** Sheet name → what a person has seen and lets stand, by `acceptedKey`. */
  accepted?: Accepted;
  /** The options of the last reading, while there is another one on its way. */
  before?: ImportOptions;
}

/** Whom a person says a name means: a unit there is, one of this type to be created, or none. */
export type UnitChoice = { unitId: string } | { create: UnitType } | { left: true };

export const defaultOptions: ImportOptions = {
  kind: 'auto',
  year: null,
  baseDate: null,
  sourceName: null,
  createUnits: false,
  leadUnitId: null,
  doneIsClosed: false,
  sheets: {},
  cells: {},
  decisions: {},
};

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
  madeUnits: MadeUnit[];
  failure: Record<string, unknown> | null;
  version: number;
  createdBy: string;
  createdByName: string;
  createdAt: Date;
  committedAt: Date | null;
  /** Who had it stored. */
  committedByName: string | null;
}

/** A unit an import made; what became of it is known once the import is taken back. */
export interface MadeUnit {
  id: string;
  name: string;
  closed: boolean;
  /** What uses it beside the import that was taken back, in words. */
  keptFor: string | null;
}

/** `held`: rows that say something of a known ticket which is left to a person; `heldUpdate`: of those the ones that are updated. */
export type ImportCounts = Partial<
  Record<Decision | 'tickets' | 'ignored' | 'findings' | 'held' | 'heldUpdate', number>
>;

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
