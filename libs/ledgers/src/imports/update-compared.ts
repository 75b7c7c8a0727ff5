import type { Day, DeadlineRule, WorkingCalendar } from '@xiaohao/domain';
import type { Actor } from '@xiaohao/org';
import type { LedgerTicket, LedgerUpdate } from '@xiaohao/tickets';
import type { ColumnMeaning } from '../reading/headings/column-meanings.js';
import type { KnownBy, PreviewTicket } from '../reading/preview.js';
import type { TicketCell, TicketCells } from '../reading/tickets/ticket-cells.js';
import type { TicketMatch } from './ticket-match.js';
import type { UpdateHold } from './update-rules.js';

export interface UpdateMoment {
  actor: Actor;
  today: Day;
  calendar: WorkingCalendar;
  rules: readonly DeadlineRule[];
}

export interface Compared {
  ticket: LedgerTicket;
  preview: PreviewTicket;
  cells: TicketCells;
  match: TicketMatch;
  by: KnownBy;
  moment: UpdateMoment;
}

/** What a field's cells say beside what the ticket says; null where they agree. */
export interface Difference {
  from: string | null;
  to: string;
  at?: TicketCell;
  held?: UpdateHold | null;
  /** A sentence of the law in place of the catalogue's. */
  why?: string;
  write?: Partial<Omit<LedgerUpdate, 'ticket' | 'changed'>>;
}

export type Comparison = (compared: Compared) => Difference | null;

export function filled({ cells }: Compared, ...meanings: readonly ColumnMeaning[]): TicketCell | null {
  for (const meaning of meanings) {
    const [first] = cells.each(meaning);
    if (first) return first;
  }
  return null;
}

/** White space at the ends of lines, and how lines end, say nothing. */
export function same(one: string | null, other: string | null): boolean {
  return tidy(one) === tidy(other);
}

export function tidy(text: string | null): string {
  return (text ?? '')
    .split(/\r\n|\r|\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n');
}
