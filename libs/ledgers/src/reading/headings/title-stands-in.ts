import type { LedgerColumn } from './columns.js';
import { textOf, type Grid } from '../grid.js';
import type { Header } from './header.js';
import type { ColumnMeaning } from './heading-synonyms.js';
import { placeOf } from './place-columns.js';

/** Rows looked at to tell which column says most. */
const sampledRows = 200;
/** A column whose texts are shorter on average states no problem. */
const leastLength = 4;
/** Beside a unit and a person one of these tells a ledger from a roster. */
const tellsOfWork: readonly ColumnMeaning[] = ['measures', 'progress', 'status', 'struckOff', 'progressPercent'];

/**
 * Where a table says who acts and by when but names no column of problems, the longest texts under a heading nobody knows
 * are taken for them, at last the site or place itself. Their column has strength 0, by which the sheet says so.
 */
export function withTitleStandingIn(grid: Grid, header: Header, columns: readonly LedgerColumn[]): LedgerColumn[] {
  const has = (...meanings: readonly ColumnMeaning[]) => columns.some(({ meaning }) => meanings.includes(meaning));
  const isLedger = has('leadUnit') && (has('deadline') || (has('persons') && has(...tellsOfWork)));
  if (has('title') || !isLedger) return [...columns];
  const below = grid.rowNumbers.filter((row) => row > header.rows.at(-1)!).slice(0, sampledRows);
  const unknown = columns.filter(({ meaning, strength, sealed }) => meaning === 'details' && strength === 0 && !sealed);
  const measured = unknown.map((column) => ({ column, length: averageLength(grid, below, column.column) }));
  const longest = measured.reduce<(typeof measured)[number] | null>(
    (a, b) => (a === null || b.length > a.length ? b : a),
    null,
  );
  const named = longest !== null && longest.length >= leastLength ? longest.column : null;
  const stands = named ?? columns.find(({ meaning }) => meaning === 'site') ?? placeOf(columns);
  return columns.map((column) => (column === stands ? { ...column, meaning: 'title', strength: 0 } : column));
}

/** Of the words in its cells; numbers and days count nothing. */
function averageLength(grid: Grid, rows: readonly number[], column: number): number {
  const texts = rows
    .map((row) => textOf(grid.own(row, column)).replace(/[^\p{Letter}]/gu, ''))
    .filter((text) => text !== '');
  return texts.length === 0 ? 0 : texts.reduce((sum, text) => sum + text.length, 0) / texts.length;
}
