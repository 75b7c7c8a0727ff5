import { makeDay, type Day } from '@xiaohao/domain';
import { updateHolds } from '@xiaohao/messages';
import type { LedgerTicket } from '@xiaohao/tickets';
import type { CellContent } from '@xiaohao/documents';
import { columns as house, type LayoutColumn } from '../exports/layout-columns.js';
import { dayText } from '../exports/layout-texts.js';
import { statusWords } from '../reading/tickets/own-progress.js';
import { ledgerLayouts } from '../exports/ledger-layout.js';
import type { ExportRow } from '../exports/ledger-export.queries.js';
import type { LedgerColumn } from '../reading/headings/columns.js';
import { plainHeading, squeezed } from '../reading/headings/heading.js';
import type { RowChange } from '../reading/preview.js';
import type { RawCell } from '../reading/rows/raw-row.js';
import { blank } from '../reading/tickets/ticket-dates.js';
import { same, tidy, type Compared } from './update-compared.js';
import { ownHead } from './update-progress.js';
import type { UpdateHold } from './update-rules.js';

/**
 * Cells of one of our house layouts that read otherwise than we wrote them and of which nothing was said so far: no edit
 * of such a ledger is passed over. Where a comparison understands another way of writing the same, nothing is said. Of
 * other ledgers only the status before a progress is ours.
 */
export function unheardCells(
  compared: Compared,
  read: readonly LedgerColumn[],
  heard: readonly RowChange[],
): RowChange[] {
  const layout = compared.by === 'no' ? houseColumns(read) : null;
  const row = exportRowOf(compared.ticket);
  const told = new Set(heard.map(({ cell }) => cell));
  return read.flatMap((column) => {
    const written = layout?.get(column.letters);
    if (!written && column.meaning !== 'progress') return [];
    const cell = compared.cells.byRow(column)[0];
    if (!cell || blank.test(cell.text) || written === house.no) return [];
    const left = written && !told.has(cell.at) ? heldCell(written, cell, row, column, compared) : null;
    const hold = left ?? otherHead(cell, column, compared, heard);
    if (hold === null) return [];
    const from = textOf((written ?? house.progress).content(row, momentOf(compared)));
    return [
      {
        field: `cell.${column.heading}`,
        label: column.heading,
        cell: cell.at,
        from,
        to: cell.text,
        held: updateHolds[hold][0],
      },
    ];
  });
}

/** Another status, or another day of it, before a progress; a status that reads as another one altogether is told by then. */
function otherHead(
  cell: RawCell,
  { meaning }: LedgerColumn,
  compared: Compared,
  heard: readonly RowChange[],
): UpdateHold | null {
  const { ticket } = compared;
  const own = meaning === 'progress' ? ownHead(cell.text, compared) : null;
  if (!own || heard.some(({ field }) => field === 'status')) return null;
  if (own.status !== statusWords(ticket.status)) return 'updateStatus';
  return own.day !== null && own.day !== (ticket.closedOn && dayText(ticket.closedOn)) ? 'updateDates' : null;
}

function heldCell(
  written: LayoutColumn,
  cell: RawCell,
  row: ExportRow,
  { meaning }: LedgerColumn,
  compared: Compared,
): UpdateHold | null {
  const { preview, moment } = compared;
  // Rows are counted anew in every file.
  if (written === house.seq) return isNumber(cell) ? null : 'updateCellComputed';
  if (written === house.light) {
    const days = [preview.filledOn, moment.today].filter((day) => day !== null);
    const lights = days.map((today) => textOf(written.content(row, { number: 0, today })));
    return lights.some((light) => same(light, cell.text)) ? null : 'updateCellComputed';
  }
  switch (meaning) {
    case 'leader':
      return preview.leader === null ? 'updateCellUnread' : null;
    case 'persons':
      return preview.persons.length === 0 ? 'updateCellUnread' : null;
    case 'leadUnit':
    case 'supportUnits':
      return preview.leadUnit === null && preview.supportUnits.length === 0 ? 'updateCellUnread' : null;
    // What was reported is compared by then, and our own head without its percentage says nothing else.
    case 'progress':
      return null;
    default:
      return says(cell, written.content(row, momentOf(compared))) ? null : holdOf(meaning);
  }
}

/** In whatever format. */
const isNumber = ({ value, day, text }: RawCell) =>
  value !== undefined || day !== undefined || /^\d+$/.test(text.trim());

const holdOf = (meaning: LedgerColumn['meaning']): UpdateHold =>
  meaning === 'status' || meaning === 'struckOff' ? 'updateStatus' : 'updateCellUnread';

const momentOf = ({ moment: { today } }: Compared) => ({ number: 0, today });

/** Whether a cell says what we wrote, a day or a number in whatever form. */
export function says(cell: RawCell, content: CellContent): boolean {
  if (content === null) return false;
  if (typeof content === 'number') return Math.abs(numberIn(cell) - content) < 0.005;
  if (typeof content === 'object' && 'day' in content) return (cell.day ?? dayIn(cell.text)) === content.day;
  return same(cell.text, textOf(content));
}

function numberIn({ value, text }: RawCell): number {
  if (value !== undefined) return value;
  const plain = text.replace(/[,，\s]/g, '');
  return plain.endsWith('%') ? Number(plain.slice(0, -1)) / 100 : Number(plain);
}

function dayIn(text: string): Day | null {
  const found = /^(\d{4})\D{1,2}(\d{1,2})\D{1,2}(\d{1,2})日?前?$/.exec(tidy(text));
  return found ? makeDay(Number(found[1]), Number(found[2]), Number(found[3])) : null;
}

function textOf(content: CellContent): string | null {
  if (content === null) return null;
  if (typeof content === 'object') return 'day' in content ? content.day : null;
  return String(content);
}

/** Whether the sheet has all columns of one of them, whatever a person added. */
export const isHouseLayout = (read: readonly LedgerColumn[]): boolean => houseColumns(read) !== null;

const found = new WeakMap<readonly LedgerColumn[], ReadonlyMap<string, LayoutColumn> | null>();
const headingOf = ({ heading, group }: LayoutColumn) =>
  group ? `${plainHeading(group)}-${squeezed(heading)}` : squeezed(heading);
const layouts: readonly (readonly LayoutColumn[])[] = Object.values(ledgerLayouts);

/** By letters the columns of the largest house layout all of whose headings the sheet has; a person may have added others. */
function houseColumns(read: readonly LedgerColumn[]): ReadonlyMap<string, LayoutColumn> | null {
  const known = found.get(read);
  if (known !== undefined) return known;
  const letters = new Map(read.map((column) => [column.heading, column.letters]));
  const [layout] = layouts
    .filter((columns) => columns.every((column) => letters.has(headingOf(column))))
    .sort((a, b) => b.length - a.length);
  const columns = layout ? new Map(layout.map((column) => [letters.get(headingOf(column))!, column])) : null;
  found.set(read, columns);
  return columns;
}

/** The ticket as an export would tell it. */
export function exportRowOf(ticket: LedgerTicket): ExportRow {
  const { persons, supportUnits, measures, details, handler } = ticket;
  return {
    ...ticket,
    itemId: null,
    submittedOn: null,
    supportUnits: supportUnits.map(({ name }) => name).join('、') || null,
    persons: persons.map(({ name }) => name).join('、') || handler,
    measures: measures.map(({ text }) => text),
    remark: (details['remark'] as string | undefined) ?? null,
    sortValue: '',
  };
}
