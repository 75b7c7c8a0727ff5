import { readWorkbook } from '@xiaohao/documents';
import { calendarOf, type SpecialDays } from '@xiaohao/domain';
import { readSheetsInParts, type LedgerReading } from './ledger-reader.js';
import type { ReadingOptions } from './reading-options.js';
import type { ReadRow } from './sheets/read-row.js';
import type { StoredSheet } from './stored-reading.js';

/** All that reading a ledger needs, as plain data: it may be read in another thread. */
export interface ReadingTask {
  file: Uint8Array;
  fileName: string;
  options: Omit<ReadingOptions, 'calendar'>;
  days: SpecialDays;
}

/** What is told while it is read: how many rows its sheets have, then some hundred tickets at a time. */
export type ReadingPart =
  | { all: number }
  /** `sheet`: null where they are of the same one as those before. */
  | { rows: readonly ReadRow[]; sheet: StoredSheet | null };

/** In the end only what is told of the sheets: the rows are with whoever took them. */
export type SheetsRead = Omit<LedgerReading, 'rows'>;

export async function readInParts(
  { file, fileName, options, days }: ReadingTask,
  give: (part: ReadingPart) => Promise<void>,
): Promise<SheetsRead> {
  const workbook = await readWorkbook(Buffer.from(file.buffer, file.byteOffset, file.length), { fileName });
  await give({ all: workbook.sheets.reduce((sum, { rows }) => sum + rows.length, 0) });
  let before: StoredSheet | null = null;
  return readSheetsInParts(workbook, fileName, { ...options, calendar: calendarOf(days) }, async (rows, sheet) => {
    const told = sheet === before ? null : sheet;
    before = sheet;
    await give({ rows, sheet: told });
  });
}
