import type { SheetFinding } from '../preview.js';
import type { StoredSheet } from '../stored-reading.js';
import { sheetFinding } from './sheet-findings.js';

/** How many rows bear a key and become no ticket for which it is said, by `leftOutKey`. */
export type LeftOut = ReadonlyMap<string, number>;

export const leftOutKey = (sheet: string, key: string): string => JSON.stringify([sheet, key]);

/** What is said of a sheet, counted by the rows that become tickets: doubles and rows left out lack nothing. */
export function findingsInTheEnd(
  { name, findings = [] }: Pick<StoredSheet, 'name' | 'findings'>,
  leftOut: LeftOut,
): SheetFinding[] {
  return findings.flatMap(({ counted, ...said }) => {
    if (!counted) return said;
    const count = Number(counted.values['count']) - (leftOut.get(leftOutKey(name, counted.key)) ?? 0);
    return count > 0 ? sheetFinding(said.code, said.cell, said.raw, { ...counted.values, count: String(count) }) : [];
  });
}
