import type { Sheet } from '@xiaohao/documents';
import type { TicketKind } from '@xiaohao/domain';
import { kindLabels, sheetTexts } from '@xiaohao/messages';
import type { LedgerColumn } from '../headings/columns.js';
import type { Grid } from '../grid.js';
import { isStatistic, squeezed } from '../headings/heading.js';
import { explainingSheets } from '../headings/heading-patterns.js';
import type { Header } from '../headings/header.js';
import { ownCells } from '../rows/row-kinds.js';

export type SkipReason = Exclude<keyof typeof sheetTexts, 'ledger' | 'form' | 'otherKind'>;

/** Why a sheet need not even be searched for a table. */
export function skippedAtSight(sheet: Sheet, grid: Grid): SkipReason | null {
  if (sheet.hidden !== 'visible') return 'hidden';
  if (grid.rowNumbers.length === 0) return 'empty';
  return explainingSheets.test(squeezed(sheet.name)) ? 'explaining' : null;
}

/** Rows searched for headings that count, where no ledger's header was found. */
const searchedRows = 10;

/** Why a sheet has no header: it counts, or it is no table at all. */
export function skippedWithoutHeader(grid: Grid): SkipReason {
  const counts = grid.rowNumbers.slice(0, searchedRows).some((row) => {
    return ownCells(grid, row).filter(({ text }) => isStatistic(text)).length >= 2;
  });
  return counts || isCountedByName(grid) ? 'statistics' : 'noHeader';
}

const namesCounts = /统计|汇总|[办完][结成]率|整改率/;
const numberAlone = /^\d{1,6}(?:\.\d{1,2})?%?$/;
/** A text of a matter is longer. */
const longestName = 20;

/** Called a statistic, and mostly lines of a name and numbers: 一、安全生产 3 1 1 1. */
function isCountedByName(grid: Grid): boolean {
  const lines = grid.rowNumbers.slice(0, searchedRows).map((row) => ownCells(grid, row).map(({ text }) => text));
  if (!namesCounts.test(`${grid.name} ${lines[0]?.join(' ') ?? ''}`)) return false;
  const numbers = lines.filter((line) => line.filter((text) => numberAlone.test(text)).length >= 2);
  return numbers.length * 2 >= lines.length && lines.every((line) => line.every((text) => text.length <= longestName));
}

/** Why a table is no ledger although it has headings. */
export function skippedByColumns(
  header: Header,
  columns: readonly LedgerColumn[],
  /** A person wants it read. */
  wanted: boolean,
): SkipReason | null {
  const counting = header.headings.filter(({ text, match }) => isStatistic(text) && !match?.isTicked).length;
  const claimsTitle = header.headings.some(({ match }) => match?.meaning === 'title' && match.strength > 3);
  if (counting >= 2 && !claimsTitle && !wanted) return 'statistics';
  return columns.some((column) => column.meaning === 'title') ? null : 'noTitle';
}

export function skipText(reason: SkipReason): string {
  return sheetTexts[reason][0];
}

function recognised(columns: readonly LedgerColumn[]): number {
  return columns.filter((column) => column.meaning !== 'details').length;
}

export function formText(columns: readonly LedgerColumn[]): string {
  return sheetTexts.form[0].replace('{count}', String(recognised(columns)));
}

export function ledgerText(header: Header, columns: readonly LedgerColumn[]): string {
  return sheetTexts.ledger[0].replace('{rows}', header.rows.join('—')).replace('{count}', String(recognised(columns)));
}

export function otherKindText(chosen: TicketKind, looksLike: TicketKind): string {
  return sheetTexts.otherKind[0]
    .replace('{chosen}', kindLabels[chosen][0])
    .replace('{other}', kindLabels[looksLike][0]);
}
