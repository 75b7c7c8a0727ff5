import type { Queryable } from '@xiaohao/database';
import type { ImportOptions, ImportRecord, RowTarget, StoredSheet } from './import-record.js';
import { listPreviews, type ImportSummary } from './import.queries.js';
import type { IgnoredRow, PreviewSheet, PreviewTicket, RowChange } from './preview.js';
import { findingsOf } from './row-judgement.js';

/** One import as the page and other programs see it: the preview, and what became of it. */
export interface ImportView extends ImportSummaryView {
  file: string;
  sheets: (PreviewSheet & { headings: Record<string, string> })[];
  tickets: ImportedRow[];
  ignored: IgnoredRow[];
}

export interface ImportedRow extends PreviewTicket {
  cells: Record<string, string>;
  /** The ticket it became. */
  ticketId: string | null;
  /** The ticket it tells of, and what it was known by. */
  match: Pick<RowTarget, 'ticketId' | 'no' | 'by'> | null;
  /** How it differs from that ticket. */
  changes: RowChange[];
}

export interface ImportSummaryView extends Pick<
  ImportRecord,
  'id' | 'status' | 'progress' | 'version' | 'fileName' | 'kind' | 'counts' | 'failure' | 'createdAt' | 'committedAt'
> {
  options: Omit<ImportOptions, 'sheets' | 'cells' | 'decisions'>;
  createdByName: string;
}

export function summaryView(record: ImportSummary): ImportSummaryView {
  const { sheets: _sheets, cells: _cells, decisions: _decisions, ...options } = record.options;
  const { id, status, progress, version, fileName, kind, counts, failure, createdByName } = record;
  const { createdAt, committedAt } = record;
  return {
    id,
    status,
    progress,
    version,
    fileName,
    kind,
    options,
    counts,
    failure,
    createdByName,
    createdAt,
    committedAt,
  };
}

export async function buildImportView(
  db: Queryable,
  record: ImportSummary & Pick<ImportRecord, 'sheets' | 'ignored'>,
  /** Only these rows. */
  nos: readonly number[] | null = null,
): Promise<ImportView> {
  const rows = await listPreviews(db, record.id, nos);
  return {
    ...summaryView(record),
    file: record.fileName,
    sheets: record.sheets.map(sheetView),
    tickets: rows.map(({ preview, found, target, decision, ticketId, cells }) => ({
      ...preview,
      decision,
      issues: findingsOf({ decision, preview, found }),
      ticketId,
      match: target ? { ticketId: target.ticketId, no: target.no, by: target.by } : null,
      changes: target?.changes ?? [],
      cells: Object.fromEntries(Object.entries(cells).map(([letters, { text }]) => [letters, text])),
    })),
    ignored: record.ignored,
  };
}

function sheetView({ read, ...sheet }: StoredSheet): PreviewSheet & { headings: Record<string, string> } {
  return { ...sheet, headings: Object.fromEntries(read.map(({ letters, heading }) => [letters, heading])) };
}
