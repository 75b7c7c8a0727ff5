import { columnLetters } from '@xiaohao/documents';
import { columnOf, type LedgerColumn } from '../headings/columns.js';
import { textOf, type Grid } from '../grid.js';
import type { Header } from '../headings/header.js';
import type { IgnoredRow, IgnoredWhy } from '../preview.js';
import type { ColumnMeaning } from '../headings/column-meanings.js';
import { rawRowOf, type RawRow, type RawTicket } from './raw-row.js';
import { ownCells, sectionText, tellsPage } from './row-kinds.js';
import { isRestOfHeader } from './rest-of-header.js';
import {
  cellsAbove,
  labelsAboveHeader,
  labelsAfter,
  labelsIn,
  type LabelAbove,
  type LabelsAbove,
} from './labels-above.js';
import { sourceOfLine } from './sheet-facts.js';
import { firstTable, laterTableAt, type TablePart } from './sheet-tables.js';
import type { SheetTable } from '../stored-reading.js';

/** Of a long empty stretch only so many rows are listed as blank. */
const listedBlanks = 50;

export interface TicketRows {
  tickets: RawTicket[];
  ignored: IgnoredRow[];
  /** Those of the header, and what tables further down add. */
  columns: readonly LedgerColumn[];
  /** Where there are several, each table with its own columns. */
  tables: SheetTable[];
  /** By their words, what lines of labels above some of the rows say of them. */
  labels: ReadonlyMap<string, LabelAbove>;
}

/**
 * Parts the rows of a sheet into tickets and what is none; every row with content ends up in one of the two. Where another
 * table begins below, its rows are read by its own header.
 */
export function readTicketRows(grid: Grid, header: Header, columns: readonly LedgerColumn[]): TicketRows {
  const tickets: RawTicket[] = [];
  const ignored = rowsAbove(grid, header);
  const ignore = (row: number, why: IgnoredWhy) => ignored.push({ sheet: grid.name, row, why });
  let table = firstTable(grid, header, columns);
  const tables = [table];
  let current: RawTicket | null = null;
  let above: RawRow | null = null;
  let itemAbove: string | null = null;
  let labelled: LabelsAbove | null = labelsAboveHeader(grid, header);
  let isInSection = false;
  const labels = new Map<string, LabelAbove>();
  let blanks = 0;
  for (const row of rowsBelow(grid, header)) {
    if (row <= table.begins) {
      ignore(row, 'header');
      continue;
    }
    const judged = table.judge.kindOf(row);
    const later = judged === 'ticket' ? laterTableAt(grid, row, table) : null;
    if (later) {
      const title = titleAbove(grid, row, ignored);
      table = title === null ? later : { ...later, source: title.source };
      if (title) [title.ignored.why, itemAbove, isInSection] = ['title', null, false];
      if (title && labelled && labelled.row < title.ignored.row) labelled = null;
      if (!later.counts) tables.push(table);
      [current, blanks] = [null, 0];
      ignore(row, 'header');
      continue;
    }
    if (row === table.begins + 1 && isRestOfHeader(grid, row, table)) {
      ignore(row, 'header');
      continue;
    }
    const kind = table.counts && judged === 'ticket' ? 'total' : judged;
    if (kind !== 'ticket') {
      blanks = kind === 'blank' ? blanks + 1 : 0;
      if (blanks <= listedBlanks) ignore(row, kind);
      if (kind === 'sectionHeading') {
        const told = labelsIn(grid, row);
        if (told) labelled = labelsAfter(labelled, row, told, isInSection);
        else {
          if (labelled?.inSection) labelled = null;
          [itemAbove, isInSection] = [itemOf(sectionText(grid, row)), true];
        }
      }
      // A page break in the middle of a ticket repeats the header; the ticket goes on below it.
      const isBreak = kind === 'repeatedHeader' || tellsPage(ownCells(grid, row).map(({ text }) => text));
      if (kind !== 'blank' && !isBreak) current = null;
      continue;
    }
    const isApart = current === null || blanks > 0;
    blanks = 0;
    if (isApart && isLoneCell(grid, row, table.columns)) {
      ignore(row, 'note');
      continue;
    }
    const read = withDittos(rawRowOf(grid, row, table.columns), above, table.columns);
    above = read;
    Object.assign(read.cells, cellsAbove(labelled));
    for (const told of labelled?.labels ?? []) if (!labels.has(told.label)) labels.set(told.label, told);
    const carriesOn = current !== null && goesOn(grid, row, current, table.columns);
    if (carriesOn && !(isApart && !tellsMore(grid, row, table.columns))) current!.rows.push(read);
    else {
      itemAbove = ownItemText(grid, row, table.columns) || itemAbove;
      current = { rows: [read], itemAbove };
      tickets.push(current);
    }
  }
  return { tickets, ignored, columns: table.known, tables: tables.length > 1 ? tables.map(placesOf) : [], labels };
}

/** The line above a later header that names a list of its own, with nothing but blank rows between. */
function titleAbove(
  grid: Grid,
  header: number,
  ignored: readonly IgnoredRow[],
): { ignored: IgnoredRow; source: string } | null {
  const line = ignored.findLast(({ row, why }) => row < header && why !== 'blank');
  const isNext = line && grid.rowNumbers.filter((row) => row < header).at(-1) === line.row;
  if (!isNext || !['sectionHeading', 'note', 'title'].includes(line.why)) return null;
  const source = sourceOfLine(sectionText(grid, line.row));
  return source === null ? null : { ignored: line, source };
}

