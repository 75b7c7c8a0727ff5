import { Link } from 'react-router';
import type { Me } from '../api/session.js';
import { useSettings } from '../api/session.js';
import { dayWithWeekday } from '../components/day-words.js';
import { useIsPhone } from '../components/phone.js';
import { t } from '../language.js';
import { NoticeBell } from './notice-bell.js';
import { SearchBox } from './search-box.js';
import { UserMenu } from './user-menu.js';

export function TopBar({ me }: { me: Me }) {
  const { data: settings } = useSettings();
  const isPhone = useIsPhone();
  return (
    <header className="top">
      <Link to="/" className="brand">
        <span className="brand-mark" aria-hidden="true" />
        <strong>{t('app.name')}</strong>
        <span className="brand-bureau">{settings?.bureauName}</span>
      </Link>
      {me.permissions.includes('ticket.read') && <SearchBox />}
      <div className="top-end">
        {settings && !isPhone && (
          <span className="top-day">
            {t('shell.today')} <b className="figures">{dayWithWeekday(settings.today, settings.today)}</b>
          </span>
        )}
        {!isPhone && (
          <>
            <NoticeBell />
            <UserMenu me={me} />
          </>
        )}
      </div>
    </header>
  );
}
