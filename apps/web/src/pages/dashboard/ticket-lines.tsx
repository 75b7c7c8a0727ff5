import { Link } from 'react-router';
import type { Light } from '@xiaohao/domain';
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
      {tickets.map((ticket) => {
        const { id, no, title, leadUnit, dueOn, doneOn } = ticket;
        return (
          <li key={id}>
            <StateOnDay ticket={ticket} />
            <Link to={`/tickets/${id}`} className="ticket-line-title">
              <span className="figures faint">{no}</span> {title}
            </Link>
            <span className="faint">
              {leadUnit ?? t('dashboard.noUnit')}
              {dueOn && ` · ${shortDay(dueOn, today)}`}
              {doneOn && ` · ${t('dashboard.doneOn', { day: shortDay(doneOn, today) })}`}
            </span>
          </li>
        );
      })}
    </ol>
  );
}

/** Light and words of a ticket on that day. */
export function StateOnDay({ ticket: { light, lateDays, doneOn } }: { ticket: Dashboard['hot'][number] }) {
  return (
    <span className={`light light-${light}`}>
      <span aria-hidden="true">{lightShapes[light]}</span> {stateWords(light, lateDays, doneOn !== null)}
    </span>
  );
}

function stateWords(light: Light, lateDays: number, isDone: boolean): string {
  if (isDone) return t('dashboard.done');
  return light === 'red' ? t('dashboard.lateDays', { days: lateDays }) : labelText(lightLabels[light]);
}
