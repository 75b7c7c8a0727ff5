import { cellLetters, chosenStrength, columnsOf, type LedgerColumn } from '../headings/columns.js';
import { matchHeading } from '../headings/heading.js';
import type { ColumnMeaning } from '../headings/column-meanings.js';
import { labelledParts as partsOf } from '../rows/labelled-text.js';
import { cellsUnder, type RawCell, type RawRow, type RawTicket } from '../rows/raw-row.js';

/** What a cell of several labels may hand out: who answers for the matter, and by when. */
const handedOut: readonly ColumnMeaning[] = ['leader', 'leadUnit', 'supportUnits', 'persons', 'deadline'];
/** Columns that may hold all of that in one: those without a meaning, and those of the people and units themselves. */
const divisible: readonly ColumnMeaning[] = ['details', 'leader', 'leadUnit', 'supportUnits', 'persons'];
/** Below any heading of a column: where the table has a column of that meaning, the label adds nothing. */
const partStrength = 4;

/** Most cells of a ledger have none, and are looked at no closer. */
const colon = /[:：]/;
function meaningOf(name: string): ColumnMeaning | null {
  const meaning = matchHeading(name, null)?.meaning ?? null;
  return meaning !== null && handedOut.includes(meaning) ? meaning : null;
}

/**
 * A column whose cells tell by labels who leads, which unit and which person (责任分工) hands each of them out as a column of
 * its own, named by the label; the cell itself is kept as text.
 */
export function withLabelledParts(columns: readonly LedgerColumn[], tickets: readonly RawTicket[]): LedgerColumn[] {
  return columns.flatMap((column) => {
    const mayDivide =
      column.meaning === 'details' || (divisible.includes(column.meaning) && column.strength < chosenStrength);
    const labels = mayDivide ? commonLabels(column, tickets) : [];
    if (labels.length === 0) return [column];
    const others = columns.filter((one) => one !== column);
    const parts = labels.flatMap((name): LedgerColumn[] => {
      const meaning = meaningOf(name)!;
      if (columnsOf(others, meaning).length > 0) return [];
      const letters = `${column.letters}:${name}`;
      return [{ ...column, letters, meaning, heading: name, unit: null, strength: partStrength, part: name }];
    });
    return [{ ...column, meaning: 'details', strength: Math.max(column.strength, partStrength) }, ...parts];
  });
}

/** The labels of a column in which every other filled cell names a person and something else by labels. */
function commonLabels({ letters }: LedgerColumn, tickets: readonly RawTicket[]): string[] {
  const texts = cellsUnder(letters, tickets).flatMap(({ text }) => (text === '' ? [] : text));
  const labels = new Set<string>();
  let labelled = 0;
  for (const text of texts) {
    if (!colon.test(text)) continue;
    const known = partsOf(text).filter((part) => meaningOf(part.label) !== null);
    const meanings = new Set(known.map((part) => meaningOf(part.label)));
    if (meanings.size < 2 || !(meanings.has('persons') || meanings.has('leader'))) continue;
    labelled += 1;
    for (const part of known) labels.add(part.label);
  }
  return labelled > 0 && labelled * 2 >= texts.length ? [...labels] : [];
}

/** The ticket with the parts of its labelled cells beside them; each still says where its cell stands. */
export function withParts(raw: RawTicket, columns: readonly LedgerColumn[]): RawTicket {
  const parts = columns.filter(({ part }) => part !== undefined);
  return parts.length === 0 ? raw : { ...raw, rows: raw.rows.map((row) => partedRow(row, parts)) };
}

function partedRow({ row, cells }: RawRow, parts: readonly LedgerColumn[]): RawRow {
  const all: Record<string, RawCell> = { ...cells };
  for (const { letters, part } of parts) {
    const cell = cells[cellLetters(letters)];
    const told = cell && partsOf(cell.text).find(({ label: name }) => name === part);
    if (told && told.text !== '') all[letters] = { at: cell.at, text: told.text, own: cell.own };
  }
  return { row, cells: all };
}
