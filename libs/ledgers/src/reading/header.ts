import { textOf, type Grid } from './grid.js';
import { isHeadWord } from './head-words.js';
import { matchHeading, squeezed, type HeadingMatch } from './heading.js';
import type { ColumnMeaning } from './heading-synonyms.js';

export interface Heading {
  column: number;
  text: string;
  /** Head above it in a two-row header. */
  group: string | null;
  match: HeadingMatch | null;
}

export interface Header {
  rows: number[];
  headings: Heading[];
}

/** Titles and filling notes stand above a header; nobody writes more of them than this. */
const searchedRows = 40;
const leastMatches = 3;
/** So many known headings make a header, whatever else stands beside them. */
const enoughMatches = 5;

/**
 * The row, or two rows, whose cells read most like headings; null when no row does. Of several tables on a sheet the first
 * one that heads problems or tasks.
 */
export function findHeader(grid: Grid): Header | null {
  const candidates = grid.rowNumbers.slice(0, searchedRows).flatMap((row) => headerAt(grid, row) ?? []);
  const best = bestOf(candidates);
  if (best === null) return null;
  const first = candidates.find((header) => headsTickets(header) && header.rows.at(-1)! + 1 < best.rows[0]!);
  return first ? bestOf(candidates.filter(({ rows }) => rows[0]! <= first.rows.at(-1)!)) : best;
}

function bestOf(candidates: readonly Header[]): Header | null {
  return candidates.reduce<Header | null>((a, b) => (a === null || scoreOf(b) > scoreOf(a) ? b : a), null);
}

/** The row as a header, alone or with the row below it; null where it is none. */
export function headerAt(grid: Grid, row: number): Header | null {
  const [one, two] = [readHeader(grid, [row]), twoRowHeader(grid, row)];
  const plausible = [one, two].filter((header) => header !== null && isPlausible(header)) as Header[];
  if (two && plausible.includes(two) && (isStacked(grid, row) || isTicked(two))) return two;
  return plausible.length === 2 && scoreOf(two!) > scoreOf(one) ? two : (plausible[0] ?? null);
}

/** Whatever hangs below a head is there to be ticked. */
function isTicked({ headings }: Header): boolean {
  const hanging = headings.filter(({ group }) => group !== null);
  return hanging.length > 1 && hanging.every(({ match }) => match?.isTicked);
}

/** Names the problem or task of each row, and something to be said of it in words of the table. */
export function headsTickets({ headings }: Header): boolean {
  const named = headings.filter(({ match }) => match !== null && match.strength > 2);
  return named.length >= leastMatches && headings.some(({ match }) => match?.meaning === 'title');
}

/** The headings of rows a person pointed at. */
export function readHeader(grid: Grid, rows: readonly number[]): Header {
  const [top, below] = [rows[0]!, rows.length > 1 ? rows.at(-1)! : null];
  const headings: Heading[] = [];
  for (let column = 1; column <= grid.lastColumn; column += 1) {
    const upper = textOf(grid.shown(top, column));
    const isBelow = below !== null && !sameArea(grid, top, below, column) && !isHeadAlone(grid, top, below, column);
    const lower = isBelow ? textOf(grid.own(below, column)) : '';
    if (upper === '' && lower === '') continue;
    // A head merged over several columns names the first of them only when nothing stands below.
    const goesOn = lower !== '' && headGoesOn(grid, top, column);
    const group = lower === '' || goesOn ? null : upper || groupBefore(grid, top, column) || null;
    if (lower === '' && !grid.own(top, column)) continue;
    const text = goesOn ? upper + lower : lower || upper;
    headings.push({ column, text, group, match: matchHeading(text, group) });
  }
  return { rows: below === null ? [top] : [top, below], headings };
}

/** A head over one column, which a word below it names no better. */
function isHeadAlone(grid: Grid, top: number, below: number, column: number): boolean {
  const isOverOne = grid.own(top, column) !== null && !spansColumns(grid, top, column);
  return isOverOne && !headGoesOn(grid, top, column) && isHeadWord(textOf(grid.own(below, column)));
}

