import { columnOf, columnsOf, placeIn } from '../reading/headings/columns.js';
import type { Bureau, FoundTicket } from './bureau.js';
import {
  rowKey,
  type ImportCounts,
  type ImportOptions,
  type RowTarget,
  type StoredRow,
  type StoredSheet,
} from './import-record.js';
import type { ColumnMeaning } from '../reading/headings/column-meanings.js';
import { isHouseLayout } from './house-cells.js';
import { withinScope, type ImportScope } from './import-scope.js';
import { plainName, type Directory } from './name-matching.js';
import {
  decisions,
  finding,
  onlyOfNew,
  stoppingFindings,
  type Decision,
  type Finding,
  type FindingCode,
  type KnownBy,
  type RowChange,
} from '../reading/preview.js';
import { findDoubles, type Place } from '../reading/tickets/doubles.js';
import { matchTicket, type NamePlaces, type TicketMatch, type UnitOptions } from './ticket-match.js';
import { cellsAsWritten } from './own-cells.js';
import type { Compared, UpdateMoment } from './update-compared.js';
import { diffRow } from './update-diff.js';
import { columnsAt } from '../reading/rows/table-columns.js';

export interface JudgedRow extends StoredRow {
  no: number;
  decision: Decision;
}

type ReadRow = Omit<StoredRow, 'found' | 'units' | 'target'> & { no: number };

/** Holds a row against the bureau and its own file and settles what is to become of it. */
export function judgeRow(
  row: ReadRow,
  sheet: StoredSheet | undefined,
  bureau: Bureau,
  options: ImportOptions,
  known: FoundTicket | null,
  /** Where the same row stands earlier in the file. */
  double: string | null,
): JudgedRow {
  const { preview, raw, key, no, lacks } = row;
  const place = placeOf(row, sheet, 'title');
  const choice = options.decisions[rowKey(preview.sheet, preview.row)] ?? null;
  // What is in the ledger already brings no new unit along, unless somebody wants it as another matter.
  const isNew = !known || choice === 'create';
  const match = matchRow(row, sheet, bureau, isNew ? options : { ...options, onlyPresent: true });
  const found: Finding[] = [...match.findings];
  const target = known && targetOf(row, sheet!, known, match, bureau.moment!);
  if (preview.no !== null && known?.by !== 'no') {
    found.push(finding('numberUnknown', placeOf(row, sheet, 'no'), preview.no));
  }
  const open = known ? [] : bureau.open(preview);
  if (open.length > 0) found.push(finding('severalAlike', place, '', open.slice(0, 3).join('、')));
  if (double !== null) found.push(finding('duplicateInFile', place, '', double));
  if (target) found.push(finding(knownFindings[target.by], placeOf(row, sheet, ...knownAt[target.by]), '', target.no));
  const stopped = [...preview.issues, ...found].some(({ code }) => stoppingFindings.includes(code));
  const decision = decide(choice, { stopped, doubled: double !== null, target });
  return { no, preview, raw, key, lacks, found, units: match.units, target, decision };
}

/** How sure it is that the row tells of that ticket. */
const knownFindings = {
  no: 'alreadyInLedger',
  theirNo: 'alreadyByTheirNo',
  words: 'alreadyByWords',
  alike: 'alreadyAlike',
} as const satisfies Record<KnownBy, FindingCode>;

/** The columns whose cell it was known by. */
const knownAt = {
  no: ['no', 'title'],
  theirNo: ['theirNo', 'no', 'title'],
  words: ['title'],
  alike: ['title'],
} as const satisfies Record<KnownBy, readonly ColumnMeaning[]>;

function targetOf(
  row: Pick<StoredRow, 'preview' | 'raw'>,
  sheet: StoredSheet,
  { by, ticket }: NonNullable<ReturnType<Bureau['find']>>,
  match: TicketMatch,
  moment: UpdateMoment,
): RowTarget {
  const { changes, compared } = diffRow(row, sheet, ticket, by, match, moment);
  const { id: ticketId, no, version } = ticket;
  return { ticketId, no, version, by, changes, asWritten: asWritten(row, sheet, compared, changes) };
}

