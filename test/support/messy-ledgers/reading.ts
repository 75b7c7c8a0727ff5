import type { PreviewTicket } from '@xiaohao/ledgers';
import type { ExpectedTicket } from './messy-ledger.js';

/** One field of a ticket: what was read, and what a careful clerk reads. */
export interface ComparedField {
  name: string;
  read: unknown;
  meant: unknown;
  isRight: boolean;
}

export function compareTicket(ticket: PreviewTicket, meant: ExpectedTicket): ComparedField[] {
  const { kind, date, ongoing } = ticket.deadline;
  // A row in progress whose deadline is to be kept up may be `ongoing`.
  const status = meant.deadline.ongoing && ticket.status === 'ongoing' ? meant.status : ticket.status;
  const isUnclear = meant.deadline.kind === 'unresolved';
  const fields: readonly (readonly [string, unknown, unknown])[] = [
    ['rows', ticket.rows, meant.rows],
    ['titles', ticket.title, meant.title],
    ['leads', ticket.leadUnit, meant.leadUnit],
    ['supports', meant.supportUnits === null ? null : ticket.supportUnits, meant.supportUnits],
    ['persons', ticket.persons, meant.persons],
    ['deadlines', [kind, date, ongoing], [meant.deadline.kind, meant.deadline.date, meant.deadline.ongoing ?? false]],
    ['statuses', status, meant.status],
    ['levels', ticket.level, meant.level],
    ['amounts', ticket.outcomes[0]?.amount ?? null, meant.amount],
    ['measures', meant.measures === null ? null : ticket.measures.length, meant.measures],
    ['decisions', ticket.decision, meant.decision],
    ['told', meant.doubts.filter((doubt) => !ticket.issues.some(({ code }) => code === doubt)), []],
    ['listed', isUnclear ? ticket.issues.some(({ code }) => code.startsWith('deadline')) : true, true],
  ];
  return fields.map(([name, read, expected]) => ({
    name,
    read,
    meant: expected,
    isRight: JSON.stringify(read) === JSON.stringify(expected),
  }));
}
