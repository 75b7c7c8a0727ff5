import { guessByCells } from '@xiaohao/domain';
import { columnMeaningLabels, levelLabels, sheetFindingTexts, sheetTableWords } from '@xiaohao/messages';
import { addressIn, chosenStrength, columnsOf, type LedgerColumn } from '../headings/columns.js';
import { outcomeText, toldOutcomes } from '../tickets/ticket-outcomes.js';
import { immediateFrom } from '../tickets/ticket-deadline.js';
import { isOfColumn, type ColumnOfPosts } from '../tickets/column-posts.js';
import { progressDay } from '../tickets/row-state.js';
import { itemHeadings } from '../headings/heading-patterns.js';
import { sharedMeanings, type ColumnMeaning } from '../headings/column-meanings.js';
import {
  shortened,
  type Finding,
  type FindingCode,
  type PreviewTicket,
  type SheetFinding,
  type SheetFindingCode,
} from '../preview.js';
import { cellsUnder, countCells, type RawTicket } from '../rows/raw-row.js';
import type { StoredSheet } from '../stored-reading.js';
import { columnsAt, tableAt } from '../rows/table-columns.js';

/** What a row lacks, and the columns that would tell it: where a sheet has none of them it is said once of the sheet. */
const lacking = {
  deadlineMissing: ['deadline', 'rectifyKind'],
  leadUnitMissing: ['leadUnit', 'site'],
  statusUnknown: ['struckOff', 'status', 'progressPercent', 'progress', 'struckOffOn', 'completedOn'],
  raisedOnAssumed: ['raisedOn', 'assignedOn'],
  immediateCounted: ['raisedOn', 'assignedOn'],
  immediateDays: [],
  immediateByDay: [],
  closedOnAssumed: ['struckOffOn', 'completedOn', 'reviewedOn', 'filledOn'],
  doneByReview: ['completedOn'],
  settledUndated: ['struckOffOn', 'completedOn'],
  levelFromAbove: ['level'],
  levelMissing: ['level'],
  levelBlank: [],
  statusFromText: [],
  outcomeInText: [],
  datedToday: [],
  datedFromAbove: [],
  assignedToday: [],
  measuresUndated: [],
  itemFromAbove: [],
  labelsAbove: [],
  countedFromAbove: [],
  doneBeforeAssumed: ['raisedOn', 'assignedOn'],
  deadlineBeforeAssumed: ['raisedOn', 'assignedOn'],
} as const satisfies Partial<Record<FindingCode, readonly ColumnMeaning[]>>;

type Lacking = keyof typeof lacking;

/** What is to be said of a sheet as a whole, gathered while its rows are read. */
export interface SheetFindings {
  /** The row without what is said of the sheet, and the keys of that. */
  rowAlone(preview: PreviewTicket): { preview: PreviewTicket; lacks: readonly string[] };
  /** What was not understood first, then what all rows lack. */
  all(): SheetFinding[];
}

/**
 * `headerRow`: null in a form, whose columns are named by their cells and whose one row says what it lacks. `posts`: columns
 * that write posts as a rule.
 */
export function openSheetFindings(
  sheet: Pick<StoredSheet, 'read' | 'tables'>,
  tickets: readonly RawTicket[],
  headerRow: number | null,
  posts: readonly ColumnOfPosts[] = [],
): SheetFindings {
  const columns = sheet.read;
  const lacked = new Map<string, Lack>();
  const about = columnFindings(columns, tickets, headerRow);
  const withPosts = posts.map(({ column }) => column.letters);
  return {
    rowAlone: (preview) => {
      if (headerRow === null) return { preview, lacks: [] };
      const lacks: string[] = [];
      // A row that bears our number lacks nothing once its ticket is found, and says so itself where it is not.
      const { own: some, ofSheet } =
        preview.no === null
          ? partIssues(preview.issues, columnsAt(sheet, preview.row))
          : { own: preview.issues, ofSheet: [] };
      const own = withPosts.length > 0 ? some.filter((issue) => !isOfColumn(issue, withPosts)) : some;
      for (const { code, raw: said } of ofSheet) {
        // Each row says another day; of the sheet one of them is told.
        const raw = code in exampleOf ? '' : said;
        const begins = tableAt(sheet, preview.row)?.begins ?? null;
        const key = `${code} ${begins} ${raw}`;
        const known = lacked.get(key);
        const first = code in exampleOf ? known : undefined;
        const { row, reading } = first ?? { row: preview.row, reading: readingOf(code, preview) };
        lacks.push(key);
        lacked.set(key, { code, raw, count: (known?.count ?? 0) + 1, row, reading, begins });
      }
      return { preview: own.length < preview.issues.length ? { ...preview, issues: own } : preview, lacks };
    },
    all: () => [
      ...about,
      ...(headerRow === null ? [] : posts.map((one) => postsFinding(one, headerRow))),
      ...[...lacked].map(([key, lack]) => lackFinding(key, lack, sheet)),
    ],
  };
}

