import { cellAddress } from '@xiaohao/documents';
import type { LedgerColumn } from '../headings/columns.js';
import { textOf, type Grid } from '../grid.js';
import { matchHeading } from '../headings/heading.js';
import { sourceHeadings } from '../headings/heading-patterns.js';
import { reporterHeading, withheldSign } from '../headings/reporter.js';
import type { Header } from '../headings/header.js';
import type { ColumnMeaning } from '../headings/column-meanings.js';
import { labelledParts } from './labelled-text.js';
import { rawCellAt, type RawCell } from './raw-row.js';

/** 被督导单位：柳河镇 in a line above rows: what it says holds for each of them. */
export interface LabelAbove {
  label: string;
  meaning: ColumnMeaning;
  /** Where it stands, with what the label says of it. */
  cell: RawCell;
  /** Tells who reported. */
  sealed?: true;
}

/** The labels that hold for the rows below a line, until the next such line. */
export interface LabelsAbove {
  row: number;
  labels: readonly LabelAbove[];
  /** It stands below a heading of its section, and ends with it. */
  inSection: boolean;
}

/** What a line above rows may say of each of them. */
const handedDown: readonly ColumnMeaning[] = [
  'leader',
  'leadUnit',
  'supportUnits',
  'persons',
  'deadline',
  'raisedOn',
  'assignedOn',
  'source',
  'item',
  'level',
  'site',
  'town',
  'industry',
];
/** Names whom the rows concern: above the header of a sheet other labels tell who filled it in. */
const concerning: readonly ColumnMeaning[] = ['leadUnit', 'site', 'town'];
/** 被督导单位, 被约谈镇街: who was looked at, and has to put it right. */
const examined = /^被[\u4e00-\u9fff]{2,4}(?:单位|部门|科室|乡镇|镇街|镇|街道|对象|地区|村|社区|企业)$/;
const examinedOn = /^(?:督导|督查|督办|调研|约谈|会商|巡察|核查)(?:时间|日期)$/;
const labelAlone = /^([\u4e00-\u9fff]{2,10})[:：]$/;
const opensLabel = /^[\u4e00-\u9fff]{2,10}[:：]\s*\S/;
/** 单位：万元 */
const measured = /^[(（]?(?:[百千万亿]?元|[个件项处条家人]|%)/;
/** 类别：其他; so much that it is a text of its own is none. */
const longestValue = 60;
/** More labels than people write; the rest is left. */
const mostLabels = 20;

export function meaningOfLabel(label: string): ColumnMeaning {
  if (reporterHeading.test(label)) return 'ignored';
  if (sourceHeadings.test(label)) return 'source';
  const meaning = matchHeading(label)?.meaning ?? (examined.test(label) ? 'leadUnit' : null);
  if (meaning === null && examinedOn.test(label)) return 'raisedOn';
  return meaning !== null && handedDown.includes(meaning) ? meaning : 'details';
}

/** The labels of a line that consists of nothing else, one of which says something of rows; null for any other line. */
export function labelsIn(grid: Grid, row: number): LabelAbove[] | null {
  if (!beginsWithLabel(grid, row)) return null;
  const labels: LabelAbove[] = [];
  const cells = cellsOf(grid, row);
  let says = false;
  const add = (label: string, cell: RawCell, whole: string) => {
    if (labels.length === mostLabels) return;
    const told = labelAbove(label, cell);
    labels.push(told);
    says ||= told.meaning !== 'details' && whole.length <= longestValue;
  };
  for (let at = 0; at < cells.length; at += 1) {
    const { cell, text } = cells[at]!;
    const alone = labelAlone.exec(text)?.[1];
    const next = cells[at + 1];
    if (alone !== undefined && next && !opensLabel.test(next.text) && !labelAlone.test(next.text)) {
      add(alone, next.cell, next.text);
      at += 1;
    } else if (alone !== undefined) continue;
    else if (!opensLabel.test(text)) return null;
    else {
      const parts = labelledParts(text).filter((part) => part.text !== '' && !measured.test(part.text));
      for (const part of parts) add(part.label, { at: cell.at, own: cell.own, text: part.text }, text);
    }
  }
  return says ? labels : null;
}

/** Most rows do not, and are looked at no closer. */
function beginsWithLabel(grid: Grid, row: number): boolean {
  for (let column = 1; column <= grid.lastColumn; column += 1) {
    const cell = grid.own(row, column);
    if (cell) return opensLabel.test(textOf(cell)) || labelAlone.test(textOf(cell));
  }
  return false;
}

function labelAbove(label: string, cell: RawCell): LabelAbove {
  return cell.text === withheldSign
    ? { label, meaning: 'ignored', cell, sealed: true }
    : { label, meaning: meaningOfLabel(label), cell };
}

function cellsOf(grid: Grid, row: number): { text: string; cell: RawCell }[] {
  return Array.from({ length: grid.lastColumn }, (_, at) => at + 1).flatMap((column) => {
    const cell = grid.own(row, column);
    return cell ? [{ text: textOf(cell), cell: rawCellAt(cell, cellAddress(row, column), false) }] : [];
  });
}

/** What stands above the header of a sheet, where it names whom its rows concern. */
export function labelsAboveHeader(grid: Grid, header: Header): LabelsAbove | null {
  const rows = grid.rowNumbers.filter((row) => row < header.rows[0]!);
  const told = rows.flatMap((row) => labelsIn(grid, row) ?? []).filter((label) => !isDayOfSheet(label));
  const concerns = told.some(({ meaning }) => concerning.includes(meaning));
  const labels = told.map((label) => (isFillingUnit(label) ? { ...label, meaning: 'details' as const } : label));
  return concerns ? { row: rows.at(-1)!, labels, inSection: false } : null;
}

const anOffice = /(?:局|委|办|处|科|股|室|站|所|厅|部|中心|大队|支队|委员会|政府|街道|镇|乡)$/;

/** 单位：区应急管理局办公室 above the header filled the sheet in; its rows are of other places. */
function isFillingUnit({ label, meaning, cell }: LabelAbove): boolean {
  return label === '单位' && meaning === 'site' && anOffice.test(textUnderLabel(cell.text, label));
}

/** A whole day above the header is a fact of the sheet: see `readSheetFacts`. */
function isDayOfSheet({ meaning, label, cell }: LabelAbove): boolean {
  if (meaning !== 'raisedOn' && meaning !== 'assignedOn') return false;
  return cell.day !== undefined || /20\d\d/.test(textUnderLabel(cell.text, label));
}

/** Lines one below the other are one. */
export function labelsAfter(
  before: LabelsAbove | null,
  row: number,
  labels: readonly LabelAbove[],
  inSection: boolean,
): LabelsAbove {
  const goesOn = before !== null && before.row === row - 1;
  return { row, labels: goesOn ? [...before.labels, ...labels].slice(0, mostLabels) : labels, inSection };
}

/** Weaker than any column of the table itself. */
const strengthAbove = 1.5;

/** Under what letters a label is kept with its rows: no column of the sheet has them. */
export const lettersOfLabel = (label: string) => `↑${label}`;

export function cellsAbove(above: LabelsAbove | null): Record<string, RawCell> {
  return Object.fromEntries((above?.labels ?? []).map(({ label, cell }) => [lettersOfLabel(label), cell]));
}

/** A column for each of the labels; `at` is the place of what has none. */
export function columnsAbove(
  labels: ReadonlyMap<string, LabelAbove>,
  at: number,
  chosen: Readonly<Record<string, ColumnMeaning>>,
): LedgerColumn[] {
  return [...labels.values()].slice(0, mostLabels).map(({ label, meaning, sealed }) => {
    const letters = lettersOfLabel(label);
    return {
      column: at,
      letters,
      meaning: chosen[letters] ?? meaning,
      heading: label,
      unit: null,
      strength: strengthAbove,
      above: label,
      ...(sealed && { sealed }),
    };
  });
}

/** What the label says, whatever else the cell tells. */
export function textUnderLabel(text: string, label: string): string {
  return labelledParts(text).find((part) => part.label === label)?.text ?? text;
}
