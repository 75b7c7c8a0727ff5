import type { CellMemory } from '../tickets/cell-memory.js';
import { lettersOf } from '../tickets/column-posts.js';
import { duplicateKey } from '../tickets/duplicate-key.js';
import type { IgnoredRow } from '../preview.js';
import type { RawTicket } from '../rows/raw-row.js';
import type { ReadingOptions } from '../reading-options.js';
import { openSheetFindings, type SheetFindings } from './sheet-findings.js';
import type { StoredRow, StoredSheet } from '../stored-reading.js';
import { readTicket } from '../tickets/ticket-reader.js';
import type { NumberedWords } from '../tickets/twins.js';

export type ReadRow = Omit<StoredRow, 'found'>;

/** Takes rows as they are read, in order and no more than some hundred at once; the next follow when it returns. */
export type TakeRows = (rows: readonly ReadRow[], sheet: StoredSheet) => Promise<void>;

/** What was read so far, and who takes the rows. */
export interface Reading {
  sheets: StoredSheet[];
  ignored: IgnoredRow[];
  take: TakeRows;
  /** What the sheets before say under their numbers; missing in a file of one sheet. */
  numbered?: NumberedWords;
}

/** Reads one ticket from its kept cells, as the whole sheet would give it. */
export function rereadRow(raw: RawTicket, sheet: StoredSheet, options: ReadingOptions): ReadRow {
  const posts = (sheet.findings ?? []).filter(({ code }) => code === 'personPost').map(({ cell }) => lettersOf(cell));
  const ofColumn = sheet.read.filter(({ letters }) => posts.includes(letters));
  const known = ofColumn.map((column) => ({ column, count: 0, example: '' }));
  return readRow(raw, sheet, options, openSheetFindings(sheet, [], sheet.role === 'form' ? null : 0, known));
}

export function readRow(
  raw: RawTicket,
  sheet: StoredSheet,
  options: ReadingOptions,
  findings: SheetFindings,
  memory?: CellMemory,
): ReadRow {
  const { preview, lacks } = findings.rowAlone(readTicket(raw, sheet, options, memory));
  return { raw, preview, key: duplicateKey(raw, sheet.read), lacks };
}
