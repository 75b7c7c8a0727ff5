import { setImmediate } from 'node:timers/promises';
import { guessRound } from '@xiaohao/domain';
import { kindLabels } from '@xiaohao/messages';
import { openCellMemory } from '../tickets/cell-memory.js';
import { withColourLegend } from '../tickets/colour-legend.js';
import { columnsOfPosts } from '../tickets/column-posts.js';
import { openFateAccount } from './column-fates.js';
import { shapeOf, type ProfiledChoice } from './column-profile.js';
import { duplicateKey } from '../tickets/duplicate-key.js';
import type { Table } from './find-table.js';
import type { Grid } from '../grid.js';
import { withLabelledParts } from '../tickets/labelled-cells.js';
import { cluesOf, isKindAssumed, kindOf, otherKind } from './ledger-kind.js';
import { placeColumns } from '../headings/place-columns.js';
import type { SheetFacts } from '../preview.js';
import type { RawTicket } from '../rows/raw-row.js';
import { readRow, type Reading } from './read-row.js';
import type { ReadingOptions } from '../reading-options.js';
import { readSheetFacts } from '../rows/sheet-facts.js';
import { openSheetFindings, sheetFinding } from './sheet-findings.js';
import { looksUnread } from './sheet-looks.js';
import { ledgerText, skipText } from './sheet-role.js';
import { sourceColumns, sourceFindings } from './source-columns.js';
import type { StoredSheet } from '../stored-reading.js';
import { columnsAbove } from '../rows/labels-above.js';
import { columnOf } from '../headings/columns.js';
import { labelsTold } from '../tickets/told-above.js';
import { tableAt } from '../rows/table-columns.js';
import { readTicketRows } from '../rows/ticket-rows.js';
import { nameTwins, nameTwinsBefore } from '../tickets/twins.js';
import { withUnheaded } from '../rows/unheaded-columns.js';
import { unreadRowsAbove } from './unread-rows.js';

/** Between so many rows the process looks after others: locks to be renewed, calls to be answered. */
const rowsPerTurn = 500;

/** Reads the tickets of a table and hands them over part by part. */
export async function readTable(
  grid: Grid,
  { header, columns: headed, profile, choice }: Table & ProfiledChoice,
  fileName: string,
  options: ReadingOptions,
  reading: Reading,
): Promise<void> {
  const read = withUnheaded(grid, header, readTicketRows(grid, header, headed));
  const { tickets, ignored, columns: all, tables, labels } = read;
  const signed = ignored.filter(({ why }) => why === 'signature' || why === 'note').map(({ row }) => row);
  const known = readSheetFacts(grid, header, signed, fileName, options);
  const clues = cluesOf(header.headings, known.title, [grid.name, fileName]);
  const facts: SheetFacts = { kind: kindOf(clues, options), ...known };
  const placed = placeColumns(sourceColumns(all, facts.kind), facts.kind);
  const titleAt = columnOf(placed, 'title')?.column ?? 1;
  const columns = [
    ...withColourLegend(withLabelledParts(placed, tickets), grid, header, signed),
    ...columnsAbove(labels, titleAt, choice.columns ?? {}),
  ];
  const sheet: StoredSheet = {
    name: grid.name,
    role: 'ledger',
    why: tickets.length > 0 ? ledgerText(header, columns) + otherKind(clues, options) : skipText('noRows'),
    headerRows: header.rows,
    shape: shapeOf(header),
    profile: profile && { id: profile.id, fileName: profile.fileName, used: choice.profile !== 'none' },
    columns: Object.fromEntries(columns.flatMap(({ letters, meaning, part }) => (part ? [] : [[letters, meaning]]))),
    facts,
    read: [...columns],
    ...(tables.length > 0 && { tables }),
  };
  reading.sheets.push(sheet);
  reading.ignored.push(...ignored);
  const keyOf = (raw: RawTicket) => duplicateKey(raw, columns);
  nameTwins(tickets, columns, keyOf, (row) => tableAt(sheet, row));
  if (reading.numbered) nameTwinsBefore(tickets, columns, grid.name, keyOf, reading.numbered);
  const memory = openCellMemory();
  const findings = openSheetFindings(sheet, tickets, header.rows.at(-1)!, columnsOfPosts(columns, tickets, memory));
  const account = openFateAccount(columns, header.rows.at(-1)!);
  for (let at = 0; at < tickets.length; at += rowsPerTurn) {
    const rows = tickets.slice(at, at + rowsPerTurn).map((raw) => readRow(raw, sheet, options, findings, memory));
    for (const { raw, preview } of rows) account.take(raw, preview);
    await reading.take(rows, sheet);
    await setImmediate();
  }
  const { title, source } = known;
  const long =
    source.endsWith('…') && title
      ? [sheetFinding('sourceShortened', '', source, { count: String(title.length), raw: source })]
      : [];
  const ofKind = isKindAssumed(clues, options)
    ? [sheetFinding('kindAssumed', '', kindLabels[facts.kind][0], { raw: kindLabels[facts.kind][0] })]
    : [];
  const ofTables = tables.flatMap(({ begins, source: own }) =>
    own && options.source === null ? sheetFinding('sourceOfTable', '', own, { row: String(begins), raw: own }) : [],
  );
  sheet.fates = account.fates();
  const ofSources = options.source === null ? sourceFindings(columns, tickets, facts, header.rows.at(-1)!) : [];
  sheet.findings = [
    ...unreadRowsAbove(grid, header),
    ...labelsTold(labels, columns, tickets, (...said) => sheetFinding('labelsTaken', ...said)),
    ...long,
    ...ofTables,
    ...findings.all(),
    ...ofSources,
    ...(isNoRound(facts) ? [sheetFinding('sourceNoRound', '', facts.source, { raw: facts.source })] : []),
    ...ofKind,
    ...looksUnread(grid, sheet, tickets),
    ...account.finding(),
  ];
}

/** An audit, an assessment: kept like the problems of a round, counted as none. */
const isNoRound = ({ kind, source }: Pick<SheetFacts, 'kind' | 'source'>): boolean =>
  kind === 'inspection_issue' && guessRound(source) === 'other';
