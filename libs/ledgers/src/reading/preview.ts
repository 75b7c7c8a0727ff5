import type { AnyLevel, Assurance, Day, TicketKind } from '@xiaohao/domain';
import { findingTexts, sheetFindingTexts, type Label } from '@xiaohao/messages';
import type { ColumnMeaning } from './headings/column-meanings.js';

/** How a ledger was read, before anything is stored. Rows and columns count from 1, as in the sheet. */
export interface Preview {
  file: string;
  sheets: PreviewSheet[];
  tickets: PreviewTicket[];
  ignored: IgnoredRow[];
}

export interface PreviewSheet {
  name: string;
  role: 'ledger' | 'form' | 'skipped';
  /** A sentence for people: what made it a ledger, or why it is left out. */
  why: string;
  headerRows: number[];
  /** Column letters → meaning. */
  columns: Record<string, ColumnMeaning>;
  /** What is to be known of it as a whole, what was not understood first; missing in what was stored before it was kept. */
  findings?: SheetFinding[];
  /** What the sheet says of itself above its header, and what was concluded from it; null when it was skipped. */
  facts: SheetFacts | null;
  /** Where the cells of each column went, by its letters; missing in what was stored before it was counted. */
  fates?: Record<string, ColumnFates>;
  /** The profile of a former file by which it reads otherwise, and whether it is read by it. */
  profile?: { id: string; fileName: string; used: boolean } | null;
  /** The first rows of a sheet that is left out, to point at its header in. */
  head?: HeadRow[];
  /** It is left out for want of a header or of a column with problems, which a person can point at. */
  pointable?: boolean;
}

/**
 * Where a cell went: it became a field, is kept in a text on the page of its ticket, is kept with the row the ticket came
 * from and nowhere else, or is not kept.
 */
export const cellFates = ['field', 'text', 'origin', 'nothing'] as const;
export type CellFate = (typeof cellFates)[number];
/** How many cells of a column went where. */
export type ColumnFates = Partial<Record<CellFate, number>>;

export interface HeadRow {
  row: number;
  cells: { cell: string; text: string }[];
}

export interface SheetFacts {
  kind: TicketKind;
  title: string | null;
  /** Name of the source (round, meeting, campaign) its tickets belong to. */
  source: string;
  /** The year used for dates that name none, and what it was taken from. */
  year: number;
  yearFrom: 'option' | 'title' | 'days' | 'subtitle' | 'number' | 'sheet' | 'baseDate' | 'today';
  /** 反馈时间 above the header. */
  feedbackOn: Day | null;
  /** A day that stands alone above the header, without saying what of: what relative deadlines count from where nothing else is told. */
  dayAbove?: Day | null;
  /** 6月9日—13日 in the title or a name: the first day of the week it is of, in which its weekdays lie. */
  week?: Day;
  /** 填报时间 or 截至 above or below the table: the day up to which it tells. */
  filledOn: Day | null;
}

export type IgnoredWhy =
  'title' | 'header' | 'repeatedHeader' | 'sectionHeading' | 'blank' | 'total' | 'note' | 'signature';

export interface IgnoredRow {
  sheet: string;
  row: number;
  why: IgnoredWhy;
}

export type PreviewStatus = 'not_started' | 'in_progress' | 'completed' | 'closed' | 'ongoing' | 'unknown';

export const decisions = ['create', 'update', 'unchanged', 'duplicate', 'attention', 'skip'] as const;
export type Decision = (typeof decisions)[number];

/**
 * The groups of a preview; each row is in one of them. Known ones that leave something to a person are `held`, whatever else
 * of them is updated; all others are in the group of their decision.
 */
export const rowChoices = [...decisions, 'held'] as const;
export type RowChoice = (typeof rowChoices)[number];

export interface PreviewDeadline {
  kind: 'date' | 'relative' | 'immediate' | 'ongoing' | 'recurring' | 'unresolved' | 'none';
  date: Day | null;
  altDate: Day | null;
  originalDate: Day | null;
  extended: boolean;
  ongoing: boolean;
  yearAssumed: boolean;
  raw: string;
  /** Recurring deadlines: how the next day is found. */
  rule: object | null;
  /** Immediate work: the day it is due, and the one its working days count from. */
  counted?: { to: Day; from: Day };
}

export interface PreviewMeasure {
  text: string;
  persons: string[];
  deadline: Day | null;
  /** Where its own row says it is done, whatever the others of the ticket say. */
  done?: true;
}

