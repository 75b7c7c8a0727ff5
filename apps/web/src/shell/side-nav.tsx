import { NavLink } from 'react-router';
import { t } from '../language.js';
import { mayOpen, navTable, type NavRow } from '../nav-table.js';

/** Only what the person may open. */
export function SideNav({ permissions }: { permissions: readonly string[] }) {
  const shown = navTable.filter((row) => mayOpen(row, permissions));
  const system = shown.filter((row) => row.group === 'system');
  return (
    <nav className="nav" aria-label={t('shell.nav')}>
      <NavList rows={shown.filter((row) => !row.group)} />
      {system.length > 0 && (
        <>
          <p className="nav-group">{t('nav.system')}</p>
          <NavList rows={system} />
        </>
      )}
    </nav>
  );
}

function NavList({ rows }: { rows: readonly NavRow[] }) {
  return (
    <ul>
      {rows.map(({ path, label, icon }) => (
        <li key={path}>
          <NavLink to={path} end={path === '/'} className="nav-link">
            <span className="nav-icon">{icon}</span>
            {t(label)}
          </NavLink>
        </li>
      ))}
    </ul>
  );
}
