import { cellAddress, type Cell } from '@xiaohao/documents';
import { resolveColumns, type LedgerColumn } from '../headings/columns.js';
import { formColumns } from '../headings/form-columns.js';
import { textOf, type Grid } from '../grid.js';
import type { Heading } from '../headings/header.js';
import type { ColumnMeaning } from '../headings/column-meanings.js';
import { matchHeading, plainHeading, squeezed } from '../headings/heading.js';
import { opinionHeadings } from '../headings/heading-patterns.js';
import { saysNothing } from '../tickets/opinion.js';
import { partsByWideSpace } from '../rows/labelled-text.js';
import { rawCellAt, withheld, type RawCell, type RawTicket } from '../rows/raw-row.js';
import { ownCells } from '../rows/row-kinds.js';

/** A sheet of labels with their values beside them: one ticket. Its columns are named by the cell of their value. */
export interface FormSheet {
  ticket: RawTicket;
  columns: LedgerColumn[];
  headings: Heading[];
  /** Rows with a label in them, in order. */
  rows: number[];
  /** Rows whose labels stand in one cell with what they tell: 编号：甲1 填表日期：9月20日. */
  labelledRows: number[];
  /** Cells among those rows that are neither a label nor told by one. */
  unread: RawCell[];
}

interface Entry {
  label: string;
  row: number;
  /** The place of its value; of a cell with several labels each has its own. */
  letters: string;
  value: RawCell;
  /** Where the label stands, unless it stands in the cell of its value. */
  labelAt: string | null;
}

/** Nobody writes a form of one ticket longer than this. */
const longestForm = 120;
const longestLabel = 20;
const leastLabels = 4;
const leastRows = 3;
/** 约谈企业负责人。 is a sentence, whatever its last word. */
const sentence = /[，,。；;！!]/;

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
    letters: entries[at]!.letters,
  }));
  const title = columns.findIndex(({ meaning }) => meaning === 'title');
  if (title < 0 || columns.filter(({ meaning }) => meaning === 'title').length > 1) return null;
  const sealed = new Set(columns.filter((column) => column.sealed).map(({ letters }) => letters));
  const cells = Object.fromEntries(
    entries
      .filter(({ value }) => value.text !== '')
      .map(({ letters, value }) => [letters, sealed.has(letters) ? withheld(value) : value]),
  );
  const titleEntry = entries[title]!;
  if (titleEntry.value.text === '' || countsOnly.test(titleEntry.value.text.normalize('NFKC'))) return null;
  const rows = [...new Set(entries.map(({ row }) => row))];
  const labelledRows = [...new Set(entries.filter(({ labelAt }) => labelAt === null).map(({ row }) => row))];
  const ticket = { rows: [{ row: titleEntry.row, cells }], itemAbove: null };
  return { ticket, columns, headings, rows, labelledRows, unread: unreadCells(grid, rows, entries) };
}

/** What stands among the labels of a form and belongs to none of them. */
function unreadCells(grid: Grid, rows: readonly number[], entries: readonly Entry[]): RawCell[] {
  const read = new Set(entries.flatMap(({ labelAt, value }) => [labelAt, value.at]));
  const among = grid.rowNumbers.filter((row) => row >= rows[0]! && row <= rows.at(-1)!);
  return among.flatMap((row) =>
    ownCells(grid, row).flatMap(({ column, text }) => {
      const at = cellAddress(row, column);
      const isTold = read.has(at) || isSignature(text) || signedBy.test(text) || isHeadOver(grid, row, column);
      return isTold ? [] : rawCellAt(grid.own(row, column)!, at, true);
    }),
  );
}

/** 整改情况 beside several rows of labels heads them. */
const isHeadOver = (grid: Grid, row: number, column: number) => {
  const merge = grid.mergeAt(row, column);
  return merge !== null && merge.bottom > row;
};

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
    const within = entriesWithin(grid, row, column);
    entries.push(...within);
    if (within.length > 0 || text.length > longestLabel || sentence.test(text)) continue;
    if (!(isLabel(text) || isLabelColumn(grid, row, column))) continue;
    const beside = (grid.mergeAt(row, column)?.right ?? column) + 1;
    const shown = grid.own(row, beside);
    if (isLabel(textOf(shown)) && !isValueBeside(grid, row, text, beside)) continue;
    if (shown === null && !isLabel(text)) continue;
    const value = valueAt(shown, row, beside);
    entries.push({ label: text, row, letters: value.at, value, labelAt: cellAddress(row, column) });
    next = beside + 1;
  }
  return entries;
}

/** 问题名称：值班制度不落实 in one cell, alone or beside other labels; what has nothing behind it tells nothing. */
function entriesWithin(grid: Grid, row: number, column: number): Entry[] {
  const cell = valueAt(grid.own(row, column), row, column);
  const parts = partsByWideSpace(cell.text).filter(({ text }) => text !== '');
  if (!parts.some(({ label }) => isLabel(label))) return [];
  return parts.map(({ label, text }, at) => ({
    label,
    row,
    letters: at === 0 ? cell.at : `${cell.at}:${label}`,
    value: { ...cell, text },
    labelAt: null,
  }));
}

/** What reads like a label but has no room for a value of its own, or none beside it, is the value of the label before it. */
function isValueBeside(grid: Grid, row: number, label: string, column: number): boolean {
  if (isValueOf(label, textOf(grid.own(row, column)))) return true;
  const right = grid.mergeAt(row, column)?.right ?? column;
  return right >= grid.lastColumn;
}

/** The line below an opinion that says who signed it and when belongs to it; the day of a form no opinion was given on is of the form. */
function withSignatures(grid: Grid, entries: readonly Entry[]): Entry[] {
  return entries.map((entry, at) => {
    const next = entries[at + 1]?.row ?? Infinity;
    if (entry.value.text === '' || next === entry.row || !opinionHeadings.test(plainHeading(entry.label))) return entry;
    const below = grid.rowNumbers.filter((row) => row > entry.row && row < next);
    const signed = below.flatMap((row) => ownCells(grid, row).map(({ text }) => text)).filter(isSignature);
    const text = [entry.value.text, ...signed].filter((line) => line !== '').join('\n');
    return { ...entry, value: { ...entry.value, text } };
  });
}

const isSignature = (text: string) => saysNothing(text) || readsAsDay.test(text);

const isLabel = (text: string) =>
  text !== '' &&
  text.length <= longestLabel &&
  !sentence.test(text) &&
  matchHeading(text) !== null &&
  !signedBy.test(text);

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
