import { columnLetters, readSheetLooks, readWorkbook, type Sheet } from '@xiaohao/documents';
import type { TicketKind } from '@xiaohao/domain';
import { AppError } from '@xiaohao/errors';
import { layoutNotes } from '@xiaohao/messages';
import { resolveColumns } from '../reading/headings/columns.js';
import { gridOf, textOf, type Grid } from '../reading/grid.js';
import { findHeader, readHeader, type Header } from '../reading/headings/header.js';
import { noHeader } from '../reading/sheets/no-header.js';
import { longestText, mostColumns, ownForm, type OwnForm } from './own-form.js';
import { skippedAtSight, skippedWithoutHeader, skipText } from '../reading/sheets/sheet-role.js';
import { readTicketRows } from '../reading/rows/ticket-rows.js';

export type LayoutNoteCode = keyof typeof layoutNotes;

export interface ReadForm {
  form: OwnForm;
  /** What stands above the header, first line. */
  title: string | null;
  notes: { code: LayoutNoteCode; message: string }[];
}

/** Rows of signatures and notes kept below the table. */
const mostBottomRows = 6;
/** A header stands in the first rows, signatures in the last: what lies between is counted and not read. */
const headRows = 500;
const footRows = 50;

/**
 * Reads an empty workbook with headings as a layout; of one with rows the header alone is taken.
 * @throws noHeader with the first rows, and what `readWorkbook` throws
 */
export async function readOwnForm(file: Buffer, kind: TicketKind, headerRows?: readonly number[]): Promise<ReadForm> {
  const { sheets } = await readWorkbook(file);
  const found = findSheet(sheets, headerRows);
  const { sheet, grid, header } = found;
  const lastColumn = Math.max(...header.headings.map(({ column }) => column));
  if (lastColumn > mostColumns) {
    throw new AppError('workbookTooLarge', {
      place: `${sheet.name}!${columnLetters(lastColumn)}`,
      limit: `${mostColumns} 列`,
    });
  }
  const { tickets, ignored } = readTicketRows(grid, header, resolveColumns(header));
  const last = header.rows.at(-1)!;
  const signed = ignored
    .filter(({ row, why }) => row > last && (why === 'signature' || why === 'note'))
    .map(({ row }) => row);
  const between = sheets.find(({ name }) => name === sheet.name)!.rows.length - sheet.rows.length;
  const rowsLeftOut = tickets.reduce(
    (sum, { rows }) => sum + rows.filter(({ row }) => saysMore(grid, row)).length,
    between,
  );
  const bottom = signed.slice(-mostBottomRows);
  const form = ownForm(sheet, grid, header, await readSheetLooks(file, sheet.name), kind, bottom);
  return { form, title: titleOf(grid, header), notes: notesOf(form, rowsLeftOut, sheets) };
}

function findSheet(
  sheets: readonly Sheet[],
  headerRows: readonly number[] | undefined,
): { sheet: Sheet; grid: Grid; header: Header } {
  const skipped: { name: string; why: string }[] = [];
  let headless: Grid | undefined;
  for (const whole of sheets) {
    const sheet = headAndFoot(whole);
    const grid = gridOf(sheet);
    const atSight = skippedAtSight(sheet, grid);
    const header = atSight ? null : headerRows ? pointedAt(grid, headerRows) : findHeader(grid);
    if (header) return { sheet, grid, header };
    skipped.push({ name: sheet.name, why: skipText(atSight ?? skippedWithoutHeader(grid)) });
    if (!atSight) headless ??= grid;
  }
  throw noHeader(skipped, headless);
}

/** The rows that may be head or foot, without more of a text than a layout keeps. */
function headAndFoot(sheet: Sheet): Sheet {
  const rows = sheet.rows.filter((_, at) => at < headRows || at >= sheet.rows.length - footRows);
  return {
    ...sheet,
    rows: rows.map(({ number, cells }) => ({
      number,
      cells: cells.map((cell) => cell && { ...cell, text: cell.text.slice(0, longestText) }),
    })),
  };
}

function pointedAt(grid: Grid, rows: readonly number[]): Header | null {
  const header = readHeader(grid, rows);
  return header.headings.length > 0 ? header : null;
}

/** A row prepared with nothing but its number says nothing. */
function saysMore(grid: Grid, row: number): boolean {
  const texts = Array.from({ length: grid.lastColumn }, (_, at) => textOf(grid.own(row, at + 1)));
  return texts.filter((text) => text !== '' && !/^\d{1,4}$/.test(text)).length > 0;
}

function titleOf(grid: Grid, header: Header): string | null {
  const above = grid.rowNumbers.filter((row) => row < header.rows[0]!);
  const texts = above.map((row) => textOf(grid.shown(row, firstColumn(grid, row))));
  return texts.find((text) => text !== '' && !/^附[件表]?\s*\d*[:：]?$/.test(text)) ?? null;
}

function firstColumn(grid: Grid, row: number): number {
  for (let column = 1; column <= grid.lastColumn; column += 1) if (grid.own(row, column)) return column;
  return 1;
}

function notesOf(form: OwnForm, rows: number, sheets: readonly Sheet[]): ReadForm['notes'] {
  const fills = (field: string) => form.columns.some((column) => column.field === field);
  const unknown = form.columns.filter(({ understood }) => !understood).map(({ heading }) => heading);
  const notes: ReadForm['notes'] = [];
  const note = (code: LayoutNoteCode, facts: Readonly<Record<string, string | number>> = {}) => {
    const message = layoutNotes[code][0].replace(/\{(\w+)\}/g, (_, name: string) => String(facts[name]));
    notes.push({ code, message });
  };
  if (rows > 0) note('rowsLeftOut', { count: rows });
  if (sheets.length > 1) note('otherSheets', { count: sheets.length, sheet: form.sheet });
  if (unknown.length > 0) note('notUnderstood', { count: unknown.length, headings: unknown.join('、').slice(0, 200) });
  if (!fills('title')) note('noTitle');
  if (!fills('no')) note(fills('source') ? 'noNumber' : 'noIdentity');
  return notes;
}
