import { Link } from 'react-router';
import { liveStatuses, reviewStatuses } from '@xiaohao/domain';
import type { Schema } from '../../api/client.js';
import { lightShapes } from '../../components/light-badge.js';
import { Section } from '../../components/section.js';
import { EmptyState } from '../../components/states.js';
import { t } from '../../language.js';
import { WaitingRow } from './waiting-list.js';

type Leader = Schema['LeaderViewDto'];

/** What a leader looks at between two meetings: the rates, the lights by section, what hurts most. */
export function LeaderOverview({ leader }: { leader: Leader }) {
  return (
    <>
      <div className="rates">
        <Rate
          label={t('workbench.rate')}
          scope={t('workbench.rateScope')}
          value={leader.rate}
          to="/tickets?status=closed,ongoing"
          opens={t('workbench.openDone')}
        />
        <Rate
          label={t('workbench.onTimeRate')}
          scope={t('workbench.onTimeScope')}
          value={leader.onTimeRate}
          to="/tickets?overdue=true"
          opens={t('workbench.openOverdue')}
          note={
            leader.originalOnTimeRate === null
              ? undefined
              : `${t('workbench.originalOnTime')} ${leader.originalOnTimeRate}%`
          }
        />
      </div>
      <Section title={t('workbench.sections')}>
        <SectionLights sections={leader.sections} />
      </Section>
      <Section title={t('workbench.worst')} end={<Link to="/tickets?overdue=true">{t('workbench.allOverdue')}</Link>}>
        {leader.worst.length === 0 && <EmptyState title={t('workbench.noOverdue')} />}
        <ul className="waiting">
          {leader.worst.map((ticket) => (
            <WaitingRow key={ticket.id} ticket={ticket} />
          ))}
        </ul>
      </Section>
    </>
  );
}

function Rate({
  label,
  scope,
  value,
  to,
  opens,
  note,
}: {
  label: string;
  /** Of what this is a share. */
  scope: string;
  value: number | null;
  to: string;
  /** What the link shows. */
  opens: string;
  note?: string;
}) {
  return (
    <Link to={to} className="rate">
      <span className="rate-head">
        <span className="rate-label">{label}</span>
        <span className="rate-opens">{opens} ›</span>
      </span>
      <span className="rate-value figures">
        {value === null ? '—' : value}
        {value !== null && <small>%</small>}
      </span>
      {note && <span className="faint figures">{note}</span>}
      <span className="percent-bar">
        <span style={{ width: `${value ?? 0}%` }} />
      </span>
      <span className="rate-scope">{scope}</span>
    </Link>
  );
}

const lights = ['red', 'yellow', 'green', 'grey'] as const;

/** Bars that open lists; the number stands in the bar so that they can be read without colour. */
function SectionLights({ sections }: { sections: Leader['sections'] }) {
  const most = Math.max(1, ...sections.map((section) => lights.reduce((sum, light) => sum + section[light], 0)));
  return (
    <ul className="section-lights">
      {sections.map((section) => (
        <li key={section.unit.id}>
          <Link to={`/tickets?leadUnitId=${section.unit.id}`} className="cut" title={section.unit.name}>
            {section.unit.name}
          </Link>
          <span className="bar">
            {lights.map(
              (light) =>
                section[light] > 0 && (
                  <Link
                    key={light}
                    className={`bar-part bar-${light}`}
                    style={{ width: `${(100 * section[light]) / most}%` }}
                    to={`/tickets?leadUnitId=${section.unit.id}&light=${light}&status=${statusesOf(light)}`}
                    title={`${section.unit.name} ${t(`workbench.light.${light}`)} ${section[light]}`}
                  >
                    <span aria-hidden="true">{lightShapes[light]}</span> {section[light]}
                  </Link>
                ),
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}

const statusesOf = (light: (typeof lights)[number]) =>
  (light === 'grey' ? [...reviewStatuses, 'suspended'] : liveStatuses).join(',');
