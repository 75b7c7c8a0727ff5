import { InputNumber, Select, Switch } from 'antd';
import { audienceLabels, channelLabels, type PageTextKey } from '@xiaohao/messages';
import type { ReminderRule, RuleEdit } from '../../api/reminders.js';
import { labelOf, t } from '../../language.js';

/** `逾期第 [3] 天，通知 [分管领导]，经 [站内 + 邮件]`. */
export function RuleLine({
  rule,
  edit,
  onChange,
}: {
  rule: ReminderRule;
  edit: RuleEdit | undefined;
  onChange: (part: Partial<RuleEdit>) => void;
}) {
  const enabled = edit?.enabled ?? rule.enabled;
  const days = edit?.days ?? rule.moment.days;
  return (
    <li className={`rule ${enabled ? '' : 'is-off'} ${edit ? 'is-changed' : ''}`}>
      <Switch
        size="small"
        checked={enabled}
        aria-label={t('rules.enabled')}
        onChange={(next) => onChange({ enabled: next })}
      />
      <span className="rule-sentence">
        {t(momentKey(rule))}
        {days !== undefined && (
          <>
            <InputNumber
              size="small"
              min={1}
              max={90}
              precision={0}
              controls={false}
              className="rule-days"
              value={days}
              onChange={(next) => next !== null && onChange({ days: next })}
              aria-label={t('rules.days')}
            />
            {t('rules.days')}
          </>
        )}
        ，{t('rules.tell')}
        <Select
          mode="multiple"
          size="small"
          className="rule-audience"
          value={(edit?.audience ?? rule.audience) as ReminderRule['audience']}
          onChange={(audience) => onChange({ audience })}
          options={rule.audienceChoices.map((value) => ({ value, label: labelOf(audienceLabels, value) }))}
        />
        ，{t('rules.by')}
        <Select
          mode="multiple"
          size="small"
          className="rule-channels"
          value={(edit?.channels ?? rule.channels) as ReminderRule['channels']}
          onChange={(channels) => onChange({ channels })}
          options={(['inbox', 'mail'] as const).map((value) => ({ value, label: labelOf(channelLabels, value) }))}
        />
      </span>
    </li>
  );
}

function momentKey({ moment }: ReminderRule): PageTextKey {
  switch (moment.type) {
    case 'digest':
      break;
    case 'review_day':
    case 'before_answer':
    case 'answer_late':
      return `rules.moment.${moment.type}_${moment.of}` as PageTextKey;
    default:
      return `rules.moment.${moment.type}`;
  }
  if (moment.of === 'unresolved') return 'rules.moment.weekly_unresolved';
  return moment.every === 'week' ? 'rules.moment.weekly_overdue' : 'rules.moment.daily_overdue';
}