function placesOf({ begins, columns, source }: TablePart): SheetTable {
  const placed = columns.map(
    ({ letters, column, heading }) => [letters, { at: columnLetters(column), heading }] as const,
  );
  return { begins, ...(source !== undefined && { source }), columns: Object.fromEntries(placed) };
}

/** 二、已完成整改事项（5项）: how far the rows below are is no matter they belong to. */
const stateOfRows =
  /^(?:[（(]?[一二三四五六七八九十\d]{1,3}[)）]?[、.．]?)?(?:已|未|尚未|正在|基本|逾期未)(?:完成|办结|整改|销号|推进|启动|落实)(?:整改|办理|的|到位|完成)*(?:事项|问题|任务|隐患|项目|部分|清单)?(?:[（(][^（()）]*[）)])?[:：]?$/;
const itemOf = (heading: string) => (stateOfRows.test(heading.replace(/\s/g, '')) ? null : heading);

/** One cell below a gap, neither number, problem nor measure: it goes on with nothing. */
function isLoneCell(grid: Grid, row: number, columns: readonly LedgerColumn[]): boolean {
  return ownCells(grid, row).length === 1 && !tellsMore(grid, row, columns);
}

/** Below a gap a ticket goes on by a measure, a number or a problem merged from above alone. */
function tellsMore(grid: Grid, row: number, columns: readonly LedgerColumn[]): boolean {
  const telling: readonly ColumnMeaning[] = ['seq', 'theirNo', 'title', 'measures'];
  return columns.some(({ meaning, column }) => telling.includes(meaning) && grid.shown(row, column) !== null);
}

const ditto = /^(同上|同前|[〃″"“”]+)$/;
/** A title that says 同上 is no statement of a problem, and a number is never the one above. */
const neverDitto: readonly ColumnMeaning[] = ['seq', 'no', 'theirNo', 'title'];

/** 同上 is the cell above, as if both were merged. */
function withDittos(read: RawRow, above: RawRow | null, columns: readonly LedgerColumn[]): RawRow {
  for (const { letters, meaning } of columns) {
    const cell = read.cells[letters];
    if (!cell || !ditto.test(cell.text) || neverDitto.includes(meaning)) continue;
    const meant = above?.cells[letters];
    if (meant) read.cells[letters] = { ...meant, own: false };
  }
  return read;
}

function rowsAbove(grid: Grid, header: Header): IgnoredRow[] {
  const last = header.rows.at(-1)!;
  const first = header.rows[0]!;
  const written = grid.rowNumbers.filter((row) => row < first);
  const top = written[0] ?? first;
  const above = Array.from({ length: first - top }, (_, at) => ({
    row: top + at,
    why: written.includes(top + at) ? ('title' as const) : ('blank' as const),
  }));
  const heads = Array.from({ length: last - first + 1 }, (_, at) => ({ row: first + at, why: 'header' as const }));
  return [...above, ...heads].map((ignored) => ({ sheet: grid.name, ...ignored }));
}

function* rowsBelow(grid: Grid, header: Header): Generator<number> {
  const last = grid.rowNumbers.at(-1) ?? 0;
  for (let row = header.rows.at(-1)! + 1; row <= last; row += 1) yield row;
}

/** A problem written across item and title has no item of its own. */
function ownItemText(grid: Grid, row: number, columns: readonly LedgerColumn[]): string {
  const item = columnOf(columns, 'item');
  if (!item) return '';
  const title = columnOf(columns, 'title');
  const merge = grid.mergeAt(row, item.column);
  if (title && merge && merge === grid.mergeAt(row, title.column)) return '';
  return textOf(grid.shown(row, item.column));
}

/**
 * Whether the row belongs to the ticket above: its title cell goes on, or it has neither a title nor a number of its
 * own, or it repeats number and title beside another measure.
 */
function goesOn(grid: Grid, row: number, current: RawTicket, columns: readonly LedgerColumn[]): boolean {
  const title = columnOf(columns, 'title');
  const seq = columnOf(columns, 'seq') ?? columnOf(columns, 'theirNo');
  if (!title) return false;
  const merge = grid.mergeAt(row, title.column);
  if (merge && merge.top < row) return !standsAlone(grid, row, current, columns, seq);
  const ownTitle = textOf(grid.own(row, title.column)) || textOf(grid.shown(row, title.column));
  const ownSeq = seq ? textOf(grid.own(row, seq.column)) : '';
  const first = current.rows[0]!.cells;
  if (ownTitle === '') return ownSeq === '' || (seq !== null && ownSeq === first[seq.letters]?.text);
  const measure = columnOf(columns, 'measures');
  if (!measure || !seq || ownTitle !== first[title.letters]?.text) return false;
  const seqGoesOn = ownSeq === '' ? grid.shown(row, seq.column) !== null : ownSeq === first[seq.letters]?.text;
  const measureText = textOf(grid.shown(row, measure.column));
  return (
    seqGoesOn && measureText !== '' && current.rows.every((above) => above.cells[measure.letters]?.text !== measureText)
  );
}

/** 3-1, 3-2 of 石桥镇, 柳河镇 beside one merged problem: a number and a unit of its own each make a matter of its own. */
function standsAlone(
  grid: Grid,
  row: number,
  { rows }: RawTicket,
  columns: readonly LedgerColumn[],
  seq: LedgerColumn | null,
): boolean {
  const above = rows.at(-1)!;
  const differs = (column: LedgerColumn | null) => {
    const own = column ? textOf(grid.own(row, column.column)) : '';
    const before = above.cells[column?.letters ?? ''];
    return own !== '' && before !== undefined && before.own && before.text !== own;
  };
  return differs(seq) && differs(columnOf(columns, 'leadUnit'));
}
