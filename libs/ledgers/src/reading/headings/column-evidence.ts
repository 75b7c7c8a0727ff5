import { guessByCells } from '@xiaohao/domain';
import { chosenStrength, type LedgerColumn } from './columns.js';
import { textOf, type Grid } from '../grid.js';
import type { Header } from './header.js';
import { plainHeading } from './heading.js';
import { ofProblems } from './heading-patterns.js';
import type { ColumnMeaning } from './column-meanings.js';
import { sampledRows } from './sampled-rows.js';
import { besideMatter } from './title-stands-in.js';

/** Headings read by a rule, or of several uses: their cells may overrule them. */
const weakStrength = 3;
/** Fewer rows prove nothing. */
const fewestRows = 3;
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

const evidenceOf = (grid: Grid, header: Header, { column }: LedgerColumn) =>
  evidence(grid, header, (row) => textOf(grid.shown(row, column)));
/** A cell merged over several rows once. */
const ownEvidence = (grid: Grid, header: Header, { column }: LedgerColumn) =>
  evidence(grid, header, (row) => textOf(grid.own(row, column)));

function evidence(grid: Grid, header: Header, textIn: (row: number) => string): Evidence {
  const texts = sampledRows(grid, header)
    .map(textIn)
    .filter((text) => text !== '');
  const signs = texts.reduce((sum, text) => sum + text.length, 0);
  return { rows: texts.length, distinct: new Set(texts).size, length: signs / Math.max(1, texts.length), texts };
}

const isLoose = ({ sealed, part, above }: LedgerColumn) => !sealed && part === undefined && above === undefined;
const isWeak = (column: LedgerColumn) => column.strength <= weakStrength && isLoose(column);

/** What a heading calls what is to be done. */
const ofTasks = /任务|事项|目标|工作(?:内容|要求)?$|扣分|失分/;
/** Texts so short only name what the matter is about. */
const longestName = 6;

/**
 * A title that stands once over several rows, is blank in most of them or only names what they are about, beside a column of
 * other words for each of them that is headed by a problem or a task.
 */
function withTitleOfProblems(grid: Grid, header: Header, columns: LedgerColumn[]): LedgerColumn[] {
  const title = columns.find(({ meaning }) => meaning === 'title');
  if (!title || !isLoose(title)) return columns;
  const matters = columns.filter((column) => column !== title && isLoose(column) && mayBeMatter(column));
  if (matters.length === 0) return columns;
  const above = evidenceOf(grid, header, title);
  const own = ownEvidence(grid, header, title);
  const groups = isWeak(title) && above.distinct * 2 <= above.rows;
  const saysMatter = [ofProblems, ofTasks].some((words) => words.test(plainHeading(title.heading)));
  const names = above.length <= longestName && !saysMatter;
  const isSparseBeside = (column: LedgerColumn) => above.rows * 2 <= evidenceOf(grid, header, column).rows;
  const beats = (column: LedgerColumn) => {
    const { rows, distinct, length } = ownEvidence(grid, header, column);
    if (rows < fewestRows || distinct * 10 < rows * 9 || length < leastLength) return false;
    const isProblem = ofProblems.test(plainHeading(column.heading)) || /[扣失]分/.test(column.heading);
    const isOfEach = groups && isWeak(column) && rows * 2 > above.rows && own.rows * 2 <= rows && length > above.length;
    const isNamed = isWeak(title) && names && isProblem && rows >= own.rows && length >= above.length * 2;
    return isSparseBeside(column) || isOfEach || isNamed;
  };
  const fuller = (a: LedgerColumn, b: LedgerColumn) => {
    const [one, other] = [ownEvidence(grid, header, a), ownEvidence(grid, header, b)];
    return other.distinct - one.distinct || other.length - one.length;
  };
  const [better] = matters.filter(beats).sort(fuller);
  if (!better) return columns;
  const isItemFree =
    !isSparseBeside(better) && !columns.some((column) => column.meaning === 'item' && column !== better);
  return told(columns, [
    [better, 'title'],
    [title, isItemFree ? 'item' : 'details'],
  ]);
}

/** 问题来源 names no problem, whatever is said before 问题 at the end. */
const endsInProblems = /(?:问题|隐患|不足|情形)$/;

function mayBeMatter({ meaning, heading }: LedgerColumn): boolean {
  const own = plainHeading(heading);
  const isFree = meaning === 'details' || meaning === 'description' || meaning === 'item';
  return (
    isFree && (endsInProblems.test(own) || ((ofProblems.test(own) || ofTasks.test(own)) && !besideMatter.test(own)))
  );
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
