import type { Queryable } from '@xiaohao/database';
import type { ImportOptions, ImportRecord, StoredSheet } from './import-record.js';
import { listPreviews, type ImportSummary } from './import.queries.js';
import type { IgnoredRow, PreviewSheet, PreviewTicket } from './preview.js';

/** One import as the page and other programs see it: the preview, and what became of it. */
export interface ImportView extends ImportSummaryView {
  file: string;
  sheets: (PreviewSheet & { headings: Record<string, string> })[];
  tickets: (PreviewTicket & { cells: Record<string, string>; ticketId: string | null })[];
  ignored: IgnoredRow[];
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
): Promise<ImportView> {
  const rows = await listPreviews(db, record.id);
  return {
    ...summaryView(record),
    file: record.fileName,
    sheets: record.sheets.map(sheetView),
    tickets: rows.map(({ preview, found, decision, ticketId, cells }) => ({
      ...preview,
      decision,
      issues: [...preview.issues, ...found],
      ticketId,
      cells: Object.fromEntries(Object.entries(cells).map(([letters, { text }]) => [letters, text])),
    })),
    ignored: record.ignored,
  };
}

function sheetView({ read, ...sheet }: StoredSheet): PreviewSheet & { headings: Record<string, string> } {
  return { ...sheet, headings: Object.fromEntries(read.map(({ letters, heading }) => [letters, heading])) };
}
