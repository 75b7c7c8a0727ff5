import { columnLetters, columnNumber } from '@xiaohao/documents';
import { columnMeaningLabels } from '@xiaohao/messages';
import type { Header, Heading } from './header.js';
import { headingUnit, plainHeading, reporterColumns, squeezed, type HeadingMatch } from './heading.js';
import { areAssured, assuredAlone } from './assured-headings.js';
import { adjustedDeadlines, ofProblems } from './heading-patterns.js';
import { sharedMeanings, type ColumnMeaning } from './column-meanings.js';

/** What the colours of a ledger's lights stand for: 绿 → 整改到位. */
export type ColourLegend = Readonly<Record<string, string>>;

export interface LedgerColumn {
  column: number;
  /** Of the column; in a form the address of the value, for each field stands alone. */
  letters: string;
  meaning: ColumnMeaning;
  heading: string;
  /** Unit in the heading's brackets, e.g. 万元. */
  unit: string | null;
  strength: number;
  /** What its heading says where another column has that meaning. */
  wanted?: ColumnMeaning;
  /** Its heading may mean another thing as well; its cells decided. */
  byContent?: true;
  /** Tells who reported: its cells are not kept. */
  sealed?: true;
  /** A day for each of the measures, beside the deadline of the whole. */
  ofMeasures?: true;
  /** What a tick in its cells says. */
  tick?: string;
  /** What the colours in its cells stand for. */
  legend?: ColourLegend;
  /** The label of a line above the rows: its cells stand there, not in a column. */
  above?: string;
  /** The label inside the cells of the column whose letters stand before the colon. */
  part?: string;
}

/** Gives each column one meaning: of two that claim the same the stronger keeps it, the other falls back. */
export function resolveColumns(header: Header): LedgerColumn[] {
  const taken = new Set<ColumnMeaning>();
  const resolved = new Map<number, ColumnMeaning>();
  const free = (meaning: ColumnMeaning) => sharedMeanings.includes(meaning) || !taken.has(meaning);
  const give = (column: number, meaning: ColumnMeaning) => {
    resolved.set(column, meaning);
    taken.add(meaning);
  };
  const known = withAssured(header.headings);
  const headings = yieldingTitles(
    known.map((heading) => (tellsDifficulties(heading, header) ? { ...heading, match: null } : heading)),
  );
  const byStrength = headings.sort((a, b) => (b.match?.strength ?? 0) - (a.match?.strength ?? 0));
  for (const { column, match } of byStrength) if (match && free(match.meaning)) give(column, match.meaning);
  for (const { column, match } of byStrength) {
    if (resolved.has(column)) continue;
    give(column, match && free(match.otherwise) ? match.otherwise : 'details');
  }
  promoteTitle(resolved, taken);
  joinBesides(resolved, known);
  const ofMeasures = daysOfMeasures(resolved, known);
  const sealed = reporterColumns(header.headings);
  return known.map(({ column, text, group, match }) => ({
    column,
    letters: columnLetters(column),
    meaning: sealed.has(column) ? 'ignored' : resolved.get(column)!,
    ...(sealed.has(column) ? { sealed: true as const } : {}),
    heading: group ? `${plainHeading(group)}-${squeezed(text)}` : squeezed(text),
    unit: headingUnit(text),
    strength: ofMeasures.has(column) ? strengthOfMeasures : (match?.strength ?? 0),
    ...(ofMeasures.has(column) && { ofMeasures: true as const }),
    ...(match?.isTicked && { tick: plainHeading(text) }),
    ...(match && isAside(resolved.get(column)!, match) && { wanted: match.meaning }),
  }));
}

/** 责任落实, 措施落实, 资金落实, each a column: said of the hazard, whatever one of them would mean alone. */
function withAssured(headings: readonly Heading[]): readonly Heading[] {
  if (!areAssured(headings.map(({ text }) => text))) return headings;
  const match: HeadingMatch = { meaning: 'details', strength: 9, otherwise: 'details' };
  return headings.map((heading) => (assuredAlone(heading.text) === null ? heading : { ...heading, match }));
}

