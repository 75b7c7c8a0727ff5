import { guessByCells } from '@xiaohao/domain';
import { chosenStrength, type LedgerColumn } from './columns.js';
import { textOf, type Grid } from '../grid.js';
import type { Header } from './header.js';
import { plainHeading } from './heading.js';
import { ofProblems } from './heading-patterns.js';
import type { ColumnMeaning } from './heading-synonyms.js';

/** Rows looked at to tell what a column holds. */
const sampledRows = 60;
/** Headings read by a rule, or of several uses: their cells may overrule them. */
const weakStrength = 3;
/** Shorter texts state no problem. */
const leastLength = 8;

/** What the cells of a column are like, each row with what it shows. */
interface Evidence {
  rows: number;
  /** Different texts among them. */
  distinct: number;
  /** Signs of a text on average. */
  length: number;
  texts: readonly string[];
}

/** Whose cells say what their headings do not: the better column takes the meaning, and the sheet tells of both. */
export function withBetterColumns(grid: Grid, header: Header, columns: readonly LedgerColumn[]): LedgerColumn[] {
  return [withTitleOfProblems, withLeadOfUnits].reduce((known, better) => better(grid, header, known), [...columns]);
}

function evidenceOf(grid: Grid, { rows }: Header, { column }: LedgerColumn): Evidence {
  const below = grid.rowNumbers.filter((row) => row > rows.at(-1)!).slice(0, sampledRows);
  const texts = below.map((row) => textOf(grid.shown(row, column))).filter((text) => text !== '');
  const signs = texts.reduce((sum, text) => sum + text.length, 0);
  return { rows: texts.length, distinct: new Set(texts).size, length: signs / Math.max(1, texts.length), texts };
}

const isWeak = ({ strength, sealed, part, above }: LedgerColumn) =>
  strength <= weakStrength && strength < chosenStrength && !sealed && part === undefined && above === undefined;

/** A title that stands once over several rows, beside a column of other words for each of them that is headed by a problem. */
function withTitleOfProblems(grid: Grid, header: Header, columns: LedgerColumn[]): LedgerColumn[] {
  const title = columns.find(({ meaning }) => meaning === 'title');
  if (!title || !isWeak(title)) return columns;
  const named = columns.filter(
    (column) =>
      (column.meaning === 'details' || column.meaning === 'description') &&
      isWeak(column) &&
      ofProblems.test(plainHeading(column.heading)),
  );
  if (named.length === 0) return columns;
  const above = evidenceOf(grid, header, title);
  if (above.distinct * 2 > above.rows) return columns;
  const isOfEach = ({ rows, distinct, length }: Evidence) =>
    rows * 2 > above.rows && distinct * 10 >= rows * 9 && length >= leastLength && length > above.length;
  const better = named.find((column) => isOfEach(evidenceOf(grid, header, column)));
  if (!better) return columns;
  const isItemFree = !columns.some(({ meaning }) => meaning === 'item');
  return told(columns, [
    [better, 'title'],
    [title, isItemFree ? 'item' : 'details'],
  ]);
}

/** Nobody but people in the column of units, and units in one whose heading says nothing. */
function withLeadOfUnits(grid: Grid, header: Header, columns: LedgerColumn[]): LedgerColumn[] {
  const lead = columns.find(({ meaning }) => meaning === 'leadUnit');
  const unknown = columns.filter(({ meaning, strength, sealed }) => meaning === 'details' && strength === 0 && !sealed);
  if (!lead || unknown.length === 0 || lead.strength >= chosenStrength) return columns;
  const isOf = (column: LedgerColumn, meanings: readonly ColumnMeaning[]) => {
    const guess = guessByCells('', evidenceOf(grid, header, column).texts);
    return guess !== null && meanings.includes(guess);
  };
  if (!isOf(lead, ['persons', 'leader'])) return columns;
  const better = unknown.find((column) => isOf(column, ['leadUnit', 'supportUnits']));
  if (!better) return columns;
  const arePersonsFree = !columns.some(({ meaning }) => meaning === 'persons');
  return told(columns, [
    [better, 'leadUnit'],
    [lead, arePersonsFree ? 'persons' : 'details'],
  ]);
}

function told(columns: readonly LedgerColumn[], given: readonly (readonly [LedgerColumn, ColumnMeaning])[]) {
  return columns.map((column) => {
    const change = given.find(([one]) => one === column);
    return change ? { ...column, meaning: change[1], wanted: undefined, byContent: true as const } : column;
  });
}
