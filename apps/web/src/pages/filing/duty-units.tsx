import { filingEveryLabels, filingStatusLabels } from '@xiaohao/messages';
import { labelOf, t } from '../../language.js';
import type { PlannedUnit } from './duty-rows.js';

/** The units of one indicator, each with how often it files and how far it is. */
export function DutyUnits({ units }: { units: readonly PlannedUnit[] }) {
  if (units.length === 0) return <span className="faint">{t('duty.nobody')}</span>;
  return (
    <ul className="duty-units">
      {units.map((unit) => (
        <li key={unit.unitId} className={`is-${unit.state}`}>
          <span>{unit.unitName}</span>
          <span className="faint">{unit.every ? labelOf(filingEveryLabels, unit.every) : t('duty.before')}</span>
          <StateOf unit={unit} />
        </li>
      ))}
    </ul>
  );
}

function StateOf({ unit: { state, status } }: { unit: PlannedUnit }) {
  if (state === 'notNow') return <span className="faint">{t('duty.notNow')}</span>;
  const label = status === null ? t('duty.missing') : labelOf(filingStatusLabels, status);
  return <span className={`filing-status is-${status ?? 'missing'}`}>{label}</span>;
}
