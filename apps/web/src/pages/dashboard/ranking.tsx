import type { PageTextKey } from '@xiaohao/messages';
import type { Dashboard } from '../../api/dashboard.js';
import { NamedRows } from '../../components/named-rows.js';
import { Section } from '../../components/section.js';
import { t } from '../../language.js';
import { PartLink } from './part-link.js';
import { percentText } from './rate-cards.js';
import { sectionName, unitIdOf } from './section-chart.js';

type SectionCounts = Dashboard['sections'][number];

/** By rate, then on-time rate, then fewer days overdue; equals share a rank. */
export function rankedSections(sections: readonly SectionCounts[]): { rank: number; section: SectionCounts }[] {
  const key = ({ rate, onTimeRate, meanLateDays }: SectionCounts) => [
    rate ?? -1,
    onTimeRate ?? -1,
    -(meanLateDays ?? 0),
  ];
  const compare = (a: SectionCounts, b: SectionCounts) => {
    const [left, right] = [key(a), key(b)];
    const at = left.findIndex((value, index) => value !== right[index]);
    return at === -1 ? 0 : right[at]! - left[at]!;
  };
  const sorted = sections.filter(({ unit, total }) => unit !== null && total > 0).sort(compare);
  return sorted.map((section) => ({
    section,
    rank: 1 + sorted.findIndex((other) => compare(other, section) === 0),
  }));
}

const heads = [
  'dashboard.section',
  'dashboard.rank',
  'dashboard.rate',
  'dashboard.onTimeRate',
  'dashboard.open',
  'dashboard.overdue',
  'dashboard.meanLate',
] as const satisfies readonly PageTextKey[];

export function Ranking({ sections }: { sections: readonly SectionCounts[] }) {
  return (
    <Section title={t('dashboard.ranking')}>
      <NamedRows
        label={t('dashboard.ranking')}
        heads={heads.map((head) => t(head))}
        rows={rankedSections(sections).map(({ rank, section }) => {
          const unitId = unitIdOf(section);
          const { total, done, due, onTime, lights } = section;
          return [
            sectionName(section),
            rank,
            <PartLink key="done" part={{ unitId, state: 'done' }} count={done} title={`${done} / ${total}`}>
              {percentText(section.rate)}
            </PartLink>,
            <PartLink key="due" part={{ unitId, state: 'due' }} count={due} title={`${onTime} / ${due}`}>
              {percentText(section.onTimeRate)}
            </PartLink>,
            <PartLink key="open" part={{ unitId, state: 'open' }} count={total - done}>
              {total - done}
            </PartLink>,
            <PartLink key="red" part={{ unitId, light: 'red' }} count={lights.red}>
              {lights.red}
            </PartLink>,
            section.meanLateDays ?? '—',
          ];
        })}
      />
    </Section>
  );
}
