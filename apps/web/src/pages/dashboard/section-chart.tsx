import { lightLabels } from '@xiaohao/messages';
import type { Dashboard } from '../../api/dashboard.js';
import { lightShapes } from '../../components/light-badge.js';
import { labelText, t } from '../../language.js';
import { Chart } from './chart.js';
import { PartLink } from './part-link.js';

const shownLights = ['red', 'yellow', 'green', 'grey'] as const;

type Section = Dashboard['sections'][number];

export const sectionName = ({ unit }: Section) => unit?.name ?? t('dashboard.noUnit');
export const unitIdOf = ({ unit }: Section) => unit?.id ?? 'none';

const lit = ({ lights }: Section) => shownLights.reduce((sum, light) => sum + lights[light], 0);
const lightWords = (light: (typeof shownLights)[number]) => `${lightShapes[light]} ${labelText(lightLabels[light])}`;

/** Bars that open lists; shape and number stand in each, so that they can be read without colour. */
export function SectionChart({ sections }: { sections: readonly Section[] }) {
  const shown = sections.filter((section) => lit(section) > 0);
  const most = Math.max(1, ...shown.map(lit));
  return (
    <Chart
      title={t('dashboard.sections')}
      heads={[t('dashboard.section'), ...shownLights.map(lightWords)]}
      rows={sections.map((section) => [
        sectionName(section),
        ...shownLights.map((light) => (
          <PartLink key={light} part={{ light, unitId: unitIdOf(section) }} count={section.lights[light]}>
            {section.lights[light]}
          </PartLink>
        )),
      ])}
    >
      <ul className="section-lights">
        {shown.map((section) => (
          <li key={unitIdOf(section)}>
            <span className="cut">{sectionName(section)}</span>
            <span className="bar">
              {shownLights.map(
                (light) =>
                  section.lights[light] > 0 && (
                    <PartLink
                      key={light}
                      part={{ light, unitId: unitIdOf(section) }}
                      className={`bar-part bar-${light}`}
                      style={{ width: `${(100 * section.lights[light]) / most}%` }}
                      title={`${sectionName(section)} ${labelText(lightLabels[light])} ${section.lights[light]}`}
                    >
                      <span aria-hidden="true">{lightShapes[light]}</span> {section.lights[light]}
                    </PartLink>
                  ),
              )}
            </span>
          </li>
        ))}
      </ul>
    </Chart>
  );
}
