import { App, Button, Checkbox, Input, InputNumber, Popconfirm, Select, Switch } from 'antd';
import { useState } from 'react';
import { deadlineUnits, type DeadlineEvent } from '@xiaohao/domain';
import { deadlineEventLabels, deadlineUnitLabels, kindLabels, levelLabels } from '@xiaohao/messages';
import { useDeadlineRules, useEndDeadlineRule, useSaveDeadlineRules, type DeadlineRule } from '../../api/kinds.js';
import { useMe } from '../../api/session.js';
import { PageHead } from '../../components/page-head.js';
import { Answer } from '../../components/states.js';
import { labelOf, labelText, t } from '../../language.js';
import { kindsCoordinated } from '../ticket/who-keeps.js';
import { NewDeadlineRule } from './new-deadline-rule.js';

/** Clocks per kind and level; an office sets those of its own kinds. */
export function DeadlinesPage() {
  const asked = useDeadlineRules();
  const { data: me } = useMe();
  const kinds = kindsCoordinated(me?.roles ?? []);
  return (
    <div className="page">
      <PageHead title={t('deadlines.title')} note={t('deadlines.note')}>
        {kinds.length > 0 && <NewDeadlineRule kinds={kinds} />}
      </PageHead>
      <section className="section">
        <Answer asked={asked}>{(rules) => <Rules rules={rules} />}</Answer>
      </section>
    </div>
  );
}

function Rules({ rules }: { rules: readonly DeadlineRule[] }) {
  const { data: me } = useMe();
  const kinds: readonly string[] = kindsCoordinated(me?.roles ?? []);
  const [edits, setEdits] = useState<Readonly<Record<string, DeadlineRule>>>({});
  const save = useSaveDeadlineRules();
  const { message } = App.useApp();
  const changed = Object.values(edits);
  const submit = () =>
    save.mutate(
      changed.map(({ code, version, amount, unit, statutory, extensionAmount, source, enabled }) => ({
        code,
        version,
        amount,
        unit: unit as (typeof deadlineUnits)[number],
        statutory,
        extensionAmount: statutory ? extensionAmount : null,
        source,
        enabled,
      })),
      {
        onSuccess: () => {
          setEdits({});
          void message.success(t('deadlines.saved'));
        },
        onError: (error) => void message.error(error.message),
      },
    );
  return (
    <>
      <ul className="clocks">
        {rules.map((rule) => (
          <RuleRow
            key={rule.code}
            rule={edits[rule.code] ?? rule}
            mayEdit={rule.kind === null || kinds.includes(rule.kind)}
            onChange={(part) => setEdits({ ...edits, [rule.code]: { ...(edits[rule.code] ?? rule), ...part } })}
          />
        ))}
      </ul>
      {changed.length > 0 && (
        <div className="form-end">
          <Button onClick={() => setEdits({})}>{t('state.cancel')}</Button>
          <Button type="primary" loading={save.isPending} onClick={submit}>
            {t('deadlines.save')}
          </Button>
        </div>
      )}
    </>
  );
}

function RuleRow({
  rule,
  mayEdit,
  onChange,
}: {
  rule: DeadlineRule;
  mayEdit: boolean;
  onChange: (part: Partial<DeadlineRule>) => void;
}) {
  const subject = rule.kind ? labelOf(kindLabels, rule.kind) : t('deadlines.anyKind');
  const disabled = !mayEdit;
  return (
    <li className={`clock ${rule.enabled ? '' : 'is-off'}`}>
      <span className="clock-subject">
        {subject}
        {rule.level && <span className="mark">{labelOf(levelLabels, rule.level)}</span>}
      </span>
      <span className="clock-length">
        {labelText(deadlineEventLabels[rule.event as DeadlineEvent])} +
        <InputNumber
          size="small"
          min={1}
          max={1000}
          precision={0}
          disabled={disabled}
          aria-label={t('deadlines.amount')}
          value={rule.amount}
          onChange={(amount) => amount !== null && onChange({ amount })}
        />
        <Select
          size="small"
          disabled={disabled}
          aria-label={t('deadlines.amount')}
          value={rule.unit}
          onChange={(unit) => onChange({ unit })}
          options={deadlineUnits.map((value) => ({ value, label: labelText(deadlineUnitLabels[value]) }))}
        />
      </span>
      <Input
        size="small"
        className="clock-source"
        disabled={disabled}
        maxLength={200}
        aria-label={t('deadlines.source')}
        value={rule.source}
        onChange={(event) => onChange({ source: event.target.value })}
      />
      <span className="clock-law">
        <Checkbox
          disabled={disabled}
          checked={rule.statutory}
          onChange={(event) => onChange({ statutory: event.target.checked })}
        >
          {t('deadlines.statutory')}
        </Checkbox>
        {rule.statutory && (
          <>
            {t('deadlines.extension')}
            <InputNumber
              size="small"
              min={1}
              max={1000}
              precision={0}
              disabled={disabled}
              aria-label={t('deadlines.extension')}
              placeholder="0"
              value={rule.extensionAmount}
              onChange={(extensionAmount) => onChange({ extensionAmount })}
            />
            {labelText(deadlineUnitLabels[rule.unit as (typeof deadlineUnits)[number]])}
          </>
        )}
      </span>
      <Switch
        size="small"
        disabled={disabled}
        aria-label={t('deadlines.enabled')}
        checked={rule.enabled}
        onChange={(enabled) => onChange({ enabled })}
      />
      {mayEdit && rule.kind !== null && <EndRule rule={rule} />}
    </li>
  );
}

function EndRule({ rule }: { rule: DeadlineRule }) {
  const end = useEndDeadlineRule();
  const { message } = App.useApp();
  const send = () =>
    end.mutate(rule, {
      onSuccess: () => void message.success(t('deadlines.ended')),
      onError: (error) => void message.error(error.message),
    });
  return (
    <Popconfirm
      title={t('deadlines.end')}
      description={t('deadlines.endNote')}
      okText={t('deadlines.end')}
      onConfirm={send}
    >
      <Button type="link" size="small" loading={end.isPending}>
        {t('deadlines.end')}
      </Button>
    </Popconfirm>
  );
}