/** Kept as text for want of a meaning left for it. */
const isAside = (given: ColumnMeaning, { meaning }: HeadingMatch) => given === 'details' && meaning !== 'details';

/** 行政责任人 and 技术责任人 under one head are both persons; 调整后时限 beside 原定时限 is the deadline now. */
function joinBesides(resolved: Map<number, ColumnMeaning>, headings: readonly Heading[]): void {
  const holder = (meaning: ColumnMeaning) => headings.find(({ column }) => resolved.get(column) === meaning);
  const persons = holder('persons');
  const deadline = holder('deadline');
  for (const { column, text, group, match } of headings) {
    if (match?.meaning === 'persons' && group !== null && group === persons?.group) resolved.set(column, 'persons');
    if (match?.meaning !== 'deadline' || !deadline || column === deadline.column) continue;
    if (isAdjusted(text) !== isAdjusted(deadline.text)) resolved.set(column, 'deadline');
  }
}

/** Weaker than the deadline of the whole. */
const strengthOfMeasures = 1;
const measureTime = /(?:措施|举措).{0,6}(?:时间|日期|时限|期限|节点)$/;
const isActual = /实际|已/;
/** 预计完成时间 beside 措施完成时间: then the second tells when it was done. */
const isPlanned = /计划|预计|拟|要求|应|目标/;

/** 举措完成时间 beside 完成时限, or 完成时间 below 推进举措: by when each of the measures is due, not the whole. */
function daysOfMeasures(resolved: Map<number, ColumnMeaning>, headings: readonly Heading[]): ReadonlySet<number> {
  const deadlines = headings.filter(({ match, text }) => match?.meaning === 'deadline' && !isAdjusted(text));
  const written = ({ text, group }: Heading) => plainHeading(group ?? '') + plainHeading(text);
  const isOfMeasures = (heading: Heading) => measureTime.test(written(heading)) && !isActual.test(written(heading));
  const wholes = deadlines.filter((heading) => !isOfMeasures(heading));
  const [whole] = [...wholes].sort((a, b) => b.match!.strength - a.match!.strength);
  if (!whole) return new Set();
  const isDone = ({ match }: Heading) =>
    match?.meaning === 'completedOn' && !wholes.some(({ text }) => isPlanned.test(plainHeading(text)));
  const times = headings.filter(
    (heading) => isOfMeasures(heading) && (heading.match?.meaning === 'deadline' || isDone(heading)),
  );
  if (times.length === 0) return new Set();
  for (const { column } of [whole, ...times]) resolved.set(column, 'deadline');
  return new Set(times.map(({ column }) => column));
}

/** Tells the deadline as it was put off, beside the one first set. */
export function isAdjusted(heading: string): boolean {
  return adjustedDeadlines.test(plainHeading(heading));
}

const ofMeasures = /措施|举措|办法|对策/;
/** Below any other that claims to be the title. */
const yieldingStrength = 1;

/** 整改任务及措施, 整改任务 beside 巡视反馈具体问题: what is to be done yields to the words of a problem. */
function yieldingTitles(headings: readonly Heading[]): Heading[] {
  const written = ({ group, text }: Heading) => plainHeading(group ?? '') + plainHeading(text);
  const tellsMeasures = (heading: Heading) =>
    heading.match!.otherwise === 'measures' ||
    (ofMeasures.test(written(heading)) && !ofProblems.test(written(heading)));
  const titles = headings.filter(({ match }) => match?.meaning === 'title');
  const yields = titles.filter(tellsMeasures);
  if (!titles.some((heading) => !yields.includes(heading) && ofProblems.test(written(heading)))) return [...headings];
  return headings.map((heading) =>
    yields.includes(heading)
      ? { ...heading, match: { ...heading.match!, strength: yieldingStrength, otherwise: 'measures' } }
      : heading,
  );
}

