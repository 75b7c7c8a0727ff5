import type { LedgerColumn } from './columns.js';
import { plainHeading } from './heading.js';
import { sourceHeadings } from './heading-patterns.js';

/** Of 编号 alone: in a table it counts rows. */
const bareNumberStrength = 4;

/** In a form nothing counts rows and 来源 tells of this ticket alone: 编号 is their number, 来源 its source. */
export function formColumns(columns: readonly LedgerColumn[]): LedgerColumn[] {
  const has = (...meanings: readonly LedgerColumn['meaning'][]) =>
    columns.some(({ meaning }) => meanings.includes(meaning));
  const source = has('source') ? undefined : columns.find(isSource);
  return columns.map((column) => {
    if (column === source) return { ...column, meaning: 'source' };
    if (column.meaning !== 'seq' || column.strength > bareNumberStrength) return column;
    return { ...column, meaning: has('theirNo', 'no') ? 'details' : 'theirNo' };
  });
}

const isSource = ({ meaning, heading }: LedgerColumn) =>
  meaning === 'details' && sourceHeadings.test(plainHeading(heading));