/** Of a row of our own export the cells of which something is found and which say nothing new. */
function asWritten(
  { preview: { issues, row } }: Pick<StoredRow, 'preview'>,
  sheet: StoredSheet,
  compared: Compared,
  changes: readonly RowChange[],
): string[] {
  if (compared.by !== 'no') return [];
  const found = new Set([...issues, ...compared.match.findings].map(({ cell }) => cell));
  for (const { cell } of changes) found.delete(cell);
  if (found.size === 0 || isHouseLayout(sheet.read)) return [...found];
  const written = cellsAsWritten(compared, columnsAt(sheet, row));
  return [...found].filter((cell) => written.has(cell));
}

/**
 * A person may leave any row out, and create a doubled or known one; what stops a row has to be mended in its cell. What
 * stops a new ticket stops no known one: of that one an unreadable cell changes nothing. A known one of which nothing is
 * written counts as unchanged, whatever is left to a person.
 */
function decide(
  choice: 'create' | 'update' | 'skip' | null,
  { stopped, doubled, target }: { stopped: boolean; doubled: boolean; target: RowTarget | null },
): Decision {
  if (choice === 'skip') return 'skip';
  if (doubled && choice !== 'create') return 'duplicate';
  if (target && choice !== 'create') return target.changes.some(isWritten) ? 'update' : 'unchanged';
  return stopped ? 'attention' : 'create';
}

const isWritten = ({ held }: RowChange) => held === null;
const isHeld = (change: RowChange) => !isWritten(change);

type PlacedRow = Pick<StoredRow, 'preview'> & Partial<Pick<StoredRow, 'raw'>>;

export function matchRow(
  row: PlacedRow,
  sheet: StoredSheet | undefined,
  { directory, scope }: { directory: Directory; scope: ImportScope },
  options: UnitOptions,
): TicketMatch {
  const places: NamePlaces = {
    leadUnit: placeOf(row, sheet, 'leadUnit', 'site'),
    supportUnit: (name) => placeNaming(row, sheet, name, 'supportUnits', 'leadUnit'),
    person: (name) => placeNaming(row, sheet, name, 'persons', 'leadUnit', 'supportUnits'),
    leader: placeOf(row, sheet, 'leader'),
  };
  return withinScope(matchTicket(row.preview, directory, places, options), row.preview, scope, places.leadUnit);
}

type Naming = 'leadUnit' | 'supportUnits' | 'persons';

/** The cell of the row that names the unit or person, in columns of these meanings; the first of these where none does. */
function placeNaming(row: PlacedRow, sheet: StoredSheet | undefined, name: string, ...meanings: Naming[]): string {
  const columns = sheet ? columnsAt(sheet, row.preview.row) : [];
  const naming = meanings
    .flatMap((meaning) => columnsOf(columns, meaning))
    .flatMap(({ letters }) => row.raw?.rows.flatMap(({ cells }) => cells[letters] ?? []) ?? [])
    .find(({ text }) => plainName(text).includes(plainName(name)));
  return naming?.at ?? placeOf(row, sheet, ...meanings);
}

/** The address of the row's cell of the first of these meanings that has one. */
function placeOf({ preview, raw }: PlacedRow, sheet: StoredSheet | undefined, ...meanings: ColumnMeaning[]): string {
  for (const meaning of meanings) {
    const column = sheet && columnOf(columnsAt(sheet, preview.row), meaning);
    if (column) return raw?.rows[0]?.cells[column.letters]?.at ?? placeIn(column, preview.row);
  }
  return `A${preview.row}`;
}

/** Where each row, and each ticket of the ledger, was first told of in a file; rows may come in several parts. */
export interface FirstPlaces {
  equal: Map<string, Place>;
  known: Map<string, Place>;
}

export const noPlaces = (): FirstPlaces => ({ equal: new Map(), known: new Map() });

