import type { SheetShape } from './sheets/column-profile.js';
import type { LedgerColumn } from './headings/columns.js';
import type { Finding, KnownBy, PreviewSheet, PreviewTicket, RowChange } from './preview.js';
import type { RawTicket } from './rows/raw-row.js';

/** A sheet as stored: what the preview shows, and the columns by which one of its rows can be read again. */
export interface StoredSheet extends PreviewSheet {
  read: LedgerColumn[];
  /** Where it has several tables, each with the columns it has; missing in what was stored before they were told apart. */
  tables?: SheetTable[];
  /** Its headings, for the profile that is kept of them. */
  shape?: SheetShape;
}

/** One of several tables of a sheet: what it has of the sheet's columns, and where these stand in it. */
export interface SheetTable {
  /** Last row of its header. */
  begins: number;
  /** Named by the line above its header; missing where its rows belong to the source of the sheet. */
  source?: string;
  /** By the letters its columns are shown under. */
  columns: Record<string, { at: string; heading: string }>;
}

/** A row as stored: its reading, and the cells it was read from. */
export interface StoredRow {
  preview: PreviewTicket;
  raw: RawTicket;
  /** Equal for rows that tell the same; see `duplicateKey`. */
  key: string;
  /** Keys of what it lacks that is told of its sheet instead; missing where it lacks nothing. */
  lacks?: readonly string[];
  /** What was found when the row was held against the bureau; the preview's own findings come from the sheet. */
  found: Finding[];
  /** Which units its names mean; missing in what was stored before it was kept. */
  units?: readonly NamedUnit[];
  /** The ticket it tells of and how it differs from it; missing where it is new. */
  target?: RowTarget | null;
}

/** A name as the file writes it, empty for what a person chose for a row without one, and the unit it means. */
export type NamedUnit = readonly [name: string, unitId: string | 'new' | null];

/** A ticket of the ledger as it stood when the row was held against it. */
export interface RowTarget {
  ticketId: string;
  no: string;
  version: number;
  by: KnownBy;
  changes: RowChange[];
  /** Cells that stand as our own export wrote them: whatever is found there says nothing new. */
  asWritten?: readonly string[];
}
