import { cellAddress, type Cell } from '@xiaohao/documents';
import { resolveColumns, type LedgerColumn } from '../headings/columns.js';
import { formColumns } from '../headings/form-columns.js';
import { textOf, type Grid } from '../grid.js';
import type { Heading } from '../headings/header.js';
import type { ColumnMeaning } from '../headings/heading-synonyms.js';
import { matchHeading, plainHeading, squeezed } from '../headings/heading.js';
import { opinionHeadings } from '../headings/heading-patterns.js';
import { saysNothing } from '../tickets/opinion.js';
import { rawCellAt, withheld, type RawCell, type RawTicket } from '../rows/raw-row.js';
import { ownCells } from '../rows/row-kinds.js';

/** A sheet of labels with their values beside them: one ticket. Its columns are named by the cell of their value. */
export interface FormSheet {
  ticket: RawTicket;
  columns: LedgerColumn[];
  headings: Heading[];
  /** Rows with a label in them, in order. */
  rows: number[];
}

interface Entry {
  label: string;
  row: number;
  value: RawCell;
}

/** Nobody writes a form of one ticket longer than this. */
const longestForm = 120;
const longestLabel = 20;
const leastLabels = 4;
const leastRows = 3;
/** 问题名称：值班制度不落实 in one cell. */
const labelAndValue = /^([^:：\n]{2,12})[:：]\s*(\S[\s\S]*)$/;

/** 5, 40%, 12项: a table that counts has labels with values beside them too. */
const countsOnly = /^[\d.,%\s]+(?:[个项条件处家起次人])?$/;

/** 负责人（签字） signs what stands above it; a 责任人 may sign for being one. */
const signedBy = /^(?!.*责任人).*(签字|签名|签章|盖章)/;
/** The day of a signature alone in its cell. */
const readsAsDay = /^20\d\d\s*[年./-]\s*\d{1,2}\s*[月./-]\s*\d{1,2}\s*日?$/;

/** Reads a sheet as a form; null where it is none. In a ledger no heading has its value beside it. */
export function readForm(grid: Grid): FormSheet | null {
  if (grid.rowNumbers.length > longestForm) return null;
  if (grid.rowNumbers.some((row) => isHeaderRow(grid, row))) return null;
  const entries = withSignatures(
    grid,
    grid.rowNumbers.flatMap((row) => entriesOf(grid, row)),
  );
  const known = entries.filter(({ label }) => matchHeading(label) !== null);
  if (known.length < leastLabels || new Set(known.map(({ row }) => row)).size < leastRows) return null;
  // Each field is asked once; what repeats is a column of a table.
  if (new Set(known.map(({ label }) => squeezed(label))).size < known.length) return null;
  const headings = entries.map(({ label }, at): Heading => ({
    column: at + 1,
    text: label,
    group: null,
    match: matchHeading(label),
  }));
  const columns = formColumns(resolveColumns({ rows: [], headings })).map((column, at) => ({
    ...column,
    letters: entries[at]!.value.at,
  }));
  const title = columns.findIndex(({ meaning }) => meaning === 'title');
  if (title < 0 || columns.filter(({ meaning }) => meaning === 'title').length > 1) return null;
  const sealed = new Set(columns.filter((column) => column.sealed).map(({ letters }) => letters));
  const cells = Object.fromEntries(
    entries
      .filter(({ value }) => value.text !== '')
      .map(({ value }) => [value.at, sealed.has(value.at) ? withheld(value) : value]),
  );
  const titleEntry = entries[title]!;
  if (titleEntry.value.text === '' || countsOnly.test(titleEntry.value.text.normalize('NFKC'))) return null;
  const rows = [...new Set(entries.map(({ row }) => row))];
  return { ticket: { rows: [{ row: titleEntry.row, cells }], itemAbove: null }, columns, headings, rows };
}

