import { addDays, addMonths, type Day } from '../calendar/day.js';
import type { TicketKind } from '../tickets/ticket-kind.js';
import { addWorkingDays, nextWorkingDay, type WorkingCalendar } from '../calendar/working-days.js';

/** What a clock starts with. The first four give a ticket its own deadline, the later ones a date on the way. */
export const deadlineEvents = [
  'occurred',
  'received',
  'raised',
  'assigned',
  'signed',
  'report_submitted',
  'approved',
] as const;
export type DeadlineEvent = (typeof deadlineEvents)[number];

export const deadlineUnits = ['working', 'calendar', 'month', 'year'] as const;
export type DeadlineUnit = (typeof deadlineUnits)[number];

export interface DeadlineRule {
  readonly code: string;
  /** Null: any kind. */
  readonly kind: TicketKind | null;
  /** Null: any level. */
  readonly level: string | null;
  readonly event: DeadlineEvent;
  readonly amount: number;
  readonly unit: DeadlineUnit;
  /** Set by law: shifts off days off, and only the chief extends it. */
  readonly statutory: boolean;
  /** How much longer the law itself allows, in the same unit; null: not at all. Only where `statutory`. */
  readonly extensionAmount: number | null;
  /** Where the rule stands. */
  readonly source: string;
  readonly enabled: boolean;
}

const row = (
  code: string,
  kind: TicketKind | null,
  level: string | null,
  clock: readonly [DeadlineEvent, number, DeadlineUnit],
  source: string,
  { statutory = false, enabled = true, extensionAmount = null as number | null } = {},
): DeadlineRule => {
  const [event, amount, unit] = clock;
  return { code, kind, level, event, amount, unit, statutory, extensionAmount, source, enabled };
};
const law = { statutory: true } as const;
/** The law allows more time once: 延长. */
const lawPlus = (extensionAmount: number) => ({ ...law, extensionAmount });
const off = { enabled: false } as const;

/** Seed of the editable rules, in the order they are offered: law first, the bureau's own habits after it. */
export const deadlineRuleSeed: readonly DeadlineRule[] = [
  row('inspection_report', 'inspection_issue', null, ['raised', 2, 'month'], '巡视工作条例（集中整改期，各地可另定）'),
  row('hazard_general', 'hazard', 'general', ['assigned', 30, 'calendar'], '本单位规定'),
  row('hazard_major', 'hazard', 'major', ['assigned', 1, 'year'], '挂牌督办办法（治理期限）'),
  row(
    'public_report',
    'public_report',
    null,
    ['received', 60, 'calendar'],
    '应急〔2020〕69号（安全生产举报处理）',
    lawPlus(30),
  ),
  row('public_report_12345', 'public_report', null, ['received', 13, 'working'], '政务热线投诉类办理时限'),
  row('env_plan', 'env_inspection_issue', null, ['assigned', 6, 'month'], '以整改方案为准', off),
  row(
    'accident_report',
    'accident_investigation',
    null,
    ['occurred', 60, 'calendar'],
    '生产安全事故报告和调查处理条例第29条',
    lawPlus(60),
  ),
  row(
    'accident_approval_extreme',
    'accident_investigation',
    'extreme',
    ['report_submitted', 30, 'calendar'],
    '生产安全事故报告和调查处理条例第32条',
    lawPlus(30),
  ),
  row(
    'accident_approval',
    'accident_investigation',
    null,
    ['report_submitted', 15, 'calendar'],
    '生产安全事故报告和调查处理条例第32条',
    law,
  ),
  row('accident_evaluation', 'accident_investigation', null, ['approved', 1, 'year'], '安全生产法第86条', law),
  row('key_task_half_year', 'key_task', null, ['assigned', 6, 'month'], '本单位规定', off),
  row('supervision_instruction', 'supervision_item', null, ['assigned', 15, 'calendar'], '督办件一般办理时限'),
  row('immediate', null, null, ['signed', 5, 'working'], '立行立改，本单位规定'),
];

const ownDeadline: readonly DeadlineEvent[] = ['occurred', 'received', 'raised', 'assigned'];

/**
 * The enabled rules for a ticket, in their order. Of several with the same event and sort (law or not) a rule for the
 * level stands before one for any level, and takes its place. `own` leaves only those that set the ticket's deadline.
 */
export function rulesFor(
  rules: readonly DeadlineRule[],
  kind: TicketKind,
  level: string | null,
  own = false,
): readonly DeadlineRule[] {
  const fitting = rules.filter(
    (rule) =>
      rule.enabled &&
      rule.kind === kind &&
      (rule.level === null || rule.level === level) &&
      (!own || ownDeadline.includes(rule.event)),
  );
  return fitting.filter(
    (rule) =>
      rule.level !== null ||
      !fitting.some(
        (other) => other.level !== null && other.event === rule.event && other.statutory === rule.statutory,
      ),
  );
}

/**
 * The day a rule leads to. The first day is not counted (Civil Code §201), months and years end on the corresponding
 * day (§202); a statutory period that ends on a day off goes on to the next working day (§203), an own one does not.
 */
export function proposeDay(
  rule: Pick<DeadlineRule, 'amount' | 'unit' | 'statutory'>,
  from: Day,
  calendar: WorkingCalendar,
): Day {
  const { amount, unit, statutory } = rule;
  if (unit === 'working') return addWorkingDays(from, amount, calendar);
  const day = unit === 'calendar' ? addDays(from, amount) : addMonths(from, unit === 'year' ? amount * 12 : amount);
  return statutory ? nextWorkingDay(day, calendar) : day;
}

/** The last day the law allows, its own extension included; null for a rule that is the bureau's own. */
export function latestDay(
  rule: Pick<DeadlineRule, 'amount' | 'unit' | 'statutory' | 'extensionAmount'>,
  from: Day,
  calendar: WorkingCalendar,
): Day | null {
  if (!rule.statutory) return null;
  return proposeDay({ ...rule, amount: rule.amount + (rule.extensionAmount ?? 0) }, from, calendar);
}
