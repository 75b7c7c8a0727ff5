import { Link } from 'react-router';
import { dayParts, liveStatuses, weekday } from '@xiaohao/domain';
import { useToday } from '../../api/session.js';
import type { Schema } from '../../api/client.js';
import { shortDay, weekdayName } from '../../components/day-words.js';
import { Section } from '../../components/section.js';
import { t } from '../../language.js';

/** The coming two weeks; each day opens what is due on it. */
export function ComingDays({ strip }: { strip: readonly Schema['StripDayDto'][] }) {
  const today = useToday();
  const most = Math.max(1, ...strip.map(({ count }) => count));
  return (
    <Section title={t('workbench.coming')}>
      <ol className="days">
        {strip.map(({ on, count }) => (
          <li key={on}>
            <Link
              className={`day ${on === today ? 'is-today' : ''} ${weekday(on) > 5 ? 'is-weekend' : ''}`}
              to={`/tickets?status=${liveStatuses.join(',')}&dueFrom=${on}&dueTo=${on}`}
              aria-label={t('workbench.dueOn', { day: shortDay(on, today), count })}
            >
              <span className="day-count figures">{count > 0 ? count : ''}</span>
              <span className="day-bar">
                <span style={{ height: `${(100 * count) / most}%` }} />
              </span>
              <span className="day-date figures">{dayParts(on).date}</span>
              <span className="day-week">{on === today ? t('shell.today') : weekdayName(weekday(on)).slice(-1)}</span>
            </Link>
          </li>
        ))}
      </ol>
    </Section>
  );
}
