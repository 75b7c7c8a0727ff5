import type { Day } from '@xiaohao/domain';
import { kindLabels } from '@xiaohao/messages';
import { plainHeading } from '../reading/headings/heading.js';
import { dayText, kindFacts, rectifyKinds, rectifyKindText } from '../exports/layout-texts.js';
import { isSourceHeading } from '../exports/layout-fields.js';
import type { TicketCell } from '../reading/tickets/ticket-cells.js';
import { same, type Compared, type Comparison, type Difference } from './update-compared.js';

/** What stands where a ticket comes from and what kind it is: corrected on its page, told where a file says otherwise. */
export function compareItem({ ticket, preview, cells }: Compared): Difference | null {
  const at = cells.first('item');
  if (!at || preview.item === null || same(preview.item, ticket.itemTitle)) return null;
  return { from: ticket.itemTitle, to: preview.item, at };
}

/** An import keeps 来源 under its heading too. */
export function compareSource({ ticket, cells, by }: Compared): Difference | null {
  const at = cells.first('source') ?? cells.each('details').find(({ column }) => isSourceHeading(column.heading));
  if (!at || by !== 'no') return null;
  const { text } = at.cell;
  if (same(text, ticket.sourceName) || same(text, detail(ticket.details[at.column.heading]))) return null;
  return { from: ticket.sourceName, to: text, at };
}

const detail = (value: unknown) => (typeof value === 'string' ? value : null);

/** Columns only our own export writes: a cell that reads otherwise was edited. */
function ofOwnExport(heading: RegExp, written: (compared: Compared) => string | null): Comparison {
  return (compared) => {
    const at = compared.cells.each('ignored').find(({ column }) => heading.test(plainHeading(column.heading)));
    if (!at) return null;
    const from = written(compared);
    return same(at.cell.text, from) ? null : { from, to: at.cell.text, at };
  };
}

export const compareKind = ofOwnExport(/^业务类型$/, ({ ticket }) => kindLabels[ticket.kind][0]);
export const compareKindFacts = ofOwnExport(/^专有信息$/, ({ ticket }) => kindFacts(ticket));

export function compareRectifyKind({ ticket, cells, by }: Compared): Difference | null {
  const at = cells.first('rectifyKind');
  // Others have words of their own for it.
  if (!at || (by !== 'no' && !rectifyKinds.includes(at.cell.text))) return null;
  const from = rectifyKindText(ticket);
  return same(at.cell.text, from) ? null : { from, to: at.cell.text, at };
}

/** Only days the row itself names; an assumed one says nothing. */
const statedDays: Readonly<Record<'raisedOn' | 'assignedOn' | 'closedOn', (compared: Compared) => Day | null>> = {
  raisedOn: ({ preview, cells }) =>
    preview.raisedOnFrom === 'row' && cells.first('raisedOn') ? preview.raisedOn : null,
  assignedOn: ({ preview }) => preview.assignedOn,
  // Of a ticket that is not struck off its status tells.
  closedOn: (compared) =>
    compared.ticket.status === 'closed' && compared.preview.closedOnFrom === 'row' && closingCell(compared)
      ? compared.preview.closedOn
      : null,
};

/** The cell with the day of the end: a column of days, else the words that decided. In our own files those tell how we said it. */
function closingCell({ cells, preview, by }: Compared): TicketCell | null {
  const dated = cells.first('struckOffOn') ?? cells.first('reviewedOn');
  if (dated || by === 'no') return dated;
  const words = (['struckOff', 'status', 'progress'] as const).flatMap((meaning) => cells.each(meaning));
  return cells.first('completedOn') ?? words.find(({ cell }) => cell.text === preview.statusRaw) ?? words[0] ?? null;
}

export function compareDay(field: keyof typeof statedDays): Comparison {
  return (compared) => {
    const [from, to] = [compared.ticket[field], statedDays[field](compared)];
    if (to === null || to === from) return null;
    const at = field === 'closedOn' ? closingCell(compared) : null;
    return { from: from === null ? null : dayText(from), to: dayText(to), ...(at && { at }) };
  };
}
