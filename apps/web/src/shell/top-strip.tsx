import { useLiveLost } from '../api/live.js';
import { useSettings, type Settings } from '../api/session.js';
import { dayWithWeekday } from '../components/day-words.js';
import { t } from '../language.js';

/** What everybody should know today; the warning about classified matter is always there. */
function notes(settings: Settings): string[] {
  return [
    settings.todayFixed && t('strip.rehearsal', { day: dayWithWeekday(settings.today, '') }),
    settings.demo && t('strip.demo'),
    settings.calendarProvisional && t('strip.calendar'),
    settings.watchdog && t('strip.watchdog', { message: settings.watchdog.message }),
  ].filter((note): note is string => typeof note === 'string');
}

export function TopStrip() {
  const { data } = useSettings();
  const lost = useLiveLost();
  return (
    <div className="strip" role="status">
      {lost && <span className="strip-note strip-lost">{t('strip.lost')}</span>}
      {data &&
        notes(data).map((note) => (
          <span key={note} className="strip-note">
            {note}
          </span>
        ))}
      <span className="strip-note strip-secret">{t('strip.secret')}</span>
    </div>
  );
}
