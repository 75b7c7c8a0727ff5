import type { Day, DeadlineContext } from '@xiaohao/domain';
import type { LedgerColumn } from './columns.js';
import type { PreviewTicket, SheetFacts } from './preview.js';
import { readStatus } from './cell-words.js';
import type { TicketCells } from './ticket-cells.js';
import { readFactDay } from './ticket-dates.js';

export function readTicketStatus(
  cells: TicketCells,
  _columns: readonly LedgerColumn[],
  context: DeadlineContext,
  facts: SheetFacts,
  today: Day,
): Pick<
  PreviewTicket,
  | 'status'
  | 'statusRaw'
  | 'completion'
  | 'progress'
  | 'progressPercent'
  | 'closedOn'
  | 'closedOnFrom'
  | 'completedOn'
  | 'filledOn'
> {
  const progress = cells.text('progress');
  const completedOn = readFactDay(cells, 'completedOn', context);
  if (progress === null) {
    cells.note('statusUnknown', 'progress');
    return {
      status: 'unknown',
      statusRaw: null,
      completion: null,
      progress,
      progressPercent: null,
      closedOn: null,
      closedOnFrom: null,
      completedOn,
      filledOn: facts.filledOn,
    };
  }
  const read = readStatus(progress);
  const closed = read.status === 'closed';
  return {
    ...read,
    statusRaw: progress,
    progress,
    progressPercent: null,
    closedOn: closed ? (facts.filledOn ?? today) : null,
    closedOnFrom: closed ? (facts.filledOn ? 'filledOn' : 'importDay') : null,
    completedOn,
    filledOn: facts.filledOn,
  };
}
