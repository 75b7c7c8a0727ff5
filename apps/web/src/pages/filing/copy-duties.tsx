import { parsePeriod } from '@xiaohao/domain';
import { filingEveryLabels } from '@xiaohao/messages';
import { useSetDuties, type FilingPlan } from '../../api/filing-duties.js';
import { SheetForm } from '../../components/sheet-form.js';
import { labelOf, t } from '../../language.js';
import { dutiesAsBefore } from './duty-rows.js';

/** Makes duties of what units filed last period of their own accord, all at once. */
export function CopyDuties({ plan }: { plan: FilingPlan }) {
  const set = useSetDuties();
  const changes = dutiesAsBefore(plan);
  if (changes.length === 0) return null;
  const units = changes.flatMap(({ duties }) => duties).length;
  return (
    <SheetForm
      button={t('duty.copy')}
      look="plain"
      title={t('duty.copyTitle')}
      submit={t('duty.copyDo', { units })}
      onSend={() => set.mutateAsync(changes)}
    >
      <p>
        {t('duty.copyNote', {
          indicators: changes.length,
          every: labelOf(filingEveryLabels, parsePeriod(plan.period)!.kind),
        })}
      </p>
      <p className="prose faint">
        {plan.indicators
          .filter(({ key }) => changes.some((change) => change.key === key))
          .map(({ name }) => name)
          .join('、')}
      </p>
    </SheetForm>
  );
}
