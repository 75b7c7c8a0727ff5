import type { Dashboard } from '../../api/dashboard.js';
import { t } from '../../language.js';
import { Chart } from './chart.js';
import { PartLink } from './part-link.js';

type Age = Dashboard['ageing'][number];

const ageWords = ({ from, to }: Age) =>
  to === null ? t('dashboard.daysMore', { from }) : t('dashboard.days', { from, to });

const partOf = ({ from, to }: Age) => ({
  light: 'red' as const,
  lateFrom: from,
  ...(to === null ? {} : { lateTo: to }),
});

/** How long the overdue are overdue; the longer, the denser the bar's hatching. */
export function AgeChart({ ageing }: { ageing: readonly Age[] }) {
  const most = Math.max(1, ...ageing.map(({ count }) => count));
  return (
    <Chart
      title={t('dashboard.ageing')}
      heads={[t('dashboard.ageing'), t('dashboard.count')]}
      rows={ageing.map((age) => [
        ageWords(age),
        <PartLink key="count" part={partOf(age)} count={age.count}>
          {age.count}
        </PartLink>,
      ])}
    >
      <ul className="age-bars">
        {ageing.map((age, at) => (
          <li key={age.from}>
            <span>{ageWords(age)}</span>
            <PartLink part={partOf(age)} count={age.count} className="age-bar">
              {age.count > 0 && (
                <span className={`age-fill age-${at}`} style={{ width: `${(100 * age.count) / most}%` }} />
              )}
              <span className="figures">{age.count}</span>
            </PartLink>
          </li>
        ))}
      </ul>
    </Chart>
  );
}
