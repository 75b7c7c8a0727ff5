import { readWorkbook, type Workbook } from '@xiaohao/documents';
import { withProfile } from './sheets/column-profile.js';
import { withCorrections } from './corrections.js';
import { findDoubles } from './tickets/doubles.js';
import { findTable, skippedSheet, skippedUnasked } from './sheets/find-table.js';
import { readForm } from './sheets/form-sheet.js';
import { gridOf, type Grid } from './grid.js';
import { noHeader } from './sheets/no-header.js';
import {
  finding,
  stoppingFindings,
  type IgnoredRow,
  type Preview,
  type PreviewSheet,
  type PreviewTicket,
} from './preview.js';
import { readFormSheet } from './sheets/read-form-sheet.js';
import type { ReadRow, Reading, TakeRows } from './sheets/read-row.js';
import { readTable } from './sheets/read-table.js';
import { findingsInTheEnd, leftOutKey, type LeftOut } from './sheets/counted-findings.js';
import { withoutReporters } from './rows/without-reporters.js';
import type { ReadingOptions } from './reading-options.js';
import type { StoredSheet } from './stored-reading.js';

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
  const leftOut = new Map<string, number>();
  for (const no of doubles.keys()) {
    const { preview, lacks = [] } = rows[no]!;
    for (const key of lacks.map((one) => leftOutKey(preview.sheet, one))) leftOut.set(key, (leftOut.get(key) ?? 0) + 1);
  }
  return { file: fileName, sheets: sheets.map((sheet) => previewSheet(sheet, leftOut)), tickets, ignored };
}

/** Without what is kept for reading it again. */
export function previewSheet(stored: StoredSheet, leftOut: LeftOut): PreviewSheet {
  const { read: _read, shape: _shape, tables: _tables, ...sheet } = stored;
  return { ...sheet, ...(sheet.findings && { findings: findingsInTheEnd(sheet, leftOut) }) };
}

function decisionAlone({ issues }: PreviewTicket): 'attention' | 'create' {
  return issues.some(({ code }) => stoppingFindings.includes(code)) ? 'attention' : 'create';
}

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
  if (workbook.sheets.length > 1) reading.numbered = new Map();
  const headless: Grid[] = [];
  const counting: Grid[] = [];
  for (const sheet of workbook.sheets) {
    const grid = gridOf(withoutReporters(withCorrections(sheet, options.cells?.[sheet.name])));
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