/** What so many rows of a sheet, or of one of its tables, lack. */
interface Lack {
  code: Lacking;
  raw: string;
  count: number;
  /** The first of them. */
  row: number;
  reading: string;
  /** Where the table begins; null where the sheet has but one. */
  begins: number | null;
}

function lackFinding(
  key: string,
  { code, raw, count, row, reading, begins }: Lack,
  sheet: Pick<StoredSheet, 'read' | 'tables'>,
): SheetFinding {
  const table = begins === null ? sheetTableWords.only[0] : sheetTableWords.below[0].replace('{row}', String(begins));
  const level = code === 'levelBlank' ? columnsOf(columnsAt(sheet, (begins ?? 0) + 1), 'level')[0] : undefined;
  const heading = level?.heading ?? '';
  const values = { count: String(count), row: String(row), raw, reading, table, heading };
  return { ...sheetFinding(code, '', raw, values), counted: { key, values } };
}

type LackingFinding = Finding & { code: Lacking };

/** The row's own findings, and those that hold of every row because the sheet has no such column. */
export function partIssues(
  issues: readonly Finding[],
  columns: readonly LedgerColumn[],
): { own: Finding[]; ofSheet: LackingFinding[] } {
  const isOfSheet = (issue: Finding): issue is LackingFinding =>
    issue.code in lacking &&
    lacking[issue.code as Lacking].every((meaning) => columnsOf(columns, meaning).length === 0);
  const ofSheet = issues.filter(isOfSheet);
  return { own: ofSheet.length === 0 ? [...issues] : issues.filter((issue) => !isOfSheet(issue)), ofSheet };
}

/** What of the first such row stands for all. */
const exampleOf = {
  doneBeforeAssumed: ({ closedOn, completedOn, filledOn, raisedOn }) =>
    daysOf(
      [closedOn, completedOn, filledOn].find((day) => day !== null && day < raisedOn),
      raisedOn,
    ),
  deadlineBeforeAssumed: ({ deadline, raisedOn }) => daysOf(deadline.date, raisedOn),
  doneByReview: ({ completedOn }) => completedOn,
  immediateDays: immediateFrom,
  itemFromAbove: ({ item }) => item,
  labelsAbove: ({ item }) => item,
  statusFromText: ({ statusRaw }) => statusRaw && shortened(statusRaw, signsQuoted),
  outcomeInText: ({ progress, kind, outcomes }) => toldOutcomes(progress, kind, outcomes).map(outcomeText).join('、'),
} as const satisfies Partial<Record<Lacking, (preview: PreviewTicket) => string | null>>;

const signsQuoted = 24;

const daysOf = (early: string | null | undefined, assumed: string) => `${early ?? ''} 早于 ${assumed}`;

const readingFrom = {
  ...exampleOf,
  raisedOnAssumed: ({ raisedOn }) => raisedOn,
  closedOnAssumed: ({ closedOn }) => closedOn,
  datedFromAbove: progressDay,
  countedFromAbove: ({ raisedOn }) => raisedOn,
  levelFromAbove: ({ level }) => level && levelLabels[level][0],
} as const satisfies Partial<Record<Lacking, (preview: PreviewTicket) => string | null>>;

