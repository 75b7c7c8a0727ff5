import type { DocumentParagraph, ListRow, TemplateSource } from '@xiaohao/documents';
import {
  closesList,
  fieldsIn,
  markedRows,
  openedBlock,
  rowMarkOf,
  rowsOf,
  runsOf,
  withoutListTags,
  wordsOf,
  type ContentCell,
  type ContentTable,
} from '../building/content-parts.js';
import { findReportWord } from '../building/report-words.js';

interface TemplateCell {
  text: string;
  span: number;
}

/** A table as it stands in somebody's own Word template, cell by cell. */
export interface OwnTable {
  kind: 'ownTable';
  width: number;
  headRows: number;
  rows: TemplateCell[][];
}

/** Of the paragraphs of one table. */
export function tableOf(paragraphs: readonly DocumentParagraph[]): OwnTable {
  const width = Math.max(...paragraphs.map(({ column, span }) => column + span));
  const rows = groupsOf(paragraphs, ({ row }) => row).map((row) => rowOf(row, width));
  return { kind: 'ownTable', width, headRows: headRowsOf(rows), rows };
}

/** Neighbours of one row or cell. */
function groupsOf(
  paragraphs: readonly DocumentParagraph[],
  idOf: (paragraph: DocumentParagraph) => number | null,
): DocumentParagraph[][] {
  const groups: DocumentParagraph[][] = [];
  for (const paragraph of paragraphs) {
    const last = groups.at(-1);
    if (last && idOf(last[0]!) === idOf(paragraph)) last.push(paragraph);
    else groups.push([paragraph]);
  }
  return groups;
}

/** Blank cells have no paragraphs: what lies between two written ones is one. */
function rowOf(paragraphs: readonly DocumentParagraph[], width: number): TemplateCell[] {
  const cells: TemplateCell[] = [];
  let column = 0;
  const fillTo = (end: number) => {
    for (; column < end; column++) cells.push({ text: '', span: 1 });
  };
  for (const [first, ...rest] of groupsOf(paragraphs, ({ cell }) => cell)) {
    fillTo(first!.column);
    cells.push({ text: [first!, ...rest].map(({ text }) => text).join('\n'), span: first!.span });
    column += first!.span;
  }
  fillTo(width);
  return cells;
}

/** Rows at the top without figures name the columns: one, and a second below merged cells. */
function headRowsOf(rows: readonly TemplateCell[][]): number {
  if (rows.length < 2 || !isHeading(rows[0]!)) return 0;
  const isMerged = rows[0]!.some(({ span }) => span > 1);
  return isMerged && rows.length > 2 && isHeading(rows[1]!) ? 2 : 1;
}

/** The words of the period may stand in a heading. */
const isHeading = (row: readonly TemplateCell[]) =>
  row.every(({ text }) =>
    [...text.matchAll(/\{([^{}]*)\}/g)].every(([, word]) => findReportWord(word!.trim()) !== null),
  );

/** The table with its tags filled; rows between the tags of a list stand once for each row of it. */
export function filledOwnTable(
  { width, headRows, rows }: OwnTable,
  source: TemplateSource,
  keyOf: (word: string) => string,
): ContentTable {
  const cellOf = ({ text, span }: TemplateCell, item: ListRow | null): ContentCell => ({
    runs: runsOf(text, source, keyOf, item),
    span,
  });
  const repeated = repeatedRows(rows.slice(headRows), source);
  const cells = repeated.map(({ row, item }) => row.map((cell) => cellOf(cell, item)));
  return {
    kind: 'table',
    columns: Array.from({ length: width }, () => ({ heading: '', width: 1, align: 'left' })),
    head: rows.slice(0, headRows).map((row) => row.map((cell) => cellOf(cell, null))),
    cells,
    rows: cells.map((row) => row.map(({ runs }) => wordsOf(runs))),
    ...markedRows(repeated.map(({ item }) => item)),
    fields: fieldsOf(repeated),
  };
}

/** Of the first row of each list, by the columns of the grid. */
function fieldsOf(repeated: readonly { row: TemplateCell[]; item: ListRow | null }[]): Record<string, string[][]> {
  const fields: Record<string, string[][]> = {};
  for (const { row, item } of repeated) {
    const list = item && rowMarkOf(item)?.key.split(':')[0];
    if (!list || fields[list]) continue;
    fields[list] = row.flatMap(({ text, span }) => [fieldsIn(text), ...Array.from({ length: span - 1 }, () => [])]);
  }
  return fields;
}

function repeatedRows(
  rows: readonly TemplateCell[][],
  source: TemplateSource,
): { row: TemplateCell[]; item: ListRow | null }[] {
  const repeated: { row: TemplateCell[]; item: ListRow | null }[] = [];
  for (let at = 0; at < rows.length; at++) {
    const open = rows[at]!.map(({ text }) => openedBlock(text)).find((one) => one !== null);
    if (!open) {
      repeated.push({ row: rows[at]!, item: null });
      continue;
    }
    const end = rows.findIndex((row, index) => index >= at && row.some(({ text }) => closesList(text, open.key)));
    const last = end < 0 ? at : end;
    const inside = rows
      .slice(at, last + 1)
      .map((row) => row.map((cell) => ({ ...cell, text: withoutListTags(cell.text, open.key) })));
    for (const item of rowsOf(open, source)) repeated.push(...inside.map((row) => ({ row, item })));
    at = last;
  }
  return repeated;
}
