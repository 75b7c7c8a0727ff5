import type { ComponentProps } from 'react';
import { Link, useSearchParams } from 'react-router';
import type { DashboardPart } from '../../api/dashboard.js';
import { useToday } from '../../api/session.js';
import { addressOf } from './dashboard-address.js';

/** A number that opens the tickets it counts; nothing to open where there are none. */
export function PartLink({
  part,
  count,
  children,
  ...rest
}: { part: DashboardPart; count?: number } & Omit<ComponentProps<typeof Link>, 'to' | 'part'>) {
  const [params] = useSearchParams();
  const today = useToday();
  if (count === 0) return <span className={rest.className}>{children}</span>;
  return (
    <Link to={addressOf(part, params, today)} {...rest}>
      {children}
    </Link>
  );
}
