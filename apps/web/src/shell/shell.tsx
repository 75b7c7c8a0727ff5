import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { Link, Navigate, Outlet, useLocation, useMatches } from 'react-router';
import { live } from '../api/live.js';
import { useMe, useSettings } from '../api/session.js';
import { EmptyState, ErrorState, Skeleton } from '../components/states.js';
import { useIsPhone } from '../components/phone.js';
import { t } from '../language.js';
import { firstPage, mayOpen } from '../nav-table.js';
import type { PageRow } from '../page-table.js';
import { BottomTabs } from './bottom-tabs.js';
import { SideNav } from './side-nav.js';
import { TopBar } from './top-bar.js';
import { TopStrip } from './top-strip.js';

/** What surrounds every page of a signed-in person. */
export function Shell() {
  const me = useMe();
  const isPhone = useIsPhone();
  const main = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  useLiveUpdates(me.data?.id);
  useBureauTitle();
  // In braces: newer browsers return a promise from scrollTo, which React would take for the effect's way back.
  useEffect(() => {
    main.current?.scrollTo(0, 0);
  }, [pathname]);

  if (!me.data) {
    return (
      <div className="shell-blank">
        {me.error ? <ErrorState error={me.error} onRetry={() => void me.refetch()} /> : <Skeleton />}
      </div>
    );
  }
  if (me.data.mustChangePassword) return <Navigate to="/password" replace />;
  return (
    <div className="shell">
      <a className="skip-link" href="#main">
        {t('shell.skip')}
      </a>
      <TopStrip />
      <TopBar me={me.data} />
      {!isPhone && <SideNav permissions={me.data.permissions} />}
      <main id="main" className="main" ref={main} tabIndex={-1}>
        <Page permissions={me.data.permissions} />
      </main>
      {isPhone && <BottomTabs />}
    </div>
  );
}

function Page({ permissions }: { permissions: readonly string[] }) {
  const page = useMatches().at(-1)?.handle as PageRow | undefined;
  if (!page || mayOpen(page, permissions)) return <Outlet />;
  if (page.path === '/') return <Navigate to={firstPage(permissions)} replace />;
  return (
    <EmptyState title={t('error.forbidden')}>
      <Link to={firstPage(permissions)}>{t('error.toStart')}</Link>
    </EmptyState>
  );
}

function useLiveUpdates(personId: string | undefined): void {
  const client = useQueryClient();
  useEffect(() => (personId ? live.start(client) : undefined), [client, personId]);
}

function useBureauTitle(): void {
  const { data } = useSettings();
  useEffect(() => {
    if (data) document.title = `${t('app.name')} · ${data.bureauName}`;
  }, [data]);
}
