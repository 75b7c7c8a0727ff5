import { Link } from 'react-router';
import { lightLabels } from '@xiaohao/messages';
import type { Dashboard } from '../../api/dashboard.js';
import { useToday } from '../../api/session.js';
import { shortDay } from '../../components/day-words.js';
import { lightShapes } from '../../components/light-badge.js';
import { labelText, t } from '../../language.js';

/** Tickets in the state of the dashboard's day, which may not be today's. */
export function TicketLines({ tickets }: { tickets: Dashboard['hot'] }) {
  const today = useToday();
  return (
    <ol className="ticket-lines">
      {tickets.map(({ id, no, title, light, lateDays, leadUnit, dueOn }) => (
        <li key={id}>
          <span className={`light light-${light}`}>
            <span aria-hidden="true">{lightShapes[light]}</span>{' '}
            {light === 'red' ? t('dashboard.lateDays', { days: lateDays }) : labelText(lightLabels[light])}
          </span>
          <Link to={`/tickets/${id}`} className="ticket-line-title">
            <span className="figures faint">{no}</span> {title}
          </Link>
          <span className="faint">
            {leadUnit ?? t('dashboard.noUnit')}
            {dueOn && ` · ${shortDay(dueOn, today)}`}
          </span>
        </li>
      ))}
    </ol>
  );
}
