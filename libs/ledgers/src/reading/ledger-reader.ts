import { hash } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import { readWorkbook, type Sheet, type Workbook } from '@xiaohao/documents';
import type { TicketKind } from '@xiaohao/domain';
import { openCellMemory, type CellMemory } from './cell-memory.js';
import { shapeOf, withProfile, type ProfiledChoice } from './column-profile.js';
import { withCorrections } from './corrections.js';
import { columnsOf, withChosenMeanings, type LedgerColumn } from './columns.js';
import { placeColumns } from './place-columns.js';
import { sourceColumns } from './source-columns.js';
import { gridOf, type Grid } from './grid.js';
import { readForm, type FormSheet } from './form-sheet.js';
import { findHeader, readHeader, type Header, type Heading } from './header.js';
import { seqHeading, squeezed } from './heading.js';
import type { StoredRow, StoredSheet } from './stored-reading.js';
import { guessKind, unlike, type KindClues } from './ledger-kind.js';
import { headOf, noHeader } from './no-header.js';
import {
  finding,
  stoppingFindings,
  type IgnoredRow,
  type Preview,
  type PreviewSheet,
  type PreviewTicket,
  type SheetFacts,
} from './preview.js';
import type { RawTicket } from './raw-row.js';
import type { ReadingOptions, SheetChoice } from './reading-options.js';
import { findDoubles } from './doubles.js';
import { readSheetFacts } from './sheet-facts.js';
import { openSheetFindings, type SheetFindings } from './sheet-findings.js';
import { columnsUnder } from './sheet-tables.js';
import {
  formText,
  ledgerText,
  otherKindText,
  skippedAtSight,
  skippedByColumns,
  skippedWithoutHeader,
  skipText,
  type SkipReason,
} from './sheet-role.js';
import { readTicket } from './ticket-reader.js';
import { readTicketRows } from './ticket-rows.js';
import { nameTwins } from './twins.js';
import { unreadRowsAbove } from './unread-rows.js';

/** Between so many rows the process looks after others: locks to be renewed, calls to be answered. */
const rowsPerTurn = 500;

export type ReadRow = Omit<StoredRow, 'found'>;

export interface LedgerReading {
  sheets: StoredSheet[];
  rows: ReadRow[];
  ignored: IgnoredRow[];
}

/** Reads a workbook into the preview of the import page. Needs no database: who is meant by a name is not asked here. */
export async function readLedger(file: Buffer, fileName: string, options: ReadingOptions): Promise<Preview> {
  const { sheets, rows, ignored } = await readSheets(file, fileName, options);
  const doubles = findDoubles(
    rows.map(({ key, preview }, no) => ({ no, key, sheet: preview.sheet, row: preview.row })),
  );
  const tickets = rows.map(({ preview }, no): PreviewTicket => {
    const double = doubles.get(no);
    if (double === undefined) return { ...preview, decision: decisionAlone(preview) };
    const said = finding('duplicateInFile', `A${preview.row}`, '', double);
    return { ...preview, decision: 'duplicate', issues: [...preview.issues, said] };
  });
  return { file: fileName, sheets: sheets.map(previewSheet), tickets, ignored };
}

/** Without what is kept for reading it again. */
export function previewSheet({ read: _read, shape: _shape, ...sheet }: StoredSheet): PreviewSheet {
  return sheet;
}

function decisionAlone({ issues }: PreviewTicket): 'attention' | 'create' {
  return issues.some(({ code }) => stoppingFindings.includes(code)) ? 'attention' : 'create';
}

/** Takes rows as they are read, in order and no more than some hundred at once; the next follow when it returns. */
export type TakeRows = (rows: readonly ReadRow[], sheet: StoredSheet) => Promise<void>;

/** The same with the cells behind each row, for what is stored. */
export async function readSheets(file: Buffer, fileName: string, options: ReadingOptions): Promise<LedgerReading> {
  const rows: ReadRow[] = [];
  const workbook = await readWorkbook(file, { fileName });
  const read = await readSheetsInParts(workbook, fileName, options, async (some) => void rows.push(...some));
  return { ...read, rows };
}