/** Several rows of one file may tell of one ticket without being equal: the first is held against it. */
export function judgeRows(
  rows: readonly ReadRow[],
  sheets: readonly StoredSheet[],
  bureau: Bureau,
  options: ImportOptions,
  places: FirstPlaces = noPlaces(),
): JudgedRow[] {
  const byName = new Map(sheets.map((sheet) => [sheet.name, sheet]));
  const keys = rows.map(({ no, key, preview }) => ({ no, key, sheet: preview.sheet, row: preview.row }));
  const equal = findDoubles(keys, places.equal);
  const known = knownOf(rows, byName, bureau, places);
  const twice = findDoubles(
    keys.flatMap((place, at) => (known[at] && !equal.has(place.no) ? [{ ...place, key: known[at].id }] : [])),
    places.known,
  );
  return rows.map((row, at) => {
    const sheet = byName.get(row.preview.sheet);
    return judgeRow(row, sheet, bureau, options, known[at]!, equal.get(row.no) ?? twice.get(row.no) ?? null);
  });
}

/** A ticket another row of the file tells of more surely is not the one a row is merely like. */
function knownOf(
  rows: readonly Pick<StoredRow, 'preview'>[],
  sheets: ReadonlyMap<string, StoredSheet>,
  bureau: Bureau,
  { known: told }: FirstPlaces,
): (FoundTicket | null)[] {
  const found = rows.map(({ preview }) => (sheets.has(preview.sheet) ? bureau.find(preview) : null));
  const taken = new Set(found.flatMap((one) => (one && one.by !== 'alike' ? one.id : [])));
  return found.map((one) => (one?.by === 'alike' && (taken.has(one.id) || told.has(one.id)) ? null : one));
}

/** All that is to be told of a row; the query of the digest says the same. */
export function findingsOf(row: {
  decision: Decision;
  preview: { issues: readonly Finding[] };
  found: readonly Finding[];
  target?: RowTarget | null;
}): Finding[] {
  const all = [...row.preview.issues, ...row.found];
  // What is left out because it stands above already says nothing else.
  if (row.decision === 'duplicate') return all.filter(({ code }) => code === 'duplicateInFile');
  if (row.decision !== 'update' && row.decision !== 'unchanged') return all;
  const asWritten = row.target?.asWritten ?? [];
  return all.filter(({ code, cell }) => !onlyOfNew.includes(code) && !asWritten.includes(cell));
}

type CountedRow = Pick<JudgedRow, 'decision' | 'found'> & {
  preview: { issues: readonly Finding[] };
  target?: RowTarget | null;
};

export function countRows(rows: readonly CountedRow[], ignored: number): ImportCounts {
  const counts: ImportCounts = { tickets: 0, ignored, findings: 0 };
  addCounts(counts, rows);
  return counts;
}

export function addCounts(counts: ImportCounts, rows: readonly CountedRow[]): void {
  counts.tickets! += rows.length;
  for (const row of rows) {
    counts[row.decision] = (counts[row.decision] ?? 0) + 1;
    counts.findings! += findingsOf(row).length;
    if (!holdsBack(row)) continue;
    counts.held = (counts.held ?? 0) + 1;
    if (row.decision === 'update') counts.heldUpdate = (counts.heldUpdate ?? 0) + 1;
  }
}

/** Says something of a known ticket that is left to a person. */
function holdsBack({ decision, target }: CountedRow): boolean {
  return (decision === 'update' || decision === 'unchanged') && target?.changes.some(isHeld) === true;
}

/** The counts after some of the rows have been judged otherwise. */
export function recount(
  counts: ImportCounts,
  before: readonly CountedRow[],
  after: readonly CountedRow[],
): ImportCounts {
  const [less, more] = [countRows(before, 0), countRows(after, 0)];
  const next: ImportCounts = { ...counts };
  for (const name of [...decisions, 'held', 'heldUpdate', 'findings'] as const) {
    const count = (counts[name] ?? 0) - (less[name] ?? 0) + (more[name] ?? 0);
    if (count === 0 && name !== 'findings') delete next[name];
    else next[name] = count;
  }
  return next;
}
