import { NavLink, Outlet } from 'react-router';
import { useMay } from '../../api/session.js';
import { PageHead } from '../../components/page-head.js';
import { t } from '../../language.js';

/** Calendar, log and rules, each an address of its own. */
export function RemindersPage() {
  const mayRead = useMay('reminder.read');
  const mayLog = useMay('delivery.read');
  const tab = (to: string, label: string) => (
    <NavLink to={to} end className="page-tab">
      {label}
    </NavLink>
  );
  return (
    <div className="page reminders">
      <PageHead title={t('reminders.title')}>
        <nav className="page-tabs" aria-label={t('reminders.title')}>
          {mayRead && tab('/reminders', t('reminders.calendar'))}
          {mayLog && tab('/reminders/log', t('reminders.log'))}
          {tab('/reminders/rules', t('reminders.rules'))}
        </nav>
      </PageHead>
      <Outlet />
    </div>
  );
}
