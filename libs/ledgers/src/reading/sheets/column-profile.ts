import { createHash } from 'node:crypto';
import { columnLetters } from '@xiaohao/documents';
import type { Grid } from '../grid.js';
import { findHeader, readHeader, type Header } from '../headings/header.js';
import { squeezed } from '../headings/heading.js';
import type { ColumnMeaning } from '../headings/column-meanings.js';
import type { ColumnProfile, SheetChoice } from '../reading-options.js';
import { columnsUnder } from '../rows/sheet-tables.js';

/** The headings of a sheet by their columns, in their order. */
export type SheetShape = { letters: string; heading: string }[];

/** Headers are looked for this far down, as without a profile. */
const searchedRows = 40;

export function shapeOf({ headings }: Header): SheetShape {
  return headings.map(({ column, text, group }) => {
    return { letters: columnLetters(column), heading: group ? `${squeezed(group)}-${squeezed(text)}` : squeezed(text) };
  });
}

/** Equal for sheets with the same headings in the same order, wherever they stand. */
export function shapeKey(shape: SheetShape): string {
  return createHash('sha1')
    .update(JSON.stringify(shape.map(({ heading }) => heading)))
    .digest('base64');
}

export interface ProfiledChoice {
  choice: SheetChoice;
  /** The profile by which the sheet reads otherwise than it would by itself, also where a person does without it. */
  profile: ColumnProfile | null;
}

/** What a person chose for the sheet, and below that what was chosen for the same headings before. */
export function withProfile(
  grid: Grid,
  choice: SheetChoice,
  profiles: readonly ColumnProfile[] | undefined,
): ProfiledChoice {
  const alone: ProfiledChoice = { choice, profile: null };
  if (!profiles?.length || choice.headerRows) return alone;
  const found = findProfile(grid, new Map(profiles.map((profile) => [profile.shape, profile])));
  if (!found) return alone;
  const { header, profile } = found;
  const meanings: Record<string, ColumnMeaning> = {};
  shapeOf(header).forEach(({ letters }, at) => {
    const meaning = profile.meanings[at];
    if (meaning) meanings[letters] = meaning;
  });
  if (readsAlike(grid, header, meanings)) return alone;
  if (choice.profile === 'none') return { choice, profile };
  const columns = { ...meanings, ...choice.columns };
  return { choice: { ...choice, headerRows: header.rows, columns }, profile };
}

function findProfile(
  grid: Grid,
  byShape: ReadonlyMap<string, ColumnProfile>,
): { header: Header; profile: ColumnProfile } | null {
  for (const row of grid.rowNumbers.slice(0, searchedRows)) {
    for (const rows of [[row], [row, row + 1]]) {
      const header = readHeader(grid, rows);
      const profile = byShape.get(shapeKey(shapeOf(header)));
      if (profile) return { header, profile };
    }
  }
  return null;
}

function readsAlike(grid: Grid, header: Header, meanings: Readonly<Record<string, ColumnMeaning>>): boolean {
  const own = findHeader(grid);
  if (own?.rows.join() !== header.rows.join()) return false;
  return columnsUnder(grid, own).every(({ letters, meaning }) => (meanings[letters] ?? meaning) === meaning);
}
