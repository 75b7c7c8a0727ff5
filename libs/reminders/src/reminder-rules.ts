import type { EntityManager } from 'typeorm';
import { execute, type Queryable } from '@xiaohao/database';
import { audienceLabels, noticeText, reminderMomentLabels } from '@xiaohao/messages';
import type { Channel } from '@xiaohao/notices';

export const audiences = [
  'handler',
  'head',
  'deputy',
  'chief',
  'coordinator',
  'reviewer',
  'addressee',
  'asker',
  'filer',
  'collector',
] as const;
/** Whom a rule tells, by what they are to the ticket. */
export type Audience = (typeof audiences)[number];

export const channels = ['inbox', 'mail'] as const satisfies readonly Channel[];

export const answerKinds = ['instruction', 'spread'] as const;
export type AnswerKind = (typeof answerKinds)[number];

/** When a rule speaks. Days are calendar days; a digest gathers all of a person's in one list. */
export type RuleMoment =
  | { readonly type: 'before_due' | 'after_due' | 'in_review'; readonly days: number }
  | { readonly type: 'due' }
  /** The day something suspended or kept up is to be looked at again, and so many days after it unseen. */
  | { readonly type: 'review_day'; readonly of: 'suspended' | 'ongoing' }
  | { readonly type: 'review_late'; readonly days: number }
  /** What a leader or another unit wants answered by a day: 批示, 举一反三. */
  | { readonly type: 'before_answer' | 'answer_late'; readonly of: AnswerKind; readonly days: number }
  /** What is to be filed by a day, before and after it; `filing_urge` speaks when somebody asks it to. */
  | { readonly type: 'before_filing' | 'filing_late'; readonly days: number }
  | { readonly type: 'filing_urge' }
  | { readonly type: 'digest'; readonly every: 'week' | 'day'; readonly of: 'overdue' | 'unresolved' };

export interface ReminderRule {
  readonly code: string;
  readonly sort: number;
  readonly enabled: boolean;
  readonly moment: RuleMoment;
  readonly audience: readonly Audience[];
  readonly channels: readonly Channel[];
  /** How far it has come: of rules that fall on one day for one ticket and person the highest level alone is told. */
  readonly level: number;
  readonly version: number;
}

type Seed = Pick<ReminderRule, 'code' | 'moment' | 'audience' | 'level'> & { off?: true };

const before = (days: number, level: number): Seed => ({
  code: `due_in_${days}`,
  moment: { type: 'before_due', days },
  audience: ['handler', 'head'],
  level,
});
const after = (days: number, audience: Audience[], level: number): Seed => ({
  code: `overdue_${days}`,
  moment: { type: 'after_due', days },
  audience,
  level,
});
const inReview = (days: number, level: number): Seed => ({
  code: `review_waiting_${days}`,
  moment: { type: 'in_review', days },
  audience: ['reviewer'],
  level,
});

const beforeAnswer = (of: AnswerKind, days: number, level: number): Seed => ({
  code: `${of}_in_${days}`,
  moment: { type: 'before_answer', of, days },
  audience: ['addressee'],
  level,
});
const answerLate = (of: AnswerKind, days: number, audience: Audience[], level: number): Seed => ({
  code: `${of}_late_${days}`,
  moment: { type: 'answer_late', of, days },
  audience,
  level,
});

/** What a new bureau starts with. Overdue rises from those who must act to their superiors, each told once. */
export const reminderRuleSeed: readonly Seed[] = [
  {
    code: 'weekly_overdue',
    moment: { type: 'digest', every: 'week', of: 'overdue' },
    audience: ['handler', 'head', 'deputy', 'chief'],
    level: 6,
  },
  {
    code: 'daily_overdue',
    moment: { type: 'digest', every: 'day', of: 'overdue' },
    audience: ['handler', 'head'],
    level: 6,
    off: true,
  },
  before(15, 1),
  before(7, 2),
  before(3, 3),
  before(1, 4),
  { code: 'due_today', moment: { type: 'due' }, audience: ['handler', 'head'], level: 5 },
  after(1, ['handler', 'head'], 6),
  after(3, ['deputy'], 7),
  after(5, ['chief'], 8),
  inReview(3, 3),
  inReview(7, 5),
  {
    code: 'unresolved_deadline',
    moment: { type: 'digest', every: 'week', of: 'unresolved' },
    audience: ['coordinator'],
    level: 4,
  },
  {
    code: 'suspension_review',
    moment: { type: 'review_day', of: 'suspended' },
    audience: ['coordinator'],
    level: 4,
  },
  {
    code: 'ongoing_review',
    moment: { type: 'review_day', of: 'ongoing' },
    audience: ['head', 'coordinator'],
    level: 3,
  },
  { code: 'review_late_7', moment: { type: 'review_late', days: 7 }, audience: ['coordinator', 'deputy'], level: 5 },
  beforeAnswer('instruction', 1, 4),
  answerLate('instruction', 1, ['addressee', 'asker'], 6),
  answerLate('instruction', 7, ['addressee', 'asker'], 7),
  beforeAnswer('spread', 3, 2),
  answerLate('spread', 1, ['addressee'], 6),
  answerLate('spread', 7, ['addressee', 'asker'], 7),
  { code: 'filing_in_3', moment: { type: 'before_filing', days: 3 }, audience: ['filer'], level: 3 },
  { code: 'filing_late_1', moment: { type: 'filing_late', days: 1 }, audience: ['filer'], level: 6 },
  { code: 'filing_late_5', moment: { type: 'filing_late', days: 5 }, audience: ['filer', 'collector'], level: 7 },
  { code: 'filing_urge', moment: { type: 'filing_urge' }, audience: ['filer'], level: 6 },
];

