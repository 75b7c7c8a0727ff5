import {
  addDays,
  addMonths,
  lastFullHalfYear,
  previousWorkingDay,
  type Day,
  type WorkingCalendar,
} from '@xiaohao/domain';

export interface DemoDates {
  readonly today: Day;
  /** The last day anything happened: today is the visitor's. */
  readonly last: Day;
  /** When the bureau began to keep its ledger here. */
  readonly start: Day;
  /** Feedback of the rounds of inspection. */
  readonly rounds: Readonly<Record<RoundName, Day>>;
}

export const roundNames = ['former', 'third', 'special'] as const;
export type RoundName = (typeof roundNames)[number];

export function demoDates(today: Day, calendar: WorkingCalendar): DemoDates {
  const half = lastFullHalfYear(today);
  const sevenMonthsBack = addDays(addMonths(today, -7), -10);
  const early = addDays(half.from, 10);
  return {
    today,
    last: previousWorkingDay(addDays(today, -1), calendar),
    start: addDays(today, -450),
    rounds: {
      former: addDays(today, -380),
      // Early in the last full half-year, so that its report tells of this round's rectification.
      third: early < sevenMonthsBack ? early : sevenMonthsBack,
      special: addDays(today, -45),
    },
  };
}
