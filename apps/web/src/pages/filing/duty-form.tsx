import { Alert, App, Button, Select } from 'antd';
import { useState } from 'react';
import type { PeriodKind } from '@xiaohao/domain';
import { filingEveryLabels } from '@xiaohao/messages';
import { ApiError } from '../../api/client.js';
import { useSetDuties, type NewDuty, type PlannedIndicator } from '../../api/filing-duties.js';
import { useUnits } from '../../api/people.js';
import { labelOf, t } from '../../language.js';
import { dutiesOrHabits } from './duty-rows.js';

interface Props {
  /** One, with the units it has or had by habit to change, or several that all get the same. */
  indicators: readonly PlannedIndicator[];
  /** How often a unit files that is added. */
  usualEvery: PeriodKind;
  onDone: () => void;
}

const everyOptions = (Object.keys(filingEveryLabels) as PeriodKind[]).map((value) => ({
  value,
  label: labelOf(filingEveryLabels, value),
}));

export function DutyForm({ indicators, usualEvery, onDone }: Props) {
  const units = useUnits();
  const set = useSetDuties();
  const { message } = App.useApp();
  const [duties, setDuties] = useState<readonly NewDuty[]>(
    indicators.length === 1 ? dutiesOrHabits(indicators[0]!, usualEvery) : [],
  );
  const nameOf = (id: string) => (units.data ?? []).find((unit) => unit.id === id)?.name ?? '';
  const choose = (ids: readonly string[]) =>
    setDuties(ids.map((unitId) => duties.find((duty) => duty.unitId === unitId) ?? { unitId, every: usualEvery }));
  const save = () =>
    set.mutate(
      indicators.map(({ key, version }) => ({ key, version, duties: [...duties] })),
      {
        onSuccess: () => {
          void message.success(t('duty.saved', { count: indicators.length }));
          onDone();
        },
      },
    );
  const isStale = set.error instanceof ApiError && set.error.status === 409;
  return (
    <>
      {set.error && (
        <Alert
          type="error"
          showIcon
          className="form-error"
          title={isStale ? t('duty.stale') : set.error.message}
          action={isStale && <Button onClick={onDone}>{t('state.close')}</Button>}
        />
      )}
      {indicators.length > 1 && (
        <>
          <p className="faint">{t('duty.chosenNote')}</p>
          <p className="prose">{indicators.map(({ name }) => name).join('、')}</p>
        </>
      )}
      <Select
        mode="multiple"
        className="duty-add"
        aria-label={t('duty.addUnits')}
        placeholder={t('duty.addUnits')}
        showSearch={{ optionFilterProp: 'label' }}
        loading={units.isLoading}
        value={duties.map(({ unitId }) => unitId)}
        onChange={choose}
        options={(units.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
      />
      {duties.length === 0 ? (
        <p className="faint">{t('duty.noneNote')}</p>
      ) : (
        <ul className="duty-lines">
          {duties.map(({ unitId, every }) => (
            <li key={unitId}>
              <span>{nameOf(unitId)}</span>
              <Select
                aria-label={t('duty.every', { unit: nameOf(unitId) })}
                value={every}
                onChange={(next) =>
                  setDuties(duties.map((duty) => (duty.unitId === unitId ? { unitId, every: next } : duty)))
                }
                options={everyOptions}
              />
            </li>
          ))}
        </ul>
      )}
      <div className="form-end">
        <Button type="primary" loading={set.isPending} onClick={save}>
          {t('filing.save')}
        </Button>
      </div>
    </>
  );
}
