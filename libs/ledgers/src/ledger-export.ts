import type { Readable } from 'node:stream';
import { writeWorkbook, type CellContent, type Look, type RowInput, type SheetLayout } from '@xiaohao/documents';
import type { Queryable } from '@xiaohao/database';
import type { Day } from '@xiaohao/domain';
import { kindLabels, ledgerWords } from '@xiaohao/messages';
import type { Actor } from '@xiaohao/org';
import type { TicketFilter, TicketSort } from '@xiaohao/tickets';
import { countTickets, exportBatches, type ExportRow } from './ledger-export.queries.js';
import { dayText, fittingLayout, ledgerLayouts, type LayoutColumn, type LedgerLayoutName } from './ledger-layout.js';

export interface ExportRequest {
  filter: TicketFilter;
  sort: TicketSort;
  /** Without one: the form of the kind that is asked for, the general one where there are several. */
  layout?: LedgerLayoutName;
}

export interface LedgerFile {
  name: string;
  stream: Readable;
}

const titleLook: Look = { font: '方正小标宋简体', size: 18, align: 'center' };
const subtitleLook: Look = { font: '仿宋_GB2312', size: 11, align: 'right' };
const headingLook: Look = { font: '黑体', size: 11, align: 'center', border: true, wrap: true };
/** More rows under one item than this are merged in parts, so that no merged cell has to wait for the whole table. */
const longestMerge = 200;

/**
 * The ledger as a workbook, exactly what the actor sees under the filter, in the list's order. Streams: the first bytes
 * leave while the last rows are still being read.
 */
export async function exportLedger(
  db: Queryable,
  actor: Actor,
  request: ExportRequest,
  { today, now }: { today: Day; now: Date },
): Promise<LedgerFile> {
  const kinds = request.filter.kind ?? [];
  const name = request.layout ?? fittingLayout(kinds);
  const columns: readonly LayoutColumn[] = ledgerLayouts[name];
  const count = await countTickets(db, actor, request.filter, today);
  const title = titleOf(kinds);
  const subtitle = ledgerWords.asOf[0].replace('{day}', dayText(today)).replace('{count}', String(count));
  const top = topRows(columns, title, subtitle);
  const layout: SheetLayout = {
    name: title,
    columns: columns.map(({ width, align = 'left' }) => ({ width, look: { align, wrap: true, border: true } })),
    top,
    headingRows: { first: 3, last: top.length },
    rows: ledgerRows(exportBatches(db, actor, request.filter, request.sort, today), columns, today),
    frozenColumns: 1,
    print: {
      paper: columns.reduce((sum, { width }) => sum + width, 0) > 190 ? 'A3' : 'A4',
      orientation: 'landscape',
      footer: ledgerWords.page[0],
    },
  };
  return { name: `${title} ${today}.xlsx`, stream: writeWorkbook([layout], { createdAt: now, creator: actor.name }) };
}

function titleOf(kinds: readonly string[]): string {
  const kind = kinds.length === 1 ? kindLabels[kinds[0] as keyof typeof kindLabels][0] : '';
  return ledgerWords.ledgerTitle[0].replace('{kind}', kind || '整改事项');
}

/** Title, day and count, then one heading row, or two where columns share a head. */
function topRows(columns: readonly LayoutColumn[], title: string, subtitle: string): RowInput[] {
  const width = columns.length;
  const whole = [{ from: 1, to: width }];
  const grouped = columns.some(({ group }) => group !== undefined);
  const upper: RowInput = {
    cells: columns.map(({ heading, group }, at) =>
      columns[at - 1]?.group === group && group ? null : (group ?? heading),
    ),
    look: headingLook,
    merges: grouped ? headingMerges(columns) : [],
  };
  const lower: RowInput = { cells: columns.map(({ heading, group }) => (group ? heading : null)), look: headingLook };
  return [
    { cells: [{ content: title, look: titleLook }], look: { border: false }, merges: whole, height: 36 },
    { cells: [{ content: subtitle, look: subtitleLook }], look: { border: false }, merges: whole },
    upper,
    ...(grouped ? [lower] : []),
  ];
}

function headingMerges(columns: readonly LayoutColumn[]): { from: number; to: number; rows?: number }[] {
  const merges: { from: number; to: number; rows?: number }[] = [];
  columns.forEach(({ group }, at) => {
    if (group === undefined) merges.push({ from: at + 1, to: at + 1, rows: 2 });
    else if (columns[at - 1]?.group !== group) {
      let last = at;
      while (columns[last + 1]?.group === group) last += 1;
      if (last > at) merges.push({ from: at + 1, to: last + 1 });
    }
  });
  return merges;
}

async function* ledgerRows(
  batches: AsyncIterable<ExportRow[]>,
  columns: readonly LayoutColumn[],
  today: Day,
): AsyncGenerator<RowInput> {
  let number = 0;
  let together: ExportRow[] = [];
  for await (const batch of batches) {
    for (const row of batch) {
      const apart = together[0]?.itemId !== row.itemId || row.itemId === null || together.length >= longestMerge;
      if (together.length > 0 && apart) {
        yield* itemRows(together, columns, number, today);
        number += together.length;
        together = [];
      }
      together.push(row);
    }
  }
  if (together.length > 0) yield* itemRows(together, columns, number, today);
  else yield { cells: [ledgerWords.empty[0]], merges: [{ from: 1, to: columns.length }], look: { align: 'center' } };
}

/** Neighbours of one item: its cell is merged over them. */
function* itemRows(
  rows: readonly ExportRow[],
  columns: readonly LayoutColumn[],
  before: number,
  today: Day,
): Generator<RowInput> {
  const merged = columns.flatMap(({ mergedByItem }, at) => (mergedByItem && rows.length > 1 ? [at + 1] : []));
  for (const [at, row] of rows.entries()) {
    const moment = { number: before + at + 1, today };
    const cells = columns.map((column): CellContent | { content: CellContent; look: Look } => {
      if (at > 0 && column.mergedByItem) return null;
      const content = column.content(row, moment);
      const look = column.look?.(row, moment);
      return look ? { content, look } : content;
    });
    yield at === 0
      ? { cells, merges: merged.map((column) => ({ from: column, to: column, rows: rows.length })) }
      : { cells };
  }
}
