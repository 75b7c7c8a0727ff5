import { officialCalendar } from '@xiaohao/calendar';
import type { ReadingOptions } from '../../libs/ledgers/src/reading/reading-options.js';
import { buildWorkbook, type TestCell } from './ledger-workbooks.js';

/** How a file is read when nobody chose anything, on 10 May 2022. */
export const readingOptions = (changes: Partial<ReadingOptions> = {}): ReadingOptions => ({
  kind: 'auto',
  year: null,
  baseDate: null,
  source: null,
  today: '2022-05-10',
  calendar: officialCalendar,
  ...changes,
});

/** A row as it is written in a test: cells parted by ｜, lines of a cell by ¶; what is empty is blank. */
export const writtenRow = (row: string): TestCell[] =>
  row.split('｜').map((cell) => (cell === '' ? null : cell.replaceAll('¶', '\n')));

/** One sheet of such rows, 台账. */
export const writtenLedger = (rows: readonly string[], merges: readonly string[] = []): Promise<Buffer> =>
  buildWorkbook([{ name: '台账', rows: rows.map(writtenRow), merges }]);
