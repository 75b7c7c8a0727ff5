import { App, Button } from 'antd';
import { useMemo, useState } from 'react';
import { addDays } from '@xiaohao/domain';
import {
  useEditRules,
  usePreviewRules,
  useReminderPlan,
  useReminderRules,
  type ReminderRule,
  type RuleEdit,
} from '../../api/reminders.js';
import { useMay, useToday } from '../../api/session.js';
import { DayChoice } from '../../components/day-choice.js';
import { shortDay } from '../../components/day-words.js';
import { Answer } from '../../components/states.js';
import { t } from '../../language.js';
import { RuleLine } from './rule-line.js';

/** Rules as sentences; their parts can be changed by those who may, after a look at what that does. */
export function RulesTab() {
  const asked = useReminderRules();
  const mayEdit = useMay('reminder.edit');
  return (
    <section className="section">
      <p className="faint rules-note">{t('rules.note')}</p>
      <Answer asked={asked}>
        {(rules) =>
          mayEdit ? (
            <EditableRules rules={rules} />
          ) : (
            <ul className="rules">
              {rules
                .filter(({ enabled }) => enabled)
                .map(({ code, sentence }) => (
                  <li key={code} className="rule">
                    {sentence}
                  </li>
                ))}
            </ul>
          )
        }
      </Answer>
    </section>
  );
}

function EditableRules({ rules }: { rules: readonly ReminderRule[] }) {
  const [edits, setEdits] = useState<Readonly<Record<string, RuleEdit>>>({});
  const save = useEditRules();
  const { message } = App.useApp();
  const changed = useMemo(() => Object.values(edits), [edits]);
  const change = (rule: ReminderRule, part: Partial<RuleEdit>) =>
    setEdits({ ...edits, [rule.code]: { ...edits[rule.code], code: rule.code, version: rule.version, ...part } });
  return (
    <>
      <ul className="rules">
        {rules.map((rule) => (
          <RuleLine key={rule.code} rule={rule} edit={edits[rule.code]} onChange={(part) => change(rule, part)} />
        ))}
      </ul>
      {changed.length > 0 && (
        <div className="rules-end">
          <Effect edits={changed} />
          <Button onClick={() => setEdits({})}>{t('state.cancel')}</Button>
          <Button
            type="primary"
            loading={save.isPending}
            onClick={() =>
              save.mutate(changed, {
                onSuccess: () => {
                  setEdits({});
                  void message.success(t('rules.saved'));
                },
                onError: (error) => void message.error(error.message),
              })
            }
          >
            {t('rules.save')}
          </Button>
        </div>
      )}
    </>
  );
}

/** What one day would look like, before anything is saved. */
function Effect({ edits }: { edits: RuleEdit[] }) {
  const today = useToday();
  const [day, setDay] = useState<string>(addDays(today, 1));
  const preview = usePreviewRules();
  const now = useReminderPlan(day);
  const planned = preview.data?.date === day ? preview.data.messages : null;
  return (
    <div className="rules-effect">
      <DayChoice value={day} onChange={(next) => next && setDay(next)} />
      <Button loading={preview.isPending} onClick={() => preview.mutate({ rules: edits, date: day })}>
        {t('rules.check')}
      </Button>
      {preview.error && <span role="alert">{preview.error.message}</span>}
      {planned && (
        <span className="figures">
          {t('rules.effect', {
            day: shortDay(day, today),
            count: planned.length,
            people: new Set(planned.map(({ username }) => username)).size,
          })}
          {now.data && <span className="faint">{t('rules.effectNow', { count: now.data.messages.length })}</span>}
        </span>
      )}
    </div>
  );
}