/** Three labels side by side head a table. */
function isHeaderRow(grid: Grid, row: number): boolean {
  const cells = ownCells(grid, row);
  const labels = cells.filter(({ text }, at) => isLabel(text) && !isValueOf(cells[at - 1]?.text ?? '', text));
  const right = (column: number) => grid.mergeAt(row, column)?.right ?? column;
  const besideAnother = labels.filter(({ column }, at) => at > 0 && right(labels[at - 1]!.column) + 1 === column);
  return besideAnother.length >= 2;
}

/** Label, value, label, value: a known label opens a pair; a short unknown one does so beside a known one in its column. */
function entriesOf(grid: Grid, row: number): Entry[] {
  const entries: Entry[] = [];
  let next = 1;
  for (const { column, text } of ownCells(grid, row)) {
    if (column < next) continue;
    const both = labelAndValue.exec(text);
    if (both && isLabel(both[1]!)) {
      const cell = grid.own(row, column)!;
      entries.push({ label: both[1]!, row, value: { ...valueAt(cell, row, column), text: both[2]!.trim() } });
      continue;
    }
    if (text.length > longestLabel || !(isLabel(text) || isLabelColumn(grid, row, column))) continue;
    const beside = (grid.mergeAt(row, column)?.right ?? column) + 1;
    const shown = grid.own(row, beside);
    if (isLabel(textOf(shown)) && !isValueOf(text, textOf(shown))) continue;
    if (shown === null && !isLabel(text)) continue;
    entries.push({ label: text, row, value: valueAt(shown, row, beside) });
    next = beside + 1;
  }
  return entries;
}

/** The line below an opinion that says who signed it and when belongs to it. */
function withSignatures(grid: Grid, entries: readonly Entry[]): Entry[] {
  return entries.map((entry, at) => {
    const next = entries[at + 1]?.row ?? Infinity;
    if (next === entry.row || !opinionHeadings.test(plainHeading(entry.label))) return entry;
    const below = grid.rowNumbers.filter((row) => row > entry.row && row < next);
    const signed = below.flatMap((row) => ownCells(grid, row).map(({ text }) => text)).filter(isSignature);
    const text = [entry.value.text, ...signed].filter((line) => line !== '').join('\n');
    return { ...entry, value: { ...entry.value, text } };
  });
}

const isSignature = (text: string) => saysNothing(text) || readsAsDay.test(text);

const isLabel = (text: string) =>
  text !== '' && text.length <= longestLabel && matchHeading(text) !== null && !signedBy.test(text);

/** 重大隐患 beside 隐患级别, 分管副局长 beside 责任领导 is its value, though it may head a column elsewhere. */
function isValueOf(label: string, text: string): boolean {
  const asked = matchHeading(label)?.meaning;
  if (asked === 'level') return levelWords.test(squeezed(text));
  const read = matchHeading(text);
  return read !== null && read.strength <= 2 && (answeredBy[asked ?? 'details']?.includes(read.meaning) ?? false);
}

const answeredBy: Partial<Record<ColumnMeaning, readonly ColumnMeaning[]>> = {
  leader: ['leader'],
  leadUnit: ['town'],
  supportUnits: ['town'],
};

const levelWords =
  /^(特别?重大|重大|较大|一般|较小|低|高|[ⅠⅡⅢⅣ一二三四]级)(生产安全)?(安全|事故)*(隐患|问题|风险|事故)?$/;

/** True where the cell above or below is a known label: what stands between them is one too. */
function isLabelColumn(grid: Grid, row: number, column: number): boolean {
  const at = grid.rowNumbers.indexOf(row);
  return [grid.rowNumbers[at - 1], grid.rowNumbers[at + 1]].some(
    (near) => near !== undefined && isLabel(textOf(grid.own(near, column))),
  );
}

function valueAt(cell: Cell | null, row: number, column: number): RawCell {
  const at = cellAddress(row, column);
  return cell === null ? { at, text: '', own: true } : rawCellAt(cell, at, true);
}