function readingOf(code: Lacking, preview: PreviewTicket): string {
  return (code in readingFrom ? readingFrom[code as keyof typeof readingFrom](preview) : null) ?? '';
}

function columnFindings(
  columns: readonly LedgerColumn[],
  tickets: readonly RawTicket[],
  headerRow: number | null,
): SheetFinding[] {
  const counts = new Map(columns.map(({ letters }) => [letters, countCells(letters, tickets)]));
  const filledIn = ({ letters }: LedgerColumn) => counts.get(letters)?.filled ?? 0;
  const said = (column: LedgerColumn, code: SheetFindingCode, more: Record<string, string> = {}) => {
    const { letters, heading } = column;
    const count = String(filledIn(column));
    return sheetFinding(code, headerRow === null ? letters : addressIn(letters, headerRow), heading, {
      letters,
      heading,
      count,
      ...more,
    });
  };
  const filled = columns.filter((column) => filledIn(column) > 0);
  const unknown = filled.filter(({ meaning, strength }) => meaning === 'details' && strength === 0);
  const aside = filled.flatMap((column) => {
    const isAside = column.meaning === 'details' && column.strength < chosenStrength;
    const taken = column.wanted && isAside ? columnsOf(columns, column.wanted)[0] : undefined;
    return taken ? [{ column, taken }] : [];
  });
  const [title] = columnsOf(columns, 'title');
  const [item] = columnsOf(columns, 'item');
  const standsIn = item && item.strength < chosenStrength && !itemHeadings.test(item.heading) && filledIn(item) > 0;
  return [
    ...(title?.strength === 0 ? [said(title, 'titleStandsIn')] : []),
    ...unknown.map((column) => {
      if (headerRow === null) return said(column, 'fieldUnknown');
      const likely = likelyOf(column, columns, tickets);
      return likely
        ? said(column, 'columnLikely', { reading: columnMeaningLabels[likely][0] })
        : said(column, 'columnUnknown');
    }),
    ...filled.flatMap((column) => {
      if (!column.byContent || column.strength >= chosenStrength) return [];
      return said(column, 'columnByContent', { reading: columnMeaningLabels[column.meaning][0] });
    }),
    ...aside.map(({ column, taken }) =>
      said(column, 'columnAside', { other: taken.letters, otherHeading: taken.heading }),
    ),
    ...columns.flatMap((column) => {
      const labels = columns.flatMap(({ part, column: at }) => (part && at === column.column ? part : []));
      return column.part === undefined && labels.length > 0
        ? said(column, 'columnLabelled', { labels: labels.join('：”“') + '：' })
        : [];
    }),
    ...(standsIn ? [said(item, 'itemStandsIn')] : []),
    ...columns.flatMap((column) => {
      const { images } = counts.get(column.letters)!;
      return images > 0 ? said(column, 'picturesLeftOut', { count: String(images) }) : [];
    }),
  ];
}

/** Cells looked at to tell what a column is likely to be. */
const sampledCells = 60;

/** What units, persons, days or states a column nobody understood is likely to tell; what another column tells already is none. */
function likelyOf(
  { heading, letters }: LedgerColumn,
  columns: readonly LedgerColumn[],
  tickets: readonly RawTicket[],
): ColumnMeaning | null {
  const texts = cellsUnder(letters, tickets.slice(0, sampledCells)).flatMap(({ text }) => text || []);
  const isFree = (meaning: ColumnMeaning) =>
    sharedMeanings.includes(meaning) || columnsOf(columns, meaning).length === 0;
  return guessByCells(heading, texts, isFree);
}

function postsFinding(
  { column: { letters, heading }, count, example }: ColumnOfPosts,
  headerRow: number,
): SheetFinding {
  const values = { letters, heading, count: String(count), raw: example };
  return sheetFinding('personPost', addressIn(letters, headerRow), heading, values);
}

export function sheetFinding(
  code: SheetFindingCode,
  cell: string,
  raw: string,
  values: Readonly<Record<string, string>>,
): SheetFinding {
  const message = sheetFindingTexts[code][0].replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '');
  return { cell, code, raw, message };
}
