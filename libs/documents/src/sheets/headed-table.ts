import { AppError } from '@xiaohao/errors';
import { columnLetters } from './cell-address.js';
import type { Cell, Sheet } from './workbook.js';
import { readWorkbook } from './workbook-reader.js';

/** A table read by its headings; columns under other headings are left alone. */
export interface HeadedTable<Column extends string> {
  sheet: string;
  /** Letters of the column each heading stands in. */
  columns: Partial<Record<Column, string>>;
  /** Rows that say something in one of the columns. */
  rows: HeadedRow<Column>[];
}

export interface HeadedRow<Column extends string> {
  /** From 1, as the sheet numbers it. */
  number: number;
  cells: Partial<Record<Column, Cell>>;
}

const headingsWithin = 20;
const limits = { rows: 20_000, cells: 200_000, sheets: 50 };
const plain = (text: string) => text.normalize('NFKC').replace(/\s+/g, '');

/**
 * The first visible sheet with all headings that are needed, and what stands below them.
 * @throws noHeader, workbookTooLarge past `rowsAtMost`, and what `readWorkbook` throws
 */
export async function readHeadedTable<Column extends string>(
  file: { name: string; content: Buffer },
  headings: Readonly<Record<Column, string>>,
  needed: readonly Column[],
  rowsAtMost: number,
): Promise<HeadedTable<Column>> {
  const { sheets } = await readWorkbook(file.content, { fileName: file.name, limits });
  const names = Object.keys(headings) as Column[];
  for (const sheet of sheets.filter(({ hidden }) => hidden === 'visible')) {
    for (const { number, cells } of sheet.rows.filter((row) => row.number <= headingsWithin)) {
      const texts = cells.map((cell) => plain(cell?.text ?? ''));
      const places = new Map(
        names.flatMap((name) => {
          const at = texts.indexOf(plain(headings[name]));
          return at < 0 ? [] : [[name, at] as const];
        }),
      );
      if (needed.every((name) => places.has(name))) return tableBelow(sheet, number, places, rowsAtMost);
    }
  }
  const head = sheets[0]?.rows.slice(0, 3).map(({ cells }) => cells.map((cell) => cell?.text ?? '').join(' | '));
  throw new AppError('noHeader', { head: (head ?? []).join('；').slice(0, 200) });
}

function tableBelow<Column extends string>(
  sheet: Sheet,
  headingRow: number,
  places: ReadonlyMap<Column, number>,
  rowsAtMost: number,
): HeadedTable<Column> {
  const rows = sheet.rows
    .filter(({ number }) => number > headingRow)
    .map(({ number, cells }) => {
      const own = [...places].flatMap(([name, at]) => (cells[at] ? [[name, cells[at]] as const] : []));
      return { number, cells: Object.fromEntries(own) as HeadedRow<Column>['cells'] };
    })
    .filter((row) => (Object.values(row.cells) as Cell[]).some(({ text }) => text.trim() !== ''));
  if (rows.length > rowsAtMost) {
    throw new AppError('workbookTooLarge', { place: sheet.name, limit: `${rowsAtMost} rows` });
  }
  if (rows.length === 0)
    throw new AppError('inputMissing', { field: 'file', fieldLabel: `“${sheet.name}”表头下的内容` });
  const columns = Object.fromEntries([...places].map(([name, at]) => [name, columnLetters(at + 1)]));
  return { sheet: sheet.name, columns: columns as HeadedTable<Column>['columns'], rows };
}