const difficulties = /^(存在|主要|突出|遇到)/;

/** 存在问题 behind the progress of a task tells what is in its way; the task itself stands before. */
function tellsDifficulties({ column, text, match }: Heading, { headings }: Header): boolean {
  if (match?.meaning !== 'title' || !difficulties.test(squeezed(text))) return false;
  const before = headings.filter((other) => other.column < column).flatMap((other) => other.match ?? []);
  const named = before.some(({ meaning, strength }) => meaning === 'title' && strength > 3);
  return named && before.some(({ meaning }) => meaning === 'progress' || meaning === 'status');
}

/** A table that names no problem or task column still tells it somewhere: in its description, else in its item. */
function promoteTitle(resolved: Map<number, ColumnMeaning>, taken: Set<ColumnMeaning>): void {
  if (taken.has('title')) return;
  for (const meaning of ['description', 'item'] as const) {
    for (const [column, given] of resolved) {
      if (given !== meaning) continue;
      resolved.set(column, 'title');
      return;
    }
  }
}

/** Stronger than any heading: a person chose it. */
export const chosenStrength = 10;

/** Columns as a person set them. What they chose for one column no other column keeps, unless it may be shared. */
export function withChosenMeanings(
  columns: readonly LedgerColumn[],
  chosen: Readonly<Record<string, ColumnMeaning>>,
): LedgerColumn[] {
  const claimed = new Set(Object.values(chosen).filter((meaning) => !sharedMeanings.includes(meaning)));
  const kept = columns.map((column) => {
    const meaning = chosen[column.letters];
    if (meaning) return { ...column, meaning, strength: chosenStrength };
    return claimed.has(column.meaning) ? { ...column, meaning: 'details' as const, wanted: column.meaning } : column;
  });
  const without = Object.entries(chosen).filter(
    ([letters]) => columnNumber(letters) !== null && !columns.some((column) => column.letters === letters),
  );
  const added = without.map(([letters, meaning]) => ({
    column: columnNumber(letters)!,
    letters,
    meaning,
    heading: columnMeaningLabels[meaning][0],
    unit: null,
    strength: chosenStrength,
  }));
  return [...kept, ...added].sort((a, b) => a.column - b.column);
}

type ColumnsByMeaning = Map<ColumnMeaning, LedgerColumn[]>;
const indexes = new WeakMap<readonly LedgerColumn[], ColumnsByMeaning>();

/** All columns of a meaning, the strongest first. Looked up many times per row, so each list of columns is sorted once. */
export function columnsOf(columns: readonly LedgerColumn[], meaning: ColumnMeaning): readonly LedgerColumn[] {
  let index = indexes.get(columns);
  if (!index) indexes.set(columns, (index = byMeaning(columns)));
  return index.get(meaning) ?? [];
}

/** Of the column whose cells hold this one, which may be a part of them. */
export function cellLetters(letters: string): string {
  return letters.split(':')[0]!;
}

/** The cell of a column in a row of the ticket. */
export function addressIn(letters: string, row: number): string {
  const column = cellLetters(letters);
  return /\d/.test(column) ? column : `${column}${row}`;
}

/** The same where it stands in the file: a later table has places of its own for what is shown under one column. */
export function placeIn({ letters, column }: LedgerColumn, row: number): string {
  return addressIn(/\d/.test(letters) ? letters : columnLetters(column), row);
}

export function columnOf(columns: readonly LedgerColumn[], meaning: ColumnMeaning): LedgerColumn | null {
  return columnsOf(columns, meaning)[0] ?? null;
}

function byMeaning(columns: readonly LedgerColumn[]): ColumnsByMeaning {
  const index: ColumnsByMeaning = new Map();
  for (const column of [...columns].sort((a, b) => b.strength - a.strength)) {
    const others = index.get(column.meaning);
    if (others) others.push(column);
    else index.set(column.meaning, [column]);
  }
  return index;
}
