import { hash } from 'node:crypto';
import type { LedgerColumn } from '../headings/columns.js';
import { seqHeading } from '../headings/heading.js';
import type { RawTicket } from '../rows/raw-row.js';
import { numberAndWords } from './twins.js';

/**
 * What makes two rows the same: the issuing office's number and the words of the problem where there is such a number, else
 * every mapped cell. The number in the sheet never counts, it restarts on every sheet.
 */
export function duplicateKey(raw: RawTicket, columns: readonly LedgerColumn[]): string {
  // Kept with every row: a hash is a fraction of the cells it stands for.
  return hash('sha1', numberAndWords(raw, columns) ?? mappedCells(raw, columns), 'base64');
}

function mappedCells(raw: RawTicket, columns: readonly LedgerColumn[]): string {
  // No text holds a NUL: of two rows that differ the joined cells differ too.
  let cells = raw.itemAbove ?? '';
  for (const { cells: row } of raw.rows) {
    for (const column of columns) {
      const { letters, meaning } = column;
      if (meaning !== 'ignored' && !countsRows(column)) cells += `\0${meaning}\0${row[letters]?.text ?? ''}`;
    }
    cells += '\0\0';
  }
  return cells;
}

/** 序号, also where its numbers are names: it restarts on every sheet. */
const countsRows = ({ meaning, heading }: LedgerColumn) =>
  meaning === 'seq' || (meaning === 'theirNo' && seqHeading.test(heading));
