import type { Dashboard } from '../../api/dashboard.js';
import { Section } from '../../components/section.js';
import { Sideways } from '../../components/sideways.js';
import { t } from '../../language.js';
import { PartLink } from './part-link.js';

type Heat = Dashboard['heat'];

/** Open tickets by industry and town; the more, the deeper the blue, and the number is always written. */
export function HeatTable({ heat }: { heat: Heat }) {
  const names = (of: 'industry' | 'town') => [...new Set(heat.map((cell) => cell[of]))];
  const [industries, towns] = [names('industry'), names('town')];
  const most = Math.max(1, ...heat.map(({ open }) => open));
  return (
    <Section title={t('dashboard.heat')}>
      <Sideways>
        <table className="figure-table heat" aria-label={t('dashboard.heat')}>
          <thead>
            <tr>
              <th scope="col">{t('dashboard.industry')}</th>
              {towns.map((town) => (
                <th key={town} scope="col">
                  {town}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {industries.map((industry) => (
              <tr key={industry}>
                <th scope="row">{industry}</th>
                {towns.map((town) => {
                  const cell = heat.find((one) => one.industry === industry && one.town === town);
                  const strength = cell ? Math.ceil((4 * cell.open) / most) : 0;
                  return (
                    <td key={town} className={`figures heat-${strength}`}>
                      {cell && (
                        <PartLink part={{ state: 'open', industry, town }}>
                          {cell.open}
                          {cell.overdue > 0 && `（${cell.overdue}）`}
                        </PartLink>
                      )}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </Sideways>
    </Section>
  );
}
