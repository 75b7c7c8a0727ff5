import type { Day } from '@xiaohao/domain';
import type { TicketCell, TicketCells } from './ticket-cells.js';

export interface CertainDays {
  /** What the row says of days something was done or told on, whatever they mean. */
  told: readonly { at: TicketCell | null; day: Day | null }[];
  /** The deadline, where it names a day of its own. */
  dueOn: Day | null;
}

/** Days of the row that lie before a day of discovery nobody wrote. The assumed day stays. */
export function noteBeforeAssumed(cells: TicketCells, assumedOn: Day, { told, dueOn }: CertainDays): void {
  const before = (day: Day) => `${day} 早于推定的发现日期 ${assumedOn}`;
  const early = told.find(({ at, day }) => at !== null && day !== null && day < assumedOn);
  if (early) cells.note('doneBeforeAssumed', early.at!.cell, before(early.day!));
  const due = cells.first('deadline');
  if (due && dueOn !== null && dueOn < assumedOn) cells.note('deadlineBeforeAssumed', due.cell, before(dueOn));
}