/** The same for ledgers of any length: rows are kept by whoever takes them. */
export async function readSheetsInParts(
  workbook: Workbook,
  fileName: string,
  options: ReadingOptions,
  take: TakeRows,
): Promise<Omit<LedgerReading, 'rows'>> {
  const reading: Reading = { sheets: [], ignored: [], take };
  const headless: Grid[] = [];
  const counting: Grid[] = [];
  for (const sheet of workbook.sheets) {
    const grid = gridOf(withCorrections(sheet, options.cells?.[sheet.name]));
    const given = options.sheets?.[sheet.name] ?? {};
    const profiles = skippedUnasked(sheet, grid, given) ? [] : options.profiles;
    const { choice, profile } = withProfile(grid, given, profiles);
    if (choice.read === 'no') {
      reading.sheets.push(skippedSheet(grid, 'leftOut'));
      continue;
    }
    const form = choice.headerRows || skippedUnasked(sheet, grid, choice) ? null : readForm(grid);
    if (form) {
      await readFormSheet(grid, form, choice, fileName, options, reading);
      continue;
    }
    const table = findTable(sheet, grid, choice);
    if (typeof table === 'string') {
      reading.sheets.push(skippedSheet(grid, table));
      if (table === 'noHeader' || table === 'noTitle') headless.push(grid);
      else if (table === 'statistics') counting.push(grid);
    } else await readTable(grid, { ...table, profile, choice }, fileName, options, reading);
  }
  const { sheets, ignored } = reading;
  if (sheets.every(({ role }) => role === 'skipped')) throw noHeader(sheets, headless[0] ?? counting[0]);
  return { sheets, ignored };
}

interface Reading extends Omit<LedgerReading, 'rows'> {
  take: TakeRows;
}

interface Table {
  header: Header;
  columns: LedgerColumn[];
}

function findTable(sheet: Sheet, grid: Grid, choice: SheetChoice): Table | SkipReason {
  const skipped = skippedUnasked(sheet, grid, choice);
  if (skipped) return skipped;
  const header = choice.headerRows ? readHeader(grid, choice.headerRows) : findHeader(grid);
  if (!header) return skippedWithoutHeader(grid);
  const columns = withChosenMeanings(columnsUnder(grid, header), choice.columns ?? {});
  return skippedByColumns(header, columns, choice.read === 'yes') ?? { header, columns };
}

/** A person who points at a header, or has it read, knows the sheet better than its name does. */
function skippedUnasked(sheet: Sheet, grid: Grid, { read, headerRows }: SheetChoice): SkipReason | null {
  const skipped = skippedAtSight(sheet, grid);
  return skipped === 'empty' || !(read === 'yes' || headerRows) ? skipped : null;
}

async function readTable(
  grid: Grid,
  { header, columns: headed, profile, choice }: Table & ProfiledChoice,
  fileName: string,
  options: ReadingOptions,
  reading: Reading,
): Promise<void> {
  const { tickets, ignored, columns: all } = readTicketRows(grid, header, headed);
  const signed = ignored.filter(({ why }) => why === 'signature' || why === 'note').map(({ row }) => row);
  const known = readSheetFacts(grid, header, signed, fileName, options);
  const clues = cluesOf(header.headings, known.title, [grid.name, fileName]);
  const facts: SheetFacts = { kind: kindOf(clues, options), ...known };
  const columns = placeColumns(sourceColumns(all, facts.kind), facts.kind);
  const sheet: StoredSheet = {
    name: grid.name,
    role: 'ledger',
    why: tickets.length > 0 ? ledgerText(header, columns) + otherKind(clues, options) : skipText('noRows'),
    headerRows: header.rows,
    shape: shapeOf(header),
    profile: profile && { id: profile.id, fileName: profile.fileName, used: choice.profile !== 'none' },
    columns: Object.fromEntries(columns.map(({ letters, meaning }) => [letters, meaning])),
    facts,
    read: [...columns],
  };
  reading.sheets.push(sheet);
  reading.ignored.push(...ignored);
  nameTwins(tickets, columns, (raw) => duplicateKey(raw, columns));
  const memory = openCellMemory();
  const findings = openSheetFindings(columns, tickets, header.rows.at(-1)!);
  for (let at = 0; at < tickets.length; at += rowsPerTurn) {
    const rows = tickets.slice(at, at + rowsPerTurn).map((raw) => readRow(raw, sheet, options, findings, memory));
    await reading.take(rows, sheet);
    await setImmediate();
  }
  sheet.findings = [...unreadRowsAbove(grid, header), ...findings.all()];
}

