import type { ReactNode } from 'react';
import { useSettings, useToday } from '../api/session.js';
import { t } from '../language.js';

/** On paper only: whose sheet this is, of what, and of which day. */
export function PrintHead({ title, children, end }: { title: string; children?: ReactNode; end?: ReactNode }) {
  const { data: settings } = useSettings();
  const today = useToday();
  const [year, month, date] = today.split('-').map(Number);
  return (
    <header className="print-head">
      <h1>
        {settings?.bureauName} {title}
      </h1>
      <p className="print-conditions">
        {children}
        <span className="print-facts">
          {t('print.asOf', { year: year!, month: month!, date: date! })}
          {end}
        </span>
      </p>
    </header>
  );
}
