import type { EntityManager } from 'typeorm';
import type { UnitType } from '@xiaohao/database';
import { parseCellAddress, columnLetters } from '@xiaohao/documents';
import { AppError } from '@xiaohao/errors';
import type { ColumnMeaning } from '../reading/headings/column-meanings.js';
import { withAccepts, type AcceptEdit } from './import-accepts.js';
import { rowKey, type ImportOptions, type ImportRecord, type UnitChoice } from './import-record.js';
import { listRowsFrom, type ImportRow } from './import.queries.js';
import { plainName } from './name-matching.js';
import { rereadRow } from '../reading/sheets/read-row.js';
import { typedCell, typedText, type RawTicket } from '../reading/rows/raw-row.js';
import type { ReadingOptions } from '../reading/reading-options.js';
import { lettersAt } from '../reading/rows/table-columns.js';

/** What a person says of the whole file. */
export type StatedOptions = Pick<
  ImportOptions,
  'kind' | 'year' | 'baseDate' | 'sourceName' | 'createUnits' | 'leadUnitId' | 'doneIsClosed'
>;

/** What a person may change about a preview. */
export interface ImportEdit {
  columns?: readonly { sheet: string; column: string; meaning: ColumnMeaning }[];
  headerRows?: readonly { sheet: string; rows: readonly number[] }[];
  sheets?: readonly { sheet: string; read?: 'yes' | 'no' | 'auto'; profile?: 'use' | 'none' }[];
  /** Whom names mean that no unit answers to; neither a unit nor a type: left open. */
  units?: readonly { name: string; unitId?: string | null; create?: UnitType | null }[];
  cells?: readonly { sheet: string; cell: string; text: string }[];
  decisions?: readonly { sheet: string; row: number; decision: 'create' | 'update' | 'skip' | 'auto' }[];
  /** Assumptions a person has seen and lets stand, of one cell or (null) of the whole sheet; `false` takes it back. */
  accepts?: readonly AcceptEdit[];
  options?: Partial<StatedOptions>;
}

/** Whether the file has to be read again: its table, or what its dates are read by, is seen otherwise now. */
export function needsNewReading(edit: ImportEdit): boolean {
  const { kind, year, baseDate, sourceName } = edit.options ?? {};
  const readBy = [kind, year, baseDate, sourceName].some((option) => option !== undefined);
  const seenAs = [edit.columns, edit.headerRows, edit.sheets].some((list) => (list?.length ?? 0) > 0);
  return readBy || seenAs;
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
  for (const { sheet, read, profile } of edit.sheets ?? []) {
    const { read: formerRead, profile: formerProfile, ...choice } = own(next.sheets, sheet) ?? {};
    const chosen = read ? (read === 'auto' ? undefined : read) : formerRead;
    const used = profile ? (profile === 'use' ? undefined : profile) : formerProfile;
    next.sheets = {
      ...next.sheets,
      [sheet]: { ...choice, ...(chosen && { read: chosen }), ...(used && { profile: used }) },
    };
  }
  for (const { name, unitId, create } of edit.units ?? []) {
    const { [plainName(name)]: _, ...others } = next.units ?? {};
    const choice: UnitChoice = unitId ? { unitId: unitId.toLowerCase() } : create ? { create } : { left: true };
    next.units = { ...others, [plainName(name)]: choice };
  }
  for (const { sheet, cell, text } of edit.cells ?? []) {
    next.cells = { ...next.cells, [sheet]: { ...own(next.cells, sheet), [cell]: typedText(text) } };
  }
  for (const { sheet, row, decision } of edit.decisions ?? []) {
    const key = rowKey(sheet, row);
    if (decision === 'auto') delete next.decisions[key];
    else next.decisions[key] = decision;
  }
  if (edit.accepts) next.accepted = withAccepts(next.accepted, edit.accepts);
  return next;
}

/** A reading remembers the one before it, no further. */
export function withoutBefore({ before: _, ...options }: ImportOptions): ImportOptions {
  return options;
}

/** An import of which nothing is read any more could only be begun anew. */
export function assertSomethingIsRead({ sheets }: ImportRecord, { sheets: edits = [] }: ImportEdit): void {
  const out = edits.filter(({ read }) => read === 'no').map(({ sheet }) => sheet);
  if (out.length === 0 || sheets.some(({ name, role }) => role !== 'skipped' && !out.includes(name))) return;
  throw new AppError('inputWrong', { field: 'sheets', fieldLabel: '工作表', reason: '至少要读一张表' });
}

/** Names of sheets come from outside: `__proto__` must find nothing, and assigning to it would reach every object. */
function own<Value>(record: Readonly<Record<string, Value>>, key: string): Value | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}

/** What takes an edit of cells, decisions and acceptances back: the texts and choices that stood there before. */
export interface ImportUndo {
  cells: { sheet: string; cell: string; text: string }[];
  decisions: { sheet: string; row: number; decision: 'create' | 'update' | 'skip' | 'auto' }[];
  accepts: AcceptEdit[];
}

export interface CellsApplied {
  /** The rows with the corrected texts in them, read again, by their number. */
  rows: ReadonlyMap<number, ImportRow>;
  /** The same rows as they were. */
  before: readonly ImportRow[];
  undo: ImportUndo['cells'];
}