async function readFormSheet(
  grid: Grid,
  form: FormSheet,
  choice: SheetChoice,
  fileName: string,
  options: ReadingOptions,
  reading: Reading,
): Promise<void> {
  const others = grid.rowNumbers.filter((row) => !form.rows.includes(row));
  const below = others.filter((row) => row > form.rows[0]!);
  const known = readSheetFacts(grid, { rows: form.rows, headings: form.headings }, below, fileName, options);
  const clues = cluesOf(form.headings, known.title, [grid.name, fileName]);
  const columns = withChosenMeanings(form.columns, choice.columns ?? {});
  const sheet: StoredSheet = {
    name: grid.name,
    role: 'form',
    why: formText(columns) + otherKind(clues, options),
    headerRows: [],
    columns: Object.fromEntries(columns.map(({ letters, meaning }) => [letters, meaning])),
    facts: { kind: kindOf(clues, options), ...known },
    read: columns,
  };
  reading.sheets.push(sheet);
  for (const row of others) {
    reading.ignored.push({ sheet: grid.name, row, why: row < form.rows[0]! ? 'title' : 'note' });
  }
  const findings = openSheetFindings(columns, [form.ticket], null);
  sheet.findings = findings.all();
  await reading.take([readRow(form.ticket, sheet, options, findings)], sheet);
}

function cluesOf(headings: readonly Heading[], title: string | null, names: readonly string[]): KindClues {
  const texts = headings.map(({ text, group }) => squeezed(`${group ?? ''}${text}`));
  return { headings: texts, title: title ?? '', names };
}

const kindOf = (clues: KindClues, { kind }: ReadingOptions): TicketKind => (kind === 'auto' ? guessKind(clues) : kind);

/** Said where a person chose a kind the sheet does not look like; it is read as chosen. */
function otherKind(clues: KindClues, { kind }: ReadingOptions): string {
  const other = kind === 'auto' ? null : unlike(kind, clues);
  return other ? otherKindText(kind as TicketKind, other) : '';
}

/** Reads one ticket from its kept cells, as the whole sheet would give it. */
export function rereadRow(raw: RawTicket, sheet: StoredSheet, options: ReadingOptions): ReadRow {
  return readRow(raw, sheet, options, openSheetFindings(sheet.read, [], sheet.role === 'form' ? null : 0));
}

function readRow(
  raw: RawTicket,
  sheet: StoredSheet,
  options: ReadingOptions,
  findings: SheetFindings,
  memory?: CellMemory,
): ReadRow {
  const preview = findings.rowAlone(readTicket(raw, sheet, options, memory));
  return { raw, preview, key: duplicateKey(raw, sheet.read) };
}

/**
 * What makes two rows the same: the issuing office's number where there is one, else every mapped cell. The number in the
 * sheet never counts, it restarts on every sheet.
 */
function duplicateKey(raw: RawTicket, columns: readonly LedgerColumn[]): string {
  const first = raw.rows[0]!.cells;
  for (const column of columnsOf(columns, 'theirNo')) {
    if (countsRows(column)) continue;
    const number = first[column.letters]?.text;
    if (number) return `no ${squeezed(number)}`;
  }
  // No text holds a NUL: of two rows that differ the joined cells differ too.
  let cells = raw.itemAbove ?? '';
  for (const { cells: row } of raw.rows) {
    for (const column of columns) {
      const { letters, meaning } = column;
      if (meaning !== 'ignored' && !countsRows(column)) cells += `\0${meaning}\0${row[letters]?.text ?? ''}`;
    }
    cells += '\0\0';
  }
  // Kept with every row: a hash is a fraction of the cells it stands for.
  return hash('sha1', cells, 'base64');
}

/** 序号, also where its numbers are names: it restarts on every sheet. */
const countsRows = ({ meaning, heading }: LedgerColumn) =>
  meaning === 'seq' || (meaning === 'theirNo' && seqHeading.test(heading));

function skippedSheet(grid: Grid, reason: SkipReason): StoredSheet {
  const nothing = { headerRows: [], columns: {}, facts: null, read: [] };
  const pointable = reason === 'noHeader' || reason === 'noTitle';
  return { name: grid.name, role: 'skipped', why: skipText(reason), ...nothing, head: headOf(grid), pointable };
}