export interface PreviewTicket {
  sheet: string;
  row: number;
  rows: number[];
  seq: string | null;
  /** Our own number, where the file is one we wrote. */
  no: string | null;
  /** The number the issuing office gave it (隐患编号, 督办编号 …). */
  theirNo: string | null;
  kind: TicketKind;
  title: string;
  description: string | null;
  item: string | null;
  source: string;
  /** Of an accident also larger or extreme. */
  level: AnyLevel | null;
  site: string | null;
  industry: string | null;
  town: string | null;
  leadUnit: string | null;
  supportUnits: string[];
  persons: string[];
  leader: string | null;
  measures: PreviewMeasure[];
  raisedOn: Day;
  raisedOnFrom: 'row' | 'title' | 'baseDate' | 'importDay';
  assignedOn: Day | null;
  closedOn: Day | null;
  /** Null while it is not closed. */
  closedOnFrom: 'row' | 'filledOn' | 'importDay' | null;
  /** When the unit had it done, where the file says so. */
  completedOn: Day | null;
  /** The day the row, or its sheet, tells of. */
  filledOn: Day | null;
  progress: string | null;
  /** What a review that failed said, in words that name it, and its day. */
  failedReview: { text: string; on: Day | null } | null;
  progressPercent: number | null;
  deadline: PreviewDeadline;
  status: PreviewStatus;
  statusRaw: string | null;
  /** 基本完成, 阶段性完成: counted apart from done. */
  completion: 'basic' | null;
  outcomes: { type: string; amount: number }[];
  /** 五落实 of a major hazard, as far as its cells say it plainly. */
  assured?: Partial<Record<Assurance, boolean>>;
  /** Columns that have no field of their own, by heading. */
  details: Record<string, string>;
  decision: Decision;
  issues: Finding[];
}

/**
 * What a row was known by, the surest first: our number, theirs within the source, the same words within the source, the
 * same problem in another category or told with less.
 */
export type KnownBy = 'no' | 'theirNo' | 'words' | 'alike';

/** One difference between a row and the ticket it tells of. */
export interface RowChange {
  field: string;
  label: string;
  cell: string;
  from: string | null;
  to: string;
  /** Why it is left to a person; null where the import changes it. */
  held: string | null;
}

/** Something a person should know of one cell; `message` names the raw text and what was made of it. */
export interface Finding {
  cell: string;
  code: FindingCode;
  raw: string;
  message: string;
}

/** Findings that stop a row until somebody decides; all others are told and the row is imported. */
export const stoppingFindings: readonly FindingCode[] = [
  'titleMissing',
  'deadlineAmbiguous',
  'dateAmbiguous',
  'leadUnitUnknown',
  'siteUnknown',
  'kindOfOthers',
  'majorOfOthers',
  'unitOfOthers',
];

/**
 * What a new ticket would be given for want of anything better, or what it is like, says nothing of one that is there
 * already; nor that it is there, where the row bears its number. A unit nobody knows is told as a change that is not made.
 */
export const onlyOfNew: readonly FindingCode[] = [
  'raisedOnAssumed',
  'doneBeforeAssumed',
  'deadlineBeforeAssumed',
  'immediateAssumed',
  'immediateCounted',
  'immediateDays',
  'closedOnAssumed',
  'doneByReview',
  'doneOnTold',
  'statusUnknown',
  'deadlineMissing',
  'leadUnitMissing',
  'leadUnitOpen',
  'leadUnitUnknown',
  'siteUnknown',
  'unitUnknown',
  'baseDateMissing',
  'settledUndated',
  'nearDuplicate',
  'sameNumber',
  'sameTheirNo',
  'alreadyInLedger',
];

/** Something of a sheet as a whole; its cell is the heading it speaks of, empty where it is of no column. */
export interface SheetFinding extends Omit<Finding, 'code'> {
  code: SheetFindingCode;
  /** Where it counts rows that bear a key: what it was told with, to be told anew of as many as become tickets. */
  counted?: { key: string; values: Readonly<Record<string, string>> };
}

export type SheetFindingCode = keyof typeof sheetFindingTexts;

export type FindingCode = keyof typeof findingTexts;

/** A finding with its text in Chinese; `{raw}` and `{reading}` fill the text. */
export function finding(code: FindingCode, cell: string, raw = '', reading = ''): Finding {
  const message = findingTexts[code][0].replace('{raw}', () => shortened(raw)).replace('{reading}', () => reading);
  return { cell, code, raw, message };
}

/** No more than so many signs of a cell, as it is quoted in a sentence. */
export function shortened(text: string, most = 40): string {
  return text.length > most ? `${text.slice(0, most)}…` : text;
}

/** The first so many of what a sentence names, and the words that there are more. */
export function firstNamed(names: readonly (string | number)[], most: number, more: Label): string {
  return names.slice(0, most).join('、') + (names.length > most ? more[0] : '');
}

export const findingCodes = Object.keys(findingTexts) as FindingCode[];
export const sheetFindingCodes = Object.keys(sheetFindingTexts) as SheetFindingCode[];
