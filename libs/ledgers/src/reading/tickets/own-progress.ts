import { ticketStatuses, type TicketStatus } from '@xiaohao/domain';
import { ledgerWords, statusLabels } from '@xiaohao/messages';

const statusBefore: Readonly<Record<TicketStatus, string>> = {
  draft: ledgerWords.notBegun[0],
  assigned: ledgerWords.notBegun[0],
  in_progress: '',
  dept_review: ledgerWords.doneByUnit[0],
  pending_review: ledgerWords.doneByUnit[0],
  pending_acceptance: ledgerWords.doneByUnit[0],
  closed: '',
  ongoing: '',
  suspended: '',
  cancelled: '',
};

/** The status as a ledger says it, without its day. */
export function statusWords(status: TicketStatus): string {
  return statusBefore[status] + statusLabels[status][0];
}

/** A progress cell as our own export writes it: the status before it, its day, its percentage, and what was reported. */
export interface OwnProgress {
  /** As a ledger says it, without its day. */
  status: string;
  /** What stands in brackets behind it: the day it was struck off. */
  day: string | null;
  percent: number | null;
  rest: string;
}

const words = ticketStatuses.map(statusWords);
/** `整改中 80%`, `已销号（2026年6月10日）`; whatever follows on the line was added by a person. */
const head = new RegExp(
  `^(${[...words].sort((a, b) => b.length - a.length).join('|')})(?:（([^（）]*)）)?(?:\\s*(\\d{1,3})\\s*[%％])?(?:[\\s，,；;。：:]+(.*))?$`,
);

/** Null where the first line is none of ours. */
export function ownProgress(text: string | null): OwnProgress | null {
  const [first = '', ...lines] = (text ?? '').split(/\r\n|\r|\n/).map((line) => line.trim());
  const found = head.exec(first);
  if (!found) return null;
  const rest = [found[4] ?? '', ...lines].filter((line) => line !== '').join('\n');
  return { status: found[1]!, day: found[2] ?? null, percent: found[3] === undefined ? null : Number(found[3]), rest };
}

/**
 * The first line alone where it is ours and a report stands below it: the state of the matter, whatever the report says. Null
 * elsewhere; a day in brackets on the next line belongs to the state.
 */
export function printedState(text: string): string | null {
  const [first = '', ...lines] = text.split(/\r\n|\r|\n/).map((line) => line.trim());
  const below = lines.find((line) => line !== '');
  if (below === undefined || below.startsWith('（')) return null;
  const found = head.exec(first);
  return found && !found[4] ? first : null;
}
