import { columnNumber } from '@xiaohao/documents';
import { cellLetters, type LedgerColumn } from '../headings/columns.js';
import type { SheetTable, StoredSheet } from '../stored-reading.js';

type Tables = Pick<StoredSheet, 'read' | 'tables'>;

/** The table of a row; null where the sheet has but one. */
export function tableAt({ tables }: Pick<StoredSheet, 'tables'>, row: number): SheetTable | null {
  return tables?.findLast(({ begins }) => begins < row) ?? null;
}

/** The letters under which the column at these letters is shown in a row; as they are where nothing of its table is known. */
export function lettersAt(sheet: Pick<StoredSheet, 'tables'>, row: number, letters: string): string {
  const table = tableAt(sheet, row);
  if (!table) return letters;
  return Object.keys(table.columns).find((shown) => table.columns[shown]!.at === letters) ?? '';
}

/** One list for all rows of a table: what is looked up in columns is remembered by their list. */
const lists = new WeakMap<SheetTable, readonly LedgerColumn[]>();

/** The columns the table of a row has, each where it stands there. */
export function columnsAt(sheet: Tables, row: number): readonly LedgerColumn[] {
  const table = tableAt(sheet, row);
  if (!table) return sheet.read;
  const known = lists.get(table);
  if (known) return known;
  const columns = sheet.read.flatMap((column) => {
    if (column.above !== undefined) return column;
    const own = table.columns[cellLetters(column.letters)];
    return own ? { ...column, column: columnNumber(own.at)!, heading: own.heading } : [];
  });
  lists.set(table, columns);
  return columns;
}