/** Puts corrected texts into every row that shows their cells, and reads those rows again. Stores nothing. */
export async function applyCells(
  tx: EntityManager,
  record: ImportRecord,
  edits: NonNullable<ImportEdit['cells']>,
  options: ReadingOptions,
): Promise<CellsApplied> {
  const rows = new Map<number, ImportRow>();
  const before = new Map<number, ImportRow>();
  const undo: ImportUndo['cells'] = [];
  for (const edit of edits) {
    const place = parseCellAddress(edit.cell);
    const sheet = record.sheets.find(({ name, role }) => name === edit.sheet && role !== 'skipped');
    const isForm = sheet?.role === 'form';
    const ownLetters = isForm ? edit.cell : place ? columnLetters(place.column) : '';
    const near = sheet && (isForm || place) ? await rowsShowing(tx, record.id, edit, isForm ? null : place!.row) : [];
    const shown = near.map(({ raw }) => shownUnder(raw, edit.cell)).find(Boolean);
    const letters = shown ?? (sheet && place ? lettersAt(sheet, place.row, ownLetters) : ownLetters);
    const showing = sheet?.read.some((column) => column.letters === letters) ? near : [];
    if (showing.length === 0) {
      const fieldLabel = `单元格 ${edit.sheet}!${edit.cell}`;
      throw new AppError('inputWrong', { field: edit.cell, fieldLabel, reason: '该处不是事项内容' });
    }
    if (sheet!.read.some((column) => column.letters === letters && column.sealed)) {
      const fieldLabel = `单元格 ${edit.sheet}!${edit.cell}`;
      throw new AppError('inputWrong', { field: edit.cell, fieldLabel, reason: '举报人信息请在事项页登记' });
    }
    for (const [at, stored] of showing.entries()) {
      if (!before.has(stored.no)) before.set(stored.no, stored);
      const row = rows.get(stored.no) ?? stored;
      const line = isForm ? row.raw.rows[0]!.row : place!.row;
      if (at === 0)
        undo.unshift({ sheet: edit.sheet, cell: edit.cell, text: textAt(row.raw, letters, edit.cell, line) });
      const raw = withCell(row.raw, letters, edit.cell, line, edit.text);
      rows.set(stored.no, { ...row, ...rereadRow(raw, sheet!, options) });
    }
  }
  return { rows, before: [...before.values()], undo };
}

/** So many rows are looked at together; a merged area is rarely higher. */
const rowsAtOnce = 20;

/** The row of the cell, and those below it over which its area is merged. In a form the only ticket shows every cell. */
async function rowsShowing(
  tx: EntityManager,
  importId: string,
  { sheet, cell }: { sheet: string; cell: string },
  row: number | null,
): Promise<ImportRow[]> {
  if (row === null) return listRowsFrom(tx, importId, sheet, 1, 1);
  const showing: ImportRow[] = [];
  for (let from = row; ;) {
    const next = await listRowsFrom(tx, importId, sheet, from, rowsAtOnce);
    const below = next.filter(({ preview }) => preview.row > row && preview.row >= from);
    const end = below.findIndex(({ raw }) => !shows(raw, cell));
    const own = next.filter(
      ({ preview, raw }) => preview.row <= row && (preview.rows.includes(row) || shows(raw, cell)),
    );
    showing.push(...(from === row ? own : []), ...(end < 0 ? below : below.slice(0, end)));
    if (end >= 0 || next.length < rowsAtOnce) return showing;
    from = next.at(-1)!.preview.row + 1;
  }
}

function shows(raw: RawTicket, cell: string): boolean {
  return raw.rows.some(({ cells }) => Object.values(cells).some(({ at }) => at === cell));
}

/** A later table of the sheet is shown under the columns of the first, whatever order its own have. */
function shownUnder({ rows }: RawTicket, cell: string): string | undefined {
  const shown = rows.flatMap(({ cells }) => Object.entries(cells)).filter(([, { at }]) => at === cell);
  return (shown.find(([letters]) => cell.startsWith(letters)) ?? shown[0])?.[0];
}

function textAt(raw: RawTicket, letters: string, at: string, row: number): string {
  const line = raw.rows.find(({ row: own, cells }) => (cells[letters] ? cells[letters].at === at : own === row));
  return line?.cells[letters]?.text ?? '';
}

/** The choices that stood before these. */
export function formerChoices(
  { decisions }: ImportOptions,
  edits: NonNullable<ImportEdit['decisions']>,
): ImportUndo['decisions'] {
  return edits.map(({ sheet, row }) => ({ sheet, row, decision: own(decisions, rowKey(sheet, row)) ?? 'auto' }));
}

function withCell(raw: RawTicket, letters: string, at: string, row: number, text: string): RawTicket {
  const rows = raw.rows.map((line) => {
    const former = line.cells[letters];
    if (former ? former.at !== at : line.row !== row) return line;
    const cell = typedCell(at, text, former?.own ?? true);
    // One cell may be shown in several columns.
    const others = Object.fromEntries(Object.entries(line.cells).filter(([, shown]) => shown.at !== at));
    const shownIn = Object.keys(line.cells).filter((one) => one === letters || line.cells[one]!.at === at);
    const typed = Object.fromEntries([...new Set([...shownIn, letters])].map((one) => [one, cell]));
    return { ...line, cells: cell.text === '' ? others : { ...others, ...typed } };
  });
  return { ...raw, rows };
}
