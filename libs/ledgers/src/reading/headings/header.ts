import { textOf, type Grid } from '../grid.js';
import { isHeadWord } from './head-words.js';
import { matchHeading, squeezed, type HeadingMatch } from './heading.js';
import type { ColumnMeaning } from './column-meanings.js';

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
  if (best === null) return narrowHeader(grid);
  const first = candidates.find((header) => headsTickets(header) && header.rows.at(-1)! + 1 < best.rows[0]!);
  return first ? bestOf(candidates.filter(({ rows }) => rows[0]! <= first.rows.at(-1)!)) : best;
}

/** What a list of no more than two columns says of its tasks. */
const besideTasks: readonly ColumnMeaning[] = ['leadUnit', 'supportUnits', 'persons', 'leader', 'deadline', 'progress'];

/** 任务｜责任人: two headings and no more, both known, and a row that fills both below. */
function narrowHeader(grid: Grid): Header | null {
  for (const [at, row] of grid.rowNumbers.slice(0, searchedRows).entries()) {
    const header = readHeader(grid, [row]);
    if (header.headings.length !== 2) continue;
    const meanings = header.headings.map(({ match }) => match?.meaning);
    const isHeader = meanings.includes('title') && besideTasks.some((meaning) => meanings.includes(meaning));
    const isFilled = grid.rowNumbers.slice(at + 1).some((under) => fills(grid, under, header));
    if (isHeader && isFilled) return header;
  }
  return null;
}

function fills(grid: Grid, row: number, { headings }: Header): boolean {
  return headings.every(({ column }) => {
    const text = textOf(grid.own(row, column));
    return text !== '' && matchHeading(text) === null;
  });
}

function bestOf(candidates: readonly Header[]): Header | null {
  return candidates.reduce<Header | null>((a, b) => (a === null || scoreOf(b) > scoreOf(a) ? b : a), null);
}

/** The row as a header, alone or with the rows below it; null where it is none. */
export function headerAt(grid: Grid, row: number): Header | null {
  const tall = threeRowHeader(grid, row);
  if (tall && isPlausible(tall)) return tall;
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

/** The headings of the rows of a header, from the top; a person may have pointed at them. */
export function readHeader(grid: Grid, rows: readonly number[]): Header {
  const headings: Heading[] = [];
  for (let column = 1; column <= grid.lastColumn; column += 1) {
    const heading = headingOf(grid, rows, column);
    if (heading) headings.push({ column, ...heading });
  }
  return { rows: [...rows], headings };
}

/** The lowest words over a column and the heads above them, of which the nearest that tells something is its group. */
function headingOf(grid: Grid, rows: readonly number[], column: number): Omit<Heading, 'column'> | null {
  const own = (row: number) => textOf(grid.own(row, column));
  const depth = rows.findLastIndex((row, at) => {
    const above = rows[at - 1];
    if (above === undefined || sameArea(grid, above, row, column)) return false;
    return own(row) !== '' && !isHeadAlone(grid, above, row, column);
  });
  const [top] = rows as [number];
  // A head merged over several columns names the first of them only when nothing stands below.
  if (depth < 0) return own(top) === '' ? null : { text: own(top), group: null, match: matchHeading(own(top), null) };
  const [above, row] = [rows[depth - 1]!, rows[depth]!];
  const heads = rows.slice(0, depth).map((head) => textOf(grid.shown(head, column)));
  const goesOn = headGoesOn(grid, above, row, column);
  const text = goesOn ? heads.pop()! + own(row) : own(row);
  const groups = [...new Set(heads.filter((head) => head !== ''))].reverse();
  if (groups.length === 0 && !goesOn) groups.push(groupBefore(grid, top, column));
  const [nearest = ''] = groups;
  const telling = groups.find((head) => matchHeading(text, head) !== null) ?? nearest;
  const group = telling === '' ? null : telling;
  return { text, group, match: matchHeading(text, group) };
}

/** A head over one column, which a word below it names no better. */
function isHeadAlone(grid: Grid, above: number, row: number, column: number): boolean {
  const isOverOne = grid.own(above, column) !== null && !spansColumns(grid, above, column);
  return isOverOne && !headGoesOn(grid, above, row, column) && isHeadWord(textOf(grid.own(row, column)));
}

/** 资金 above （万元）: one heading in two cells. */
function headGoesOn(grid: Grid, above: number, row: number, column: number): boolean {
  return grid.mergeAt(above, column) === null && bracketed.test(textOf(grid.own(row, column)));
}

const bracketed = /^[(（【[].*[)）】\]]$/;

/** Heads merged over both rows: what stands between them in the lower row is a heading, whatever it says. */
function isStacked(grid: Grid, top: number): boolean {
  for (let column = 1; column <= grid.lastColumn; column += 1) {
    if (sameArea(grid, top, top + 1, column) && grid.mergeAt(top, column)!.bottom === top + 1) return true;
  }
  return false;
}

/** Several heads are merged over three rows: 序号, 完成时限 beside 进展情况 above 第二季度 above 4月. */
function threeRowHeader(grid: Grid, top: number): Header | null {
  let tall = 0;
  for (let column = 1; column <= grid.lastColumn; column += 1) {
    const merge = grid.mergeAt(top, column);
    if (merge && merge.top === top && merge.bottom === top + 2 && merge.left === column) tall += 1;
  }
  return tall >= 2 ? readHeader(grid, [top, top + 1, top + 2]) : null;
}

/**
 * Two rows make one header when everything in the lower row hangs under a head that spans several columns, or some heads
 * are merged over both. One head over all of them is a title.
 */
function twoRowHeader(grid: Grid, top: number): Header | null {
  const below = top + 1;
  const stacked = isStacked(grid, top);
  let hanging = 0;
  let heads = 0;
  for (let column = 1; column <= grid.lastColumn; column += 1) {
    if (grid.own(top, column)) heads += 1;
    if (sameArea(grid, top, below, column) || !grid.own(below, column)) continue;
    if (spansColumns(grid, top, column)) hanging += 1;
    else if (!stacked && !areHeadWords(grid, below)) return null;
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
