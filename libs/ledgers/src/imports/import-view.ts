import type { Queryable } from '@xiaohao/database';
import type { Accepted } from './import-accepts.js';
import type { ImportOptions, ImportRecord, RowTarget, StoredSheet } from './import-record.js';
import { countLeftOut } from './left-out.queries.js';
import { listOutline, listPreviews, type ImportSummary, type ShownRow } from './import.queries.js';
import type { ImportUndo } from './import-edits.js';
import type { Decision, IgnoredRow, PreviewSheet, PreviewTicket, RowChange } from '../reading/preview.js';
import { addressIn } from '../reading/headings/columns.js';
import { previewSheet } from '../reading/ledger-reader.js';
import type { LeftOut } from '../reading/sheets/counted-findings.js';
import { findTouched, type Touched } from './import-undo.js';
import { findingsOf } from './row-judgement.js';
import { tableAt } from '../reading/rows/table-columns.js';

/** One import as the page and other programs see it: the preview, and what became of it. */
export interface ImportView extends ImportSummaryView {
  file: string;
  sheets: SheetView[];
  /** Sheet name → `code` or `code cell` of what a person has seen and lets stand. */
  accepted: Accepted;
  tickets: ImportedRow[];
  /** Why a stored import can no longer be taken back; null where it can, and before it is stored. */
  touched: Touched | null;
  ignored: IgnoredRow[];
}

export interface SheetView extends PreviewSheet {
  headings: Record<string, string>;
  /** Columns whose heading says nothing to us and that nobody gave a meaning: kept as text. */
  unread: string[];
}

/** The answer to an edit. */
export interface EditedImportView extends ImportView {
  /** Null where the file is read again: the way back is another choice of the same. */
  undo: ImportUndo | null;
}

/** The same without rows: where they stand and what is to become of them, for whoever asks for them part by part. */
export interface ImportOutlineView extends ImportView {
  outline: SheetOutline[];
}

export interface SheetOutline {
  sheet: string;
  /** First rows of the tickets, by decision; a ticket stands in one list only. */
  rows: Partial<Record<Decision, number[]>>;
  /** Those that leave something of a known ticket to a person, updated or not. */
  held: number[];
}

export interface ImportedRow extends PreviewTicket {
  cells: Record<string, string>;
  /** Where a cell stands that is shown under another column than its own. */
  places: Record<string, string>;
  /** The ticket it became. */
  ticketId: string | null;
  /** The ticket it tells of, and what it was known by. */
  match: Pick<RowTarget, 'ticketId' | 'no' | 'by'> | null;
  /** How it differs from that ticket. */
  changes: RowChange[];
}

export interface ImportSummaryView extends Pick<
  ImportRecord,
  | 'id'
  | 'status'
  | 'progress'
  | 'version'
  | 'fileName'
  | 'kind'
  | 'counts'
  | 'madeUnits'
  | 'failure'
  | 'createdAt'
  | 'committedAt'
  | 'committedByName'
> {
  options: Omit<ImportOptions, 'sheets' | 'cells' | 'decisions' | 'units' | 'accepted' | 'before'>;
  createdByName: string;
}

export function summaryView(record: ImportSummary): ImportSummaryView {
  const { id, status, progress, version, fileName, kind, counts, madeUnits, failure, createdByName } = record;
  const { createdAt, committedAt, committedByName } = record;
  const { kind: asked, year, baseDate, sourceName, createUnits, leadUnitId = null, doneIsClosed } = record.options;
  return {
    id,
    status,
    progress,
    version,
    fileName,
    kind,
    options: { kind: asked, year, baseDate, sourceName, createUnits, leadUnitId, doneIsClosed },
    counts,
    madeUnits,
    failure,
    createdByName,
    createdAt,
    committedAt,
    committedByName,
  };
}

export async function buildImportView(
  db: Queryable,
  record: ImportSummary & Pick<ImportRecord, 'sheets' | 'ignored'>,
  /** Only these rows. */
  nos: readonly number[] | null = null,
): Promise<ImportView> {
  const rows = nos?.length === 0 ? [] : await listPreviews(db, record.id, nos);
  const leftOut = await countLeftOut(db, record);
  return {
    ...summaryView(record),
    file: record.fileName,
    sheets: record.sheets.map((sheet) => sheetView(sheet, leftOut)),
    accepted: record.options.accepted ?? {},
    tickets: rows.map((row) => rowView(row, record.sheets)),
    touched: record.status === 'committed' ? await findTouched(db, record.id) : null,
    ignored: record.ignored,
  };
}

export async function buildOutlineView(
  db: Queryable,
  record: Parameters<typeof buildImportView>[1],
): Promise<ImportOutlineView> {
  const outline = new Map<string, SheetOutline>();
  for (const { sheet, group, rows } of await listOutline(db, record.id, (record.counts.held ?? 0) > 0)) {
    if (!outline.has(sheet)) outline.set(sheet, { sheet, rows: {}, held: [] });
    const one = outline.get(sheet)!;
    if (group === 'held') one.held = rows;
    else one.rows[group] = rows;
  }
  return { ...(await buildImportView(db, record, [])), outline: [...outline.values()] };
}

/** `sheets`: those of the import, of which one is the row's. */
export function rowView(
  { preview, found, target, decision, ticketId, cells }: ShownRow,
  sheets: readonly Pick<StoredSheet, 'name' | 'tables'>[],
): ImportedRow {
  const sheet = sheets.find(({ name }) => name === preview.sheet);
  return {
    ...preview,
    decision,
    issues: findingsOf({ decision, preview, found, target }),
    ticketId,
    match: target ? { ticketId: target.ticketId, no: target.no, by: target.by } : null,
    changes: target?.changes ?? [],
    cells: Object.fromEntries(Object.entries(cells).map(([letters, { text }]) => [letters, text])),
    places: { ...placesInTable(sheet, preview.row), ...placesOf(cells, preview.row) },
  };
}

/** A later table is shown under the columns of the first; merged cells stand where their area begins, which may be a row above. */
export function placesOf(cells: ShownRow['cells'], row: number): Record<string, string> {
  const apart = Object.entries(cells).filter(([letters, { at }]) => at !== addressIn(letters, row));
  return Object.fromEntries(apart.map(([letters, { at }]) => [letters, at]));
}

/** Where the table of a row has each of the columns it is shown under, blank cells included. */
function placesInTable(sheet: Pick<StoredSheet, 'tables'> | undefined, row: number): Record<string, string> {
  const table = sheet && tableAt(sheet, row);
  if (!table) return {};
  return Object.fromEntries(Object.entries(table.columns).map(([letters, { at }]) => [letters, `${at}${row}`]));
}

function sheetView(sheet: StoredSheet, leftOut: LeftOut): SheetView {
  const headings = Object.fromEntries(sheet.read.map(({ letters, heading }) => [letters, heading]));
  const unread = sheet.read.filter(({ meaning, strength }) => meaning === 'details' && strength === 0);
  return { ...previewSheet(sheet, leftOut), headings, unread: unread.map(({ letters }) => letters) };
}
