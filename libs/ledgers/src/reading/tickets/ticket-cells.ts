import type { RawCell, RawTicket } from '../rows/raw-row.js';
import { addressIn, columnOf, placeIn, columnsOf, type LedgerColumn } from '../headings/columns.js';
import type { ColumnMeaning } from '../headings/column-meanings.js';
import { withheldSign } from '../headings/reporter.js';
import { finding, type Finding, type FindingCode } from '../preview.js';
import type { CellMemory } from './cell-memory.js';

/** A cell of the ticket and the column it stands in. */
export interface TicketCell {
  cell: RawCell;
  column: LedgerColumn;
}

/** The cells of one ticket by meaning, and what was found while reading them. */
export interface TicketCells {
  readonly findings: Finding[];
  readonly memory: CellMemory;
  /** The cell of the strongest column of this meaning that has one, in the ticket's first row. */
  first(meaning: ColumnMeaning): TicketCell | null;
  text(meaning: ColumnMeaning): string | null;
  hasColumn(meaning: ColumnMeaning): boolean;
  /** Of each column of this meaning, each cell once, however many of the ticket's rows show it. */
  each(meaning: ColumnMeaning): readonly TicketCell[];
  /** What was found once for all rules that ask for it. */
  readonly found: Map<unknown, unknown>;
  /** The cell of that column in each row of the ticket; null where it is blank. */
  byRow(column: LedgerColumn): (RawCell | null)[];
  /** `at`: the cell, or the column whose cell is missing, with the text elsewhere that speaks for it. */
  note(code: FindingCode, at: RawCell | ColumnMeaning, reading?: string, elsewhere?: string): void;
}

const none: readonly TicketCell[] = [];

export function ticketCells(raw: RawTicket, columns: readonly LedgerColumn[], memory: CellMemory): TicketCells {
  const findings: Finding[] = [];
  const firstRow = raw.rows[0]!;
  const addressOf = (meaning: ColumnMeaning) => {
    const column = columnOf(columns, meaning) ?? columnOf(columns, 'title');
    return column ? placeIn(column, firstRow.row) : addressIn('A', firstRow.row);
  };
  const first = (meaning: ColumnMeaning): TicketCell | null => {
    for (const column of columnsOf(columns, meaning)) {
      const cell = firstRow.cells[column.letters];
      if (cell && cell.text !== '') return { cell, column };
    }
    return null;
  };
  const found = new Map<unknown, unknown>();
  const cellsOf = (meaning: ColumnMeaning): TicketCell[] => {
    const cells: TicketCell[] = [];
    for (const column of columnsOf(columns, meaning)) {
      const before = cells.length;
      for (const { cells: row } of raw.rows) {
        const cell = row[column.letters];
        if (!cell || cell.text === '') continue;
        if (raw.rows.length === 1 || !cells.slice(before).some((one) => one.cell.at === cell.at)) {
          cells.push({ cell, column });
        }
      }
    }
    return cells;
  };
  noteFormulas(raw, columns, findings);
  noteReporters(firstRow, columns, findings);
  return {
    findings,
    memory,
    first,
    text: (meaning) => first(meaning)?.cell.text ?? null,
    hasColumn: (meaning) => columnOf(columns, meaning) !== null,
    each: (meaning) => {
      if (columnsOf(columns, meaning).length === 0) return none;
      let cells = found.get(meaning) as TicketCell[] | undefined;
      if (!cells) found.set(meaning, (cells = cellsOf(meaning)));
      return cells;
    },
    found,
    byRow: (column) => raw.rows.map(({ cells }) => cells[column.letters] ?? null),
    note: (code, at, reading = '', elsewhere = '') => {
      if (typeof at === 'object') findings.push(finding(code, at.at, at.text, reading));
      else findings.push(finding(code, addressOf(at), elsewhere, reading));
    },
  };
}

/** Finds the same once for each ticket: several rules ask for it. */
export function oncePerTicket<Found>(find: (cells: TicketCells) => Found): (cells: TicketCells) => Found {
  return (cells) => {
    let known = cells.found.get(find) as Found | undefined;
    if (known === undefined) cells.found.set(find, (known = find(cells)));
    return known;
  };
}

/** Who reported is not kept with the row; somebody has to write it down where it is sealed. */
function noteReporters(row: RawTicket['rows'][number], columns: readonly LedgerColumn[], findings: Finding[]): void {
  const isWithheld = ({ sealed, letters }: LedgerColumn) =>
    row.cells[letters] && (sealed || row.cells[letters].text.includes(withheldSign));
  const column = columns.find(isWithheld);
  const cell = column && row.cells[column.letters];
  if (cell) findings.push(finding('reporterWithheld', cell.at, cell.text));
}

/** A formula is never run: its stored result is taken, and said to be one. Pictures are told of the sheet. */
function noteFormulas(raw: RawTicket, columns: readonly LedgerColumn[], findings: Finding[]): void {
  const seen = new Set<string>();
  for (const { cells } of raw.rows) {
    for (const letters in cells) {
      const cell = cells[letters]!;
      if (!cell.formula || cell.formula === 'image' || seen.has(cell.at) || isUnread(letters, columns)) continue;
      seen.add(cell.at);
      findings.push(finding(cell.formula === 'kept' ? 'formulaKept' : 'formulaWithoutValue', cell.at, cell.text));
    }
  }
}

const isUnread = (letters: string, columns: readonly LedgerColumn[]) =>
  columnsOf(columns, 'ignored').some((column) => column.letters === letters);