/** 资金 above （万元）: one heading in two cells. */
function headGoesOn(grid: Grid, top: number, column: number): boolean {
  return grid.mergeAt(top, column) === null && bracketed.test(textOf(grid.own(top + 1, column)));
}

const bracketed = /^[(（【[].*[)）】\]]$/;

/** Heads merged over both rows: what stands between them in the lower row is a heading, whatever it says. */
function isStacked(grid: Grid, top: number): boolean {
  for (let column = 1; column <= grid.lastColumn; column += 1) {
    if (sameArea(grid, top, top + 1, column) && grid.mergeAt(top, column)!.bottom === top + 1) return true;
  }
  return false;
}

/**
 * Two rows make one header when everything in the lower row hangs under a head that spans several columns. One head over
 * all of them is a title.
 */
function twoRowHeader(grid: Grid, top: number): Header | null {
  const below = top + 1;
  let hanging = 0;
  let heads = 0;
  for (let column = 1; column <= grid.lastColumn; column += 1) {
    if (grid.own(top, column)) heads += 1;
    if (sameArea(grid, top, below, column) || !grid.own(below, column)) continue;
    if (spansColumns(grid, top, column)) hanging += 1;
    else if (!(headGoesOn(grid, top, column) && isStacked(grid, top)) && !areHeadWords(grid, below)) return null;
  }
  return hanging >= 2 && heads >= 2 ? readHeader(grid, [top, below]) : null;
}

/** 科室 below 责任单位, 时间 below 整改期限: every cell of the line is a word of a heading, and none numbers it. */
function areHeadWords(grid: Grid, row: number): boolean {
  const texts = Array.from({ length: grid.lastColumn }, (_, at) => textOf(grid.own(row, at + 1)));
  return texts[0] === '' && texts.every((text) => text === '' || isHeadWord(text));
}

function sameArea(grid: Grid, top: number, below: number, column: number): boolean {
  const merge = grid.mergeAt(top, column);
  return merge !== null && merge === grid.mergeAt(below, column);
}

/** True for a head over several columns, merged or with empty cells beside it, and for those empty cells. */
function spansColumns(grid: Grid, row: number, column: number): boolean {
  const merge = grid.mergeAt(row, column);
  if (merge) return merge.right > merge.left && merge.bottom === row;
  if (grid.own(row, column) === null) return true;
  return grid.mergeAt(row, column + 1) === null && grid.own(row, column + 1) === null && column < grid.lastColumn;
}

function groupBefore(grid: Grid, row: number, column: number): string {
  for (let left = column - 1; left >= 1; left -= 1) {
    const text = textOf(grid.shown(row, left));
    if (text !== '') return text;
  }
  return '';
}

function isPlausible({ headings }: Header): boolean {
  const texts = new Set(headings.map((heading) => squeezed(heading.text)));
  const matched = headings.filter((heading) => heading.match !== null).length;
  const mostly = matched * 2 >= headings.length || matched >= enoughMatches || asksWhoAndWhen(headings);
  return matched >= leastMatches && texts.size >= leastMatches && mostly;
}

/** A unit and a deadline, word by word: no row of a table has both. */
function asksWhoAndWhen(headings: readonly Heading[]): boolean {
  const asks = (meaning: ColumnMeaning) =>
    headings.some(({ match }) => match?.meaning === meaning && match.strength > 2);
  return asks('leadUnit') && asks('deadline');
}

function scoreOf({ rows, headings }: Header): number {
  const meanings = new Set<string>();
  let score = 0;
  for (const { match } of headings) {
    if (match === null) continue;
    if (match.meaning === 'details') score += 0.4;
    else if (!meanings.has(match.meaning)) score += match.strength <= 2 ? 0.7 : 1;
    meanings.add(match.meaning);
  }
  // A title row above a plain header reads as well as the header alone; the second row must add something.
  return score + (meanings.has('title') ? 1 : 0) + (meanings.has('deadline') ? 0.5 : 0) - (rows.length - 1) * 0.25;
}
