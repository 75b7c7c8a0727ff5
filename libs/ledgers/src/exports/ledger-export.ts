import type { Readable } from 'node:stream';
import { writeWorkbook, type CellContent, type Look, type RowInput, type SheetLayout } from '@xiaohao/documents';
import type { Queryable } from '@xiaohao/database';
import type { Day } from '@xiaohao/domain';
import { ledgerWords, pageTexts } from '@xiaohao/messages';
import type { Actor } from '@xiaohao/org';
import type { TicketFilter, TicketSort } from '@xiaohao/tickets';
import { countTickets, exportBatches, type ExportRow } from './ledger-export.queries.js';
import { houseForm, type FormFacts, type LedgerForm } from './ledger-form.js';
import { fittingLayout, isHouseLayout, ledgerLayouts, type LayoutColumn } from './ledger-layout.js';
import { getOwnLayout } from './own-layout.queries.js';
import { ownSheet } from './own-form-sheet.js';

export interface ExportRequest {
  filter: TicketFilter;
  sort: TicketSort;
  /**
   * A house layout, or the id of an own one. Without: the form of the kind that is asked for, the general one where there
   * are several.
   */
  layout?: string;
}

export interface LedgerFile {
  name: string;
  stream: Readable;
}

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
  const counted = await countTickets(db, actor, request.filter, today);
  const form = await formOf(db, request, { today, ...counted, kinds });
  const batches = exportBatches(db, actor, request.filter, request.sort, today);
  const layout: SheetLayout = {
    name: form.sheet,
    columns: form.columns.map(({ width, body }) => ({ width, look: body })),
    top: form.top,
    headingRows: form.headingRows,
    rows: ledgerRows(batches, form, today),
    frozenColumns: form.frozenColumns,
    print: { ...form.print, footer: ledgerWords.page[0] },
  };
  const stream = writeWorkbook([layout], { createdAt: now, creator: actor.name });
  return { name: `${form.name} ${today}.xlsx`, stream };
}

async function formOf(db: Queryable, { layout, filter }: ExportRequest, facts: FormFacts): Promise<LedgerForm> {
  if (layout !== undefined && !isHouseLayout(layout)) {
    const { name, form } = await getOwnLayout(db, layout);
    return ownSheet(name, form, facts);
  }
  const form = houseForm(ledgerLayouts[layout ?? fittingLayout(filter.kind ?? [])], facts);
  // A form that was asked for is found again by the name it was chosen by.
  return layout === undefined ? form : { ...form, name: pageTexts[`ledger.layout.${layout}`][0] };
}

async function* ledgerRows(
  batches: AsyncIterable<ExportRow[]>,
  { columns, bottom }: LedgerForm,
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
  yield* bottom;
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
