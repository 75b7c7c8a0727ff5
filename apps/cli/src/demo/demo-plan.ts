import {
  addDays,
  addMonths,
  daysBetween,
  lastFullHalfYear,
  nextWorkingDay,
  previousWorkingDay,
  type Day,
  type WorkingCalendar,
} from '@xiaohao/domain';
import { demoItems } from './demo-problems.js';

/** How one demo problem fares, laid relative to today. */
export interface DemoPlan {
  item: number;
  title: string;
  measure: string;
  section: 'chemicals' | 'relief' | 'office';
  fate:
    | 'closed'
    | 'kept_up'
    | 'in_progress'
    | 'assigned'
    | 'draft'
    | 'dept_review'
    | 'pending_review'
    | 'pending_acceptance'
    | 'reopened';
  dueOn: Day | null;
  /** Day of acceptance for closed and kept-up ones, of submission for those in review. */
  endsOn: Day | null;
  extension: 'none' | 'pending' | 'granted';
  outcome: { type: string; amount: number } | null;
}

export interface DemoDates {
  today: Day;
  /** At least seven months back and before the last full half-year is well under way. */
  feedbackOn: Day;
  assignedOn: Day;
  signedOn: Day;
  half: { from: Day; to: Day };
}

export function demoDates(today: Day, calendar: WorkingCalendar): DemoDates {
  const half = lastFullHalfYear(today);
  const sevenMonthsBack = addDays(addMonths(today, -7), -10);
  const early = addDays(half.from, 10);
  const feedbackOn = early < sevenMonthsBack ? early : sevenMonthsBack;
  const assignedOn = nextWorkingDay(addDays(feedbackOn, 6), calendar);
  return { today, feedbackOn, assignedOn, signedOn: nextWorkingDay(addDays(assignedOn, 2), calendar), half };
}

/** Days from today of the live ones' deadlines: overdue, due today, due soon, later. */
const liveDueDays = [-21, -9, -5, -3, -1, 0, 1, 3, 7, 15, 28, 45];
const outcomes = [
  { type: 'rules_made', amount: 1 },
  { type: 'reform_measures', amount: 1 },
  { type: 'talks_admonish', amount: 2 },
  { type: 'money_collected', amount: 15_600 },
  { type: 'org_handling', amount: 1 },
  { type: 'losses_recovered', amount: 42_300 },
];

/** The sixty problems with their fates; the same for the same day, always. */
export function demoPlans(dates: DemoDates, calendar: WorkingCalendar): DemoPlan[] {
  const problems = demoItems.flatMap((item, index) =>
    item.problems.map(([title, measure]) => ({ item: index + 1, title, measure })),
  );
  const lastPossible = addDays(dates.today, -2);
  const closingFrom = later(addDays(dates.signedOn, 20), dates.half.from);
  const closingSpan = daysBetween(closingFrom, earlier(dates.half.to, lastPossible)) - 4;
  return problems.map((problem, index) => {
    const section = index % 2 === 0 ? 'chemicals' : index % 6 === 5 ? 'office' : 'relief';
    const base = { ...problem, section, extension: 'none', outcome: null } as const;
    const slot = index % 5;
    if (slot < 3) {
      // 36 struck off within the last full half-year, every sixth of them after its deadline.
      const nth = Math.floor(index / 5) * 3 + slot;
      const endsOn = previousWorkingDay(addDays(closingFrom, Math.floor((nth / 36) * closingSpan)), calendar);
      const dueOn = addDays(endsOn, nth % 6 === 5 ? -8 : 12);
      const outcome = nth % 2 === 0 ? outcomes[(nth / 2) % outcomes.length]! : null;
      return { ...base, fate: 'closed', dueOn, endsOn, outcome, extension: nth % 9 === 4 ? 'granted' : 'none' };
    }
    const nth = Math.floor(index / 5);
    if (slot === 3) {
      const dueOn = addDays(dates.today, liveDueDays[nth]!);
      const fate = nth === 7 ? 'assigned' : 'in_progress';
      return { ...base, fate, dueOn, endsOn: null, extension: nth === 5 ? 'pending' : nth === 9 ? 'granted' : 'none' };
    }
    return { ...base, ...remaining(nth, dates, calendar, closingFrom, closingSpan) };
  });
}

type Remaining = Pick<DemoPlan, 'fate' | 'dueOn' | 'endsOn'>;

/** Kept up for good, waiting on a reviewer, reopened, closed since, and one nobody has assigned yet. */
function remaining(nth: number, dates: DemoDates, calendar: WorkingCalendar, from: Day, span: number): Remaining {
  const recently = (days: number) => previousWorkingDay(addDays(dates.today, -days), calendar);
  const within = (part: number) => previousWorkingDay(addDays(from, Math.floor(span * part)), calendar);
  const rows: Remaining[] = [
    { fate: 'kept_up', dueOn: addDays(within(0.4), 10), endsOn: within(0.4) },
    { fate: 'kept_up', dueOn: addDays(within(0.6), 10), endsOn: within(0.6) },
    { fate: 'kept_up', dueOn: addDays(within(0.8), -3), endsOn: within(0.8) },
    { fate: 'dept_review', dueOn: addDays(dates.today, 6), endsOn: recently(4) },
    { fate: 'dept_review', dueOn: addDays(dates.today, -2), endsOn: recently(6) },
    { fate: 'pending_review', dueOn: addDays(dates.today, 9), endsOn: recently(5) },
    { fate: 'pending_review', dueOn: addDays(dates.today, 2), endsOn: recently(7) },
    { fate: 'pending_acceptance', dueOn: addDays(dates.today, 4), endsOn: recently(8) },
    { fate: 'pending_acceptance', dueOn: addDays(dates.today, 12), endsOn: recently(9) },
    { fate: 'reopened', dueOn: addDays(dates.today, 20), endsOn: within(0.5) },
    { fate: 'assigned', dueOn: addDays(dates.today, 30), endsOn: null },
    { fate: 'draft', dueOn: null, endsOn: null },
  ];
  return rows[nth]!;
}

function later(a: Day, b: Day): Day {
  return a > b ? a : b;
}

function earlier(a: Day, b: Day): Day {
  return a < b ? a : b;
}
