import type { EntityManager } from 'typeorm';
import { select, type Queryable } from '@xiaohao/database';
import { AppError } from '@xiaohao/errors';
import type { Channel } from '@xiaohao/notices';
import { audiencesFor, channels, type Audience, type ReminderRule, type RuleMoment } from './reminder-rules.js';

const columns = 'code, sort, enabled, moment, audience, channels, level, version';

/** All rules in the order people read them. */
export function listRules(db: Queryable): Promise<ReminderRule[]> {
  return select<ReminderRule>(db, `select ${columns} from reminder_rule order by sort`);
}

/** What may be edited of a rule; what is left out stays. */
export interface RuleEdit {
  readonly code: string;
  /** The version that was looked at. */
  readonly version: number;
  readonly enabled?: boolean;
  /** Calendar days; only where the rule counts days. */
  readonly days?: number;
  readonly audience?: readonly Audience[];
  readonly channels?: readonly Channel[];
}

/** The rules as they would be. Refuses edits that make no sense, naming the rule and the field. */
export function editedRules(rules: readonly ReminderRule[], edits: readonly RuleEdit[]): ReminderRule[] {
  const known = new Map(rules.map((rule) => [rule.code, rule]));
  for (const edit of edits) {
    const rule = known.get(edit.code);
    if (!rule) throw new AppError('notFound', { what: `催办规则 ${edit.code}` });
    known.set(edit.code, editedRule(rule, edit));
  }
  return [...known.values()];
}

/** Saves edits, all or none: 409 where a rule was changed since it was looked at. */
export async function saveRules(tx: EntityManager, edits: readonly RuleEdit[]): Promise<void> {
  const before = await listRules(tx);
  const edited = new Map(editedRules(before, edits).map((rule) => [rule.code, rule]));
  for (const { code, version } of edits) {
    const { enabled, moment, audience, channels: by } = edited.get(code)!;
    const [saved] = await select(
      tx,
      `update reminder_rule set enabled = $3, moment = $4, audience = $5, channels = $6, version = version + 1
       where code = $1 and version = $2 returning code`,
      [code, version, enabled, JSON.stringify(moment), audience, by],
    );
    if (!saved) throw new AppError('stale', { code, version: before.find((rule) => rule.code === code)!.version });
  }
}

function editedRule(rule: ReminderRule, edit: RuleEdit): ReminderRule {
  const audience = edit.audience ? distinct(edit.audience) : rule.audience;
  const by = edit.channels ? distinct(edit.channels) : rule.channels;
  if (audience.length === 0) throw wrong(rule, '通知对象', '至少选择一类人员');
  if (by.length === 0) throw wrong(rule, '渠道', '至少选择一种渠道');
  const stranger = audience.find((who) => !audiencesFor(rule.moment).includes(who));
  if (stranger) throw wrong(rule, '通知对象', `此规则不能通知 ${stranger}`);
  if (by.some((channel) => !channels.includes(channel))) throw wrong(rule, '渠道', '没有这种渠道');
  return {
    ...rule,
    enabled: edit.enabled ?? rule.enabled,
    moment: editedMoment(rule, edit.days),
    audience,
    channels: by,
  };
}

function editedMoment(rule: ReminderRule, days: number | undefined): RuleMoment {
  const { moment } = rule;
  if (days === undefined || ('days' in moment && moment.days === days)) return moment;
  if (!('days' in moment)) throw wrong(rule, '天数', '此规则不按天数计');
  if (!Number.isInteger(days) || days < 1 || days > 90) throw wrong(rule, '天数', '应为 1 至 90 的整数');
  return { ...moment, days };
}

function wrong(rule: ReminderRule, fieldLabel: string, reason: string): AppError {
  return new AppError('inputWrong', { field: rule.code, fieldLabel: `规则 ${rule.code} 的${fieldLabel}`, reason });
}

function distinct<Value>(values: readonly Value[]): Value[] {
  return [...new Set(values)];
}
