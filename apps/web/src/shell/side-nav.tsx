import { NavLink } from 'react-router';
import { t } from '../language.js';
import { mayOpen, pages, type PageRow } from '../page-table.js';

/** Only what the person may open. */
export function SideNav({ permissions }: { permissions: readonly string[] }) {
  const shown = pages.filter((page) => page.nav && mayOpen(page, permissions));
  const main = shown.filter((page) => !page.nav?.group);
  const system = shown.filter((page) => page.nav?.group === 'system');
  return (
    <nav className="nav" aria-label={t('shell.nav')}>
      <NavList rows={main} />
      {system.length > 0 && (
        <>
          <p className="nav-group">{t('nav.system')}</p>
          <NavList rows={system} />
        </>
      )}
    </nav>
  );
}

function NavList({ rows }: { rows: readonly PageRow[] }) {
  return (
    <ul>
      {rows.map(({ path, nav }) => (
        <li key={path}>
          <NavLink to={path} end={path === '/'} className="nav-link">
            <span className="nav-icon">{nav!.icon}</span>
            {t(nav!.label)}
          </NavLink>
        </li>
      ))}
    </ul>
  );
}
