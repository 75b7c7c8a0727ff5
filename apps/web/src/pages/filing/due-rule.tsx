import { App, Button, InputNumber } from 'antd';
import { useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import type { FilingPlan } from '../../api/filing-duties.js';
import { useParameters, useSaveParameters } from '../../api/indicators.js';
import { useMay, useToday } from '../../api/session.js';
import { shortDay } from '../../components/day-words.js';
import { t } from '../../language.js';

const daysKey = 'filing_days';

/** By when a period is to be filed; who keeps the parameters of the bureau changes it here. */
export function DueRule({ plan: { periodLabel, dueOn } }: { plan: FilingPlan }) {
  const today = useToday();
  const mayChange = useMay('parameter.edit');
  const parameter = useParameters().data?.find(({ key }) => key === daysKey);
  const save = useSaveParameters();
  const client = useQueryClient();
  const { message } = App.useApp();
  const [typed, setTyped] = useState<number | null>(null);
  const days = parameter?.value ? Number(parameter.value) : null;
  const submit = () =>
    save.mutate([{ key: daysKey, value: String(typed), version: parameter?.version }], {
      onSuccess: () => {
        setTyped(null);
        void message.success(t('duty.dueSaved'));
        void client.invalidateQueries({ queryKey: ['filing-plan'] });
      },
      onError: (error) => void message.error(error.message),
    });
  return (
    <p className="duty-due">
      {t('duty.dueOn', { period: periodLabel, day: shortDay(dueOn, today) })}{' '}
      {mayChange ? (
        <InputNumber
          aria-label={t('duty.dueDays')}
          size="small"
          min={1}
          max={30}
          precision={0}
          value={typed ?? days}
          onChange={setTyped}
        />
      ) : (
        days
      )}{' '}
      {t('duty.dueDays')}
      {typed !== null && typed !== days && (
        <Button size="small" type="primary" loading={save.isPending} onClick={submit}>
          {t('duty.dueSave')}
        </Button>
      )}
    </p>
  );
}