/** Adds the rules that are missing; rules a bureau has edited stay as they are. */
export async function seedReminderRules(tx: EntityManager | Queryable): Promise<void> {
  const rows = reminderRuleSeed.map(({ off, ...rule }, index) => ({
    ...rule,
    sort: index + 1,
    enabled: !off,
    channels,
  }));
  await execute(
    tx,
    `insert into reminder_rule (code, sort, enabled, moment, audience, channels, level)
     select code, sort, enabled, moment, audience, channels, level from jsonb_to_recordset($1::jsonb)
       as r (code text, sort int, enabled boolean, moment jsonb, audience text[], channels text[], level int)
     on conflict (code) do nothing`,
    [JSON.stringify(rows)],
  );
}

/** Who is to answer, and who asked. */
const answering: readonly Audience[] = ['addressee', 'asker'];

/** Who files for the unit, and who collects for the bureau. */
const filing: readonly Audience[] = ['filer', 'collector'];

export function isFilingMoment({ type }: RuleMoment): boolean {
  return type === 'before_filing' || type === 'filing_late' || type === 'filing_urge';
}

/** Which audiences a moment can have: only what is in review has a reviewer, only what is asked an addressee. */
export function audiencesFor(moment: RuleMoment): readonly Audience[] {
  if (isFilingMoment(moment)) return filing;
  if (moment.type === 'before_answer' || moment.type === 'answer_late') return answering;
  return audiences.filter(
    (audience) =>
      ![...answering, ...filing].includes(audience) && (audience !== 'reviewer' || moment.type === 'in_review'),
  );
}

/** Days of the rule counted from the deadline: negative before it. Null where the deadline is not what counts. */
export function daysFromDue(moment: RuleMoment): number | null {
  if (moment.type === 'before_due') return -moment.days;
  if (moment.type === 'after_due') return moment.days;
  return moment.type === 'due' ? 0 : null;
}

/** The heading of the rule's part of a message. */
export function blockTitle(moment: RuleMoment): string {
  switch (moment.type) {
    case 'before_due':
      return noticeText('beforeDueTitle', { days: moment.days });
    case 'due':
      return noticeText('dueTodayTitle');
    case 'after_due':
      return noticeText('afterDueTitle', { days: moment.days });
    case 'in_review':
      return noticeText('inReviewTitle', { days: moment.days });
    case 'review_day':
      return noticeText(moment.of === 'suspended' ? 'suspensionReviewTitle' : 'ongoingReviewTitle');
    case 'review_late':
      return noticeText('reviewLateTitle', { days: moment.days });
    case 'before_answer':
      return noticeText(moment.of === 'spread' ? 'spreadAnswerTitle' : 'instructionAnswerTitle');
    case 'answer_late':
      return noticeText(moment.of === 'spread' ? 'spreadLateTitle' : 'instructionLateTitle', { days: moment.days });
    case 'before_filing':
      return noticeText('filingDueTitle');
    case 'filing_late':
      return noticeText('filingLateTitle', { days: moment.days });
    case 'filing_urge':
      return noticeText('filingUrgeTitle');
    case 'digest':
      if (moment.of === 'unresolved') return noticeText('unresolvedTitle');
      return noticeText(moment.every === 'week' ? 'weeklyTitle' : 'dailyDigestTitle');
  }
}

/** The rule as a person reads it, e.g. `逾期第 3 天，通知分管领导`. */
export function ruleSentence(rule: Pick<ReminderRule, 'moment' | 'audience'>): string {
  const { moment } = rule;
  const when = reminderMomentLabels[momentKey(moment)][0].replace(
    '{days}',
    'days' in moment ? String(moment.days) : '',
  );
  return `${when}，通知${rule.audience.map((audience) => audienceLabels[audience][0]).join('、')}`;
}

function momentKey(moment: RuleMoment): keyof typeof reminderMomentLabels {
  switch (moment.type) {
    case 'digest':
      if (moment.of === 'unresolved') return 'weekly_unresolved';
      return moment.every === 'week' ? 'weekly_overdue' : 'daily_overdue';
    case 'review_day':
    case 'before_answer':
    case 'answer_late':
      return `${moment.type}_${moment.of}` as keyof typeof reminderMomentLabels;
    default:
      return moment.type;
  }
}
