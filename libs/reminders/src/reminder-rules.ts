import type { EntityManager } from 'typeorm';
import { execute, type Queryable } from '@xiaohao/database';
import { audienceLabels, noticeText, reminderMomentLabels } from '@xiaohao/messages';
import type { Channel } from '@xiaohao/notices';

export const audiences = ['handler', 'head', 'deputy', 'chief', 'coordinator', 'reviewer'] as const;
/** Whom a rule tells, by what they are to the ticket. */
export type Audience = (typeof audiences)[number];

export const channels = ['inbox', 'mail'] as const satisfies readonly Channel[];

/** When a rule speaks. Days are calendar days; a digest gathers all of a person's in one list. */
export type RuleMoment =
  | { readonly type: 'before_due' | 'after_due' | 'in_review'; readonly days: number }
  | { readonly type: 'due' }
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

/** Which audiences a moment can have: only what is in review has a reviewer. */
export function audiencesFor(moment: RuleMoment): readonly Audience[] {
  return moment.type === 'in_review' ? audiences : audiences.filter((audience) => audience !== 'reviewer');
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
    case 'digest':
      if (moment.of === 'unresolved') return noticeText('unresolvedTitle');
      return noticeText(moment.every === 'week' ? 'weeklyTitle' : 'dailyDigestTitle');
  }
}

/** The rule as a person reads it, e.g. `逾期第 3 天，通知分管领导`. */
export function ruleSentence(rule: Pick<ReminderRule, 'moment' | 'audience'>): string {
  const { moment } = rule;
  const key =
    moment.type !== 'digest'
      ? moment.type
      : moment.of === 'unresolved'
        ? 'weekly_unresolved'
        : weeklyOrDaily(moment.every);
  const when = reminderMomentLabels[key][0].replace('{days}', 'days' in moment ? String(moment.days) : '');
  return `${when}，通知${rule.audience.map((audience) => audienceLabels[audience][0]).join('、')}`;
}

const weeklyOrDaily = (every: 'week' | 'day') => (every === 'week' ? 'weekly_overdue' : 'daily_overdue');
