import type { EntityManager } from 'typeorm';
import { select } from '@xiaohao/database';
import { parseCellAddress, columnLetters } from '@xiaohao/documents';
import { AppError } from '@xiaohao/errors';
import type { ColumnMeaning } from './heading-synonyms.js';
import { rowKey, type ImportOptions, type ImportRecord, type StoredRow } from './import-record.js';
import { updateImportRow } from './import.queries.js';
import { rereadRow } from './ledger-reader.js';
import type { Decision } from './preview.js';
import { typedCell, typedText, type RawTicket } from './raw-row.js';
import type { ReadingOptions } from './reading-options.js';

/** What a person may change about a preview. */
export interface ImportEdit {
  columns?: readonly { sheet: string; column: string; meaning: ColumnMeaning }[];
  headerRows?: readonly { sheet: string; rows: readonly number[] }[];
  cells?: readonly { sheet: string; cell: string; text: string }[];
  decisions?: readonly { sheet: string; row: number; decision: 'create' | 'update' | 'skip' | 'auto' }[];
  options?: Partial<Pick<ImportOptions, 'kind' | 'year' | 'baseDate' | 'sourceName' | 'createUnits' | 'doneIsClosed'>>;
}

/** Whether the file has to be read again: its table, or what its dates are read by, is seen otherwise now. */
export function needsNewReading(edit: ImportEdit): boolean {
  const { kind, year, baseDate, sourceName } = edit.options ?? {};
  const readBy = [kind, year, baseDate, sourceName].some((option) => option !== undefined);
  return readBy || (edit.columns?.length ?? 0) > 0 || (edit.headerRows?.length ?? 0) > 0;
}

/** The options with the edit in them, so that they hold for every later reading too. */
export function withEdit(options: ImportOptions, edit: ImportEdit): ImportOptions {
  const stated = Object.entries(edit.options ?? {}).filter(([, value]) => value !== undefined);
  const next: ImportOptions = structuredClone({ ...options, ...Object.fromEntries(stated) });
  for (const { sheet, column, meaning } of edit.columns ?? []) {
    const choice = own(next.sheets, sheet) ?? {};
    next.sheets = { ...next.sheets, [sheet]: { ...choice, columns: { ...choice.columns, [column]: meaning } } };
  }
  for (const { sheet, rows } of edit.headerRows ?? []) {
    const headerRows = [...rows].sort((a, b) => a - b);
    next.sheets = { ...next.sheets, [sheet]: { ...own(next.sheets, sheet), headerRows } };
  }
  for (const { sheet, cell, text } of edit.cells ?? []) {
    next.cells = { ...next.cells, [sheet]: { ...own(next.cells, sheet), [cell]: typedText(text) } };
  }
  for (const { sheet, row, decision } of edit.decisions ?? []) {
    const key = rowKey(sheet, row);
    if (decision === 'auto') delete next.decisions[key];
    else next.decisions[key] = decision;
  }
  return next;
}

/** Names of sheets come from outside: `__proto__` must find nothing, and assigning to it would reach every object. */
function own<Value>(record: Readonly<Record<string, Value>>, key: string): Value | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}

/** Puts a corrected text into every row that shows the cell, and reads those rows again; returns their numbers. */
export async function applyCell(
  tx: EntityManager,
  record: ImportRecord,
  edit: { sheet: string; cell: string; text: string },
  options: ReadingOptions,
): Promise<number[]> {
  const place = parseCellAddress(edit.cell);
  const sheet = record.sheets.find(({ name, role }) => name === edit.sheet && role !== 'skipped');
  const isForm = sheet?.role === 'form';
  const letters = isForm ? edit.cell : place ? columnLetters(place.column) : '';
  const rows = sheet?.read.some((column) => column.letters === letters)
    ? await rowsShowing(tx, record.id, edit.sheet, edit.cell, isForm ? null : place!.row)
    : [];
  if (rows.length === 0) {
    const fieldLabel = `单元格 ${edit.sheet}!${edit.cell}`;
    throw new AppError('inputWrong', { field: edit.cell, fieldLabel, reason: '该处不是事项内容' });
  }
  if (sheet!.read.some((column) => column.letters === letters && column.sealed)) {
    const fieldLabel = `单元格 ${edit.sheet}!${edit.cell}`;
    throw new AppError('inputWrong', { field: edit.cell, fieldLabel, reason: '举报人信息请在事项页登记' });
  }
  for (const row of rows) {
    const raw = withCell(row.raw, letters, edit.cell, isForm ? row.raw.rows[0]!.row : place!.row, edit.text);
    await updateImportRow(tx, record.id, { ...row, ...rereadRow(raw, sheet!, options), found: [] });
  }
  return rows.map(({ no }) => no);
}

function rowsShowing(
  tx: EntityManager,
  importId: string,
  sheet: string,
  cell: string,
  /** Null in a form, whose only ticket shows every cell. */
  row: number | null,
): Promise<(StoredRow & { no: number; decision: Decision })[]> {
  return select(
    tx,
    `select no, decision, ticket->'preview' as preview, ticket->'raw' as raw, ticket->>'key' as key,
       ticket->'found' as found
     from ledger_import_row
     where import_id = $1 and ticket#>>'{preview,sheet}' = $2
       and ($4::int is null or ticket#>'{preview,rows}' @> to_jsonb($4::int)
         or jsonb_path_exists(ticket->'raw', '$.rows[*].cells.*.at ? (@ == $at)', jsonb_build_object('at', $3::text)))`,
    [importId, sheet, cell, row],
  );
}

function withCell(raw: RawTicket, letters: string, at: string, row: number, text: string): RawTicket {
  const rows = raw.rows.map((line) => {
    const former = line.cells[letters];
    if (former ? former.at !== at : line.row !== row) return line;
    const { [letters]: _, ...others } = line.cells;
    const cell = typedCell(at, text, former?.own ?? true);
    return { ...line, cells: cell.text === '' ? others : { ...others, [letters]: cell } };
  });
  return { ...raw, rows };
}
