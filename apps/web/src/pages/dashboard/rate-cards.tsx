import type { Dashboard, DashboardPart } from '../../api/dashboard.js';
import { t } from '../../language.js';
import { PartLink } from './part-link.js';

/** The four numbers a leader asks for first. */
export function RateCards({ board: { totals, before } }: { board: Dashboard }) {
  return (
    <div className="rate-cards">
      <Card
        label={t('dashboard.rate')}
        value={percentText(totals.rate)}
        part={{ state: 'done' }}
        note={t('dashboard.ofTotal', { done: totals.done, total: totals.total })}
        change={changeWords(totals.rate, before.rate)}
      />
      <Card
        label={t('dashboard.onTimeRate')}
        value={percentText(totals.onTimeRate)}
        part={{ state: 'due' }}
        note={t('dashboard.ofDue', { onTime: totals.onTime, due: totals.due })}
        change={changeWords(totals.onTimeRate, before.onTimeRate)}
        also={t('dashboard.byOriginal', {
          rate: percentText(totals.originalOnTimeRate),
          onTime: totals.originalOnTime,
          due: totals.originalDue,
        })}
      />
      <Card
        label={t('dashboard.open')}
        value={String(totals.open)}
        part={{ state: 'open' }}
        note={t('dashboard.openShare', { percent: share(totals.open, totals.total) })}
      />
      <Card
        label={t('dashboard.overdue')}
        value={String(totals.overdue)}
        part={{ light: 'red' }}
        note={t('dashboard.overdueShare', { percent: share(totals.overdue, totals.open) })}
        mark="■"
      />
    </div>
  );
}

export const percentText = (rate: number | null) => (rate === null ? '—' : `${rate}%`);

const share = (part: number, whole: number) => (whole === 0 ? 0 : Math.round((part * 1000) / whole) / 10);

/** Against the end of the month before, in points, for a difference of rates is none of per cent. */
export function changeWords(now: number | null, before: number | null): string {
  if (before === null) return t('dashboard.beforeNone');
  const then = t('dashboard.before', { value: before });
  if (now === null) return then;
  const points = Math.round((now - before) * 10) / 10;
  if (points === 0) return `${then} · ${t('dashboard.same')}`;
  const words = points > 0 ? t('dashboard.up', { points }) : t('dashboard.down', { points: -points });
  return `${then} · ${points > 0 ? '↑' : '↓'} ${words}`;
}

interface CardProps {
  label: string;
  value: string;
  part: DashboardPart;
  note: string;
  change?: string;
  also?: string;
  mark?: string;
}

function Card({ label, value, part, note, change, also, mark }: CardProps) {
  return (
    <PartLink part={part} className="rate">
      <span className="rate-label">
        {mark && (
          <span className="light-red" aria-hidden="true">
            {mark}{' '}
          </span>
        )}
        {label}
      </span>
      <span className="rate-value figures">{value}</span>
      <span className="rate-note figures">{note}</span>
      {also && <span className="rate-note figures">{also}</span>}
      {change && <span className="rate-note figures">{change}</span>}
    </PartLink>
  );
}
