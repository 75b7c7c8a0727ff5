import type { ImportSheet } from '../../api/imports.js';

const fates = ['field', 'text', 'origin', 'nothing'] as const;
export type Fate = (typeof fates)[number];

export interface FateGroup {
  fate: Fate;
  /** `all`: cells the column has, of which `count` went this way. */
  columns: { letter: string; heading: string; count: number; all: number }[];
}

/** Where the columns of a sheet went, each under every way its cells took. */
export function fateGroups(
  { fates: counted = {}, headings }: Pick<ImportSheet, 'fates' | 'headings'>,
  letters: readonly string[],
): FateGroup[] {
  const groups = fates.map((fate) => ({
    fate,
    columns: letters.flatMap((letter) => {
      const counts = counted[letter] ?? {};
      const all = Object.values(counts).reduce((sum, count) => sum + count, 0);
      const count = counts[fate] ?? 0;
      return count > 0 ? [{ letter, heading: headings[letter] ?? '', count, all }] : [];
    }),
  }));
  return groups.filter(({ columns }) => columns.length > 0);
}
