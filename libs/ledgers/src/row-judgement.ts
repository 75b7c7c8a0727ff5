import { addressIn, columnOf } from './columns.js';
import { rowKey, type ImportCounts, type ImportOptions, type StoredRow, type StoredSheet } from './import-record.js';
import { withinScope, type ImportScope } from './import-scope.js';
import type { KnownTickets } from './known-tickets.js';
import type { Directory } from './name-matching.js';
import { finding, stoppingFindings, type Decision, type Finding } from './preview.js';
import { matchTicket, type NamePlaces, type TicketMatch } from './ticket-match.js';

export interface JudgedRow extends StoredRow {
  no: number;
  decision: Decision;
}

/** What the bureau knows at the moment a row is judged. */
export interface Bureau {
  directory: Directory;
  known: KnownTickets;
  scope: ImportScope;
}

/** Holds a row against the bureau and its own file and settles what is to become of it. */
export function judgeRow(
  row: Omit<StoredRow, 'found'> & { no: number },
  sheet: StoredSheet | undefined,
  bureau: Bureau,
  options: ImportOptions,
  /** Where the same row stands earlier in the file. */
  double: string | null,
): JudgedRow {
  const { preview, raw, key, no } = row;
  const place = placeOf(row, sheet, 'title');
  const found: Finding[] = matchRow(row, sheet, bureau, options).findings;
  const existing = bureau.known.find(preview);
  if (double !== null) found.push(finding('duplicateInFile', place, '', double));
  if (existing !== null) found.push(finding('alreadyInLedger', place, '', existing));
  const choice = options.decisions[rowKey(preview.sheet, preview.row)] ?? null;
  const stopped = [...preview.issues, ...found].some(({ code }) => stoppingFindings.includes(code));
  return { no, preview, raw, key, found, decision: decide(choice, stopped, double !== null, existing !== null) };
}

/** A person may leave any row out, and create a doubled one; what stops a row has to be mended in its cell. */
function decide(choice: 'create' | 'skip' | null, stopped: boolean, doubled: boolean, existing: boolean): Decision {
  if (choice === 'skip') return 'skip';
  if (doubled && choice !== 'create') return 'duplicate';
  if (existing && choice !== 'create') return 'unchanged';
  return stopped ? 'attention' : 'create';
}

export function matchRow(
  row: Pick<StoredRow, 'preview' | 'raw'>,
  sheet: StoredSheet | undefined,
  { directory, scope }: { directory: Directory; scope: ImportScope },
  options: Pick<ImportOptions, 'createUnits'>,
): TicketMatch {
  const places: NamePlaces = {
    leadUnit: placeOf(row, sheet, 'leadUnit', 'site'),
    supportUnits: placeOf(row, sheet, 'supportUnits', 'leadUnit'),
    persons: placeOf(row, sheet, 'persons'),
  };
  return withinScope(matchTicket(row.preview, directory, places, options), row.preview, scope, places.leadUnit);
}

/** The address of the row's cell of the first of these meanings that has one. */
function placeOf(
  { preview, raw }: Pick<StoredRow, 'preview' | 'raw'>,
  sheet: StoredSheet | undefined,
  ...meanings: ('title' | 'leadUnit' | 'site' | 'supportUnits' | 'persons')[]
): string {
  for (const meaning of meanings) {
    const letters = columnOf(sheet?.read ?? [], meaning)?.letters;
    if (letters) return raw.rows[0]?.cells[letters]?.at ?? addressIn(letters, preview.row);
  }
  return `A${preview.row}`;
}

/** For each later copy its number and where the first one stands. */
export function findDoubles(
  rows: readonly { no: number; key: string; sheet: string; row: number }[],
): ReadonlyMap<number, string> {
  const firsts = new Map<string, { sheet: string; row: number }>();
  const doubles = new Map<number, string>();
  for (const { no, key, sheet, row } of rows) {
    const first = firsts.get(key);
    if (first === undefined) firsts.set(key, { sheet, row });
    else doubles.set(no, first.sheet === sheet ? String(first.row) : `${first.row}（${first.sheet}）`);
  }
  return doubles;
}

export function countRows(
  rows: readonly { decision: Decision; preview: { issues: readonly Finding[] }; found: readonly Finding[] }[],
  ignored: number,
): ImportCounts {
  const counts: ImportCounts = { tickets: rows.length, ignored, findings: 0 };
  for (const { decision, preview, found } of rows) {
    counts[decision] = (counts[decision] ?? 0) + 1;
    counts.findings! += preview.issues.length + found.length;
  }
  return counts;
}
